// Everything that can be noticed in its place: found ones as circles from the picture, the rest as "?", which point at
// their thing. In one row where they fit, else in two.
pragma ComponentBehavior: Bound

import QtQuick
import "../ui"

Column {
    id: tray

    // The offers of what can be noticed: {id, label, done, props: {box}}.
    required property var things
    required property string sha
    // What it may be wide.
    required property real room
    property real largest: 96
    // The largest that a slot is in two rows.
    property real doubled: 50
    readonly property real least: 15
    readonly property bool oneRow: across(things.length) >= Math.min(78, doubled + 20)
    readonly property int perRow: oneRow ? things.length : Math.ceil(things.length / 2)
    readonly property real slot: Math.min(oneRow ? largest : doubled, across(perRow))
    readonly property real gap: Math.min(Theme.portrait ? 84 : 24, perRow > 1 ? (room - perRow * slot) / (perRow - 1) : least)

    signal picked(string id)

    // The width of a slot when so many share the room.
    function across(count: int): real {
        return Math.floor((room - (count - 1) * least) / Math.max(1, count))
    }

    function made(thing: var): var {
        const box = thing.props.box
        return { "name": thing.label, "found": thing.done, "sha": sha, "view": { "x": box[0], "y": box[1], "width": box[2], "height": box[3] } }
    }

    spacing: Theme.portrait ? 22 : Math.max(12, gap * 0.6)

    Repeater {
        model: tray.oneRow ? 1 : 2

        Tray {
            required property int index

            slot: tray.slot
            spacing: tray.gap
            things: tray.things.slice(index * tray.perRow, (index + 1) * tray.perRow).map(thing => tray.made(thing))
            onPicked: at => tray.picked(tray.things[index * tray.perRow + at].id)
        }
    }
}
