// One digit of a PIN: a full ink dot, or a dashed ring while it is still to come.
import QtQuick
import QtQuick.Shapes

Item {
    id: dot

    required property bool filled

    implicitWidth: 60
    implicitHeight: 60
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        visible: dot.filled
        radius: width / 2
        color: Theme.ink
        antialiasing: true
    }

    Shape {
        anchors.fill: parent
        visible: !dot.filled
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: Theme.line
            strokeWidth: 4
            strokeStyle: ShapePath.DashLine
            dashPattern: [2, 1.25]
            capStyle: ShapePath.FlatCap
            fillColor: "transparent"

            PathAngleArc { centerX: 30; centerY: 30; radiusX: 28; radiusY: 28; startAngle: 0; sweepAngle: 360 }
        }
    }
}
