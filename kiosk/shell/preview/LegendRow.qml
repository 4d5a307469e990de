// What a line or a colour of the graph means.
import QtQuick

Row {
    id: row

    required property var modelData
    readonly property string sort: modelData.sort

    spacing: Desk.px(12)

    Item {
        anchors.verticalCenter: parent.verticalCenter
        width: Desk.px(36)
        height: Desk.px(22)

        Row {
            anchors.verticalCenter: parent.verticalCenter
            visible: row.sort === "way"
            spacing: Desk.px(6)

            Repeater {
                model: 2

                Rectangle {
                    width: Desk.px(15)
                    height: Desk.px(6)
                    radius: height / 2
                    color: Desk.thread
                }
            }
        }

        Rectangle {
            anchors.fill: parent
            visible: row.sort === "ending" || row.sort === "stuck"
            radius: row.sort === "ending" ? height / 2 : Desk.px(6)
            color: row.sort === "ending" ? Desk.endingTint : Desk.fault
            border.width: row.sort === "ending" ? Desk.px(2) : 0
            border.color: Desk.ending
        }

        DashedEdge {
            anchors.fill: parent
            visible: row.sort === "lost"
            radius: Desk.px(6)
            color: Desk.warning
            thick: Desk.px(3)
            dash: [0.6, 1.8]
        }
    }

    DeskText {
        anchors.verticalCenter: parent.verticalCenter
        text: row.modelData.text
        size: 18
        wrapMode: Text.NoWrap
    }
}
