// The window on the room: look left, look right, and where you are, in words and as three marks.
pragma ComponentBehavior: Bound

import QtQuick
import "../ui"

Item {
    id: turn

    // How far along, 0 to 1.
    required property real along
    readonly property int stop: Math.round(along * 2)
    readonly property bool crowded: left.wideWidth + card.width + right.wideWidth + 48 > width

    // -1 to the left, 1 to the right.
    signal turned(int way)

    implicitHeight: Math.max(left.height, right.height)
    height: implicitHeight

    QuietButton {
        id: left

        objectName: "lookLeft"
        text: qsTr("Look left")
        icon: "back"
        compact: turn.crowded
        enabled: turn.along > 0.01
        onActivated: turn.turned(-1)
    }

    Paper {
        id: card

        anchors.centerIn: parent
        width: Math.max(180, place.implicitWidth + 56)
        height: place.height + 50
        radius: Theme.radiusQuiet
        color: Theme.paper
        depth: "low"

        Label {
            id: place

            y: 10
            anchors.horizontalCenter: parent.horizontalCenter
            text: [qsTr("The left"), qsTr("The middle"), qsTr("The right")][turn.stop]
            size: Theme.sizeMeta
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            y: place.y + place.height + 6
            spacing: 10
            Accessible.ignored: true

            Repeater {
                model: 3

                Rectangle {
                    required property int index

                    width: index === turn.stop ? 56 : 20
                    height: 20
                    radius: 10
                    color: index === turn.stop ? Theme.accent : "transparent"
                    border.width: index === turn.stop ? 0 : 3
                    border.color: Theme.line
                    antialiasing: true
                }
            }
        }
    }

    QuietButton {
        id: right

        objectName: "lookRight"
        x: parent.width - width
        text: qsTr("Look right")
        icon: "next"
        iconLast: true
        compact: turn.crowded
        enabled: turn.along < 0.99
        onActivated: turn.turned(1)
    }
}
