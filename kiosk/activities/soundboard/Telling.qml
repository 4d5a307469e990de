// A clip that plays: its words with the phrase lit, pause, again, how far it is, and back to the other titles.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Item {
    id: telling

    // The action whose clip plays, or undefined.
    required property var told
    required property Voice voice

    signal hold
    signal goOn
    signal again
    signal stop

    Caption {
        id: caption

        width: parent.width
        room: parent.height - controls.height - 40
        text: telling.told ? telling.told.props.clip.text : ""
        from: telling.voice.phraseStart
        to: telling.voice.phraseEnd
    }

    Flow {
        id: controls

        y: Math.min(caption.height + 30, parent.height - height)
        width: parent.width
        spacing: 24

        PrimaryButton {
            objectName: "pause"
            text: telling.voice.paused ? qsTr("Go on") : qsTr("Pause")
            icon: telling.voice.paused ? "play" : "pause"
            iconFirst: true
            minimumHeight: 96
            onActivated: telling.voice.paused ? telling.goOn() : telling.hold()
        }

        QuietButton {
            objectName: "replay"
            text: qsTr("Again")
            icon: "again"
            fill: Theme.paper
            onActivated: telling.again()
        }

        QuietButton {
            objectName: "others"
            text: qsTr("Something else")
            icon: "speech"
            fill: Theme.paper
            onActivated: telling.stop()
        }

        ClipTime {
            voice: telling.voice
            run: 236
        }
    }
}
