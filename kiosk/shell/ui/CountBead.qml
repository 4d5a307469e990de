// A bead on a thread: how many went this way. One's own is filled and stitched; where nobody went there is a loose dot.
import QtQuick
import QtQuick.Shapes

Item {
    id: bead

    required property int count
    property bool own: false
    // Where a way ends: square, so that it is told from what was said.
    property bool ending: false
    // Not in a list that moves: without a graphics card a Shape is drawn even where its list is scrolled out of sight.
    property bool stitched: true
    property real size: 56
    // How wide it may be.
    property real most: Infinity
    // Say nought as well, where a loose dot would not be understood.
    property bool digits: false
    readonly property bool loose: count === 0 && !own && !digits
    readonly property bool numbered: count > 0 || digits
    readonly property real more: own ? 8 : 0
    // Figures are 0.6 of their size wide.
    readonly property real widest: (most - 14) / (0.6 * Math.max(1, String(count).length))
    readonly property real long: loose ? 18 : Math.min(most, Math.max(size + more, number.implicitWidth + size * 0.44))
    readonly property real high: loose ? 18 : Math.min(size + more, Math.max(most, number.implicitHeight))

    readonly property real round: ending && !loose ? 16 : high / 2

    width: long
    height: high

    Rectangle {
        anchors.fill: parent
        radius: bead.round
        color: bead.own ? Theme.accent : Theme.card
        border.width: bead.own ? 0 : (bead.loose ? 3 : 4)
        border.color: bead.loose ? Theme.line : Theme.highContrast ? Theme.line : Theme.zone.deep
        antialiasing: true
    }

    Shape {
        anchors.fill: parent
        visible: bead.own && bead.stitched
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: Theme.highContrast ? Theme.accentInk : Theme.sunflower
            strokeWidth: 4
            strokeStyle: ShapePath.DashLine
            dashPattern: [2, 1.3]
            capStyle: ShapePath.FlatCap
            fillColor: "transparent"

            PathRectangle { x: 5; y: 5; width: bead.width - 10; height: bead.height - 10; radius: bead.round - 5 }
        }
    }

    Text {
        id: number

        anchors.centerIn: parent
        visible: bead.numbered
        text: bead.count
        color: bead.own ? Theme.accentInk : Theme.ink
        font.family: Theme.body
        font.pixelSize: Math.floor(Math.min(Theme.text(Theme.sizeFloor), bead.size * 0.56, bead.widest))
        font.bold: true
        Accessible.ignored: true
    }

    IconImage {
        anchors.centerIn: parent
        visible: bead.own && !bead.numbered
        width: bead.size * 0.6
        height: width
        name: "tick"
        color: Theme.accentInk
    }
}
