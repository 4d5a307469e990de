// Where the talks led: each ending that somebody came to, with how many before.
pragma ComponentBehavior: Bound

import QtQuick
import "../ui"

Column {
    id: led

    // {title, own, count} each.
    required property var endings
    required property int walks
    // How many endings there are.
    required property int all
    property bool twoUp: false
    readonly property real indent: walks === 0 ? 84 : twoUp ? 80 : 98

    spacing: 8
    bottomPadding: 12

    Label {
        width: parent.width
        text: led.walks === 0 ? qsTr("Where your talk led") : qsTr("Where the talks led")
        size: Theme.sizeMeta
        color: Theme.zone.name
    }

    Grid {
        columns: led.twoUp ? 2 : 1
        columnSpacing: 16
        rowSpacing: 8
        layoutDirection: Theme.rtl ? Qt.RightToLeft : Qt.LeftToRight

        Repeater {
            model: led.endings

            Item {
                id: row

                required property var modelData

                width: led.twoUp ? (led.width - 16) / 2 : led.width
                height: Math.max(64, words.height)

                CountBead {
                    x: led.walks === 0 ? 0 : (led.indent - 14 - width) / 2
                    anchors.verticalCenter: parent.verticalCenter
                    count: row.modelData.count
                    own: row.modelData.own
                    ending: true
                }

                Column {
                    id: words

                    anchors.verticalCenter: parent.verticalCenter
                    x: led.indent
                    width: row.width - x

                    Body {
                        width: parent.width
                        text: row.modelData.title
                        size: Theme.sizeMeta
                        leading: 1.2
                        bold: row.modelData.own
                    }

                    Label {
                        width: parent.width
                        visible: row.modelData.own && led.walks > 0
                        text: led.twoUp ? qsTr("Yours") : row.modelData.count === 0 ? qsTr("Yours, and nobody’s before you") : qsTr("Yours, and %1 before you").arg(row.modelData.count)
                        size: Theme.sizeFloor
                        color: Theme.zone.name
                    }
                }
            }
        }
    }

    Body {
        width: parent.width
        visible: led.endings.length < led.all
        text: qsTr("There are %1 endings in all.").arg(led.all)
        size: Theme.sizeMeta
    }
}
