// The stitched border of what is chosen. Fill a card with it; `inset` is how far inside the edge the thread runs.
import QtQuick
import QtQuick.Shapes

Shape {
    id: border

    property color color: Theme.accent
    property real radius: Theme.radiusCard
    property real inset: 12
    property real thickness: Theme.highContrast ? 6 : 4
    // How much of it is sewn, 0 to 1.
    property real sewn: 1
    // Set by what scrolls: without a graphics card, a shape all outside a clip is drawn as if there was none.
    property bool scrolledOut: false

    opacity: scrolledOut ? 0 : 1
    anchors.fill: parent
    preferredRendererType: Shape.CurveRenderer

    ShapePath {
        strokeColor: border.color
        strokeWidth: border.thickness
        strokeStyle: ShapePath.DashLine
        dashPattern: [2.1, 1.3]
        capStyle: ShapePath.FlatCap
        fillColor: "transparent"
        trim.end: border.sewn

        PathRectangle {
            x: border.inset
            y: border.inset
            width: Math.max(0, border.width - 2 * border.inset)
            height: Math.max(0, border.height - 2 * border.inset)
            radius: Math.max(0, border.radius - border.inset / 2)
        }
    }
}
