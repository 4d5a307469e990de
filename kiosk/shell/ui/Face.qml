// A face that moves, laid exactly over the Art behind it. `region` (picture units) comes with the content;
// `picture` is that Art, of the same person and mood if it shows but one. The mouth stays closed with reduced motion.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: face

    required property Art picture
    required property rect region
    property string person: picture.person
    property string mood: picture.mood
    property bool speaking: false
    // Loudness of the clip now, 0 to 1: the mouth opens above `openAbove`.
    property real loudness: 0
    property real openAbove: 0.12
    readonly property rect seen: covered(picture.view, picture.width, picture.height)
    readonly property real scaling: picture.width / Math.max(1, seen.width)
    // Whole device pixels, so that overlay and picture match to the pixel.
    readonly property real grid: 1 / Math.max(0.01, Theme.pixelScale)
    readonly property real fromX: Math.floor((region.x - seen.x) * scaling / grid) * grid
    readonly property real fromY: Math.floor((region.y - seen.y) * scaling / grid) * grid
    readonly property real toX: Math.ceil((region.x + region.width - seen.x) * scaling / grid) * grid
    readonly property real toY: Math.ceil((region.y + region.height - seen.y) * scaling / grid) * grid
    readonly property rect part: Qt.rect(seen.x + fromX / scaling, seen.y + fromY / scaling, (toX - fromX) / scaling, (toY - fromY) / scaling)
    property bool mouthOpen: false
    property bool eyesClosed: false
    // While a picture changes its view may be empty for a moment; a face in nothing would be drawn without bounds.
    readonly property bool placed: picture.view.width > 0 && picture.view.height > 0 && picture.width > 0 && picture.height > 0

    // The part of a view that fills a size at one scale, centred; as the picture provider does it.
    function covered(view: rect, across: real, down: real): rect {
        const scale = Math.max(across / view.width, down / view.height)
        return Qt.rect(view.x + (view.width - across / scale) / 2, view.y + (view.height - down / scale) / 2, across / scale, down / scale)
    }

    x: picture.x
    y: picture.y
    width: picture.width
    height: picture.height

    // Four looks, loaded ahead, one shown: swapping never waits for a picture.
    Repeater {
        model: 4

        Art {
            required property int index

            x: face.fromX
            y: face.fromY
            width: face.placed ? face.toX - face.fromX : 0
            height: face.placed ? face.toY - face.fromY : 0
            sha: face.picture.sha
            view: face.part
            faced: true
            person: face.person
            mood: face.mood
            mouthOpen: (index & 1) === 1
            eyesClosed: (index & 2) === 2
            smooth: false
            opacity: mouthOpen === face.mouthOpen && eyesClosed === face.eyesClosed ? 1 : 0
        }
    }

    Timer {
        interval: Theme.mouthHold
        repeat: true
        running: face.speaking && !Theme.reducedMotion
        onTriggered: face.mouthOpen = face.loudness > face.openAbove
        onRunningChanged: if (!running) face.mouthOpen = false
    }

    Timer {
        id: blink

        interval: face.eyesClosed ? Theme.blinkTime : Theme.blinkEveryLeast + Math.random() * (Theme.blinkEveryMost - Theme.blinkEveryLeast)
        repeat: true
        running: face.visible && !Theme.reducedMotion
        onTriggered: face.eyesClosed = !face.eyesClosed
        onRunningChanged: if (!running) face.eyesClosed = false
    }
}
