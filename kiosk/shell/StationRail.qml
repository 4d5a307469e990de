// The rail of home and of every activity: where to go, where you are, how it looks and sounds, and the next step.
// The primary button stands in the rail, or in portrait in a row of its own above it.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

Item {
    id: stationRail

    required property var moment
    property ActivityScreen screen
    readonly property bool inActivity: moment.phase === "activity"
    readonly property var next: screen && screen.primary !== "" && screen.view ? screen.offer(screen.primary) : undefined
    readonly property bool quiet: screen !== null && screen.primaryQuiet
    readonly property bool ownRow: Theme.portrait && next !== undefined
    // On an activity's screen, and wherever there is little room, an icon is enough.
    readonly property bool terse: inActivity || Theme.portrait
    readonly property var wish: moment.preferences || ({ "text_step": 0, "contrast": false, "sound": true })

    signal ask(string what, string name)

    height: rail.height + (ownRow ? primaryRow.height + 24 : 0)

    Rectangle {
        anchors.fill: parent
        visible: stationRail.ownRow
        color: Theme.paper
    }

    Item {
        id: primaryRow

        visible: stationRail.ownRow
        x: 40
        y: 24
        width: parent.width - 80
        height: wide.implicitHeight + 8

        PrimaryButton {
            id: wide

            objectName: "primaryWide"
            width: parent.width
            quiet: stationRail.quiet
            text: stationRail.next ? stationRail.next.label : ""
            onActivated: stationRail.screen.act(stationRail.screen.primary, "")
        }
    }

    Rail {
        id: rail

        leftSide: [
            QuietButton {
                objectName: "home"
                visible: stationRail.inActivity
                name: qsTr("Home")
                text: Theme.portrait ? "" : name
                icon: "home"
                compact: rail.crowded
                onActivated: stationRail.ask("home", "")
            },
            QuietButton {
                objectName: "back"
                visible: stationRail.inActivity
                name: qsTr("Back")
                text: Theme.portrait ? "" : name
                icon: "back"
                compact: rail.crowded
                onActivated: stationRail.ask("back", "")
            },
            QuietButton {
                objectName: "startAgain"
                visible: !stationRail.inActivity
                text: qsTr("Start again")
                icon: "again"
                compact: rail.crowded
                onActivated: stationRail.ask("start-again", "")
            }
        ]
        middle: Loader {
            sourceComponent: stationRail.inActivity ? (stationRail.screen ? stationRail.screen.railMiddle : null) : doneSoFar
        }
        rightSide: [
            QuietButton {
                objectName: "again"
                visible: stationRail.inActivity
                name: qsTr("Start again")
                icon: "again"
                onActivated: stationRail.ask("start-again", "")
            },
            QuietButton {
                objectName: "textSize"
                name: qsTr("Text size")
                text: stationRail.terse ? "" : name
                icon: "text-size"
                compact: rail.crowded
                on: stationRail.wish.text_step > 0
                onActivated: stationRail.ask("text-size", "")
            },
            QuietButton {
                objectName: "contrast"
                name: qsTr("Contrast")
                text: stationRail.terse ? "" : name
                icon: "contrast"
                compact: rail.crowded
                on: stationRail.wish.contrast
                onActivated: stationRail.ask("contrast", "")
            },
            QuietButton {
                objectName: "sound"
                name: stationRail.wish.sound ? qsTr("Sound on") : qsTr("Sound off")
                text: stationRail.terse ? "" : name
                icon: stationRail.wish.sound ? "sound-on" : "sound-off"
                compact: rail.crowded
                onActivated: stationRail.ask("sound", "")
            },
            PrimaryButton {
                objectName: "primary"
                visible: stationRail.next !== undefined && !stationRail.ownRow
                quiet: stationRail.quiet
                text: stationRail.next ? stationRail.next.label : ""
                onActivated: stationRail.screen.act(stationRail.screen.primary, "")
            },
            PrimaryButton {
                objectName: "finish"
                visible: !stationRail.inActivity
                text: qsTr("Finish")
                icon: "tick"
                onActivated: stationRail.ask("finish", "")
            }
        ]
    }

    Component {
        id: doneSoFar

        Progress {
            text: qsTr("%1 of %2 done").arg(value).arg(total)
            value: stationRail.moment.done || 0
            total: stationRail.moment.total || 0
            run: 200
        }
    }
}
