// One thing I'll do differently: a note to take, or one's own words.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: starters

    readonly property real edge: Theme.portrait ? 60 : 96
    readonly property int columns: Theme.portrait ? (Theme.textFactor > 1.3 ? 1 : 2) : Theme.textFactor > 1.3 ? 2 : 3
    readonly property var own: offer("own-words")
    readonly property var look: offer("look")

    railMiddle: QuietButton {
        objectName: "look"
        visible: !Theme.portrait
        text: starters.look ? starters.look.label : ""
        icon: "eye"
        onActivated: starters.act("look", "")
    }

    Hills {
        kind: "rating"
        crests: [head.y + head.height + 30, height * 0.7]
    }

    Column {
        id: head

        x: starters.edge
        y: 40
        width: starters.width - 2 * x
        spacing: 14

        ZoneMark {
            number: String(starters.view.zone.number)
            text: starters.view.zone.name
        }

        Heading {
            width: parent.width
            text: starters.view.props.heading
            size: Theme.portrait ? 68 : 72
        }

        Body {
            width: parent.width
            text: starters.view.props.prompt
            color: Theme.inkSoft
        }
    }

    Scroller {
        id: scroller

        x: starters.edge
        y: head.y + head.height + 40
        width: head.width
        height: starters.height - y - (wall.visible ? wall.height + 48 : 24)

        Grid {
            id: grid

            readonly property int rowCount: Math.ceil((notes.count + 1) / columns)
            readonly property real share: (scroller.height - 24 - (rowCount - 1) * spacing) / rowCount

            width: parent.width
            columns: starters.columns
            spacing: 26
            bottomPadding: 24

            Repeater {
                id: notes

                model: starters.offers("pledge")

                Note {
                    required property var modelData
                    required property int index

                    objectName: "starter-" + modelData.id
                    width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                    height: Math.max(implicitHeight, Math.min(grid.share, 230))
                    text: modelData.label
                    shade: index
                    onActivated: starters.act(modelData.id, modelData.props.answer)
                }
            }

            Note {
                objectName: "own"
                visible: starters.own !== undefined
                width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                height: Math.max(implicitHeight, Math.min(grid.share, 230))
                text: starters.own ? starters.own.label : ""
                icon: "pledge"
                dashed: true
                shade: notes.count
                onActivated: starters.act("own-words", "")
            }
        }
    }

    QuietButton {
        id: wall

        objectName: "lookHere"
        visible: Theme.portrait && starters.look !== undefined
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 28
        text: starters.look ? starters.look.label : ""
        icon: "eye"
        onActivated: starters.act("look", "")
    }
}
