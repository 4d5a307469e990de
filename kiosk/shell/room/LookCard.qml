// What to do here, on a card that lies where the picture is calm, with the clock that waits until somebody speaks.
import QtQuick
import "../ui"

Paper {
    id: card

    required property string heading
    required property string hint
    // {minutes} or null.
    property var clock: null
    readonly property bool long: hint.length > 40
    readonly property bool timed: clock !== null && clock !== undefined

    width: long ? (timed ? 640 : 470) * Math.min(1.35, Theme.textFactor) : Math.max(262, Math.ceil(title.implicitWidth / 2.3) + 56)
    height: Math.max(timed ? dial.height : 0, words.height) + 54
    radius: 32
    color: Theme.paper
    depth: "sheet"

    Dial {
        id: dial

        visible: card.timed
        x: 24
        y: (card.height - height) / 2 - 4
        width: 196
        height: 196
        done: 0
        total: card.timed ? card.clock.minutes : 1
        number: card.timed ? String(card.clock.minutes) : ""
        word: qsTr("minutes left")
        face: Theme.card
        numberSize: 62
        wordSize: 26
    }

    Column {
        id: words

        x: card.timed ? 244 : 28
        y: 26
        width: card.width - x - 28
        spacing: 10

        Heading {
            id: title

            width: parent.width
            text: card.heading
            size: 45
            leading: 1.02
        }

        Body {
            width: parent.width
            text: card.hint
            size: Theme.sizeMeta
            leading: 1.22
        }
    }
}
