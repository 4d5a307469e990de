// The ring that shows a keyboard user where they are. Lies round its parent.
import QtQuick

Rectangle {
    property Item control: null
    property real gap: 6

    anchors.fill: parent
    anchors.margins: -gap
    visible: control !== null && control.activeFocus
    color: "transparent"
    border.width: 6
    border.color: Theme.highContrast ? Theme.sunflower : Theme.solidInk

    Rectangle {
        anchors.fill: parent
        anchors.margins: 6
        radius: Math.max(0, parent.radius - 6)
        color: "transparent"
        border.width: 4
        border.color: Theme.highContrast ? Theme.accentInk : Theme.solidPaper
    }
}
