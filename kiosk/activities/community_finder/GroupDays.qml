// The days of a week; those on which the group meets are filled, and said.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Paper {
    id: week

    // Names as content gives them: "monday"…
    required property var days
    readonly property var names: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    readonly property var words: [qsTr("Mon"), qsTr("Tue"), qsTr("Wed"), qsTr("Thu"), qsTr("Fri"), qsTr("Sat"), qsTr("Sun")]
    readonly property real gap: 10

    implicitHeight: row.height + 36
    Accessible.role: Accessible.StaticText
    Accessible.name: words.filter((word, index) => days.includes(names[index])).join(", ")

    Grid {
        id: row

        x: 26
        y: 18
        columns: Theme.textFactor > 1.3 ? 4 : 7
        spacing: week.gap
        Accessible.ignored: true

        Repeater {
            model: week.words

            Rectangle {
                id: day

                required property string modelData
                required property int index
                readonly property bool on: week.days.includes(week.names[index])

                width: (week.width - 52 - (row.columns - 1) * week.gap) / row.columns
                height: Math.max(72, word.implicitHeight + 36)
                radius: height / 2
                color: on ? Theme.doneDeep : "transparent"
                border.width: on ? 0 : 2.5
                border.color: Theme.rule
                antialiasing: true

                Label {
                    id: word

                    anchors.centerIn: parent
                    text: day.modelData
                    size: Theme.sizeMeta
                    bold: day.on
                    color: day.on ? Theme.doneInk : Theme.inkSoft
                }
            }
        }
    }
}
