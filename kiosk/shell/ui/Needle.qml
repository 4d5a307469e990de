// The needle at the front of a thread; its eye at the far end, its tail at (0, 0), pointing right.
import QtQuick
import QtQuick.Shapes

Shape {
    id: needle

    property color color: Theme.ink
    property color eyeColor: Theme.paper

    width: 50
    height: 0
    preferredRendererType: Shape.CurveRenderer

    ShapePath {
        strokeColor: "transparent"
        fillColor: needle.color

        PathSvg { path: "M-6 0L44 -3C50 -4 50 4 44 3L-6 0Z" }
    }

    ShapePath {
        strokeColor: "transparent"
        fillColor: needle.eyeColor

        PathSvg { path: "M33 0A5 1.5 0 1 0 43 0A5 1.5 0 1 0 33 0Z" }
    }
}
