// The map, cut so that the door and every pin that was ever shown are on it, with its pins and perhaps a walk.
// Emits picked(id).
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "../../shell/ui"
import "town.js" as Town

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
    // How high that is which the page puts below the map, where the map does not come down to the foot.
    property real foot: 0
    property var spots: []
    readonly property real margin: walk ? 150 : 64
    readonly property rect seen: Town.cut({ "width": map.width, "height": map.height, "door": door, "spots": spots, "torn": torn, "walk": walk, "margin": margin, "pin": pinSize, "foot": foot }, width, height)
    readonly property real scaling: width / Math.max(1, seen.width)
    // How far down the map comes: where it is narrow, its whole width is more than its height.
    readonly property real ground: Math.min(height, Math.round(seen.height * scaling))
    // Points along the walk.
    readonly property var steps: walk && pins.length === 1 ? Town.steps(place(door), place(pins[0].at)) : []
    readonly property real pinSize: walk ? (Theme.textFactor > 1.3 ? 88 : 108) : pins.length <= 6 ? 92 : pins.length <= 16 ? 68 : 50

    signal picked(string id)

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

    component Door: Rectangle {
        width: 60
        height: 60
        radius: 30
        color: Theme.solidInk
        border.width: 4
        border.color: Theme.solidPaper
        antialiasing: true

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

    clip: true
    onPinsChanged: gather()
    Component.onCompleted: gather()

    Art {
        width: parent.width
        height: town.ground
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

            d: Town.way(town.place(town.door), town.place(town.pins[0].at))
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
        z: 5500
        y: town.ground
        width: parent.width
        height: parent.height - y
        color: Theme.paper

        Row {
            anchors.verticalCenter: parent.verticalCenter
            x: 130
            visible: !town.walk && parent.height > height + 40
            spacing: 24

            Door { id: mark; anchors.verticalCenter: parent.verticalCenter }

            Body {
                anchors.verticalCenter: parent.verticalCenter
                width: town.width - parent.x - mark.width - parent.spacing - 60
                text: qsTr("Every walk starts here: %1").arg(town.doorLabel)
                size: Theme.sizeLabel
                leading: 1.24
            }
        }
    }

    Door {
        readonly property point spot: town.place(town.door)

        objectName: "door"
        x: spot.x - width / 2
        y: spot.y - height / 2
        z: 5000
        Accessible.role: Accessible.Graphic
        Accessible.name: town.doorLabel
    }

    Torn {
        z: 6000
        visible: town.torn === "left" && !Theme.highContrast
        edge: "left"
        width: 110
        height: town.ground
        color: Theme.paper
    }

    Shape {
        z: 5900
        visible: (town.torn === "bottom" || town.ground < town.height) && !Theme.highContrast
        y: town.ground - 56
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
