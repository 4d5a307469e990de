// The way a talk went: each thing said on one thread, with the sort of question that it was.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Column {
    id: path

    // {say, style, screen, step} each, in order.
    required property var said
    // What those before did: view.before.
    required property var before
    readonly property var kinds: ({
        "form": ["document", qsTr("A form question")],
        "kind": ["heart", qsTr("A kind full stop")],
        "open": ["speech", qsTr("An open question")]
    })

    spacing: 0
    bottomPadding: 32

    Repeater {
        model: path.said

        Item {
            id: row

            required property int index
            required property var modelData
            readonly property var kind: path.kinds[modelData.style]
            readonly property int others: path.before.screens[modelData.screen] || 0

            width: path.width
            height: Math.max(104, words.height + 28)

            // Stitches as rectangles: without a graphics card a Shape is drawn even where its list is scrolled out of sight.
            Repeater {
                model: row.index < path.said.length - 1 ? Math.max(1, Math.round((row.height - 76) / 28)) : 0

                Rectangle {
                    required property int index

                    x: 33
                    y: 78 + index * 28
                    width: 6
                    height: 16
                    radius: 3
                    color: Theme.thread
                    antialiasing: true
                }
            }

            Rectangle {
                width: 72
                height: 72
                radius: 36
                color: Theme.highContrast ? Theme.ground : Theme.zone.tint
                border.width: Theme.highContrast ? 4 : 0
                border.color: Theme.line
                antialiasing: true

                IconImage { anchors.centerIn: parent; width: 40; height: 40; name: row.kind[0]; color: Theme.highContrast ? Theme.ink : Theme.zone.deep }
            }

            Column {
                id: words

                x: 100
                width: row.width - 100
                spacing: 2

                Label { width: parent.width; text: row.others === 0 ? row.kind[1] : qsTr("%1. %2 of %3 said it before you").arg(row.kind[1]).arg(path.before.steps[row.modelData.step] || 0).arg(row.others); size: Theme.sizeFloor; color: Theme.zone.name }

                Body { width: parent.width; text: row.modelData.say; leading: 1.24 }
            }
        }
    }
}
