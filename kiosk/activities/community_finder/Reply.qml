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
    // In portrait large words want the width: the person then stands in the list, beside what they say.
    readonly property bool beside: Theme.portrait && large
    readonly property real edge: Theme.portrait ? 60 : 72
    // What can be done beside the main thing, with its icon.
    readonly property var ways: [["drop", "tick"], ["keep-mine", "heart"], ["drop-mine", "tick"]].concat(Theme.portrait || large ? [["another", "again"]] : []).filter(way => page.offer(way[0]))

    // In landscape they leave no room for the list, and stand at its end.
    readonly property bool within: large && !Theme.portrait

    primary: offer("keep") ? "keep" : offer("take") ? "take" : ""
    railMiddle: QuietButton {
        objectName: "another"
        visible: !Theme.portrait && !page.large
        text: page.offer("another").label
        icon: "again"
        onActivated: page.act("another", "")
    }

    // A box with so much around it that all of it is seen above the words, which cover the lower edge.
    function above(one: rect, wide: real, high: real): rect {
        const seen = high - (Theme.highContrast ? 0 : 110)
        const picture = person.picture
        const zoom = Math.max(wide / picture.width, Math.min(wide / one.width, seen / one.height))
        const across = wide / zoom
        const left = Math.max(0, Math.min(picture.width - across, one.x + (one.width - across) / 2))
        return Qt.rect(left, Math.max(0, one.y - 10), across, high / zoom)
    }

    // All of it that a frame of that shape takes, from above the face on.
    function upper(wide: real, high: real): rect {
        const picture = person.picture
        const zoom = Math.max(wide / picture.width, high / picture.height)
        const down = high / zoom
        return Qt.rect((picture.width - wide / zoom) / 2, Math.max(0, Math.min(picture.height - down, page.box(picture.view).y - 10)), wide / zoom, down)
    }

    component Ways: Flow {
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

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    Art {
        id: portrait

        visible: !page.beside
        x: Theme.highContrast ? 30 : 0
        y: Theme.highContrast ? 30 : 0
        width: (Theme.portrait ? page.width : Math.round(page.width * (page.large ? 0.26 : 0.33))) - 2 * x
        height: (Theme.portrait ? Math.round(page.height * 0.32) : page.height) - 2 * y
        sha: page.person.picture.sha
        view: Theme.portrait ? page.above(page.box(page.person.picture.view), width, height) : Qt.rect(0, 0, 0, 0)
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
        id: words

        x: Theme.portrait ? page.edge : portrait.x + portrait.width + (Theme.highContrast ? 40 : 30)
        y: page.beside || !Theme.portrait ? 36 : portrait.y + portrait.height - (Theme.highContrast ? -30 : 90)
        width: page.width - x - page.edge
        height: page.height - y - 24 - (page.beside ? buttons.height + 20 : 0)
        foot: page.beside || page.within ? 0 : buttons.height + 20
        spacing: 24

        Item {
            width: parent.width
            height: page.beside ? Math.max(bubble.height, 340) : bubble.height

            Art {
                visible: page.beside
                width: 290
                height: parent.height
                sha: page.beside ? page.person.picture.sha : ""
                view: page.upper(width, Math.max(1, height))
                rounding: "28,28,28,28"
                framed: true
                description: page.person.picture.describe
            }

            Bubble {
                id: bubble

                objectName: "says"
                x: page.beside ? 340 : Theme.portrait ? 0 : 40
                width: parent.width - x
                height: implicitHeight
                speaker: page.person.name
                text: page.props.says
                size: 36
                tail: Theme.portrait && !page.beside ? "" : "side"
            }
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

        Ways {
            width: parent.width
            visible: page.within
        }
    }

    Ways {
        id: buttons

        visible: !page.within
        x: Theme.portrait ? page.edge : portrait.x + portrait.width + 30
        y: page.height - height - 24
        // Beside it stands what turns the list on.
        width: page.width - x - page.edge - (words.foot > 0 ? words.beside : 0)
    }
}
