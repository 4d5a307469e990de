// A button that lays the card in the hand: the column's tint, icon and name. When the column is full it says so.
import QtQuick
import "../../shell/ui"

Touchable {
    id: goal

    // {id, label, icon, colour}.
    required property var column
    // The card in the hand lies here now.
    property bool here: false
    readonly property color deep: Theme.highContrast ? Theme.ink : Theme.zoneOf(column.colour, "deep")

    objectName: "lay-" + column.id
    name: words.text.replace("\n", " ")
    implicitHeight: 96
    opacity: enabled ? 1 : 0.55

    Rectangle {
        y: Theme.highContrast ? 0 : 5
        width: parent.width
        height: parent.height
        radius: Theme.radiusQuiet
        color: Theme.shadowNear
        antialiasing: true
    }

    Rectangle {
        width: parent.width
        height: parent.height
        y: goal.pressed && !Theme.highContrast ? 5 : 0
        radius: Theme.radiusQuiet
        color: Theme.highContrast ? (goal.pressed ? Theme.solidInk : Theme.ground) : Theme.zoneOf(goal.column.colour, "tint")
        border.width: Theme.highContrast ? 4 : 3
        border.color: goal.deep
        antialiasing: true

        Behavior on y {
            NumberAnimation { duration: goal.pressed ? Theme.pressIn : Theme.pressOut; easing.type: Easing.OutCubic }
        }

        IconImage {
            id: mark

            x: Theme.rtl ? parent.width - width - 18 : 18
            anchors.verticalCenter: parent.verticalCenter
            width: 40
            height: 40
            name: goal.column.icon
            color: goal.deep
        }

        FittedWords {
            id: words

            anchors.fill: parent
            anchors.leftMargin: Theme.rtl ? 10 : 68
            anchors.rightMargin: Theme.rtl ? 68 : 10
            text: goal.enabled || goal.here ? goal.column.label : qsTr("%1\n(full)").arg(goal.column.label)
            wrapMode: Text.NoWrap
            bold: true
        }

        FocusRing { control: goal; radius: Theme.radiusQuiet + 6 }
    }
}
