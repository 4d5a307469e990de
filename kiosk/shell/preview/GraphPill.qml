// A screen in the graph: its name, what it is, and whether the stage is there.
import QtQuick
import "../ui"

Touchable {
    id: pill

    required property var modelData
    // Pixels for one of the graph's own.
    required property real grow
    readonly property string sort: modelData.sort
    readonly property bool here: modelData.here
    readonly property bool solid: sort === "start" || sort === "stuck"
    readonly property color edge: sort === "stuck" ? Desk.fault : sort === "lost" ? Desk.warning : sort === "ending" ? Desk.ending : sort === "start" ? Desk.ink : Desk.line

    name: modelData.name + (here ? ". " + qsTr("You are here") : "") + (modelData.note ? ". " + modelData.note : "")
    x: modelData.x * grow
    y: modelData.y * grow
    width: modelData.width * grow

    Rectangle {
        anchors.fill: parent
        radius: pill.sort === "ending" ? height / 2 : 12 * pill.grow
        color: pill.here ? Desk.hereTint : pill.sort === "stuck" ? Desk.fault : pill.sort === "start" ? Desk.ink : pill.sort === "ending" ? Desk.endingTint : Desk.card
        border.width: pill.dashed ? 0 : Math.max(1.5, 2 * pill.grow)
        border.color: pill.edge
    }

    readonly property bool dashed: here || sort === "lost"

    DashedEdge {
        anchors.fill: parent
        visible: pill.dashed
        radius: pill.sort === "ending" ? height / 2 : 12 * pill.grow
        color: pill.here ? Desk.fault : pill.edge
        thick: (pill.here ? 4 : 3) * pill.grow
        dash: pill.here ? [2.2, 1.4] : [0.6, 1.8]
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Desk.px(4)
        visible: pill.activeFocus
        radius: 14 * pill.grow
        color: "transparent"
        border.width: Desk.px(3)
        border.color: Desk.thread
    }

    DeskText {
        anchors.fill: parent
        anchors.leftMargin: 8 * pill.grow
        anchors.rightMargin: 8 * pill.grow
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: pill.modelData.name
        font.pixelSize: Math.max(9, 17 * pill.grow)
        bold: pill.here || pill.solid
        color: pill.solid && !pill.here ? Desk.paper : Desk.ink
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        lineHeight: 1
        Accessible.ignored: true
    }

    DeskText {
        anchors.top: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        text: pill.here ? qsTr("you are here") : pill.modelData.note
        visible: text !== ""
        font.pixelSize: Math.max(9, 15 * pill.grow)
        bold: true
        style: Text.Outline
        styleColor: Desk.card
        color: pill.sort === "lost" && !pill.here ? Desk.warning : Desk.fault
        wrapMode: Text.NoWrap
        lineHeight: 1
        Accessible.ignored: true
    }
}
