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
        readonly property point pin: town.place(page.group.at)
        readonly property point door: town.place(page.view.props.door)
        readonly property bool beside: pin.x < town.width / 2

        x: town.x + (beside ? Math.min(town.width - width - 36, pin.x + 78) : Math.max(Theme.portrait ? 36 : 130, pin.x - width - 78))
        y: Math.max(24, Math.min(town.height - height - 90, pin.y < door.y ? pin.y - 140 : pin.y - 60))
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
