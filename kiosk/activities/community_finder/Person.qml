// Somebody with a few wishes, and groups to pick from.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: page

    readonly property var person: view.props.person
    readonly property bool large: Theme.textFactor > 1.3
    readonly property real edge: Theme.portrait ? 60 : 72
    readonly property real share: Theme.portrait ? Math.round(width * 0.4) : Math.round(width * (large ? 0.4 : 0.35))

    // Beside large words there is no room for a wide picture: it stands beside the name.
    readonly property bool small: large && !Theme.portrait

    // Every card is there, and can be asked how tall it is.
    property bool laid: false

    primary: offer("take") ? "take" : ""
    railMiddle: QuietButton {
        objectName: "everybody"
        text: page.offer("people").label
        icon: "people"
        onActivated: page.act("people", "")
    }

    Component.onCompleted: laid = true

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    Rectangle {
        width: Theme.portrait ? parent.width : page.share
        height: Theme.portrait ? portrait.y + portrait.height : parent.height
        color: Theme.paper
    }

    Art {
        id: portrait

        x: page.small ? page.edge : Theme.highContrast ? 30 : 0
        y: Theme.highContrast || page.small ? 30 : 0
        width: page.small ? 250 : page.share - 2 * x
        height: page.small ? 250 : (Theme.portrait ? about.height + 96 : Math.round(page.height * 0.41)) - 2 * y
        rounding: page.small ? "28,28,28,28" : ""
        sha: page.person.picture.sha
        view: Theme.portrait ? Qt.rect(0, 0, 0, 0) : page.box(page.person.picture.view)
        description: page.person.picture.describe
        framed: true
    }

    Torn {
        visible: !Theme.portrait && !Theme.highContrast && !page.small
        y: portrait.height - height + 6
        width: portrait.width
        height: 56
        color: Theme.paper
    }

    Heading {
        x: portrait.x + portrait.width + 36
        y: portrait.y + (portrait.height - height) / 2
        width: page.share - x - 24
        visible: page.small
        text: page.person.name
        size: Theme.sizeSection
    }

    Scroller {
        id: about

        x: Theme.portrait ? page.share + 44 : page.edge
        y: Theme.portrait ? 48 : portrait.y + portrait.height + (page.small ? 24 : 12)
        width: (Theme.portrait ? page.width : page.share) - x - (Theme.portrait ? page.edge : 44)
        height: Theme.portrait ? Math.min(contentHeight, page.height * 0.42) : page.height - y - 20
        spacing: 12

        Heading {
            width: parent.width
            visible: !page.small
            text: page.person.name
            size: 52
        }

        Body {
            width: parent.width
            bottomPadding: 8
            text: page.person.about
            size: Theme.sizeFloor
            leading: 1.26
            color: Theme.inkSoft
        }

        Wishes {
            width: parent.width
            words: page.person.wishes
            size: Theme.portrait ? 32 : 29
        }
    }

    Scroller {
        id: choices

        x: Theme.portrait ? page.edge : page.share + 56
        y: Theme.portrait ? portrait.y + portrait.height + 48 : 40
        width: page.width - x - page.edge
        height: page.height - y - 16
        spacing: 24

        Heading {
            width: parent.width
            text: page.view.props.heading
            size: Theme.sizeSection
        }

        Grid {
            id: grid

            width: parent.width
            columns: page.large ? 1 : 2
            columnSpacing: 22
            rowSpacing: 18
            bottomPadding: 20

            Repeater {
                id: cards

                model: page.offers("match")

                GroupRow {
                    required property var modelData
                    required property int index

                    // Two in a row are as tall as the taller one.
                    readonly property real neighbour: {
                        const other = page.laid && grid.columns === 2 ? cards.itemAt(index % 2 === 0 ? index + 1 : index - 1) : null
                        return other ? other.implicitHeight : 0
                    }

                    objectName: "match-" + modelData.id
                    width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
                    height: Math.max(implicitHeight, neighbour)
                    terse: true
                    group: modelData.props
                    onActivated: page.act(modelData.id, "")
                }
            }
        }
    }
}
