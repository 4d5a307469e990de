// A column that scrolls when it is too long, and says so: a paper button "More" stands at its lower edge until the end
// is in sight, then "Back to the top". Put the things inside; they are laid out under each other, `spacing` apart.
// At rest it begins and ends between lines of words, and loose stitches say where there is more.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: scroller

    property alias spacing: column.spacing
    property alias topPadding: column.topPadding
    property string moreWord: qsTr("More")
    // Room at each side for shadows and focus rings, which would be cut off otherwise.
    property real bleed: 24
    property string topWord: qsTr("Back to the top")
    // How high that is which the page itself puts at the foot of this: the button then stands beside it, at the far end,
    // and takes `beside` at most.
    property real foot: 0
    // Its loose stitches must be seen on the ground it lies on.
    property color thread: Theme.line
    readonly property real beside: Math.round(170 * Theme.textFactor) + 80
    // Too long for its height: the last strip is kept for the button, so that it never lies on words.
    readonly property bool overflowing: column.implicitHeight > height - foot + 12
    readonly property real strip: Math.max(foot, overflowing ? buttonHeight + 16 : 0)
    readonly property real buttonHeight: Math.max(Theme.touch, Math.round(1.2 * Theme.text(Theme.sizeLabel)) + 24)
    readonly property real seen: height - strip
    readonly property bool moreBelow: overflowing && column.implicitHeight - seen - flick.contentY > 12
    readonly property real contentHeight: column.implicitHeight
    // The strip of what is inside that is in sight.
    readonly property real shownFrom: flick.contentY - bleed + lostAbove
    readonly property real shownTo: flick.contentY + flick.height - bleed - lostBelow
    readonly property alias lostAbove: edging.lostAbove
    readonly property alias lostBelow: edging.lostBelow
    readonly property bool resting: !flick.moving && !slide.running
    readonly property bool moreAbove: overflowing && flick.contentY > 12
    default property alias content: column.data

    clip: false

    // On to the first thing that is not in sight.
    function page(): void {
        edging.held = null
        flick.contentY = Math.min(flick.contentHeight - flick.height, flick.contentY + scroller.seen - lostBelow - 8)
    }

    function toTop(): void {
        edging.held = null
        flick.contentY = 0
    }

    // Brings a thing inside into sight, for keyboard users.
    function show(item: Item): void {
        const top = item.mapToItem(column, 0, 0).y
        edging.held = item
        if (top < flick.contentY)
            flick.contentY = Math.max(0, top - 12)
        else if (top + item.height > flick.contentY + scroller.seen)
            flick.contentY = Math.min(flick.contentHeight - flick.height, top + item.height - scroller.seen + 12)
    }

    Edging {
        id: edging

        flick: flick
        column: column
        from: flick.contentY - scroller.bleed
        to: flick.contentY + scroller.seen
        seen: scroller.seen
        above: scroller.moreAbove
        below: scroller.moreBelow
        resting: scroller.resting
    }

    Item {
        x: -scroller.bleed
        y: scroller.lostAbove - scroller.bleed
        width: scroller.width + 2 * scroller.bleed
        height: flick.height - scroller.lostAbove - scroller.lostBelow
        clip: true

        Flickable {
            id: flick

            y: -scroller.lostAbove
            width: parent.width
            height: scroller.seen + scroller.bleed + (scroller.strip > 0 ? 0 : scroller.bleed)
            contentWidth: width
            contentHeight: column.implicitHeight + scroller.bleed + (scroller.overflowing ? 16 : scroller.bleed)
            boundsBehavior: Flickable.StopAtBounds
            flickableDirection: Flickable.VerticalFlick
            interactive: scroller.overflowing

            Behavior on contentY {
                enabled: !flick.moving && !Theme.reducedMotion

                NumberAnimation { id: slide; duration: Theme.cardIn; easing.type: Easing.OutCubic }
            }

            Column {
                id: column

                x: scroller.bleed
                y: scroller.bleed
                width: scroller.width
                spacing: 22
            }
        }
    }

    Loose {
        width: parent.width
        color: scroller.thread
        y: scroller.lostAbove - scroller.bleed - 8
        visible: scroller.moreAbove
    }

    Loose {
        width: parent.width
        color: scroller.thread
        y: scroller.seen - scroller.lostBelow + 4
        visible: scroller.moreBelow
    }

    QuietButton {
        id: button

        anchors.horizontalCenter: scroller.foot > 0 ? undefined : parent.horizontalCenter
        anchors.right: scroller.foot > 0 ? parent.right : undefined
        anchors.bottom: parent.bottom
        anchors.bottomMargin: scroller.foot > 0 ? 0 : 6
        visible: scroller.overflowing
        text: scroller.moreBelow ? scroller.moreWord : scroller.topWord
        icon: scroller.moreBelow ? "down" : "up"
        compact: scroller.foot > 0 && !scroller.moreBelow
        minimumHeight: scroller.buttonHeight
        fill: Theme.paper
        onActivated: scroller.moreBelow ? scroller.page() : scroller.toTop()
    }
}
