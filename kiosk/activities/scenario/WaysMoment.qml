// One moment of a talk in words: what was said there, and how many before said each thing.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Column {
    id: moment

    required property int number
    required property int many
    // {total, beads: [{say, own, count}]}.
    required property var column
    // Too few were here at all: that has been said above.
    required property bool few

    readonly property bool twoUp: width > 900 && column.total > 0 && Theme.textFactor < 1.3

    spacing: 12
    bottomPadding: 12

    Label {
        width: parent.width
        text: moment.column.total === 0 ? qsTr("Moment %1 of %2").arg(moment.number).arg(moment.many)
            : qsTr("Moment %1 of %2. %3 came by here before you").arg(moment.number).arg(moment.many).arg(moment.column.total)
        size: Theme.sizeMeta
        color: Theme.zone.name
    }

    Grid {
        columns: moment.twoUp ? 2 : 1
        columnSpacing: 24
        rowSpacing: moment.twoUp ? 8 : 16
        layoutDirection: Theme.rtl ? Qt.RightToLeft : Qt.LeftToRight

        Repeater {
            model: moment.column.beads.filter(bead => bead.own || bead.count > 0)

            Item {
                id: row

                required property var modelData

                width: moment.twoUp ? (moment.width - 24) / 2 : moment.width
                height: Math.max(bead.height, words.height) + 8
                Accessible.role: Accessible.StaticText
                Accessible.name: row.modelData.own ? row.modelData.say : qsTr("%1 said: %2").arg(row.modelData.count).arg(row.modelData.say)

                CountBead {
                    id: bead

                    x: moment.column.total === 0 ? 0 : (84 - width) / 2
                    count: row.modelData.count
                    own: row.modelData.own
                }

                Column {
                    id: words

                    x: moment.column.total === 0 ? bead.width + 20 : 98
                    y: Math.max(0, (bead.height - height) / 2)
                    width: row.width - x
                    spacing: 2

                    Label {
                        width: parent.width
                        visible: row.modelData.own
                        text: moment.column.total === 0 ? qsTr("You said")
                            : row.modelData.count === 0 ? qsTr("You said, and nobody before you")
                            : qsTr("You said, and %1 before you").arg(row.modelData.count)
                        size: Theme.sizeFloor
                        color: Theme.zone.name
                    }

                    Body {
                        width: parent.width
                        visible: moment.column.total > 0
                        text: row.modelData.say
                        size: Theme.sizeMeta
                        leading: 1.2
                        bold: row.modelData.own
                    }

                    Speech {
                        width: parent.width
                        visible: moment.column.total === 0
                        text: row.modelData.say
                        // A long word has room in a narrow column, too.
                        size: width < 500 && Theme.textFactor > 1.3 ? Theme.sizeMeta : 40
                    }
                }
            }
        }
    }

    Body {
        width: parent.width
        visible: moment.column.total === 0 && !moment.few
        text: qsTr("Only a few came by this moment before you.")
        size: Theme.sizeMeta
    }
}
