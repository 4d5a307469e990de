// The iPads of the zone: how one joins, and how each that has come is doing.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

Column {
    id: list

    // {join, ipads: [{title, state, unsent, battery, charging, seconds}], unsent}; empty where none are served.
    required property var ipads
    readonly property var known: ipads.ipads || []
    readonly property var signs: ({
        "visit": ["people", qsTr("In use")], "ready": ["tick", qsTr("Ready")],
        "loading": ["sync", qsTr("Fetching")], "away": ["pause", qsTr("Away")]
    })

    function power(ipad: var): string {
        const share = ipad.battery === null || ipad.battery === undefined ? "" : qsTr("Battery %1 %").arg(Math.round(ipad.battery * 100))
        return share !== "" && ipad.charging ? qsTr("%1, charging").arg(share) : share
    }

    spacing: 28

    Body {
        visible: !list.ipads.join
        width: parent.width
        text: qsTr("No iPads are served from this kiosk.")
    }

    Row {
        visible: !!list.ipads.join
        width: parent.width
        spacing: 36

        Paper {
            id: code

            width: 320
            height: 320
            depth: "low"
            color: "white"

            QrCode {
                anchors.centerIn: parent
                side: 288
                address: list.ipads.join || ""
                name: qsTr("Code that an iPad joins by")
            }
        }

        Column {
            width: parent.width - code.width - 36
            spacing: 12

            Heading { width: parent.width; size: Theme.sizeCardTitle; text: qsTr("Join with an iPad") }

            Body { width: parent.width; size: Theme.sizeLabel; text: qsTr("Point its camera here, or open this address in Safari:") }

            Label { width: parent.width; text: list.ipads.join || ""; wrapMode: Text.Wrap }

            Label {
                width: parent.width
                visible: list.known.length > 0
                color: list.ipads.unsent > 0 ? Theme.fault : Theme.doneDeep
                text: list.ipads.unsent > 0 ? qsTr("Unsent: %1. Leave the iPads on.").arg(list.ipads.unsent) : qsTr("Unsent: 0. The iPads may be switched off.")
            }
        }
    }

    Repeater {
        model: list.known

        Paper {
            id: row

            required property var modelData
            readonly property var said: list.signs[modelData.state]

            width: list.width - 8
            height: Math.max(104, words.height + 36)
            depth: "low"

            IconImage { id: sign; anchors.verticalCenter: parent.verticalCenter; x: 32; name: row.said[0]; size: 44 }

            Column {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                x: 104
                width: parent.width - x - 32
                spacing: 2

                Label { width: parent.width; text: qsTr("%1: %2").arg(row.modelData.title).arg(row.said[1]) }

                Body {
                    width: parent.width
                    size: Theme.sizeMeta
                    leading: 1.2
                    text: [qsTr("Unsent: %1").arg(row.modelData.unsent), list.power(row.modelData), row.modelData.state === "away" ? qsTr("last seen %1 min ago").arg(Math.max(1, Math.round(row.modelData.seconds / 60))) : ""].filter(one => one !== "").join(". ")
                }
            }
        }
    }
}
