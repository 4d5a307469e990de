// A torn paper edge to lay over a picture. `edge` is the side of the picture that the paper covers:
// "bottom" (activity card), "right" (portrait card), "left" (zone-home picture). Size it to the strip that is paper.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: torn

    property string edge: "bottom"
    property color color: Theme.card
    readonly property bool across: edge === "bottom"
    // Each outline in its own box, stretched to this item.
    readonly property var outlines: ({
        "bottom": [552, 44, "M0 44V22C90 -4 190 8 280 20C380 34 470 30 552 8V44Z", 0, -7],
        "right": [80, 304, "M80 0H42C14 60 66 108 38 166C16 216 58 258 34 304H80Z", -8, 0],
        "left": [190, 420, "M-2 0H190C120 90 170 190 110 270C80 320 90 370 60 422H-2Z", 12, 0]
    })
    readonly property var outline: outlines[edge]

    visible: !Theme.highContrast
    transform: Scale { origin.x: torn.width / 2; xScale: Theme.rtl ? -1 : 1 }
    Accessible.ignored: true

    Repeater {
        model: 2

        Shape {
            id: layer

            required property int index

            x: index === 0 ? torn.outline[3] : 0
            y: index === 0 ? torn.outline[4] : 0
            width: torn.outline[0]
            height: torn.outline[1]
            preferredRendererType: Shape.CurveRenderer
            transform: Scale { xScale: torn.width / torn.outline[0]; yScale: torn.height / torn.outline[1] }

            ShapePath {
                strokeColor: "transparent"
                fillColor: layer.index === 0 ? Theme.shadowNear : torn.color

                PathSvg { path: torn.outline[2] }
            }
        }
    }
}
