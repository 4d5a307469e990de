// The cards on the table, in one or two rows; where there are too many, the last place turns to the others.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Item {
    id: table

    // {card, title} of each card.
    required property var cards
    required property string hint
    property string inHand
    readonly property real gap: Theme.portrait ? 20 : 16
    readonly property int most: 6
    readonly property bool turned: cards.length > most
    // The first card in sight, when not all are.
    property int first: 0
    readonly property var shown: turned ? cards.slice(first, first + most - 1) : cards
    readonly property int cells: shown.length + (turned ? 1 : 0)
    readonly property int perRow: Theme.portrait || cells === 4 ? 2 : Math.min(3, Math.max(1, cells))
    readonly property int rows: Math.max(1, Math.ceil(cells / perRow))
    readonly property real headed: words.height + 14
    readonly property real across: (width - (perRow - 1) * gap) / perRow
    readonly property real down: Math.min(Theme.portrait ? 120 : 190, (height - headed - (rows - 1) * gap) / rows)

    // `byKey`: by keyboard, so the next thing to do wants the focus.
    signal taken(string card, bool byKey)
    signal lifted(string card, real x, real y)
    signal carried(real x, real y)
    signal dropped

    onCardsChanged: if (first >= cards.length) first = 0

    FittedWords {
        id: words

        // Large words take two lines where the table is deep enough, and the cards lie in one row.
        readonly property bool two: Theme.textFactor > 1.3 && (Theme.portrait || table.rows === 1) && table.height > 300 && Theme.bodyMetrics.advanceWidth(text) / 100 * Theme.text(size) > width

        width: table.width
        height: two ? Math.min(110, Math.round(2.5 * Theme.text(size))) : Math.round(1.26 * Theme.text(size))
        text: table.hint
        size: Theme.sizeMeta
        wrapMode: two ? Text.WordWrap : Text.NoWrap
        Accessible.ignored: false
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    // By number, so that a card that is being dragged is not made anew.
    Repeater {
        model: table.shown.length

        TalkCard {
            required property int index
            readonly property var card: table.shown[index]

            key: card ? card.card : ""
            title: card ? card.title : ""
            away: table.inHand === key
            x: (index % table.perRow) * (table.across + table.gap)
            y: table.headed + Math.floor(index / table.perRow) * (table.down + table.gap)
            width: table.across
            height: table.down
            size: Theme.portrait ? 34 : 32
            onActivated: table.taken(key, activeFocus)
            onLifted: (x, y) => table.lifted(key, x, y)
            onCarried: (x, y) => table.carried(x, y)
            onDropped: table.dropped()
        }
    }

    QuietButton {
        objectName: "turn"
        visible: table.turned
        x: ((table.cells - 1) % table.perRow) * (table.across + table.gap)
        y: table.headed + (table.rows - 1) * (table.down + table.gap)
        width: table.across
        height: table.down
        minimumHeight: 0
        text: qsTr("Other cards")
        icon: "again"
        onActivated: table.first = table.first + table.most - 1 >= table.cards.length ? 0 : table.first + table.most - 1
    }
}
