// One side of the sum: each counted thing as a number in large letters and as marks.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Paper {
    id: lane

    required property string title
    required property bool better
    // {label, mark, each, scale, most} and the sum of each.
    required property var counted
    required property var sums
    // The strip of it that is in sight: see Counts.
    required property real shownFrom
    required property real shownTo
    readonly property color tone: better ? Theme.doneDeep : Theme.inkSoft

    implicitHeight: lines.y + lines.height + 32
    height: implicitHeight
    radius: 34
    color: better ? Theme.goodLane : Theme.usualLane
    outlineColor: better ? Theme.accent : Theme.line

    Heading {
        id: name

        x: Theme.along(40, width, lane.width)
        y: 26
        text: lane.title
        size: Theme.sizeCardTitle
        color: lane.tone
    }

    Column {
        id: lines

        x: 40
        y: name.y + name.height + 14
        width: parent.width - 80
        spacing: 18

        Repeater {
            model: lane.counted

            Column {
                id: line

                required property var modelData
                required property int index

                width: lines.width
                spacing: 6

                Label {
                    width: parent.width
                    text: line.modelData.label
                    size: Theme.sizeLabel
                }

                Item {
                    width: parent.width
                    height: Math.max(48, sum.height)

                    Heading {
                        id: sum

                        anchors.left: parent.left
                        anchors.verticalCenter: parent.verticalCenter
                        width: Math.round(Theme.text(48) * 2)
                        text: Theme.counted(lane.sums[line.index])
                        size: 48
                    }

                    Pictograph {
                        visible: lines.y + line.y + parent.y < lane.shownTo && lines.y + line.y + line.height > lane.shownFrom
                        x: Theme.along(sum.width + 12, width, parent.width)
                        width: parent.width - sum.width - 12
                        height: parent.height
                        mark: line.modelData.mark
                        value: lane.sums[line.index] / line.modelData.each
                        most: line.modelData.most
                        columns: line.modelData.most
                        color: Theme.highContrast && lane.better ? Theme.accent : lane.tone
                    }
                }
            }
        }
    }
}
