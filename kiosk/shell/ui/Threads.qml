// Everybody's ways through a talk as one cloth of threads, one's own in gold. `columns` come from threads.js; a touch on one
// emits `picked`. Lies along the page, or down it where `upright`.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "threads.js" as Ways

Item {
    id: cloth

    required property var columns
    // {id, own, count} each.
    required property var endings
    required property int walks
    property bool upright: false
    property int current: 0
    // What a column is called for those who hear it, in order.
    property var names: []
    // How far threads reach outside, to the edge of the paper: where the first one begins, and those from elsewhere.
    property real lead: 0
    property real brim: 0
    readonly property real along: upright ? height : width
    readonly property real across: upright ? width : height
    readonly property real bead: Math.max(56, 30 + Theme.text(Theme.sizeFloor))
    // The widest that a bead gets along the cloth; figures are 0.6 of their size wide.
    readonly property real row: (upright ? bead : Math.max(bead, 0.6 * Theme.text(Theme.sizeFloor) * String(walks).length + bead * 0.44)) + 16
    readonly property real edge: row * 0.5 + 8
    readonly property var drawn: along > 0 && across > 0 && columns.length > 0 ? Ways.cloth(columns, endings, {
        "along": along, "across": across, "edge": edge, "bead": bead + 12, "row": row, "gap": Math.min(across * 0.24, bead * 1.7),
        "wide": Math.min(bead * 1.3, across * 0.22), "walks": walks, "lead": lead, "brim": brim
    }, place) : null

    signal picked(int column)

    function place(a: real, c: real): var {
        return upright ? [c, a] : [Theme.rtl ? along - a : a, c]
    }

    Repeater {
        model: cloth.columns.length

        Touchable {
            id: column

            required property int index
            readonly property real start: cloth.edge + index * (cloth.drawn ? cloth.drawn.part : 0)
            readonly property real long: cloth.drawn ? cloth.drawn.part : 0
            readonly property bool on: cloth.current === index

            objectName: "moment-" + index
            x: cloth.upright ? 0 : (Theme.rtl ? cloth.along - start - long : start)
            y: cloth.upright ? start : 0
            width: cloth.upright ? cloth.across : long
            height: cloth.upright ? long : cloth.across
            name: cloth.names[index] || ""
            accessibleRole: Accessible.RadioButton
            checked: on
            onActivated: cloth.picked(index)

            Rectangle {
                anchors.fill: parent
                radius: Theme.radiusChoice
                visible: column.on || column.pressed
                color: Theme.zone.tint
                border.width: Theme.highContrast ? 5 : 0
                border.color: Theme.accent
                antialiasing: true
            }

            FocusRing { control: column; gap: -2; radius: Theme.radiusChoice }
        }
    }

    Shape {
        anchors.fill: parent
        visible: cloth.drawn !== null
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: "transparent"
            fillColor: Theme.highContrast ? Theme.line : Qt.tint(Theme.card, Qt.alpha(Theme.zone.deep, 0.46))
            fillRule: ShapePath.WindingFill

            PathSvg { path: cloth.drawn ? cloth.drawn.bands : "" }
        }

        ShapePath {
            strokeColor: "transparent"
            fillColor: Theme.highContrast ? Qt.alpha(Theme.line, 0.5) : Qt.tint(Theme.card, Qt.alpha(Theme.zone.deep, 0.22))
            fillRule: ShapePath.WindingFill

            PathSvg { path: cloth.drawn ? cloth.drawn.joining : "" }
        }

        ShapePath {
            strokeColor: Theme.line
            strokeWidth: 6
            strokeStyle: ShapePath.DashLine
            dashPattern: [0.1, 2.2]
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"

            PathSvg { path: cloth.drawn ? cloth.drawn.loose : "" }
        }
    }

    ThreadPath {
        anchors.fill: parent
        visible: cloth.drawn !== null
        d: cloth.drawn ? cloth.drawn.own : "M0 0L1 0"
        color: Theme.thread
        haloColor: Theme.card
        thickness: 8
        needle: false
    }

    Repeater {
        model: cloth.drawn ? cloth.drawn.knots : []

        Rectangle {
            required property var modelData

            x: modelData[0] - 11
            y: modelData[1] - 11
            width: 22
            height: 22
            radius: 11
            color: Theme.card
            border.width: 5
            border.color: Theme.ink
            antialiasing: true
        }
    }

    Repeater {
        model: cloth.drawn ? cloth.drawn.beads : []

        CountBead {
            required property var modelData

            x: modelData.x - width / 2
            y: modelData.y - height / 2
            size: cloth.upright ? cloth.bead : Math.min(cloth.bead, modelData.room - 8)
            most: cloth.upright ? modelData.room - 4 : Infinity
            count: modelData.count
            own: modelData.own
        }
    }

    Repeater {
        model: cloth.drawn ? cloth.drawn.ends : []

        CountBead {
            required property var modelData

            x: modelData.x - width / 2
            y: modelData.y - height / 2
            size: cloth.upright ? cloth.bead : Math.min(cloth.bead, modelData.room - 8)
            most: cloth.upright ? modelData.room - 4 : Infinity
            count: modelData.count
            own: modelData.own
            ending: true
        }
    }
}
