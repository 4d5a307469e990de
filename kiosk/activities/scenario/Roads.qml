// Two roads from the same front door: the usual one, and the one that this talk opened.
import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: roads

    primary: "reflect"

    Hills { kind: "roads" }

    Scroller {
        id: page

        x: Theme.portrait ? 60 : 72
        y: Theme.portrait ? 44 : (Theme.highContrast ? 24 : 36)
        width: parent.width - 2 * x
        height: parent.height - y
        spacing: Theme.portrait ? 26 : 24

        Column {
            width: parent.width
            spacing: 8

            Heading {
                width: parent.width
                text: roads.view.props.heading
                size: Theme.portrait ? 67 : (Theme.highContrast ? 58 : 68)
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
            road: roads.view.props.usual
            taken: false
        }

        RoadLane {
            width: parent.width
            road: roads.view.props.different
            taken: true
        }

        Body {
            width: parent.width
            text: roads.view.props.note
            size: Theme.sizeMeta
            bottomPadding: 24
        }
    }
}
