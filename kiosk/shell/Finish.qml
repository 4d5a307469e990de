// The thank-you at the end of a visit.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

Item {
    id: thanks

    required property var moment
    readonly property var words: moment.words.finish

    signal ask(string what, string name)

    Rectangle {
        anchors.fill: parent
        color: Theme.highContrast ? Theme.ground : Theme.zoneOf("plum", "deep")
    }

    Hills {
        visible: !Theme.highContrast
        kind: "roads"
        groundColor: "transparent"
        farColor: Theme.zoneOf("plum", "base")
        nearColor: Qt.darker(Theme.zoneOf("plum", "deep"), 1.12)
    }

    Repeater {
        model: [[0.05, 0.1, 92, "sunflower"], [0.88, 0.07, 128, "coral"], [0.09, 0.78, 140, "pink"], [0.87, 0.8, 84, "paper"]]

        Flower {
            required property var modelData
            required property int index

            visible: !Theme.highContrast
            x: Theme.along(thanks.width * modelData[0], width, thanks.width)
            y: thanks.height * modelData[1]
            width: modelData[2]
            kind: modelData[3]
            turn: index * 23
        }
    }

    Column {
        anchors.centerIn: parent
        width: Math.min(1200, parent.width - 2 * Theme.margin)
        spacing: 40

        Heading {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: thanks.words.heading
            size: Theme.sizeAttract
            color: Theme.highContrast ? Theme.ink : Theme.solidPaper
        }

        Body {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: thanks.words.text
            size: Theme.sizeChoice
            color: Theme.highContrast ? Theme.ink : Theme.solidPaper
        }

        Stitches {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(640, parent.width)
            value: total
            total: Math.max(3, thanks.moment.total)
            color: Theme.thread
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 32

            QuietButton {
                objectName: "backHome"
                minimumHeight: 104
                text: qsTr("One more thing")
                icon: "back"
                onActivated: thanks.ask("home", "")
            }

            PrimaryButton {
                objectName: "done"
                text: qsTr("All done")
                icon: "tick"
                fill: Theme.highContrast ? Theme.accent : Theme.sunflower
                inkColor: Theme.solidInk
                onActivated: thanks.ask("leave", "")
            }
        }
    }
}
