// Everybody for whom a group can be found.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: people

    readonly property real edge: Theme.portrait ? 60 : 96
    readonly property int columns: Theme.portrait || Theme.textFactor > 1.3 ? 1 : 2

    primary: offer("take") ? "take" : ""
    railMiddle: QuietButton {
        objectName: "allGroups"
        text: people.offer("list").label
        icon: "map-pin"
        onActivated: people.act("list", "")
    }

    Hills {
        kind: "rating"
        crests: [head.y + head.height + 34, height * 0.7]
    }

    Column {
        id: head

        x: people.edge
        y: Theme.portrait ? 64 : 30
        width: people.width - 2 * x
        spacing: 10

        ZoneMark {
            visible: Theme.textFactor < 1.3
            number: String(people.view.zone.number)
            text: people.view.zone.name
        }

        Heading {
            width: parent.width
            text: people.view.props.heading
            size: Theme.portrait ? 72 : 64
        }

        Body {
            width: parent.width
            text: people.view.props.text
            color: Theme.inkSoft
        }
    }

    Scroller {
        id: scroller

        x: people.edge
        y: head.y + head.height + 36
        width: head.width
        height: people.height - y - 20

        Grid {
            id: grid

            width: parent.width
            columns: people.columns
            columnSpacing: 32
            rowSpacing: 20
            bottomPadding: 12

            Repeater {
                model: people.offers("look")

                PersonCard {
                    required property var modelData

                    objectName: "person-" + modelData.id
                    width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
                    height: implicitHeight
                    inSight: y < scroller.shownTo && y + height > scroller.shownFrom
                    person: modelData.props
                    onActivated: people.act(modelData.id, "")
                }
            }
        }
    }
}
