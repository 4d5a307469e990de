// From seed to bloom: level 0 (seed), 1, 2, 3 (bud), 4 (flower). Drawn in a 220 x 233 box.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: plant

    required property int level
    readonly property real stem: [0, 46, 84, 112, 132][level]
    readonly property int leaves: [0, 1, 2, 3, 3][level]

    implicitWidth: 220
    implicitHeight: 233
    Accessible.ignored: true

    // An ellipse as a path, so that it can lie in a Shape.
    function ellipse(x: real, y: real, rx: real, ry: real): string {
        return "M" + (x - rx) + " " + y + "A" + rx + " " + ry + " 0 1 0 " + (x + rx) + " " + y + "A" + rx + " " + ry + " 0 1 0 " + (x - rx) + " " + y + "Z"
    }

    component Part: Shape {
        id: part

        property string d
        property color fill

        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: "transparent"
            fillColor: part.fill

            PathSvg { path: part.d }
        }
    }

    Item {
        width: 220
        height: 233
        scale: plant.width / 220
        transformOrigin: Item.TopLeft

        Item {
            y: 10

            Part { fill: Qt.alpha(Theme.shadowNear, 0.12); d: plant.ellipse(110, 206, 70, 14) }

            Part { fill: "#8A5A34"; d: "M44 196C60 176 160 176 176 196C182 208 38 208 44 196Z" }

            Part { visible: plant.level === 0; fill: "#C9905A"; d: "M98 186C98 170 122 170 122 186C120 196 100 196 98 186Z" }

            Shape {
                visible: plant.level > 0
                preferredRendererType: Shape.CurveRenderer

                ShapePath {
                    strokeColor: "#3F7A4E"
                    strokeWidth: 9
                    capStyle: ShapePath.RoundCap
                    fillColor: "transparent"

                    PathSvg { path: "M110 190C106 " + (190 - plant.stem * 0.5) + " 114 " + (190 - plant.stem * 0.7) + " 110 " + (190 - plant.stem) }
                }
            }

            Repeater {
                model: plant.leaves

                Item {
                    id: pair

                    required property int index

                    y: 172 - index * 30

                    Part { fill: "#4E9A61"; d: "M110 0C128 -26 152 -26 164 -20C156 0 132 8 110 0Z" }

                    Part { fill: "#6DB07A"; d: "M110 4C92 -20 68 -22 56 -14C64 4 88 10 110 4Z" }
                }
            }

            Item {
                y: 190 - plant.stem
                visible: plant.level === 3

                Part { fill: "#F2664B"; d: "M110 8C86 -6 92 -40 110 -46C128 -40 134 -6 110 8Z" }

                Part { fill: "#F88A6A"; d: "M110 8C98 -10 102 -36 110 -46C118 -36 122 -10 110 8Z" }
            }

            Item {
                x: 110
                y: 186 - plant.stem
                visible: plant.level === 4

                Repeater {
                    model: 8

                    Part {
                        id: petal

                        required property int index

                        rotation: index * 45
                        fill: index % 2 === 1 ? "#F2664B" : "#F88A6A"
                        d: plant.ellipse(34, 0, 25, 17)
                        transformOrigin: Item.TopLeft
                    }
                }

                Part { fill: "#FFC145"; d: plant.ellipse(0, 0, 21, 21) }

                Shape {
                    preferredRendererType: Shape.CurveRenderer

                    ShapePath {
                        strokeColor: "#B98319"
                        strokeWidth: 3
                        strokeStyle: ShapePath.DashLine
                        dashPattern: [1.33, 1.33]
                        capStyle: ShapePath.FlatCap
                        fillColor: "transparent"

                        PathAngleArc { centerX: 0; centerY: 0; radiusX: 13; radiusY: 13; startAngle: 0; sweepAngle: 360 }
                    }
                }
            }
        }
    }
}
