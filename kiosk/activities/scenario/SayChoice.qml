// One thing to say; `by` names who in the room says it. Rises into place with its siblings.
import QtQuick
import "../../shell/ui"

Item {
    id: one

    // The action's id.
    required property string key
    required property string words
    property string by
    // One of many: smaller and lower.
    property bool close: false
    property int order: 0
    property alias chosen: card.chosen
    property alias faded: card.faded
    property real rise: Theme.cardRise

    signal activated

    implicitHeight: card.y + card.height
    transform: Translate { y: one.rise }

    SequentialAnimation on rise {
        PauseAnimation { duration: one.order * Theme.cardStagger }
        NumberAnimation { to: 0; duration: Theme.cardIn; easing.type: Easing.OutCubic }
    }

    Label {
        id: who

        visible: one.by !== ""
        x: 8
        text: visible ? qsTr("%1 says").arg(one.by) : ""
        size: Theme.sizeFloor
        color: Theme.zone.name
        Accessible.ignored: true
    }

    Choice {
        id: card

        // What a choice of one line is high.
        readonly property real least: Theme.highContrast ? 142 : 124

        objectName: "say-" + one.key
        y: who.visible ? who.height + 6 : 0
        width: one.width
        height: one.close ? (implicitHeight > least ? implicitHeight - 16 : 98) : implicitHeight
        text: one.words
        name: one.by === "" ? text : qsTr("%1 says: %2").arg(one.by).arg(text)
        icon: one.close && Theme.textFactor > 1.3 ? "" : "speech"
        size: one.close ? 32 : Theme.sizeChoice
        onActivated: one.activated()
    }
}
