// Two roads from the same front door: the usual one, and the one that this talk opened.
import QtQuick
import "../ui"

ActivityScreen {
    id: roads

    readonly property int mostHours: Math.max(1, view.props.usual.hours, view.props.different.hours)

    readonly property int mostMiles: Math.max(1, view.props.usual.miles ?? 0, view.props.different.miles ?? 0)

    primary: offers("next")[0].id

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    // The first hill begins under the words.
    Item {
        y: Math.max(0, page.y + words.height + 14 - (Theme.portrait ? 290 : 186))
        width: parent.width
        height: parent.height - y

        Hills { kind: "roads" }
    }

    Scroller {
        id: page

        x: Theme.portrait ? 60 : 72
        y: Theme.portrait ? 34 : 22
        width: parent.width - 2 * x
        height: parent.height - y
        spacing: Theme.portrait ? 20 : 16

        Column {
            id: words

            width: parent.width
            spacing: 8

            Heading {
                width: parent.width
                text: roads.view.props.heading
                size: Theme.portrait ? 58 : 56
            }

            Body {
                width: parent.width
                text: roads.view.props.intro
                size: Theme.highContrast ? Theme.sizeMeta : Theme.sizeBody
                leading: 1.26
            }
        }

        RoadLane {
            width: parent.width
            shownFrom: page.shownFrom - y
            shownTo: page.shownTo - y
            road: roads.view.props.usual
            taken: false
            most: roads.mostHours
            farthest: roads.mostMiles
            who: roads.view.props.person.name
        }

        RoadLane {
            width: parent.width
            shownFrom: page.shownFrom - y
            shownTo: page.shownTo - y
            road: roads.view.props.different
            taken: true
            most: roads.mostHours
            farthest: roads.mostMiles
            who: roads.view.props.person.name
        }

        Body {
            width: parent.width
            text: roads.view.props.note
            size: Theme.sizeMeta
            bottomPadding: 8
        }
    }
}
