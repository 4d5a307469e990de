// The way to the people: their faces side by side, and the question.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Touchable {
    id: door

    required property string text
    required property string note
    // Pictures of the people.
    required property var faces
    readonly property real face: 92

    name: text + " " + note
    implicitHeight: Math.max(132, words.implicitHeight + 44)

    Paper {
        anchors.fill: parent
        pressed: door.pressed
        color: Theme.highContrast ? Theme.card : Theme.zoneOf("sunflower", "tint")

        StitchBorder { visible: !Theme.highContrast; inset: 9; color: Theme.thread }

        Row {
            id: row

            x: 30
            anchors.verticalCenter: parent.verticalCenter
            spacing: -34

            Repeater {
                model: Theme.textFactor > 1.3 ? door.faces.slice(0, 1) : door.faces.slice(0, Theme.portrait ? 5 : 3)

                Rectangle {
                    id: ring

                    required property var modelData

                    width: door.face + 8
                    height: width
                    radius: width / 2
                    color: Theme.solidPaper
                    antialiasing: true

                    Art {
                        anchors.centerIn: parent
                        width: door.face
                        height: width
                        sha: ring.modelData.sha
                        view: Qt.rect(ring.modelData.width * 0.24, ring.modelData.height * 0.06, ring.modelData.width * 0.52, ring.modelData.height * 0.52)
                        rounding: "circle"
                    }
                }
            }
        }

        Column {
            id: words

            x: row.x + row.width + 24
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - 84
            spacing: 2

            Heading {
                width: parent.width
                text: door.text
                size: 34
                color: Theme.highContrast ? Theme.ink : Theme.solidInk
                Accessible.ignored: true
            }

            Body {
                width: parent.width
                text: door.note
                size: Theme.sizeFloor
                leading: 1.24
                color: Theme.highContrast ? Theme.ink : Theme.solidInk
                Accessible.ignored: true
            }
        }

        IconImage {
            anchors.right: parent.right
            anchors.rightMargin: 30
            anchors.verticalCenter: parent.verticalCenter
            name: "next"
            weight: 5
            color: Theme.highContrast ? Theme.ink : Theme.solidInk
        }

        FocusRing { control: door; radius: Theme.radiusCard + 6 }
    }
}
