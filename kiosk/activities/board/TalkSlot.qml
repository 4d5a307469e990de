// An empty place: dashes. `aimed` when a card over it would be laid here: the column's tint, its own dashes.
import QtQuick
import QtQuick.Shapes
import "../../shell/ui"

Shape {
    id: slot

    property string colour
    property bool aimed: false
    readonly property color deep: Theme.highContrast ? Theme.accent : Theme.zoneOf(colour || "teal", "deep")

    preferredRendererType: Shape.CurveRenderer

    ShapePath {
        strokeColor: slot.aimed ? slot.deep : Theme.line
        strokeWidth: slot.aimed ? 6 : 4
        strokeStyle: ShapePath.DashLine
        dashPattern: [2, 1.3]
        capStyle: ShapePath.FlatCap
        fillColor: slot.aimed && !Theme.highContrast ? Theme.zoneOf(slot.colour || "teal", "tint") : "transparent"

        PathRectangle {
            x: 3
            y: 3
            width: Math.max(0, slot.width - 6)
            height: Math.max(0, slot.height - 6)
            radius: 20
        }
    }
}
