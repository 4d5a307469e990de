// What was saved, and a code with its words for the delegate's own phone.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: take

    readonly property var groups: slot("kept")
    readonly property real edge: Theme.portrait ? 60 : 96
    // So many fit into one code, whichever they are; the rest is in further ones.
    readonly property int each: view.props.each
    readonly property int codes: Math.ceil(groups.length / each)
    property int at: 0

    function inCode(index: int): bool {
        return Math.floor(index / each) === at
    }

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
        id: scroller

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
                required property int index

                width: head.width
                height: words.implicitHeight + 56

                StitchBorder {
                    visible: take.inCode(card.index) && card.y + card.height > scroller.shownFrom && card.y < scroller.shownTo
                    color: Theme.doneDeep
                    inset: 10
                }

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

                    Label {
                        width: parent.width
                        visible: text !== ""
                        text: card.modelData.for
                        size: Theme.sizeMeta
                        color: Theme.accent
                    }

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
        y: Theme.portrait ? parent.height - height - 50 - turning.room : Math.max(32, (parent.height - height - turning.room) / 2)
        side: Theme.portrait ? 480 : 500
        room: (Theme.portrait ? take.height * 0.6 : take.height - 64) - turning.room
        address: take.groups.filter((group, index) => take.inCode(index)).map(group => group.carry).join("\n\n")
        title: take.codes > 1 ? qsTr("On your phone: code %1 of %2").arg(take.at + 1).arg(take.codes) : qsTr("On your phone")
        text: take.codes > 1 ? take.view.props.many : take.view.props.text
    }

    Row {
        id: turning

        readonly property real room: visible ? height + 28 : 0

        visible: take.codes > 1
        x: code.x + (code.width - width) / 2
        y: code.y + code.height + 28
        spacing: 24

        QuietButton {
            objectName: "codeBefore"
            name: qsTr("The code before")
            icon: "back"
            onActivated: take.at = (take.at + take.codes - 1) % take.codes
        }

        QuietButton {
            objectName: "codeAfter"
            text: qsTr("Next code")
            icon: "next"
            iconLast: true
            onActivated: take.at = (take.at + 1) % take.codes
        }
    }
}
