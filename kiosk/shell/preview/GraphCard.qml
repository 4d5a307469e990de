// Every screen of the activity and every way on: touch one to go there.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

DeskCard {
    id: card

    required property var model
    readonly property var graph: model.graph
    readonly property int pad: Desk.px(24)
    // All of it where that can still be read, or else as much as fits.
    readonly property real room: Math.min((area.width - Desk.px(20)) / Math.max(1, graph.width), (area.height - Desk.px(36)) / Math.max(1, graph.height))
    readonly property real grow: Math.max(0.62 * Desk.unit, Math.min(1.15 * Desk.unit, room))

    signal ask(string what, string name)

    DeskText {
        id: counts

        objectName: "counts"
        x: card.pad
        y: Desk.px(10)
        text: card.model.counts
        size: 22
        bold: true
        wrapMode: Text.NoWrap
    }

    DeskText {
        objectName: "walked"
        anchors.left: counts.right
        anchors.leftMargin: Desk.px(24)
        anchors.right: parent.right
        anchors.rightMargin: card.pad
        anchors.baseline: counts.baseline
        visible: !card.model.empty
        text: card.model.walked !== "" ? card.model.walked : qsTr("Click a screen to go there.")
        color: Desk.inkSoft
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
    }

    DeskText {
        anchors.centerIn: parent
        visible: card.model.empty
        text: qsTr("Its screens and the ways between them come here.")
        color: Desk.inkSoft
    }

    Flickable {
        id: area

        objectName: "graph"
        anchors.top: counts.bottom
        anchors.topMargin: Desk.px(2)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Desk.px(6)
        x: card.pad
        width: parent.width - 2 * card.pad - legend.width - Desk.px(24)
        contentWidth: Math.max(width, inner.width + Desk.px(20))
        contentHeight: Math.max(height, inner.height + Desk.px(36))
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Item {
            id: inner

            x: Desk.px(6)
            y: Math.max(Desk.px(8), (area.height - height) / 2 - Desk.px(6))
            width: card.graph.width * card.grow
            height: card.graph.height * card.grow

            Shape {
                transform: Scale { xScale: card.grow; yScale: card.grow }

                ShapePath {
                    fillColor: "transparent"
                    strokeColor: Desk.line
                    strokeWidth: 1.8
                    capStyle: ShapePath.RoundCap

                    PathSvg { path: card.graph.lines }
                }

                ShapePath {
                    fillColor: "transparent"
                    strokeColor: Desk.thread
                    strokeWidth: 6
                    strokeStyle: ShapePath.DashLine
                    dashPattern: [2.2, 1.9]
                    capStyle: ShapePath.RoundCap

                    PathSvg { path: card.graph.way }
                }
            }

            Repeater {
                model: card.graph.pills

                GraphPill {
                    objectName: "pill-" + modelData.name
                    grow: card.grow
                    height: card.graph.pill * card.grow
                    onActivated: card.ask("go", modelData.name)
                }
            }
        }
    }

    Column {
        id: legend

        anchors.right: parent.right
        anchors.rightMargin: card.pad
        anchors.verticalCenter: area.verticalCenter
        spacing: Desk.px(14)

        Repeater {
            model: card.graph.legend

            LegendRow {}
        }
    }
}
