// A stitched way along any SVG path `d`: a walk on the map, the way from "before" to "now". `progress` 0 to 1 is sewn.
import QtQuick
import QtQuick.Shapes

Item {
    id: thread

    required property string d
    property real progress: 1
    property color color: Theme.accent
    property color haloColor: "transparent"
    property real thickness: 8
    property var dashes: [22, 16]
    property bool needle: true
    property real sewn: progress

    Behavior on sewn {
        NumberAnimation { duration: Theme.stitchTime; easing.type: Easing.InOutSine }
    }

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: thread.haloColor
            strokeWidth: thread.thickness * 2
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"

            PathSvg { path: thread.d }
        }

        ShapePath {
            strokeColor: thread.color
            strokeWidth: thread.thickness
            strokeStyle: ShapePath.DashLine
            dashPattern: thread.dashes.map(dash => dash / thread.thickness)
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            trim.end: thread.sewn

            PathSvg { path: thread.d }
        }
    }

    PathInterpolator {
        id: front

        path: Path { PathSvg { path: thread.d } }
        progress: Math.max(0, Math.min(1, thread.sewn))
    }

    Needle {
        x: front.x
        y: front.y
        rotation: front.angle
        transformOrigin: Item.TopLeft
        visible: thread.needle
    }
}
