// The board: its columns, the places in them, and the cards that lie there. A column that a card in the hand may go to
// can be touched as a whole.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Item {
    id: board

    required property string heading
    // {id, label, icon, colour} each.
    required property var columns
    required property int places
    // {card, title, column} of every card on it.
    required property var laid
    // The card in the hand, if any, and the columns that it may go to.
    property string inHand
    property var open: []
    // The column that a dragged card is over.
    property string over
    // It stands by itself, not on the board in the picture.
    property bool free: false
    readonly property real edge: 22
    readonly property real gap: 16
    readonly property real across: (width - 2 * edge - (columns.length - 1) * gap) / columns.length
    readonly property real headed: heads.y + heads.height + 10

    // `byKey`: by keyboard, so the next thing to do wants the focus.
    signal taken(string card, bool byKey)
    signal chosen(string column)
    signal lifted(string card, real x, real y)
    signal carried(real x, real y)
    signal dropped

    function cardsIn(column: string): var {
        return laid.filter(one => one.column === column)
    }

    // The column at a point of this item; empty beside them.
    function columnAt(x: real, y: real): string {
        const index = Math.floor((x - edge + gap / 2) / (across + gap))
        return y > 0 && y < height + 40 && index >= 0 && index < columns.length ? columns[index].id : ""
    }

    Paper {
        anchors.fill: parent
        visible: board.free
        radius: Theme.radiusCard
        color: Theme.paper
        depth: "sheet"
    }

    Heading {
        id: title

        x: board.edge
        y: 14
        width: board.width - 2 * board.edge
        text: board.heading
        size: 40
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
    }

    Row {
        id: heads

        x: board.edge
        y: title.y + title.height + 8
        spacing: board.gap
        layoutDirection: Theme.rtl ? Qt.RightToLeft : Qt.LeftToRight

        Repeater {
            model: board.columns

            Row {
                id: head

                required property var modelData

                width: board.across
                height: 44
                spacing: 12
                layoutDirection: Theme.rtl ? Qt.RightToLeft : Qt.LeftToRight

                IconImage {
                    anchors.verticalCenter: parent.verticalCenter
                    width: 36
                    height: 36
                    name: head.modelData.icon
                    color: Theme.highContrast ? Theme.ink : Theme.zoneOf(head.modelData.colour, "deep")
                }

                FittedWords {
                    width: head.width - 48
                    height: head.height
                    wrapMode: Text.NoWrap
                    text: head.modelData.label
                    bold: true
                    size: Theme.sizeLabel
                }
            }
        }
    }

    Row {
        x: board.edge
        y: board.headed
        spacing: board.gap
        layoutDirection: Theme.rtl ? Qt.RightToLeft : Qt.LeftToRight

        Repeater {
            model: board.columns.length

            TalkColumn {
                required property int index

                width: board.across
                height: board.height - board.headed - board.edge
                column: board.columns[index]
                places: board.places
                cards: board.cardsIn(board.columns[index].id)
                inHand: board.inHand
                open: board.open.includes(column.id)
                aimed: board.over === column.id
                gap: board.gap
                onTaken: (card, byKey) => board.taken(card, byKey)
                onChosen: board.chosen(column.id)
                onLifted: (card, x, y) => board.lifted(card, x, y)
                onCarried: (x, y) => board.carried(x, y)
                onDropped: board.dropped()
            }
        }
    }
}
