// One group: what it is, how to join, and the walk there from the door.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: page

    readonly property var group: view.props.group
    readonly property bool kept: offer("drop") !== undefined
    readonly property real edge: Theme.portrait ? 60 : 72
    readonly property var facts: [
        { "icon": "calendar", "text": group.when },
        { "icon": "map-pin", "text": group.where },
        { "icon": "money", "text": group.cost },
        { "icon": "step-free", "text": group.step_free ? qsTr("Step-free all the way in") : qsTr("There are steps: ask about them first") },
        { "icon": "people", "text": group.bring },
        { "icon": "hand", "text": group.join }
    ]

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
        pins: [page.group]
    }

    Paper {
        id: sign

        readonly property point spot: place()

        // Beside the pin, or else where it covers neither pin nor door.
        function place(): point {
            const pin = town.place(page.group.at)
            const door = town.place(page.view.props.door)
            const left = Theme.portrait ? 30 : 120
            const right = town.width - width - 30
            const below = town.height - height - (Theme.portrait ? 80 : 40)
            const spots = [[pin.x - width - 78, pin.y - 150], [pin.x + 78, pin.y - 150], [pin.x - width - 78, pin.y - 20], [pin.x + 78, pin.y - 20], [left, below], [right, below], [left, 30], [right, 30]]
            const free = spots.find(at => at[0] >= left && at[0] <= right && at[1] >= 24 && at[1] <= below && !covers(at, pin.x - 60, pin.y - 140, 120, 150) && !covers(at, door.x - 40, door.y - 40, 80, 80))
            const chosen = free || [left, below]
            return Qt.point(chosen[0], chosen[1])
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
        y: Theme.portrait ? town.height + 16 : 44
        width: (Theme.portrait ? page.width : town.x) - x - (Theme.portrait ? page.edge : 30)
        height: page.height - y - 28
        spacing: 20

        ZoneMark {
            visible: !Theme.portrait && Theme.textFactor < 1.3
            number: String(page.view.zone.number)
            text: page.view.props.heading
        }

        Heading {
            width: parent.width
            text: page.group.name
            size: Theme.sizeSection
        }

        Body {
            width: parent.width
            text: page.group.what
            size: 34
        }

        Paper {
            width: parent.width
            height: rows.height + 56

            Column {
                id: rows

                x: 34
                y: 28
                width: parent.width - 68
                spacing: 18

                Repeater {
                    model: page.facts

                    Item {
                        id: fact

                        required property var modelData

                        width: rows.width
                        height: Math.max(icon.height, text.implicitHeight)

                        IconImage {
                            id: icon

                            name: fact.modelData.icon
                            color: Theme.accent
                        }

                        Body {
                            id: text

                            x: icon.width + 24
                            y: Math.max(0, (icon.height - lineHeight) / 2)
                            width: parent.width - x
                            text: fact.modelData.text
                            size: Theme.sizeLabel
                            leading: 1.24
                        }
                    }
                }
            }
        }

        Row {
            visible: page.kept
            spacing: 20
            bottomPadding: 20

            QuietButton {
                objectName: "drop"
                text: page.offer("drop") ? page.offer("drop").label : ""
                icon: "tick"
                onActivated: page.act("drop", "")
            }
        }
    }
}
