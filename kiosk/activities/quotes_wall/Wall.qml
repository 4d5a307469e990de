// What people said, one quote at a time on paper. It goes on by itself; a touch goes on, back, or holds it.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: wall

    readonly property real edge: Theme.portrait ? 60 : 96
    readonly property color words: Theme.highContrast ? Theme.ink : Theme.solidPaper
    property bool held: false

    primary: "finish"

    Rectangle {
        anchors.fill: parent
        color: Theme.highContrast ? Theme.ground : Theme.zoneOf("plum", "deep")
    }

    Hills {
        visible: !Theme.highContrast
        kind: "rating"
        groundColor: "transparent"
        farColor: Qt.lighter(Theme.zoneOf("plum", "deep"), 1.18)
        nearColor: Theme.zoneOf("plum", "base")
        crests: [head.y + head.height + 70, wall.height * 0.72]
    }

    ThreadPath {
        visible: !Theme.highContrast
        anchors.fill: parent
        d: "M-20 " + wall.height * 0.62 + "C" + wall.width * 0.16 + " " + wall.height * 0.46 + " " + wall.width * 0.3 + " " + wall.height * 0.86 + " " + wall.width * 0.52 + " " + wall.height * 0.6 + "S" + wall.width * 0.86 + " " + wall.height * 0.78 + " " + (wall.width + 30) + " " + wall.height * 0.36
        color: Theme.sunflower
        needle: false
    }

    Repeater {
        model: [[0.925, 0.05, 96, "coral"], [0.87, 0.12, 58, "paper"], [0.025, 0.78, 84, "sunflower"], [0.935, 0.74, 92, "pink"]]

        Flower {
            required property var modelData
            required property int index

            visible: !Theme.highContrast && !(Theme.portrait && index > 1)
            x: wall.width * modelData[0] - (Theme.portrait ? width / 2 : 0)
            y: wall.height * modelData[1] * (Theme.portrait ? 0.7 : 1)
            width: modelData[2]
            kind: modelData[3]
            turn: index * 31
        }
    }

    Column {
        id: head

        x: wall.edge
        y: Theme.portrait ? 64 : 44
        width: wall.width - 2 * x - (Theme.portrait ? 60 : 200)
        spacing: 8

        Heading {
            width: parent.width
            text: wall.view.props.heading
            size: Theme.portrait ? 76 : Theme.sizeTitle
            color: wall.words
        }

        Body {
            width: parent.width
            text: wall.view.props.text
            size: Theme.sizeBody
            color: wall.words
        }
    }

    Montage {
        id: montage

        readonly property real upper: head.y + head.height + (Theme.portrait ? 70 : 44)
        readonly property real room: buttons.y - 40 - upper

        objectName: "montage"
        x: Theme.portrait ? 60 : Math.round(wall.width * 0.13)
        y: upper + Math.max(0, (room - height) * 0.4)
        width: wall.width - 2 * x
        height: Theme.portrait ? Math.min(room, 1060) : room
        most: 92
        padding: Theme.portrait ? 60 : 76
        quotes: wall.view.props.quotes
        live: wall.view.live
        seconds: wall.view.props.seconds
        running: !wall.held

        TapHandler { onTapped: montage.go(1) }
    }

    Row {
        id: buttons

        x: (wall.width - width) / 2
        y: wall.height - height - 32
        spacing: 24

        QuietButton {
            objectName: "before"
            name: qsTr("The one before")
            icon: "back"
            onActivated: montage.go(-1)
        }

        QuietButton {
            objectName: "hold"
            text: wall.held ? qsTr("Go on") : qsTr("Hold it there")
            icon: wall.held ? "play" : "pause"
            onActivated: wall.held = !wall.held
        }

        QuietButton {
            objectName: "after"
            name: qsTr("The next one")
            icon: "next"
            onActivated: montage.go(1)
        }
    }

    Label {
        visible: !Theme.portrait
        x: wall.width - width - wall.edge
        anchors.verticalCenter: buttons.verticalCenter
        text: qsTr("%1 of %2").arg(montage.at + 1).arg(montage.all.length)
        color: wall.words
    }
}
