// A film, from its beginning. Emits where it is, and ended; or failed when this machine can't show it (a missing file or
// codec).
import QtQuick
import QtMultimedia
import "../../shell/ui"

Rectangle {
    id: film

    required property url source
    required property string description
    // 0 to 1; nothing is heard at 0.
    property real gain: 1

    readonly property bool byCpu: Theme.drawnByCpu && Theme.films !== null
    readonly property real position: player.position / 1000
    // What its own sound output is set to, 0 to 1.
    readonly property real volume: output.muted ? 0 : output.volume

    // Seconds.
    signal moved(real at, real length)
    signal ended
    signal failed

    function hold(): void {
        player.pause()
    }

    function resume(): void {
        player.play()
    }

    function again(): void {
        player.position = 0
        player.play()
    }

    color: "black"
    radius: 28
    Accessible.role: Accessible.Animation
    Accessible.name: description

    MediaPlayer {
        id: player

        source: film.source
        autoPlay: true
        videoOutput: film.byCpu ? Theme.films.sink() : screen
        audioOutput: AudioOutput {
            id: output

            volume: film.gain
            muted: film.gain === 0
        }
        onPositionChanged: film.moved(film.position, duration / 1000)
        onErrorOccurred: Qt.callLater(film.failed)
        onMediaStatusChanged: {
            if (mediaStatus === MediaPlayer.EndOfMedia)
                Qt.callLater(film.ended)
            else if (mediaStatus === MediaPlayer.InvalidMedia)
                Qt.callLater(film.failed)
        }
    }

    VideoOutput {
        id: screen

        visible: !film.byCpu
        anchors.fill: parent
        anchors.margins: 8
        fillMode: VideoOutput.PreserveAspectFit
    }

    Image {
        id: drawn

        objectName: "drawn"
        visible: film.byCpu
        anchors.fill: parent
        anchors.margins: 8
        fillMode: Image.PreserveAspectFit
        sourceSize: Qt.size(width * Theme.pixelScale, height * Theme.pixelScale)
        cache: false
        Accessible.ignored: true
    }

    Connections {
        target: film.byCpu ? Theme.films : null

        function onFrame(number: int): void {
            drawn.source = "image://film/" + number
        }
    }
}
