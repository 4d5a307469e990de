// A number as marks: `value` of them are filled, the rest of `total` only outlined. They are as large as fits.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "../../hub/web/marks.mjs" as Marks

Item {
    id: pictograph

    // person, house, flower, bulb, ring, stitch, coin, door or road: see marks.mjs.
    required property string mark
    // A part of a mark is drawn as that part of it.
    required property real value
    property int total: 0
    // Room is kept for so many, so that two pictures beside each other have one scale.
    property int most: 0
    // The height of a mark at the most.
    property real largest: 1000
    // Marks to a row; 0: as many as make them largest.
    property int columns: 0
    // Stands in piles, from the bottom, instead of in rows from the top.
    property bool piled: false
    property color color: Theme.accent
    property color second: Theme.highContrast ? Theme.ground : Theme.doneDeep
    property color third: Theme.highContrast ? Theme.ground : Theme.solidPaper
    property color emptyColor: Theme.line
    // What is shown just now, on its way to `value`.
    property real shown: value
    readonly property int whole: Math.floor(shown + 0.001)
    readonly property real rest: shown - whole > 0.001 ? shown - whole : 0
    readonly property int count: Math.max(1, total, most, Math.ceil(value - 0.001))
    readonly property var box: Marks.mark(mark)
    readonly property var laid: Object.assign(Marks.grid(mark, count, width, height, largest, columns, total > 0), { "back": Theme.rtl })
    readonly property real zoom: laid.zoom
    readonly property real drawnWidth: laid.columns * laid.step * zoom
    readonly property real drawnHeight: laid.rows * box.h * zoom
    readonly property var lastPlace: Marks.place(mark, whole, laid, piled)

    implicitHeight: drawnHeight
    Accessible.ignored: true

    Behavior on shown { NumberAnimation { duration: Theme.stitchTime; easing.type: Easing.InOutSine } }

    component Layer: ShapePath {
        id: layer

        required property int tone
        scale: Qt.size(pictograph.zoom, pictograph.zoom)
        strokeColor: "transparent"
        fillRule: ShapePath.WindingFill
        fillColor: [pictograph.color, pictograph.second, pictograph.third][tone]

        PathSvg { path: Marks.path(pictograph.mark, 0, pictograph.whole, layer.tone, pictograph.laid, pictograph.piled) }
    }

    component Part: ShapePath {
        id: part

        required property int tone
        readonly property color paint: [pictograph.color, pictograph.second, pictograph.third][tone]

        strokeColor: "transparent"
        fillRule: ShapePath.WindingFill
        fillGradient: LinearGradient {
            x1: Theme.rtl ? pictograph.box.w : 0
            x2: Theme.rtl ? 0 : pictograph.box.w

            GradientStop { position: 0; color: part.paint }
            GradientStop { position: pictograph.rest; color: part.paint }
            GradientStop { position: Math.min(1, pictograph.rest + 0.001); color: Qt.alpha(part.paint, 0) }
            GradientStop { position: 1; color: Qt.alpha(part.paint, 0) }
        }

        PathSvg { path: Marks.path(pictograph.mark, 0, 1, part.tone, { "columns": 1, "step": 0 }, false) }
    }

    Item {
        x: Theme.along(0, width, pictograph.width)
        y: pictograph.piled ? pictograph.height - height : Math.max(0, (pictograph.height - height) / 2)
        width: pictograph.drawnWidth
        height: pictograph.drawnHeight

        Shape {
            anchors.fill: parent
            preferredRendererType: Shape.CurveRenderer

            // What is not there, or only in part.
            ShapePath {
                scale: Qt.size(pictograph.zoom, pictograph.zoom)
                strokeColor: pictograph.emptyColor
                strokeWidth: Math.max(1.5, Math.min(3, pictograph.zoom * 2.4))
                strokeStyle: ShapePath.DashLine
                dashPattern: [1.6, 1.8]
                fillColor: "transparent"

                PathSvg { path: Marks.path(pictograph.mark, pictograph.whole, Math.max(pictograph.total, Math.ceil(pictograph.shown - 0.001)), -1, pictograph.laid, pictograph.piled) }
            }

            Layer { tone: 0 }

            Layer { tone: 1 }

            Layer { tone: 2 }
        }

        // A part of a mark: its colours end where the part does. (A clip in what is clipped itself lets everything out.)
        Shape {
            x: pictograph.lastPlace[0] * pictograph.zoom
            y: pictograph.lastPlace[1] * pictograph.zoom
            visible: pictograph.rest > 0
            preferredRendererType: Shape.CurveRenderer
            transform: Scale { xScale: pictograph.zoom; yScale: pictograph.zoom }

            Part { tone: 0 }

            Part { tone: 1 }

            Part { tone: 2 }
        }
    }
}
