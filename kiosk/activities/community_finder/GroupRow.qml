// One group in the list: what it is, when and where, and the few facts that decide. All of it is the target.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Touchable {
    id: row

    required property var group
    property color color: Theme.accent
    property bool kept: false
    // Half as wide: without the place, and smaller.
    property bool terse: false
    readonly property var facts: [
        { "icon": "boot", "text": (terse ? qsTr("%1 min") : qsTr("%1 min walk")).arg(group.walk) },
        { "icon": "money", "text": group.free ? qsTr("Free") : group.cost },
        { "icon": "step-free", "text": group.step_free ? qsTr("Step-free") : "" }
    ].filter(fact => fact.text !== "")

    name: group.name + ". " + group.when + ", " + group.where + ". " + facts.map(fact => fact.text).join(", ") + (kept ? ". " + qsTr("Saved") : "")
    implicitHeight: Math.max(terse ? 132 : 148, words.implicitHeight + 40)

    Paper {
        anchors.fill: parent
        pressed: row.pressed
        depth: "low"

        StitchBorder { visible: row.kept; inset: 9; color: Theme.doneDeep }

        Rectangle {
            id: disc

            x: row.terse ? 22 : 28
            // Beside the name, where large words make the card high.
            y: Math.min((parent.height - height) / 2, words.y + 28)
            width: row.terse ? 68 : 84
            height: width
            radius: width / 2
            color: Theme.highContrast ? Theme.accent : row.color
            antialiasing: true

            IconImage {
                anchors.centerIn: parent
                name: row.group.icon
                size: row.terse ? 38 : 46
                width: size
                height: size
                weight: 5
                color: Theme.highContrast ? Theme.accentInk : Theme.solidPaper
            }

            Rectangle {
                visible: row.kept
                x: 52
                y: 50
                width: 42
                height: 42
                radius: 21
                color: Theme.doneDeep
                border.width: 3
                border.color: Theme.card
                antialiasing: true

                IconImage { anchors.centerIn: parent; name: "tick"; size: 24; width: size; height: size; weight: 7; color: Theme.doneInk }
            }
        }

        Column {
            id: words

            x: disc.x + disc.width + (row.terse ? 20 : 26)
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - (row.terse ? 20 : 74)
            spacing: 4

            Heading {
                width: parent.width
                text: row.group.name
                size: row.terse ? 32 : 34
                Accessible.ignored: true
            }

            Body {
                width: parent.width
                text: row.terse ? row.group.when : row.group.when + " · " + row.group.where
                size: Theme.sizeFloor
                leading: 1.24
                Accessible.ignored: true
            }

            Flow {
                width: parent.width
                spacing: row.terse ? 18 : 22

                Repeater {
                    model: row.facts

                    Row {
                        id: fact

                        required property var modelData

                        spacing: 9

                        IconImage { anchors.verticalCenter: parent.verticalCenter; name: fact.modelData.icon; size: 30; color: Theme.inkSoft }

                        Body { text: fact.modelData.text; size: Theme.sizeFloor; color: Theme.inkSoft; Accessible.ignored: true }
                    }
                }
            }
        }

        IconImage {
            visible: !row.terse
            anchors.right: parent.right
            anchors.rightMargin: 26
            anchors.verticalCenter: parent.verticalCenter
            name: "next"
            weight: 5
        }

        FocusRing { control: row; radius: Theme.radiusCard + 6 }
    }
}
