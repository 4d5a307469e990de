// A raised piece of paper: two hard offset shadows, never blurred. Children lie on the sheet, which sinks when pressed.
import QtQuick

Item {
    id: paper

    property color color: Theme.card
    property real radius: Theme.radiusCard
    // "low", "card", "sheet", or "" for flat.
    property string depth: "card"
    property bool pressed: false
    // Colour of the outline in high contrast (white unless this thing is chosen or speaking).
    property color outlineColor: Theme.line
    property real outlineWidth: Theme.outline
    default property alias content: sheet.data

    readonly property real near: Theme.highContrast ? 0 : Theme.offset(depth, 0)
    readonly property real far: Theme.highContrast ? 0 : Theme.offset(depth, 1)
    readonly property real sink: Math.min(Theme.press, near)
    // How far the sheet lies below its rest, 0 to sink.
    property real sunk: pressed ? sink : 0

    Behavior on sunk {
        NumberAnimation {
            duration: paper.pressed ? Theme.pressIn : Theme.pressOut
            easing.type: Easing.OutCubic
        }
    }

    Rectangle {
        width: parent.width
        height: parent.height
        y: paper.far + (paper.sink - paper.far) * paper.sunk / Math.max(1, paper.sink)
        radius: paper.radius
        color: Theme.shadowFar
        visible: paper.far > 0
        antialiasing: true
    }

    Rectangle {
        width: parent.width
        height: parent.height
        y: Math.max(paper.near, paper.sunk)
        radius: paper.radius
        color: Theme.shadowNear
        visible: paper.near > 0
        antialiasing: true
    }

    Rectangle {
        id: sheet

        y: paper.sunk
        width: parent.width
        height: parent.height
        radius: paper.radius
        color: paper.color
        border.width: paper.outlineWidth
        border.color: paper.outlineColor
        antialiasing: true
    }
}
