// The host's volume, in steps of ten, and a tone to hear it.
import QtQuick
import "ui"

Column {
    id: sound

    required property int volume

    signal ask(string verb, string detail)

    spacing: 36
    topPadding: 12

    Heading {
        width: parent.width
        size: Theme.sizeCardTitle
        text: qsTr("How loud clips are")
    }

    Row {
        spacing: 32

        QuietButton {
            objectName: "quieter"
            minimumHeight: 124
            text: qsTr("Quieter")
            icon: "minus"
            enabled: sound.volume > 0
            onActivated: sound.ask("volume", String(Math.max(0, sound.volume - 10)))
        }

        Heading {
            anchors.verticalCenter: parent.verticalCenter
            width: 200
            horizontalAlignment: Text.AlignHCenter
            size: 84
            text: String(sound.volume)
        }

        QuietButton {
            objectName: "louder"
            minimumHeight: 124
            text: qsTr("Louder")
            icon: "plus"
            enabled: sound.volume < 100
            onActivated: sound.ask("volume", String(Math.min(100, sound.volume + 10)))
        }
    }

    QuietButton {
        objectName: "soundTest"
        text: qsTr("Play a sound")
        icon: "sound-on"
        onActivated: sound.ask("sound-test", "")
    }
}
