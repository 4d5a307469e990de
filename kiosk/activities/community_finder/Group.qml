// One group: what it is, how to join, and the walk there from the door.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: page

    readonly property var group: view.props.group
    readonly property bool kept: offer("drop") !== undefined
    readonly property real edge: Theme.portrait ? 60 : 72
    // The code stands beside the facts, unless large words need the room.
    readonly property bool beside: Theme.textFactor < 1.3

    primary: offer("keep") ? "keep" : offer("take") ? "take" : ""

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    TownMap {
        id: town

        x: Theme.portrait ? 0 : page.width - width
        width: Theme.portrait ? page.width : Math.round(page.width * (Theme.textFactor > 1.3 ? 0.42 : 0.5))
        height: Theme.portrait ? Math.round(page.height * (Theme.textFactor > 1.3 ? 0.28 : Theme.textFactor > 1.1 ? 0.38 : 0.48)) : page.height
        map: page.view.props.map
        door: page.view.props.door
        doorLabel: page.view.props.door_label
        interests: [page.group.interest]
        torn: Theme.portrait ? "bottom" : "left"
        walk: true
        foot: Theme.portrait ? 0 : sign.height + 56
        pins: [page.group]
    }

    Paper {
        id: sign

        readonly property point spot: place()

        // Beside the pin, or else where it covers neither pin nor door, and as little of the walk as can be.
        function place(): point {
            const pin = town.place(page.group.at)
            const door = town.place(page.view.props.door)
            const left = Theme.portrait ? 30 : 120
            const right = town.width - width - 30
            const below = town.height - height - (Theme.portrait ? 80 : 40)
            const bare = town.ground < town.height - height - 20
            if (bare)
                return Qt.point((town.width - width) / 2, (town.ground + town.height - height) / 2)
            const spots = [[pin.x - width - 78, pin.y - 150], [pin.x + 78, pin.y - 150], [pin.x - width - 78, pin.y - 20], [pin.x + 78, pin.y - 20], [pin.x - width / 2, pin.y - 150 - height], [pin.x - width / 2, pin.y + 40], [left, below], [right, below], [left, 30], [right, 30]]
            const free = spots.filter(at => at[0] >= left && at[0] <= right && at[1] >= 24 && at[1] <= below && !covers(at, pin.x - 60, pin.y - 140, 120, 150) && !covers(at, door.x - 40, door.y - 40, 80, 80))
            const hidden = at => town.steps.filter(step => covers(at, step.x - 10, step.y - 10, 20, 20)).length
            const chosen = least(free, hidden) || least(anywhere(left, right, below).filter(at => !covers(at, pin.x - 60, pin.y - 140, 120, 150)), at => hidden(at) + (covers(at, door.x - 40, door.y - 40, 80, 80) ? 100 : 0)) || [left, below]
            return Qt.point(chosen[0], chosen[1])
        }

        function anywhere(left: real, right: real, below: real): var {
            const found = []
            for (let y = 24; y <= below; y += 24) {
                for (let x = left; x <= right; x += 24)
                    found.push([x, y])
            }
            return found
        }

        function least(places: var, cost: var): var {
            return places.reduce((best, at) => best === undefined || cost(at) < cost(best) ? at : best, undefined)
        }

        function covers(at: var, x: real, y: real, across: real, down: real): bool {
            return at[0] < x + across && x < at[0] + width && at[1] < y + down && y < at[1] + height
        }

        objectName: "sign"
        x: town.x + spot.x
        y: spot.y
        width: walk.implicitWidth + 56
        height: walk.implicitHeight + 32
        color: Theme.highContrast ? Theme.ground : Theme.solidPaper
        radius: 24

        Column {
            id: walk

            x: 28
            y: 16

            Label { text: qsTr("%1 minutes’ walk").arg(page.group.walk) }

            Body { text: qsTr("from %1").arg(page.view.props.door_label); size: Theme.sizeMeta }
        }
    }

    Scroller {
        id: words

        x: page.edge
        y: Theme.portrait ? town.height + 16 : 36
        width: (Theme.portrait ? page.width : town.x) - x - (Theme.portrait ? page.edge : 30)
        height: page.height - y - 28
        spacing: 16

        ZoneMark {
            visible: !Theme.portrait && Theme.textFactor < 1.3
            number: String(page.view.zone.number)
            text: page.view.props.heading
        }

        Heading {
            width: parent.width
            text: page.group.name
            size: Theme.portrait ? Theme.sizeSection : 54
        }

        Body {
            width: parent.width
            text: page.group.what
            size: 34
        }

        Flow {
            width: parent.width
            spacing: 20

            GroupFacts {
                width: page.beside ? parent.width - code.width - 20 : parent.width
                height: page.beside ? Math.max(implicitHeight, code.implicitHeight) : implicitHeight
                group: page.group
            }

            Paper {
                id: code

                readonly property real side: 212

                width: page.beside ? side + 56 : parent.width
                height: page.beside ? Math.max(implicitHeight, parent.children[0].implicitHeight) : implicitHeight
                implicitHeight: page.beside ? 36 + side + 16 + help.height + 28 : side + 56
                color: "white"

                // Under each other, or where the card is wide beside each other.
                Grid {
                    x: page.beside ? 0 : 40
                    y: (parent.height - height) / 2
                    width: parent.width - x
                    columns: page.beside ? 1 : 2
                    spacing: page.beside ? 16 : 40
                    horizontalItemAlignment: page.beside ? Grid.AlignHCenter : Grid.AlignLeft
                    verticalItemAlignment: Grid.AlignVCenter

                    QrCode {
                        side: code.side
                        address: page.group.carry
                        name: help.text
                    }

                    Label {
                        id: help

                        width: page.beside ? code.width - 40 : parent.width - code.side - 80
                        text: qsTr("All of this, on your own phone")
                        size: Theme.sizeFloor
                        color: Theme.solidInk
                        horizontalAlignment: page.beside ? Text.AlignHCenter : Text.AlignLeft
                    }
                }
            }
        }

        GroupDays {
            width: parent.width
            days: page.group.days
        }

        Row {
            visible: page.kept
            spacing: 20

            QuietButton {
                objectName: "drop"
                text: page.offer("drop") ? page.offer("drop").label : ""
                icon: "tick"
                onActivated: page.act("drop", "")
            }
        }
    }
}
