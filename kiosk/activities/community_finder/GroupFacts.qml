// When, where, what it costs, how to join: a line each.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Paper {
    id: facts

    // {when, where, cost, step_free, bring, join}.
    required property var group
    readonly property var lines: [
        { "icon": "calendar", "text": group.when },
        { "icon": "map-pin", "text": group.where },
        { "icon": "money", "text": group.cost },
        { "icon": "step-free", "text": group.step_free ? qsTr("Step-free all the way in") : qsTr("There are steps: ask about them first") },
        { "icon": "people", "text": group.bring },
        { "icon": "hand", "text": group.join }
    ]

    implicitHeight: rows.height + 52

    Column {
        id: rows

        x: 34
        y: 26
        width: parent.width - 60
        spacing: Theme.portrait ? 18 : 13

        Repeater {
            model: facts.lines

            Item {
                id: fact

                required property var modelData

                width: rows.width
                height: Math.max(icon.height, text.implicitHeight)

                IconImage {
                    id: icon

                    name: fact.modelData.icon
                    color: Theme.accent
                }

                Body {
                    id: text

                    x: icon.width + 24
                    y: Math.max(0, (icon.height - lineHeight) / 2)
                    width: parent.width - x
                    text: fact.modelData.text
                    size: Theme.sizeLabel
                    leading: 1.24
                }
            }
        }
    }
}
