// Quotes on paper, one after the other: the next one fades in over the last and its border is sewn.
// Those that are always there, and between them what a host let through, the newest first.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: montage

    // [{text, who}], and {kind: [text, …]}.
    required property var quotes
    property var live: ({})
    // How long one stays, and how long nothing is there before the next one.
    property real seconds: 10
    property real pause: 0
    property bool running: true
    // Each slip is only as high as its words.
    property bool hug: false
    property int most: 76
    property real padding: 64
    // The quote that is up, counted from 0 (-1: none yet), and whether it is up or has gone for a while.
    property int at: pause > 0 ? -1 : 0
    property bool up: pause === 0
    property int front: 0
    // What can be read now, once it has faded in; empty while nothing is up.
    readonly property string reading: up && all.length > 0 ? all[Math.max(0, at) % all.length].text : ""
    // Whether a turn is due, and in how many milliseconds.
    readonly property alias going: clock.running
    readonly property alias due: clock.interval
    readonly property var all: weave(quotes, live)
    readonly property int fade: Theme.reducedMotion ? Theme.fade : 2 * Theme.pageChange

    // One that came lately after every two that were there.
    function weave(quotes: var, live: var): var {
        const fresh = []
        for (const texts of Object.values(live || {})) {
            for (const text of texts)
                fresh.push({ "text": text, "who": qsTr("Somebody who was here") })
        }
        const woven = []
        for (let i = 0; i < quotes.length || fresh.length > 0; i++) {
            if (i < quotes.length)
                woven.push(quotes[i])
            if (fresh.length > 0 && (i % 2 === 1 || i >= quotes.length))
                woven.push(fresh.shift())
        }
        return woven
    }

    // Some steps on or, below 0, back.
    function go(steps: int): void {
        if (all.length === 0)
            return
        at = (at + steps + all.length) % all.length
        front = 1 - front
        const slip = slips.itemAt(front) as QuoteSlip
        slip.number = at
        clock.restart()
    }

    function turn(): void {
        if (pause > 0)
            up = !up
        if (up)
            go(1)
    }

    Timer {
        id: clock

        interval: (montage.up ? montage.seconds : montage.pause) * 1000
        repeat: true
        running: montage.running && montage.visible && (montage.all.length > 1 || montage.pause > 0)
        onTriggered: montage.turn()
    }

    Repeater {
        id: slips

        model: 2

        QuoteSlip {
            id: slip

            required property int index
            property int number: 0
            readonly property bool shown: montage.front === index && montage.up && montage.all.length > 0
            readonly property var quote: montage.all.length > 0 ? montage.all[number % montage.all.length] : ({ "text": "", "who": "" })

            width: montage.width
            mostHeight: montage.height
            height: montage.hug ? hugged : montage.height
            y: shown || montage.pause > 0 ? 0 : Theme.cardRise
            z: shown ? 1 : 0
            most: montage.most
            padding: montage.padding
            text: quote.text
            who: quote.who
            shade: number
            opacity: shown ? 1 : 0
            visible: opacity > 0
            sewn: shown ? 1 : 0

            Behavior on opacity { NumberAnimation { duration: montage.fade; easing.type: Easing.InOutSine } }

            Behavior on sewn { enabled: slip.shown; NumberAnimation { duration: 2 * Theme.stitchTime; easing.type: Easing.InOutSine } }
        }
    }
}
