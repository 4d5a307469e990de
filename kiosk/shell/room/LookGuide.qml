// Beside the picture rather than on it: turning the window (portrait), what to do, and the tray.
import QtQuick
import "../ui"

Item {
    id: guide

    required property string heading
    required property string hint
    required property string counted
    required property var things
    required property string sha
    // {minutes} or null.
    property var clock: null
    // Where the window on the room is, 0 to 1.
    property real along: 0
    readonly property bool timed: Theme.portrait && clock !== null && clock !== undefined
    // A note lies over the upper part.
    property bool covered: false
    // Where the count and the tray begin.
    readonly property real trayTop: foot.y

    signal picked(string id)
    signal turned(int way)

    implicitHeight: foot.y + foot.height
    height: implicitHeight

    LookTurn {
        id: turn

        visible: Theme.portrait && !guide.covered
        width: parent.width
        along: guide.along
        onTurned: way => guide.turned(way)
    }

    Dial {
        id: dial

        visible: guide.timed && !guide.covered
        y: turn.height + 28
        width: 204
        height: 204
        done: 0
        total: guide.timed ? guide.clock.minutes : 1
        number: guide.timed ? String(guide.clock.minutes) : ""
        word: qsTr("minutes left")
        wordSize: 26
        numberSize: 64
    }

    Column {
        id: words

        visible: Theme.portrait && !guide.covered
        x: guide.timed ? 236 : 0
        y: turn.height + 32
        width: parent.width - x
        spacing: 6

        Heading { width: parent.width; text: guide.heading; size: 46 }

        Body { width: parent.width; text: guide.hint; leading: 1.24 }
    }

    Column {
        id: foot

        y: Theme.portrait ? Math.max(words.y + words.height, guide.timed ? dial.y + dial.height : 0) + 28 : 0
        width: parent.width
        spacing: 18

        Item {
            width: parent.width
            height: Math.max(count.height, nudge.height)

            Label {
                id: count

                text: qsTr("You’ve noticed %1").arg(guide.counted)
                size: Theme.sizeMeta
            }

            Label {
                id: nudge

                x: parent.width - width
                width: Math.min(implicitWidth, parent.width - count.width - 24)
                settled: false
                visible: guide.things.some(thing => !thing.done)
                text: qsTr("Touch a “?” for a nudge")
                size: Theme.sizeMeta
                bold: false
                horizontalAlignment: Text.AlignRight
            }
        }

        LookTray {
            x: 5
            things: guide.things
            sha: guide.sha
            room: guide.width - 10
            doubled: Theme.portrait ? 92 : 88
            largest: Theme.portrait ? 96 : 88
            onPicked: id => guide.picked(id)
        }
    }
}
