// What a person says to a group, why it could work and what might stand in the way. Never right or wrong.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: page

    readonly property var props: view.props
    readonly property var person: props.person
    readonly property var group: props.group
    readonly property bool large: Theme.textFactor > 1.3
    readonly property real edge: Theme.portrait ? 60 : 72
    // What can be done beside the main thing, with its icon.
    readonly property var ways: [["drop", "tick"], ["keep-mine", "heart"], ["drop-mine", "tick"]].concat(Theme.portrait ? [["another", "again"]] : []).filter(way => page.offer(way[0]))

    primary: offer("keep") ? "keep" : offer("take") ? "take" : ""
    railMiddle: QuietButton {
        objectName: "another"
        visible: !Theme.portrait
        text: page.offer("another").label
        icon: "again"
        onActivated: page.act("another", "")
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    Art {
        id: portrait

        x: Theme.highContrast ? 30 : 0
        y: Theme.highContrast ? 30 : 0
        width: (Theme.portrait ? page.width : Math.round(page.width * (page.large ? 0.26 : 0.33))) - 2 * x
        height: (Theme.portrait ? Math.round(page.height * (page.large ? 0.25 : 0.32)) : page.height) - 2 * y
        sha: page.person.picture.sha
        view: Theme.portrait ? page.box(page.person.picture.view) : Qt.rect(0, 0, 0, 0)
        description: page.person.picture.describe
        framed: true
    }

    Torn {
        visible: !Theme.portrait && !Theme.highContrast
        edge: "right"
        x: portrait.width - width + 2
        width: 70
        height: page.height
        color: Theme.ground
    }

    Scroller {
        x: Theme.portrait ? page.edge : portrait.x + portrait.width + (Theme.highContrast ? 40 : 30)
        y: Theme.portrait ? portrait.y + portrait.height - (Theme.highContrast ? -30 : page.large ? 40 : 90) : 36
        width: page.width - x - page.edge
        height: page.height - y - buttons.height - 44
        spacing: 24

        Bubble {
            objectName: "says"
            x: Theme.portrait ? 0 : 40
            width: parent.width - x
            height: implicitHeight
            speaker: page.person.name
            text: page.props.says
            size: 36
            tail: Theme.portrait ? "" : "side"
        }

        Row {
            x: 8
            width: parent.width - 16
            spacing: 22

            Rectangle {
                id: disc

                anchors.verticalCenter: parent.verticalCenter
                width: 76
                height: 76
                radius: 38
                color: Theme.accent
                antialiasing: true

                IconImage { anchors.centerIn: parent; name: page.group.icon; size: 42; weight: 5; color: Theme.accentInk }
            }

            Column {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - disc.width - seen.width - 2 * parent.spacing
                spacing: 2

                Heading {
                    width: parent.width
                    text: page.group.name
                    size: 40
                }

                Body {
                    width: parent.width
                    text: page.group.when + " · " + page.group.where
                    size: Theme.sizeMeta
                    leading: 1.26
                }
            }

            QuietButton {
                id: seen

                objectName: "map"
                anchors.verticalCenter: parent.verticalCenter
                text: page.offer("map").label
                icon: "map-pin"
                compact: Theme.portrait || page.large
                size: Theme.sizeMeta
                minimumHeight: 84
                onActivated: page.act("map", "")
            }
        }

        Grid {
            id: grid

            readonly property real cell: (width - (columns - 1) * spacing) / columns

            width: parent.width
            columns: page.large ? 1 : 2
            spacing: 22

            Reasons {
                id: why

                objectName: "why"
                width: grid.cell
                height: page.large ? implicitHeight : Math.max(implicitHeight, others.implicitHeight)
                told: page.props.why
            }

            Column {
                id: others

                width: grid.cell
                spacing: grid.spacing

                Reasons {
                    objectName: "way"
                    width: parent.width
                    height: implicitHeight
                    told: page.props.way
                }

                Reasons {
                    objectName: "start"
                    width: parent.width
                    height: page.large ? implicitHeight : Math.max(implicitHeight, why.implicitHeight - y)
                    told: page.props.start
                }
            }
        }
    }

    Flow {
        id: buttons

        x: Theme.portrait ? page.edge : portrait.x + portrait.width + 30
        y: page.height - height - 24
        width: page.width - x - page.edge
        spacing: 18

        Repeater {
            model: page.ways

            QuietButton {
                required property var modelData

                objectName: "way-" + modelData[0]
                text: page.offer(modelData[0]) ? page.offer(modelData[0]).label : ""
                icon: modelData[1]
                size: Theme.sizeMeta
                minimumHeight: 84
                onActivated: page.act(modelData[0], "")
            }
        }
    }
}
