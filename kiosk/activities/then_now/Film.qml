// One paper strip of all the moments, then above and now below, with a thread between that is sewn as far as one has come.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Item {
    id: film

    required property var moments
    required property int at
    required property string thenLabel
    required property string nowLabel
    required property Voice voice
    // The offered actions that play a clip.
    required property var listens
    property alias currentIndex: list.currentIndex
    // The strip of it that is in sight: see Counts.
    required property real shownFrom
    required property real shownTo
    readonly property bool across: !Theme.portrait
    readonly property real frame: across ? (Theme.textFactor > 1.3 ? 1640 : 1280) : width - 72
    property real half: 240

    signal moved(int index)
    signal listened(string action)
    signal held
    signal resumed

    // The tallest side decides for all, so that the strip is straight.
    function measure(): void {
        let most = across ? 240 : 300
        for (let index = 0; index < list.count; index++) {
            const one = list.itemAtIndex(index) as FilmMoment
            if (one)
                most = Math.max(most, one.needed)
        }
        half = most
    }

    implicitHeight: 2 * half + band.height
    height: implicitHeight

    // Two hard shadows, then the two halves of the paper.
    Rectangle { y: 18; width: parent.width; height: parent.height; color: Theme.shadowFar; visible: !Theme.highContrast }

    Rectangle { y: 8; width: parent.width; height: parent.height; color: Theme.shadowNear; visible: !Theme.highContrast }

    Rectangle { width: parent.width; height: parent.height; color: Theme.usualLane }

    Rectangle { y: film.half + band.height / 2; width: parent.width; height: film.half + band.height / 2; color: Theme.goodLane }

    Item {
        id: band

        y: film.half
        width: parent.width
        height: Math.max(96, Math.round(1.2 * Theme.text(Theme.sizeLead)) + 32)
    }

    ListView {
        id: list

        anchors.fill: parent
        orientation: ListView.Horizontal
        snapMode: ListView.SnapOneItem
        highlightRangeMode: ListView.StrictlyEnforceRange
        preferredHighlightBegin: (width - film.frame) / 2
        preferredHighlightEnd: (width + film.frame) / 2
        highlightMoveDuration: Theme.pageChange
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 20000
        currentIndex: 0
        model: film.moments.length
        onMovementEnded: if (currentIndex !== film.at) film.moved(currentIndex)

        delegate: FilmMoment {
            required property int index

            width: film.frame
            height: list.height
            half: film.half
            moment: film.moments[index]
            first: index === 0
            last: index === film.moments.length - 1
            current: index === film.at
            beside: Math.abs(index - film.at) === 1
            sewn: index <= film.at
            threaded: film.half + band.height > film.shownFrom && film.half < film.shownTo
            thenLabel: film.thenLabel
            nowLabel: film.nowLabel
            voice: film.voice
            listens: film.listens
            onPicked: film.moved(index)
            onListened: action => film.listened(action)
            onHeld: film.held()
            onResumed: film.resumed()
            onNeededChanged: film.measure()
        }
    }

    component Arrow: QuietButton {
        y: film.half + (band.height - height) / 2
        width: Math.max(96, height)
        fill: Theme.paper
    }

    Arrow {
        objectName: "before"
        x: 20
        visible: film.at > 0
        name: visible ? qsTr("Back to %1").arg(film.moments[film.at - 1].label) : ""
        icon: "back"
        onActivated: film.moved(film.at - 1)
    }

    Arrow {
        objectName: "after"
        x: film.width - width - 20
        visible: film.at + 1 < film.moments.length
        name: visible ? qsTr("On to %1").arg(film.moments[film.at + 1].label) : ""
        icon: "next"
        onActivated: film.moved(film.at + 1)
    }

    Component.onCompleted: {
        list.currentIndex = film.at
        list.positionViewAtIndex(film.at, ListView.Center)
    }
}
