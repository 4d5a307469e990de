// What lay on the board in the end, column by column, each card with the sort of thing that it was.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Column {
    id: all

    // {card, title, style, column, icon, colour} each, column by column.
    required property var laid
    readonly property var kinds: ({
        "form": ["document", qsTr("A form to fill in")],
        "kind": ["heart", qsTr("A kind full stop")],
        "open": ["speech", qsTr("A door opened")]
    })

    spacing: 14
    bottomPadding: 32

    Body {
        width: parent.width
        visible: all.laid.length === 0
        text: qsTr("The board stayed empty. That happens in good meetings, too.")
    }

    Repeater {
        model: all.laid

        Column {
            id: row

            required property int index
            required property var modelData
            readonly property bool first: index === 0 || all.laid[index - 1].column !== modelData.column
            readonly property color deep: Theme.highContrast ? Theme.ink : Theme.zoneOf(modelData.colour, "deep")

            width: all.width
            spacing: 12
            topPadding: first && index > 0 ? 14 : 0

            Row {
                visible: row.first
                spacing: 14
                layoutDirection: Theme.rtl ? Qt.RightToLeft : Qt.LeftToRight

                IconImage { anchors.verticalCenter: parent.verticalCenter; width: 38; height: 38; name: row.modelData.icon; color: row.deep }

                Label { anchors.verticalCenter: parent.verticalCenter; text: row.modelData.column }
            }

            Rectangle {
                width: row.width
                height: words.height + 28
                radius: 20
                color: Theme.highContrast ? Theme.ground : Theme.zoneOf(row.modelData.colour, "tint")
                border.width: Theme.highContrast ? 4 : 0
                border.color: Theme.line
                antialiasing: true

                IconImage {
                    x: Theme.rtl ? parent.width - width - 24 : 24
                    anchors.verticalCenter: parent.verticalCenter
                    width: 40
                    height: 40
                    name: all.kinds[row.modelData.style][0]
                    color: row.deep
                }

                Column {
                    id: words

                    x: Theme.rtl ? 24 : 88
                    y: 14
                    width: row.width - 112

                    Body { width: parent.width; text: row.modelData.title; leading: 1.24 }

                    Label { width: parent.width; text: all.kinds[row.modelData.style][1]; size: Theme.sizeFloor; bold: false; color: Theme.inkSoft }
                }
            }
        }
    }
}
