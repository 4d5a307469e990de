// The groups that fit, in a list and on the map, and what to look for.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: finder

    readonly property var props: view.props
    readonly property var groups: offers("look")
    readonly property var filters: offers("filter")
    readonly property var people: offer("people")
    readonly property var kept: slot("kept").map(group => group.id)
    readonly property var interests: filters.filter(one => one.props.filter === "interest").map(one => one.props.option).filter(one => one !== "all")
    readonly property real edge: Theme.portrait ? 60 : 72
    property string opened

    primary: offer("take") ? "take" : "finish"
    railMiddle: Label {
        text: finder.kept.length > 0 ? qsTr("%1 saved").arg(finder.kept.length) : qsTr("%n of %1 groups", "", finder.groups.length).arg(finder.props.count)
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    TownMap {
        id: town

        x: Theme.portrait ? 0 : finder.width - width
        width: Theme.portrait ? finder.width : Math.round(finder.width * (Theme.textFactor > 1.3 ? 0.44 : 0.555))
        height: Theme.portrait ? Math.round(finder.height * (Theme.textFactor > 1.3 ? 0.3 : 0.41)) : finder.height
        map: finder.props.map
        door: finder.props.door
        doorLabel: finder.props.door_label
        interests: finder.interests
        torn: Theme.portrait ? "bottom" : "left"
        pins: finder.groups.map(one => one.props)
        onPicked: id => finder.act(id, "")
    }

    Column {
        id: head

        x: finder.edge
        y: Theme.portrait ? town.height + 8 : 32
        width: (Theme.portrait ? finder.width : town.x) - x - (Theme.portrait ? finder.edge : 10)
        spacing: 10

        ZoneMark {
            visible: !Theme.portrait && Theme.textFactor < 1.3
            number: String(finder.view.zone.number)
            text: finder.view.zone.name
        }

        Heading {
            width: parent.width
            text: finder.props.heading
            size: 56
        }
    }

    FilterBar {
        id: bar

        x: finder.edge
        y: Theme.portrait ? head.y + head.height + 18 : finder.height - height - 28
        width: head.width
        filters: finder.props.filters
        options: finder.filters
        onPicked: action => finder.act(action, "")
        onOpened: filter => finder.opened = filter
    }

    Groups {
        id: list

        readonly property bool overflowing: contentHeight > (Theme.portrait ? finder.height : bar.y) - y

        x: finder.edge - 12
        y: Theme.portrait ? bar.y + bar.height + 8 : head.y + head.height + 10
        width: head.width + 24
        height: (Theme.portrait ? finder.height : bar.y - 6) - y - (more.inBar || !overflowing ? 0 : more.height + 20)
        groups: finder.groups
        kept: finder.kept
        colourOf: town.colourOf
        header: finder.people && finder.groups.length > 0 ? door : null
        place: finder.place
        onPlaceChanged: finder.place = place
        onPicked: id => finder.act(id, "")
    }

    Component {
        id: door

        Item {
            width: list.width - 24
            height: way.height + 18
            onHeightChanged: list.begin()

            PeopleDoor {
                id: way

                objectName: "people"
                width: parent.width
                height: implicitHeight
                text: finder.people.label
                note: finder.people.props.note
                faces: finder.props.faces
                onActivated: finder.act("people", "")
            }
        }
    }

    Loose {
        x: head.x
        y: list.y + list.lostAbove - 8
        width: head.width
        visible: list.moreAbove
    }

    Loose {
        x: head.x
        y: list.y + list.height - list.lostBelow + 4
        width: head.width
        visible: list.moreBelow
    }

    QuietButton {
        id: more

        // In landscape at the end of the pills, where there is room; else under the list.
        readonly property bool inBar: !Theme.portrait && bar.tail >= 120

        objectName: "more"
        x: inBar ? bar.x + bar.width - width : list.x + (list.width - width) / 2
        y: inBar ? bar.y + bar.height - height : list.y + list.height + 8
        visible: list.moreBelow
        text: qsTr("More")
        compact: inBar
        icon: "down"
        minimumHeight: inBar ? 96 : 76
        fill: Theme.paper
        onActivated: list.page()
    }

    Column {
        visible: finder.groups.length === 0
        x: head.x
        y: list.y + 40
        width: head.width
        spacing: 28

        Body {
            width: parent.width
            text: finder.props.empty
            size: Theme.sizeLead
        }

        QuietButton {
            objectName: "showAll"
            text: qsTr("Show everything")
            icon: "again"
            onActivated: {
                for (const one of finder.filters.filter(option => option.props.option === "all" && !option.done))
                    finder.act(one.id, "")
            }
        }
    }

    Sheet {
        id: sheet

        readonly property var filter: finder.props.filters.find(one => one.id === finder.opened)

        opened: finder.opened !== ""
        name: title.text
        sheetWidth: 960
        onOutsideTouched: finder.opened = ""

        Column {
            width: parent.width
            spacing: 32

            Heading {
                id: title

                width: parent.width
                text: sheet.filter ? sheet.filter.label : ""
                size: Theme.sizeSection
            }

            Flow {
                width: parent.width
                spacing: 18

                Repeater {
                    model: bar.optionsOf(finder.opened)

                    Chip {
                        required property var modelData

                        objectName: modelData.id
                        text: modelData.label
                        on: modelData.done
                        onActivated: {
                            finder.opened = ""
                            finder.act(modelData.id, "")
                        }
                    }
                }
            }
        }
    }
}
