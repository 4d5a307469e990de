// What is given up above and below of a column that scrolls in `flick`, so that no line of words is cut through while it
// rests. The part in sight begins at `from` and ends at `to`, in the measure of `column`.
import QtQuick
import "edges.js" as Edges

Item {
    id: edging

    required property Flickable flick
    required property Item column
    required property real from
    required property real to
    // How high what is in sight is.
    required property real seen
    // There is more above and below.
    required property bool above
    required property bool below
    required property bool resting
    // What the keyboard has brought into sight: it is not given up.
    property Item held: null
    property real lostAbove: 0
    property real lostBelow: 0
    // Not yet sure of that.
    readonly property bool turning: again.running

    // Where it begins and ends, by what stands there.
    function settle(): void {
        const found = resting && (above || below) ? Edges.strips(column, seen * Edges.SMALL) : []
        const top = held ? held.mapToItem(column, 0, 0).y : 0
        const first = above ? Edges.whole(found, from, 1, seen) - from : 0
        const last = below ? to - Edges.whole(found, to, -1, seen) : 0
        lostAbove = held && top < from + first ? 0 : first
        lostBelow = held && top + held.height > to - last ? 0 : last
        look()
    }

    function look(): void {
        Edges.sight(column, 0, from + lostAbove, to - lostBelow)
    }

    // At once, and when what is inside has found its place.
    function settleSoon(): void {
        soon.restart()
        again.restart()
    }

    onRestingChanged: settle()
    onSeenChanged: settleSoon()
    onVisibleChanged: settleSoon()

    Connections {
        target: edging.flick

        function onMovementStarted(): void {
            edging.held = null
        }

        function onContentHeightChanged(): void {
            edging.settleSoon()
        }

        function onContentYChanged(): void {
            edging.resting ? edging.settleSoon() : edging.look()
        }
    }

    Timer {
        id: soon

        interval: 0
        onTriggered: edging.settle()
    }

    Timer {
        id: again

        interval: 60
        onTriggered: edging.settle()
    }

    // Lines may change inside while the whole stays as high as it was.
    Timer {
        interval: 500
        repeat: true
        running: (edging.above || edging.below) && edging.visible && edging.resting
        onTriggered: edging.settle()
    }
}
