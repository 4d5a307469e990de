// Every other action: white, outlined, icon and word; icon alone only for text size, sound and help.
import QtQuick

Touchable {
    id: button

    property string text
    property string icon
    property bool iconLast: false
    property int size: Theme.sizeLabel
    property real minimumHeight: 96
    property color fill: Theme.card
    // A switch that is on (contrast, sound) is filled.
    property bool on: false
    // The screen's next step while something else is primary: a heavier ink outline, round ends.
    property bool strong: false
    // Shows the icon alone (the word stays for screen readers): bind to Rail.crowded.
    property bool compact: false
    readonly property bool worded: text !== "" && !(compact && icon !== "")
    // What it would take with its word.
    readonly property real wideWidth: Math.max(minimumHeight, words.implicitWidth + (mark.visible ? mark.width + 16 : 0) + 56)
    readonly property color inkColor: on ? Theme.accentInk : Theme.ink

    name: text
    implicitHeight: Math.max(minimumHeight, worded ? words.implicitHeight + 24 : 0)
    implicitWidth: worded ? wideWidth : Math.max(minimumHeight, mark.width + 40)
    opacity: enabled ? 1 : 0.5

    Rectangle {
        width: parent.width
        height: parent.height
        y: Theme.highContrast ? 0 : 5
        radius: face.radius
        color: Qt.alpha(Theme.shadowNear, 0.12)
        antialiasing: true
    }

    Rectangle {
        id: face

        width: parent.width
        height: parent.height
        y: button.pressed && !Theme.highContrast ? 5 : 0
        radius: button.strong ? height / 2 : Theme.radiusQuiet
        color: button.on ? Theme.accent : (button.pressed && Theme.highContrast ? Theme.solidInk : button.fill)
        border.width: Theme.highContrast ? 4 : (button.strong ? 3.5 : 2.5)
        border.color: button.on ? Theme.accent : (button.strong ? Theme.ink : Theme.line)
        antialiasing: true

        Behavior on y {
            NumberAnimation { duration: button.pressed ? Theme.pressIn : Theme.pressOut; easing.type: Easing.OutCubic }
        }

        Row {
            id: row

            anchors.centerIn: parent
            spacing: 16
            layoutDirection: button.iconLast ? Qt.RightToLeft : Qt.LeftToRight

            IconImage {
                id: mark

                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                name: button.icon
                color: button.inkColor
            }

            Label {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                visible: button.worded
                width: Math.min(implicitWidth, button.width - 40 - (mark.visible ? mark.width + 16 : 0))
                settled: false
                text: button.text
                size: button.size
                color: button.inkColor
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }

        FocusRing { control: button; radius: face.radius + 6 }
    }
}
