// A part of a picture that drifts there and back, slowly: laid exactly over the Art that shows the whole picture.
// Three small drawings, made once: the place without it, it alone, and what lies over it. Still with reduced motion.
import QtQuick

Item {
    id: drift

    // The Art behind; it shows all of its picture.
    required property Art picture
    // The picture's own size.
    required property size whole
    // {group, box, by, seconds, others, behind}: boxes are picture units. See kiosk/content/moving.py.
    required property var move
    readonly property var by: move.by
    readonly property rect region: Qt.rect(move.box[0] + Math.min(0, by[0]) - 4, move.box[1] + Math.min(0, by[1]) - 4, move.box[2] + Math.abs(by[0]) + 8, move.box[3] + Math.abs(by[1]) + 8)
    readonly property real zoom: Math.max(picture.width / whole.width, picture.height / whole.height)
    readonly property real cutLeft: (whole.width - picture.width / zoom) / 2
    readonly property real cutTop: (whole.height - picture.height / zoom) / 2
    // Whole device pixels, so that the drawings lie on the picture to the pixel.
    readonly property real grid: 1 / Math.max(0.01, Theme.pixelScale)
    readonly property rect part: Qt.rect(cutLeft + x / zoom, cutTop + y / zoom, width / zoom, height / zoom)
    readonly property bool ready: !under.loading && !mover.loading && !over.loading
    // How far, 0 to 1 and back.
    property real turn: 0
    readonly property real along: (1 - Math.cos(turn * 2 * Math.PI)) / 2

    x: Math.floor((region.x - cutLeft) * zoom / grid) * grid
    y: Math.floor((region.y - cutTop) * zoom / grid) * grid
    width: Math.ceil(region.width * zoom / grid) * grid
    height: Math.ceil(region.height * zoom / grid) * grid
    opacity: ready ? 1 : 0
    clip: true
    Accessible.ignored: true

    Art {
        id: under

        anchors.fill: parent
        sha: drift.picture.sha
        view: drift.part
        hide: drift.move.group
    }

    Art {
        id: mover

        x: drift.along * drift.by[0] * drift.zoom
        y: drift.along * drift.by[1] * drift.zoom
        width: parent.width
        height: parent.height
        sha: drift.picture.sha
        view: drift.part
        hide: drift.move.others.join(",")
    }

    Art {
        id: over

        anchors.fill: parent
        sha: drift.picture.sha
        view: drift.part
        hide: drift.move.behind.join(",")
    }

    // Some steps a second are smooth enough at two pixels a second, and cost next to nothing.
    Timer {
        interval: Theme.drawnByCpu ? 400 : 80
        repeat: true
        running: drift.ready && drift.visible
        onTriggered: drift.turn = (drift.turn + interval / 2000 / drift.move.seconds) % 1
    }
}
