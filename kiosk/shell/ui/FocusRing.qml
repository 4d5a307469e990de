// The ring that shows a keyboard user where they are. Lies round its parent; made when it is needed.
pragma ComponentBehavior: Bound

import QtQuick

Loader {
    id: ring

    property Item control: null
    property real gap: 6
    property real radius: 0

    anchors.fill: parent
    anchors.margins: -gap
    active: control !== null && control.activeFocus
    sourceComponent: Rectangle {
        radius: ring.radius
        color: "transparent"
        border.width: 6
        border.color: Theme.highContrast ? Theme.sunflower : Theme.solidInk

        Rectangle {
            anchors.fill: parent
            anchors.margins: 6
            radius: Math.max(0, ring.radius - 6)
            color: "transparent"
            border.width: 4
            border.color: Theme.highContrast ? Theme.accentInk : Theme.solidPaper
        }
    }
}
