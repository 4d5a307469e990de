// How the kiosk is doing: a row a subject, with an icon, words and a sign. Never colour alone.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

Paper {
    id: health

    required property var rows
    property var overall: undefined
    // {send, join, anew, went}: what can be asked for, and what came of it: "on", "well" or "wrong". Empty: not known yet.
    property var sync: ({})
    // The height at which all rows are in sight.
    readonly property real wanted: scroller.contentHeight + 84 + (buttons.visible ? buttons.height + 24 : 0)

    signal ask(string verb)

    Scroller {
        id: scroller

        anchors.fill: parent
        anchors.margins: 36
        anchors.bottomMargin: buttons.visible ? buttons.height + 60 : 36

        Column {
            width: health.width - 72
            spacing: 0

            Heading {
                width: parent.width
                size: Theme.sizeCardTitle
                bottomPadding: 12
                text: health.overall ? health.overall.text : qsTr("One moment…")
            }

            Repeater {
                model: health.rows

                Item {
                    id: row

                    required property var modelData

                    width: parent.width
                    height: Math.max(74, words.height + 12)

                    IconImage {
                        id: icon

                        anchors.verticalCenter: parent.verticalCenter
                        name: row.modelData.icon
                        size: 36
                    }

                    Column {
                        id: words

                        anchors.verticalCenter: parent.verticalCenter
                        x: icon.width + 24
                        width: parent.width - x - 76

                        Label {
                            width: parent.width
                            size: Theme.sizeFloor
                            text: row.modelData.title
                        }

                        Body {
                            width: parent.width
                            size: Theme.sizeFloor
                            leading: 1.16
                            color: Theme.inkSoft
                            text: row.modelData.text
                        }
                    }

                    Rectangle {
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        width: 54
                        height: 54
                        radius: 27
                        color: ({ "ok": Theme.doneDeep, "wait": Theme.warning })[row.modelData.level] || Theme.fault
                        Accessible.role: Accessible.StaticText
                        Accessible.name: ({ "ok": qsTr("Well"), "wait": qsTr("Takes time") })[row.modelData.level] || qsTr("Wants a look")

                        IconImage {
                            anchors.centerIn: parent
                            name: ({ "ok": "tick", "wait": "clock" })[row.modelData.level] || "warning"
                            size: 30
                            weight: 6
                            color: Theme.highContrast ? Theme.doneInk : Theme.solidPaper
                        }
                    }

                    Rectangle {
                        anchors.bottom: parent.bottom
                        width: parent.width
                        height: 2
                        color: Theme.rule
                    }
                }
            }
        }
    }

    Column {
        id: buttons

        visible: !!(health.sync.send || health.sync.join)
        x: 36
        y: parent.height - height - 36
        width: parent.width - 72
        spacing: 16

        PrimaryButton {
            objectName: "sendNow"
            visible: health.sync.send ?? false
            width: parent.width
            minimumHeight: 96
            size: Theme.sizeLabel
            icon: health.sync.went === "well" ? "tick" : "sync"
            iconFirst: true
            fill: Theme.highContrast ? Theme.accent : Theme.solidInk
            inkColor: Theme.highContrast ? Theme.accentInk : Theme.solidPaper
            text: ({ "on": qsTr("Sending…"), "well": qsTr("Sent"), "wrong": qsTr("Try again") })[health.sync.went] || qsTr("Send now")
            onActivated: if (health.sync.went !== "on") health.ask("send")
        }

        QuietButton {
            objectName: "joinWanted"
            visible: health.sync.join ?? false
            width: parent.width
            icon: "lock"
            text: health.sync.anew ? qsTr("Join with a new code") : qsTr("Join a central store")
            onActivated: health.ask("join-wanted")
        }
    }
}
