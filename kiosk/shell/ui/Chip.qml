// A filter or a tab: a 96 px pill; the one that is on is filled with the zone's deep colour.
import QtQuick

Touchable {
    id: chip

    property string text
    property string icon
    property bool on: false
    // Room at each side of what is in it.
    property real padding: 29

    name: text
    checked: on
    accessibleRole: Accessible.RadioButton
    implicitHeight: Math.max(96, words.implicitHeight + 24)
    implicitWidth: row.implicitWidth + 2 * padding

    Rectangle {
        width: parent.width
        height: parent.height
        y: Theme.highContrast ? 0 : 5
        radius: height / 2
        color: chip.on ? Theme.under : Theme.shadowNear
        antialiasing: true
    }

    Rectangle {
        id: face

        width: parent.width
        height: parent.height
        y: chip.pressed && !Theme.highContrast ? 5 : 0
        radius: height / 2
        color: chip.on ? Theme.accent : Theme.card
        border.width: chip.on ? 0 : (Theme.highContrast ? 4 : 2.5)
        border.color: Theme.line
        antialiasing: true

        Behavior on y {
            NumberAnimation { duration: chip.pressed ? Theme.pressIn : Theme.pressOut; easing.type: Easing.OutCubic }
        }

        Row {
            id: row

            anchors.centerIn: parent
            spacing: 14

            IconImage {
                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                name: chip.icon
                color: chip.on ? Theme.accentInk : Theme.ink
            }

            Label {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                text: chip.text
                color: chip.on ? Theme.accentInk : Theme.ink
                Accessible.ignored: true
            }
        }

        FocusRing { control: chip; radius: height / 2 }
    }
}
