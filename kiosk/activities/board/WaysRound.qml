// One round in words: the cards that somebody laid, in which column, and how many before. Or what the agreed board is.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Column {
    id: round

    required property string heading
    // As rounds.js makes it.
    required property var column
    // Not a round: where all of them came together.
    required property bool agreed
    // Too few were here at all: that has been said above.
    required property bool few
    readonly property int total: column.total
    // The columns stand beside the titles, each under its name.
    readonly property bool beside: width > 900 && total > 0 && !agreed && Theme.textFactor < 1.3
    readonly property real titles: beside ? width - 3 * 186 : width

    spacing: beside ? 6 : 12
    bottomPadding: 12

    Row {
        width: parent.width
        layoutDirection: Theme.rtl ? Qt.RightToLeft : Qt.LeftToRight

        Label {
            id: title

            width: round.titles
            rightPadding: round.beside ? 16 : 0
            text: round.agreed ? round.heading
                : round.total === 0 ? qsTr("%1. %2’s turn").arg(round.heading).arg(round.column.speaker)
                : qsTr("%1. %2’s turn. %3 came by here before you").arg(round.heading).arg(round.column.speaker).arg(round.total)
            size: Theme.sizeMeta
            color: Theme.zone.name
        }

        Repeater {
            model: round.beside ? round.column.beads[0].spots : []

            Label {
                required property var modelData

                width: (round.width - round.titles) / round.column.beads[0].spots.length
                y: title.height - height
                horizontalAlignment: Text.AlignHCenter
                text: modelData.column.label
                size: Theme.sizeFloor
            }
        }
    }

    Body {
        width: parent.width
        visible: round.agreed
        text: round.few ? qsTr("Until now every card could still be moved.") : qsTr("Until now every card could still be moved or put back. So the numbers say where the cards lay at the end.")
        size: Theme.sizeMeta
    }

    Repeater {
        model: round.agreed ? [] : round.column.beads.filter(bead => bead.own || bead.count > 0)

        Item {
            id: row

            required property var modelData
            readonly property bool none: modelData.id === ""
            readonly property var spots: modelData.spots.filter(spot => round.beside || spot.own || spot.count > 0)

            width: round.width
            height: Math.max(bead.height, words.height, round.beside ? places.height : places.y + places.height) + 4

            CountBead {
                id: bead

                x: (round.beside ? 70 - width : 84 - width) / 2
                count: row.modelData.count
                own: row.modelData.own
                size: round.beside ? 50 : 56
                stitched: false
            }

            Column {
                id: words

                x: round.beside ? 84 : 98
                y: Math.max(0, (bead.height - height) / 2)
                width: round.titles - x - (round.beside ? 16 : 0)

                Body {
                    width: parent.width
                    text: !row.none ? row.modelData.say : row.modelData.own ? qsTr("You laid no card from this round") : qsTr("No card from this round")
                    size: Theme.sizeMeta
                    leading: 1.2
                    bold: row.modelData.own
                }
            }

            Flow {
                id: places

                x: round.beside ? round.titles : words.x
                y: round.beside ? Math.max(0, (bead.height - 52) / 2) : Math.max(bead.height, words.y + words.height) + 6
                width: round.width - x
                spacing: round.beside ? 0 : 10
                layoutDirection: Theme.rtl ? Qt.RightToLeft : Qt.LeftToRight

                Repeater {
                    model: row.spots

                    Item {
                        id: spot

                        required property var modelData

                        width: round.beside ? places.width / row.spots.length : place.width
                        height: place.height

                        WaysPlace {
                            id: place

                            anchors.horizontalCenter: parent.horizontalCenter
                            most: round.beside ? places.width / row.spots.length - 10 : places.width
                            column: spot.modelData.column
                            own: spot.modelData.own
                            count: spot.modelData.count
                            counted: round.total > 0
                            named: !round.beside
                        }
                    }
                }
            }
        }
    }

    Body {
        width: parent.width
        visible: round.total === 0 && !round.few
        text: qsTr("Only a few came by this round before you.")
        size: Theme.sizeMeta
    }
}
