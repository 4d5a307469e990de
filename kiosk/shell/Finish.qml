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
