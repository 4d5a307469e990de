// One key of the PIN pad or the keyboard. `big` = display figures.
import QtQuick

Touchable {
    id: key

    required property string text
    property string icon
    property bool big: false
    property bool held: false
    property int size: Theme.sizeLabel

    name: text
    implicitWidth: 124
    implicitHeight: 124
    opacity: enabled ? 1 : 0.5

    Rectangle {
        width: parent.width
        height: parent.height
        y: Theme.highContrast ? 0 : 6
        radius: face.radius
        color: Theme.shadowNear
        antialiasing: true
    }

    Rectangle {
        id: face

        width: parent.width
        height: parent.height
        y: key.pressed && !Theme.highContrast ? 6 : 0
        radius: Math.min(Theme.radiusCard, height * 0.24)
        color: key.held ? Theme.accent : Theme.card
        border.width: Theme.highContrast ? 4 : 2.5
        border.color: Theme.line
        antialiasing: true

        Behavior on y {
            NumberAnimation { duration: key.pressed ? Theme.pressIn : Theme.pressOut; easing.type: Easing.OutCubic }
        }

        IconImage {
            anchors.centerIn: parent
            visible: name !== ""
            name: key.icon
            size: 48
            weight: 5
            color: key.held ? Theme.accentInk : Theme.ink
        }

        Heading {
            anchors.centerIn: parent
            visible: key.big && key.icon === ""
            text: key.text
            size: 54
            Accessible.ignored: true
        }

        Label {
            anchors.centerIn: parent
            visible: !key.big && key.icon === ""
            width: parent.width - 12
            text: key.text
            size: key.size
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 20
            color: key.held ? Theme.accentInk : Theme.ink
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }

        FocusRing { control: key; radius: face.radius + 6 }
    }
}
