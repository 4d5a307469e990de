// One column of the board: its cards, then its empty places. With a card in the hand that may go here, a touch lays it.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Item {
    id: one

    // {id, label, icon, colour}.
    required property var column
    required property int places
    // {card, title} each.
    required property var cards
    property string inHand
    property bool open: false
    property bool aimed: false
    property real gap: 16
    readonly property real down: (height - (places - 1) * gap) / places

    // `byKey`: by keyboard, so the next thing to do wants the focus.
    signal taken(string card, bool byKey)
    signal chosen
    signal lifted(string card, real x, real y)
    signal carried(real x, real y)
    signal dropped

    Repeater {
        model: one.places

        Touchable {
            id: place

            required property int index

            objectName: "place-" + one.column.id + "-" + index
            visible: index >= one.cards.length
            enabled: visible && one.open
            activeFocusOnTab: false
            y: index * (one.down + one.gap)
            width: one.width
            height: one.down
            name: one.column.label
            onActivated: one.chosen()

            TalkSlot {
                anchors.fill: parent
                colour: one.column.colour
                aimed: one.aimed && one.open && place.index === one.cards.length
            }
        }
    }

    // By number, so that a card that is being dragged is not made anew.
    Repeater {
        model: one.cards.length

        TalkCard {
            required property int index
            readonly property var card: one.cards[index]

            key: card ? card.card : ""
            title: card ? card.title : ""
            name: qsTr("%1, in %2").arg(title).arg(one.column.label)
            colour: one.column.colour
            away: one.inHand === key
            y: index * (one.down + one.gap)
            width: one.width
            height: one.down
            onActivated: one.taken(key, activeFocus)
            onLifted: (x, y) => one.lifted(key, x, y)
            onCarried: (x, y) => one.carried(x, y)
            onDropped: one.dropped()
        }
    }
}
