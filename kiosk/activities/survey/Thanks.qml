// The end of a survey: thank you, and a code for the delegate's own phone.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: thanks

    readonly property var code: view.props.code
    readonly property string address: code ? code.address.replace("{session}", encodeURIComponent(view.session || "")) : ""
    readonly property color words: Theme.highContrast ? Theme.ink : Theme.solidPaper

    primary: "finish"

    Rectangle {
        anchors.fill: parent
        color: Theme.highContrast ? Theme.ground : Theme.zoneOf("plum", "deep")
    }

    Hills {
        visible: !Theme.highContrast
        kind: "rating"
        crests: [said.y + said.height + 70, Math.max(said.y + said.height + 330, thanks.height * 0.72)]
        groundColor: "transparent"
        farColor: Qt.lighter(Theme.zoneOf("plum", "deep"), 1.18)
        nearColor: Theme.zoneOf("plum", "base")
    }

    ThreadPath {
        visible: !Theme.highContrast
        anchors.fill: parent
        d: "M-20 " + thanks.height * 0.66 + "C" + thanks.width * 0.18 + " " + thanks.height * 0.58 + " " + thanks.width * 0.3 + " " + thanks.height * 0.74 + " " + thanks.width * 0.5 + " " + thanks.height * 0.66 + "S" + thanks.width * 0.86 + " " + thanks.height * 0.7 + " " + (thanks.width + 30) + " " + thanks.height * 0.5
        color: Theme.sunflower
        needle: false
    }

    Repeater {
model: [[0.944, 0.04, 78, "sunflower"], [0.94, 0.8, 108, "coral"], [0.61, 0.05, 62, "paper"], [0.625, 0.86, 84, "pink"]]

        Flower {
            required property var modelData
            required property int index

            visible: !Theme.highContrast && !Theme.portrait
            x: thanks.width * modelData[0]
            y: thanks.height * modelData[1]
            width: modelData[2]
            kind: modelData[3]
            turn: index * 23
        }
    }

    Column {
        id: said

        x: Theme.portrait ? 60 : 96
        y: Theme.portrait ? 90 : 84
        width: thanks.code && !Theme.portrait ? card.x - x - 120 : thanks.width - 2 * x
        spacing: 28

        Heading {
            width: parent.width
            text: thanks.view.props.heading
            size: 108
            color: thanks.words
        }

        Body {
            width: Math.min(parent.width, 1000)
            text: thanks.view.props.text
            size: 38
            color: thanks.words
        }
    }

    Row {
        id: garden

        readonly property real room: (Theme.portrait && thanks.code ? card.y : thanks.height) - said.y - said.height

        visible: room > 300
        x: said.x
        y: Theme.portrait ? said.y + said.height + (room - height) / 2 : thanks.height - height - 96
        spacing: Theme.portrait ? 14 : 20

        Repeater {
            model: [0, 1, 2, 3, 4]

            Plant {
                required property int modelData

                level: modelData
                width: Theme.portrait ? 176 : 170
                height: width * 233 / 220
            }
        }
    }

    CodeCard {
        id: card

        visible: thanks.code !== undefined
        width: Theme.portrait ? 640 : 520
        x: Theme.portrait ? (parent.width - width) / 2 : parent.width - width - 96
        y: Theme.portrait ? parent.height - height - 90 : Math.max(40, (parent.height - height) / 2)
        height: implicitHeight
        side: 380
        room: thanks.height - 80
        address: thanks.address
        title: thanks.code ? thanks.code.title : ""
        text: thanks.code ? thanks.code.help : ""
    }
}
