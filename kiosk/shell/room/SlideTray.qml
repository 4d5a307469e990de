// Noticed things in one row of circles that can be told apart; what does not fit slides in. Found ones stand first.
pragma ComponentBehavior: Bound

import QtQuick
import "../ui"

Item {
    id: tray

    // As Tray takes them.
    required property var things
    // What it may be wide.
    required property real room
    property real slot: 84
    property real gap: 16
    // Slots can be touched, not only slid.
    property bool active: true
    property color ground: Theme.paper
    // The slot that must be in sight.
    property int latest: 0
    // The ring round a slot stands out of it.
    readonly property real edge: 10

    signal picked(int index)

    function follow(): void {
        const end = edge + (latest + 1) * (slot + gap) - gap
        slide.contentX = Math.max(0, Math.min(slide.contentWidth - width, end + (slot + gap) * 0.5 - width))
    }

    implicitWidth: Math.min(room, row.width + 2 * edge)
    implicitHeight: slot + 2 * edge
    width: implicitWidth
    height: implicitHeight
    onLatestChanged: follow()
    onWidthChanged: follow()

    Flickable {
        id: slide

        anchors.fill: parent
        clip: true
        contentWidth: row.width + 2 * tray.edge
        contentHeight: height
        interactive: contentWidth > width + 1
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds

        Behavior on contentX {
            enabled: !slide.moving && !Theme.reducedMotion

            NumberAnimation { duration: Theme.cardIn; easing.type: Easing.OutCubic }
        }

        Tray {
            id: row

            x: tray.edge
            y: tray.edge
            enabled: tray.active
            slot: tray.slot
            spacing: tray.gap
            things: tray.things
            shownFrom: slide.contentX
            shownTo: slide.contentX + slide.width - 2 * tray.edge
            onPicked: index => tray.picked(index)
        }
    }

    component Fade: Rectangle {
        id: fade

        property bool atEnd: false

        width: 36
        height: parent.height
        gradient: Gradient {
            orientation: Gradient.Horizontal

            GradientStop { position: 0; color: Qt.alpha(tray.ground, fade.atEnd ? 0 : 1) }
            GradientStop { position: 1; color: Qt.alpha(tray.ground, fade.atEnd ? 1 : 0) }
        }
    }

    Fade { visible: slide.contentX > 4 }

    Fade { atEnd: true; x: parent.width - width; visible: slide.contentX + slide.width < slide.contentWidth - 4 }
}
