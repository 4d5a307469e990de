// One paper hill across the page: waves about `crest`, `swell` high, with its own two offset shadows above it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: hill

    required property color color
    required property real crest
    property real swell: 30
    property real seed: 0
    readonly property string outline: wave()

    function wave(): string {
        const points = 6
        const bottom = height + 40
        let x = 0
        let y = crest + swell * Math.sin(seed)
        let d = "M-20 " + bottom + "L-20 " + y + "L0 " + y
        for (let i = 1; i <= points; i++) {
            const nextX = width * i / points
            const nextY = crest + swell * Math.sin(i * 1.7 + seed)
            const half = (nextX - x) / 2
            d += "C" + (x + half) + " " + y + " " + (nextX - half) + " " + nextY + " " + nextX + " " + nextY
            x = nextX
            y = nextY
        }
        return d + "L" + (width + 20) + " " + y + "L" + (width + 20) + " " + bottom + "Z"
    }

    Accessible.ignored: true

    Repeater {
        model: [
            { "rise": 12, "color": Theme.shadowFar },
            { "rise": 5, "color": Theme.shadowFar },
            { "rise": 0, "color": hill.color }
        ]

        Shape {
            id: layer

            required property var modelData

            y: -modelData.rise
            width: hill.width
            height: hill.height
            preferredRendererType: Shape.CurveRenderer

            ShapePath {
                strokeColor: "transparent"
                fillColor: layer.modelData.color

                PathSvg { path: hill.outline }
            }
        }
    }
}
