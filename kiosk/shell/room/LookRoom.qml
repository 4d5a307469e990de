// The room to look round: its picture, what can be touched in it, and in portrait a window that slides along it.
pragma ComponentBehavior: Bound

import QtQuick
import "../ui"

Flickable {
    id: room

    // A picture as content gives it: {sha, describe, width, height}.
    required property var picture
    // The offers of what can be noticed: {id, label, done, props: {touch, marker, …}}.
    required property var things
    // The thing whose note is open, and the one that a "?" has pointed at.
    property string current
    property string nudged
    // Picture units across that are in sight, and the first of them at the start.
    property real units: picture.width
    property real start: 0
    // How much of the foot lies under something else, logical pixels.
    property real covered: 0
    // How far the picture is drawn higher for the moment, logical pixels.
    property real lift: 0
    readonly property real zoom: Math.max(width / units, height / picture.height)
    readonly property real sight: height / zoom
    readonly property real above: shiftedDown()
    readonly property var unfound: things.filter(thing => !thing.done)
    readonly property real markSize: Math.max(0.72, Math.min(1, zoom))

    signal touched(string id)

    // A point of the picture as a point of what slides: the one mapping that everything is placed by.
    function at(x: real, y: real): point {
        return Qt.point(x * zoom, (y - above) * zoom)
    }

    // A point of the picture as a point of this window.
    function seen(x: real, y: real): point {
        const place = at(x, y)
        return Qt.point(place.x - contentX, place.y)
    }

    // How much of the picture's top is out of sight, so that every marker is in sight.
    function shiftedDown(): real {
        const least = Math.max(...things.map(thing => thing.props.marker[1])) + 62 - (height - covered) / zoom
        const most = Math.min(...things.map(thing => thing.props.marker[1])) - 62
        const wanted = Math.max(least, Math.min(most, (picture.height - sight) * 0.37))
        return Math.max(0, Math.min(picture.height - sight, wanted))
    }

    // Brings a thing into the window.
    function reveal(id: string): void {
        const thing = things.find(one => one.id === id)
        if (thing)
            slideTo(thing.props.marker[0] * zoom - width / 2)
    }

    function slideTo(x: real): void {
        contentX = Math.max(0, Math.min(contentWidth - width, x))
    }

    // Points at a thing that is still to be found.
    function nudge(id: string): void {
        nudged = id
        reveal(id)
        const index = things.findIndex(thing => thing.id === id)
        if (index >= 0)
            marks.itemAt(index).forceActiveFocus()
        nudgeEnds.restart()
    }

    // Markers that stand close together are drawn smaller, down to a size that still reads.
    function sizeOf(index: int): real {
        const [x, y] = things[index].props.marker
        let nearest = 200
        things.forEach((other, at) => {
            if (at !== index)
                nearest = Math.min(nearest, Math.hypot(other.props.marker[0] - x, other.props.marker[1] - y))
        })
        return markSize * Math.max(0.66, Math.min(1, nearest * zoom / (112 * markSize)))
    }

    clip: true
    contentWidth: Math.max(width, picture.width * zoom)
    contentHeight: height
    contentX: Math.max(0, Math.min(contentWidth - width, start * zoom))
    interactive: contentWidth > width + 1
    flickableDirection: Flickable.HorizontalFlick
    boundsBehavior: Flickable.StopAtBounds

    Behavior on contentX {
        enabled: !room.moving && !Theme.reducedMotion

        NumberAnimation { duration: Theme.pageChange; easing.type: Easing.OutCubic }
    }

    Item {
        y: -room.lift
        width: room.contentWidth
        height: room.height

        Art {
            y: -room.above * room.zoom
            width: room.picture.width * room.zoom
            height: room.picture.height * room.zoom
            sha: room.picture.sha
            description: room.picture.describe
        }

        // By number, so that a change of one thing makes none of them anew.
        Repeater {
            model: room.things.length

            Item {
                id: area

                required property int index
                readonly property var modelData: room.things[index]
                readonly property var touch: modelData.props.touch

                x: room.at(touch[0], touch[1]).x
                y: room.at(touch[0], touch[1]).y
                width: touch[2] * room.zoom
                height: touch[3] * room.zoom

                TapHandler {
                    gesturePolicy: TapHandler.ReleaseWithinBounds
                    onTapped: room.touched(area.modelData.id)
                }
            }
        }

        Repeater {
            id: marks

            model: room.things.length

            Hotspot {
                required property int index
                readonly property var modelData: room.things[index]
                readonly property point place: room.at(modelData.props.marker[0], modelData.props.marker[1])

                objectName: "spot-" + modelData.id
                x: place.x - width / 2
                y: place.y - height / 2
                scale: current ? room.markSize : room.sizeOf(index)
                z: current ? 1 : 0
                visible: place.y > room.lift
                // The software renderer draws a Shape that is wholly out of its clip all the same.
                opacity: place.x + 40 > room.contentX && place.x - 40 < room.contentX + room.width ? 1 : 0
                thing: modelData.label
                found: modelData.done
                current: room.current === modelData.id
                ringing: room.current === "" && (room.nudged === modelData.id || rings.turn >= 0 && room.unfound[rings.turn]?.id === modelData.id)
                onActivated: room.touched(modelData.id)
            }
        }
    }

    RingTurn {
        id: rings

        count: room.current === "" ? room.unfound.length : 0
    }

    Timer {
        id: nudgeEnds

        interval: Theme.ringTime
        onTriggered: room.nudged = ""
    }
}
