// One half of a moment: its picture, what happened, and a voice that tells it with the words lit.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Item {
    id: half

    // {text, picture}.
    required property var side
    required property string title
    required property color tone
    // In the middle of the strip: only then can it be listened to.
    required property bool active
    required property Voice voice
    // The action that plays its clip, or undefined.
    required property var listen
    readonly property bool speaking: active && listen !== undefined && listen.props.clip.sha === voice.key
    readonly property bool across: !Theme.portrait
    readonly property bool large: Theme.textFactor > 1.3
    readonly property bool stacked: Theme.portrait && large
    readonly property real pictureWidth: stacked ? width - 72 : across ? (large ? 340 : 392) : Math.round(width * 0.46)
    readonly property real pictureHeight: Math.round(pictureWidth * (stacked || across ? 0.6 : 0.7))
    readonly property real needed: stacked ? words.y + words.height + 24 : Math.max(pictureHeight + 40, words.height + 40)
    readonly property var region: Theme.portrait ? (side.picture.portrait || side.picture.view) : side.picture.view

    signal listened(string action)
    signal held
    signal resumed

    Art {
        id: art

        x: 36
        y: half.stacked ? 24 : (parent.height - height) / 2
        width: half.pictureWidth
        height: half.pictureHeight
        sha: half.side.picture.sha
        view: half.region ? Qt.rect(half.region[0], half.region[1], half.region[2], half.region[3]) : Qt.rect(0, 0, 0, 0)
        rounding: "22,22,22,22"
        framed: true
        description: half.side.picture.describe
    }

    Item {
        id: words

        x: half.stacked ? 36 : art.x + art.width + 36
        y: half.stacked ? art.y + art.height + 16 : (parent.height - height) / 2
        width: parent.width - x - 36
        height: said.y + said.height

        Heading {
            id: title

            y: (foot.height - height) / 2
            text: half.title
            size: Theme.sizeCardTitle
            color: half.tone
        }

        Row {
            id: foot

            anchors.right: parent.right
            spacing: 16
            height: Math.max(96, listenButton.height)

            QuietButton {
                id: listenButton

                objectName: half.objectName !== "" ? "listen-" + half.objectName : ""
                visible: half.active && half.listen !== undefined
                name: half.listen ? half.listen.label : ""
                text: !half.speaking ? qsTr("Listen") : half.voice.paused ? qsTr("Go on") : qsTr("Pause")
                icon: !half.speaking ? "sound-on" : half.voice.paused ? "play" : "pause"
                onActivated: {
                    if (!half.speaking)
                        half.listened(half.listen.id)
                    else if (half.voice.paused)
                        half.resumed()
                    else
                        half.held()
                }
            }
        }

        Item {
            id: said

            y: foot.height + 8
            width: parent.width
            height: text.implicitHeight

            Body {
                id: text

                visible: !half.speaking
                width: parent.width
                text: half.side.text
                size: Theme.sizeBody
                leading: 1.26
            }

            Caption {
                visible: half.speaking
                width: parent.width
                room: Math.max(60, text.implicitHeight)
                text: half.listen ? half.listen.props.clip.text : ""
                from: half.voice.phraseStart
                to: half.voice.phraseEnd
                size: 34
                litColor: Theme.highContrast ? Theme.accent : Theme.solidPaper
            }
        }
    }
}
