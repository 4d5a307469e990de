// A film, from its beginning. Emits ended, or failed when this machine can't show it (a missing file or codec).
import QtQuick
import QtMultimedia

Rectangle {
    id: film

    required property url source
    required property string description

    signal ended
    signal failed

    color: "black"
    radius: 28
    Accessible.role: Accessible.Animation
    Accessible.name: description

    MediaPlayer {
        id: player

        source: film.source
        autoPlay: true
        videoOutput: screen
        audioOutput: AudioOutput {}
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

        anchors.fill: parent
        anchors.margins: 8
        fillMode: VideoOutput.PreserveAspectFit
    }
}
