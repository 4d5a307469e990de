// What a host can do to this station, and the way back to visitors.
import QtQuick
import "ui"

Rectangle {
    id: footer

    required property bool visiting
    required property bool paused

    signal ask(string verb)

    height: buttons.height + 48
    color: Theme.paper

    Rectangle { y: -4; width: parent.width; height: 4; color: Theme.highContrast ? Theme.line : Qt.alpha(Theme.shadowNear, 0.1) }

    Flow {
        id: buttons

        x: 48
        y: 24
        width: parent.width - 96
        spacing: 20
        layoutDirection: Qt.RightToLeft

        PrimaryButton {
            objectName: "toVisitors"
            text: qsTr("Back to visitors")
            fill: Theme.highContrast ? Theme.accent : Theme.solidInk
            inkColor: Theme.highContrast ? Theme.accentInk : Theme.solidPaper
            onActivated: footer.ask("close")
        }

        QuietButton {
            objectName: "pauseKiosk"
            text: footer.paused ? qsTr("Open again") : qsTr("Pause")
            icon: footer.paused ? "play" : "pause"
            onActivated: footer.ask(footer.paused ? "resume" : "pause")
        }

        QuietButton {
            objectName: "clearVisit"
            enabled: footer.visiting
            text: qsTr("Clear this visit")
            icon: "again"
            onActivated: footer.ask("start-again")
        }

        QuietButton {
            objectName: "restartApp"
            text: qsTr("Restart app")
            icon: "sync"
            onActivated: footer.ask("restart")
        }

        QuietButton {
            objectName: "leaveKiosk"
            text: qsTr("Leave the kiosk")
            icon: "close"
            onActivated: footer.ask("leave")
        }
    }
}
