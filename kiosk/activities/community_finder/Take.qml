// What was saved, and a code with its words for the delegate's own phone.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: take

    readonly property var groups: slot("kept")
    readonly property real edge: Theme.portrait ? 60 : 96

    primary: "finish"

    Hills {
        kind: "story"
        crests: [head.y + head.height + 40, height * 0.8]
    }

    Column {
        id: head

        x: take.edge
        y: 44
        width: (Theme.portrait ? take.width : code.x) - x - (Theme.portrait ? x : 80)
        spacing: 16

        ZoneMark {
            number: String(take.view.zone.number)
            text: take.view.zone.name
        }

        Heading {
            width: parent.width
            text: take.view.props.heading
            size: Theme.portrait ? 64 : Theme.sizeTitle
        }
    }

    Scroller {
        x: take.edge
        y: head.y + head.height + 64
        width: head.width
        height: (Theme.portrait ? code.y - 40 : take.height - 24) - y
        spacing: 22

        Repeater {
            model: take.groups

            Paper {
                id: card

                required property var modelData

                width: head.width
                height: words.implicitHeight + 56

                StitchBorder { color: Theme.doneDeep; inset: 10 }

                IconImage {
                    x: 40
                    anchors.verticalCenter: parent.verticalCenter
                    name: card.modelData.icon
                    size: 56
                    weight: 5
                    color: Theme.accent
                }

                Column {
                    id: words

                    x: 130
                    y: 28
                    width: parent.width - x - 40
                    spacing: 6

                    Heading {
                        width: parent.width
                        text: card.modelData.name
                        size: 38
                    }

                    Body {
                        width: parent.width
                        text: card.modelData.when + " · " + card.modelData.where
                        size: Theme.sizeMeta
                        leading: 1.24
                    }

                    Body {
                        width: parent.width
                        text: card.modelData.join
                        size: Theme.sizeMeta
                        leading: 1.24
                        color: Theme.inkSoft
                    }
                }
            }
        }
    }

    CodeCard {
        id: code

        width: Theme.portrait ? 700 : 620
        height: implicitHeight
        x: Theme.portrait ? (parent.width - width) / 2 : parent.width - width - take.edge
        y: Theme.portrait ? parent.height - height - 50 : Math.max(32, (parent.height - height) / 2)
        side: Theme.portrait ? 480 : 500
        room: Theme.portrait ? take.height * 0.6 : take.height - 64
        address: take.groups.map(group => group.carry).join("\n\n")
        title: qsTr("On your phone")
        text: take.view.props.text
    }
}
