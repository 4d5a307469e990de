// A dashed outline of a rounded rectangle. Dashes in widths of the line.
import QtQuick
import QtQuick.Shapes

Shape {
    id: edge

    property real radius: 0
    property real thick: 3
    property color color: "black"
    property list<real> dash: [2, 1.5]

    ShapePath {
        fillColor: "transparent"
        strokeColor: edge.color
        strokeWidth: edge.thick
        strokeStyle: ShapePath.DashLine
        dashPattern: edge.dash
        capStyle: ShapePath.RoundCap

        PathRectangle {
            x: edge.thick / 2
            y: edge.thick / 2
            width: edge.width - edge.thick
            height: edge.height - edge.thick
            radius: edge.radius
        }
    }
}
