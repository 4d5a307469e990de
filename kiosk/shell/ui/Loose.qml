// Loose stitches across: what scrolls goes on here.
import QtQuick
import QtQuick.Shapes

Shape {
    id: loose

    // It must be seen on the ground it lies on.
    property color color: Theme.line

    height: 4

    ShapePath {
        strokeColor: loose.color
        strokeWidth: 4
        strokeStyle: ShapePath.DashLine
        dashPattern: [0.1, 4.4]
        capStyle: ShapePath.RoundCap
        startX: 2
        startY: 2

        PathLine { x: loose.width - 2; y: 2 }
    }
}
