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

    ListView {
        id: list

        readonly property bool overflowing: contentHeight > (Theme.portrait ? finder.height : bar.y) - y
        readonly property bool moreBelow: contentHeight - height - (contentY - start) > 24
        // Where its first line is: above 0 by what stands before the groups.
        readonly property real start: headerItem ? -headerItem.height : 0
        // Until it stands where it was left, it does not say where it is.
        property bool ready: false

        function restore(): void {
            forceLayout()
            if (finder.place > 0)
                contentY = start + finder.place
            else
                positionViewAtBeginning()
            ready = true
        }

        x: finder.edge - 12
        y: Theme.portrait ? bar.y + bar.height + 8 : head.y + head.height + 10
        width: head.width + 24
        height: (Theme.portrait ? finder.height : bar.y - 6) - y - (more.inBar || !overflowing ? 0 : more.height + 20)
        clip: true
        spacing: 18
        leftMargin: 12
        topMargin: 10
        bottomMargin: 26
        boundsBehavior: Flickable.StopAtBounds
        // Nothing is made ahead, half done when the page goes.
        cacheBuffer: 0
        reuseItems: true
        model: finder.groups
        header: finder.people && finder.groups.length > 0 ? door : null
        onContentYChanged: if (ready) finder.place = Math.max(0, contentY - start)
        // Once the page has its size.
        Component.onCompleted: Qt.callLater(restore)

        Behavior on contentY {
            enabled: list.ready && !list.moving && !Theme.reducedMotion

            NumberAnimation { duration: Theme.cardIn; easing.type: Easing.OutCubic }
        }

        delegate: GroupRow {
            required property var modelData

            objectName: "group-" + modelData.id
            width: list.width - 24
            group: modelData.props
            color: town.colourOf(modelData.props.interest)
            kept: finder.kept.includes(modelData.id)
            onActivated: finder.act(modelData.id, "")
        }
    }

    Component {
        id: door

        Item {
            width: list.width - 24
            height: way.height + list.spacing
            // It was as high as it thought, then its words took their lines.
            onHeightChanged: if (list.ready && !list.moving && finder.place < 12) Qt.callLater(list.positionViewAtBeginning)

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
        onActivated: list.contentY = Math.min(list.start + list.contentHeight - list.height + list.bottomMargin, list.contentY + list.height * 0.7)
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
