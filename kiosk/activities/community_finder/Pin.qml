// A pin whose tip is at (0, 0): a drop of paper with an icon in it.
import QtQuick
import "../../shell/ui"

Touchable {
    id: pin

    required property string icon
    required property color color
    property real size: 84

    width: size
    height: size * 1.25
    transform: Translate { x: -pin.size / 2; y: -pin.size * 1.22 }

    Rectangle {
        visible: !Theme.highContrast
        x: (parent.width - width) / 2
        y: pin.size * 1.16
        width: pin.size * 0.5
        height: pin.size * 0.13
        radius: height / 2
        color: Qt.alpha(Theme.solidInk, 0.25)
        antialiasing: true
    }

    Rectangle {
        width: pin.size
        height: pin.size
        scale: pin.pressed ? 0.94 : 1
        radius: width / 2
        bottomRightRadius: 4
        rotation: 45
        color: pin.color
        border.width: Math.max(2, pin.size * 0.03)
        border.color: Theme.solidPaper
        antialiasing: true
    }

    Rectangle {
        x: pin.size * 0.14
        y: pin.size * 0.14
        width: pin.size * 0.72
        height: width
        radius: width / 2
        color: Theme.solidPaper
        antialiasing: true

        IconImage {
            anchors.centerIn: parent
            name: pin.icon
            width: pin.size * 0.48
            height: width
            size: width
            weight: 5
            color: pin.color
        }
    }

    FocusRing { control: pin; radius: 20 }
}
