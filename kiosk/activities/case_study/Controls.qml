// What can be done with a voice or a film: listen, hold it, go on, begin again, stop; and how far it has come.
import QtQuick
import "../../shell/ui"

Flow {
    id: controls

    // A film rather than a voice: it is begun at its picture, and can begin again.
    required property bool film
    // It plays, or is held.
    required property bool playing
    required property Voice voice
    // The words of a film are shown instead of the part's own.
    property bool reading: false

    signal listen
    signal hold
    signal resume
    signal again
    signal stop
    signal read

    spacing: 20

    QuietButton {
        objectName: "read"
        visible: controls.film && !controls.playing
        text: controls.reading ? qsTr("Back to the story") : qsTr("Read its words")
        icon: controls.reading ? "back" : "captions"
        onActivated: controls.read()
    }

    QuietButton {
        objectName: "listen"
        visible: !controls.film || controls.playing
        text: !controls.playing ? qsTr("Listen") : controls.voice.paused ? qsTr("Go on") : qsTr("Pause")
        icon: !controls.playing ? "sound-on" : controls.voice.paused ? "play" : "pause"
        onActivated: {
            if (!controls.playing)
                controls.listen()
            else if (controls.voice.paused)
                controls.resume()
            else
                controls.hold()
        }
    }

    QuietButton {
        objectName: "again"
        visible: controls.film && controls.playing
        text: qsTr("Again")
        icon: "again"
        onActivated: controls.again()
    }

    QuietButton {
        objectName: "stop"
        visible: controls.playing
        text: qsTr("Stop")
        icon: "close"
        onActivated: controls.stop()
    }

    Item {
        visible: controls.playing
        width: time.implicitWidth
        height: 96

        ClipTime {
            id: time

            anchors.verticalCenter: parent.verticalCenter
            voice: controls.voice
            run: 230
            color: Theme.accent
        }
    }
}
