// The map, cut so that the door and every pin that was ever shown are on it, with its pins and perhaps a walk.
// Emits picked(id).
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "../../shell/ui"

Item {
    id: town

    required property var map
    required property var door
    required property string doorLabel
    // A list of {id, name, at, icon, interest}.
    required property var pins
    // Names of the interests in the order of their colours.
    required property var interests
    // The side that the page's torn paper covers: "left" or "bottom".
    property string torn: "left"
    // Shows the walk from the door to the only pin.
    property bool walk: false
    property var spots: []
    readonly property real margin: walk ? 150 : 64
    readonly property rect seen: cut(width, height)
    readonly property real scaling: width / Math.max(1, seen.width)
    readonly property real pinSize: walk ? 108 : pins.length <= 6 ? 92 : pins.length <= 16 ? 68 : 50

    signal picked(string id)

    // The part of the map (picture units) that covers the pane and has all spots in its free middle.
    function cut(across: real, down: real): rect {
        if (across <= 0 || down <= 0 || spots.length === 0)
            return Qt.rect(0, 0, map.width, map.height)
        const hiddenLeft = torn === "left" ? 70 : 0
        const hiddenBelow = torn === "bottom" ? 60 : 0
        const xs = spots.map(at => at[0])
        const ys = spots.map(at => at[1])
        const left = Math.min(...xs)
        const right = Math.max(...xs)
        const top = Math.min(...ys)
        const below = Math.max(...ys)
        const least = Math.max(across / map.width, down / map.height)
        const fits = Math.min((across - hiddenLeft - 2 * margin) / Math.max(1, right - left), (down - hiddenBelow - 2 * margin - 40) / Math.max(1, below - top))
        const scale = Math.max(least, Math.min(fits, walk ? least * 1.7 : least))
        const half = walk ? 65 : 30
        const x = Math.max(right - (across - half) / scale, Math.min(left - (hiddenLeft + half) / scale, (left + right) / 2 - (across + hiddenLeft) / 2 / scale))
        const y = (top + below) / 2 - (down - hiddenBelow + 40) / 2 / scale
        return Qt.rect(Math.max(0, Math.min(map.width - across / scale, x)), Math.max(0, Math.min(map.height - down / scale, y)), across / scale, down / scale)
    }

    function place(at: var): point {
        return Qt.point((at[0] - seen.x) * scaling, (at[1] - seen.y) * scaling)
    }

    function colourOf(interest: string): color {
        const names = ["coral", "leaf", "plum", "teal", "sunflower"]
        return Theme.zoneOf(names[Math.max(0, interests.indexOf(interest)) % names.length], "deep")
    }

    function gather(): void {
        const known = spots.slice()
        for (const at of [door].concat(pins.map(pin => pin.at))) {
            if (!known.some(one => one[0] === at[0] && one[1] === at[1]))
                known.push(at)
        }
        if (known.length !== spots.length)
            spots = known
    }

    // A gentle bow from the door to the pin.
    function way(): string {
        const from = place(door)
        const to = place(pins[0].at)
        const bow = Math.max(-90, Math.min(90, (to.x - from.x) * 0.22))
        return "M" + from.x + " " + from.y + "C" + (from.x + (to.x - from.x) * 0.3) + " " + (from.y + (to.y - from.y) * 0.1 - bow) + " " + (from.x + (to.x - from.x) * 0.75) + " " + (to.y + (from.y - to.y) * 0.1 + bow * 0.6) + " " + to.x + " " + to.y
    }

    clip: true
    onPinsChanged: gather()
    Component.onCompleted: gather()

    Art {
        anchors.fill: parent
        sha: town.map.sha
        view: town.seen
        description: town.map.describe
    }

    Loader {
        anchors.fill: parent
        active: town.walk && town.pins.length === 1 && town.width > 0
        sourceComponent: ThreadPath {
            id: thread

            property bool begun: false

            d: town.way()
            progress: begun ? 1 : 0
            thickness: 11
            color: Theme.zoneOf("coral", "deep")
            haloColor: Theme.solidPaper
            needle: false
            Component.onCompleted: begun = true
        }
    }

    Repeater {
        model: town.pins

        Pin {
            required property var modelData
            readonly property point spot: town.place(modelData.at)

            objectName: "pin-" + modelData.id
            name: modelData.name
            x: spot.x
            y: spot.y
            z: spot.y
            size: town.pinSize
            icon: modelData.icon
            color: town.colourOf(modelData.interest)
            activeFocusOnTab: false
            enabled: !town.walk
            onActivated: town.picked(modelData.id)
        }
    }

    Rectangle {
        readonly property point spot: town.place(town.door)

        objectName: "door"
        x: spot.x - width / 2
        y: spot.y - height / 2
        z: 5000
        width: 60
        height: 60
        radius: 30
        color: Theme.solidInk
        border.width: 4
        border.color: Theme.solidPaper
        antialiasing: true
        Accessible.role: Accessible.Graphic
        Accessible.name: town.doorLabel

        IconImage {
            anchors.centerIn: parent
            name: "home"
            size: 32
            width: size
            height: size
            weight: 5
            color: Theme.solidPaper
        }
    }

    Torn {
        z: 6000
        visible: town.torn === "left" && !Theme.highContrast
        edge: "left"
        width: 110
        height: parent.height
        color: Theme.paper
    }

    Shape {
        z: 6000
        visible: town.torn === "bottom" && !Theme.highContrast
        y: parent.height - 56
        width: parent.width
        height: 56
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: "transparent"
            fillColor: Qt.alpha(Theme.shadowNear, 0.16)

            PathSvg { path: "M0 90V4C160 -14 300 34 520 12C760 -12 900 26 1080 0V90Z" }
        }

        ShapePath {
            strokeColor: "transparent"
            fillColor: Theme.paper

            PathSvg { path: "M0 90V18C160 0 300 48 520 26C760 2 900 40 1080 14V90Z" }
        }
    }
}
