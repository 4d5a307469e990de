// Progress as a running stitch with a needle at the front: `value` of `total` stitches sewn. Pair it with words.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: stitches

    required property real value
    required property int total
    property color color: Theme.accent
    property color emptyColor: Theme.stitchEmpty
    // Where the needle is: moves to `value` in 600 ms.
    property real sewn: value
    readonly property real segment: width / Math.max(1, total)
    readonly property real thickness: Math.min(Theme.highContrast ? 13 : 11, segment * (Theme.highContrast ? 0.28 : 0.19), height * 0.3)
    readonly property real gap: Math.max(5, thickness * 0.95)
    readonly property real rise: Math.min(10, segment * 0.11)

    implicitWidth: 270
    implicitHeight: 44
    Accessible.role: Accessible.ProgressBar
    Accessible.name: value + " / " + total

    Behavior on sewn {
        NumberAnimation { duration: Theme.stitchTime; easing.type: Easing.InOutSine }
    }

    Item {
        anchors.fill: parent
        transform: Scale { origin.x: stitches.width / 2; xScale: Theme.rtl ? -1 : 1 }

        Repeater {
            model: stitches.total

            Shape {
                id: stitch

                required property int index
                readonly property real done: Math.max(0, Math.min(1, stitches.sewn - index))
                readonly property real from: index * stitches.segment + stitches.gap
                readonly property real to: (index + 1) * stitches.segment - stitches.gap
                readonly property real middle: (from + to) / 2
                readonly property real base: stitches.height / 2 + 2
                readonly property real crest: stitches.height / 2 - stitches.rise
                readonly property real dotWidth: Math.max(1, stitches.thickness * 0.82)
                readonly property real dash: stitches.segment > 50 ? 2 : 0.1
                readonly property int dots: Math.max(2, Math.round((to - from) / 17))

                // The needle lies on it: where stitches are small, its dots would only blur it.
                readonly property bool under: stitches.segment < 60 && index === Math.floor(stitches.sewn)

                preferredRendererType: Shape.CurveRenderer

                ShapePath {
                    strokeColor: stitch.done < 1 && !stitch.under ? stitches.emptyColor : "transparent"
                    strokeWidth: stitch.dotWidth
                    strokeStyle: ShapePath.DashLine
                    dashPattern: [stitch.dash / stitch.dotWidth, Math.max(9, (stitch.to - stitch.from) / stitch.dots - 2) / stitch.dotWidth]
                    capStyle: ShapePath.RoundCap
                    fillColor: "transparent"
                    startX: stitch.from
                    startY: stitch.base

                    PathQuad { controlX: stitch.middle; controlY: stitch.crest; x: stitch.to; y: stitch.base }
                }

                ShapePath {
                    strokeColor: stitch.done > 0 ? stitches.color : "transparent"
                    strokeWidth: stitches.thickness
                    capStyle: ShapePath.RoundCap
                    fillColor: "transparent"
                    startX: stitch.from
                    startY: stitch.base

                    PathQuad {
                        controlX: stitch.from + (stitch.middle - stitch.from) * stitch.done
                        controlY: stitch.base + (stitch.crest - stitch.base) * stitch.done
                        x: stitch.from + (stitch.to - stitch.from) * stitch.done
                        y: stitch.base + 2 * stitch.done * (1 - stitch.done) * (stitch.crest - stitch.base)
                    }
                }
            }
        }

        Needle {
            x: stitches.sewn * stitches.segment
            y: stitches.height / 2
            scale: Math.min(1, stitches.segment / 44)
            transformOrigin: Item.TopLeft
            visible: stitches.sewn < stitches.total
        }
    }
}
