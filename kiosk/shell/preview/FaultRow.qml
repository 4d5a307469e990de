// One fault: where, how bad, what, and what to do.
import QtQuick
import "../ui"

Touchable {
    id: row

    required property int index
    required property var modelData
    property bool chosen: false
    readonly property color tone: modelData.tone === "stops" ? Desk.fault : modelData.tone === "opening" ? Desk.warning : Desk.inkSoft

    name: modelData.where + ". " + modelData.severity
    implicitHeight: column.implicitHeight + Desk.px(26)

    Rectangle {
        anchors.fill: parent
        anchors.margins: Desk.px(2)
        radius: Desk.px(10)
        color: row.chosen ? Desk.sun : "transparent"
        opacity: row.chosen ? 0.55 : 1
        border.width: row.activeFocus ? Desk.px(3) : 0
        border.color: Desk.thread
    }

    Rectangle {
        width: parent.width
        height: Math.max(1, Desk.px(1.5))
        color: Desk.rule
    }

    DeskIcon {
        x: Desk.px(8)
        y: Desk.px(14)
        name: row.modelData.tone === "look" ? "info" : "warning"
        size: 28
        color: row.tone
    }

    Column {
        id: column

        x: Desk.px(52)
        y: Desk.px(13)
        width: parent.width - x - Desk.px(8)
        spacing: Desk.px(2)

        Item {
            width: parent.width
            height: place.implicitHeight

            DeskText {
                id: place

                anchors.left: parent.left
                anchors.right: severity.left
                anchors.rightMargin: Desk.px(12)
                text: row.modelData.where
                color: Desk.place
                bold: true
                elide: Text.ElideMiddle
                wrapMode: Text.NoWrap
            }

            DeskText {
                id: severity

                anchors.right: parent.right
                text: row.modelData.severity
                color: row.tone
                bold: true
                wrapMode: Text.NoWrap
            }
        }

        DeskText {
            width: parent.width
            text: row.modelData.what
            textFormat: Text.StyledText
            bold: true
        }

        DeskText {
            width: parent.width
            text: row.modelData.do
            textFormat: Text.StyledText
        }
    }
}
