// Whose turn it is to ring softly among `count` hotspots: one every 5 seconds, never two at once. Bind
// Hotspot.ringing to `turn === index`.
import QtQuick

Timer {
    required property int count
    property int turn: -1

    interval: Theme.ringEvery
    repeat: true
    running: count > 0 && !Theme.reducedMotion
    onTriggered: turn = (turn + 1) % count
    onRunningChanged: if (!running) turn = -1
}
