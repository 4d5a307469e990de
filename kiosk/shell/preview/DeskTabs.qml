// A few words of which one is chosen.
pragma ComponentBehavior: Bound

import QtQuick
import "../ui"

Row {
    id: tabs

    required property list<string> labels
    required property int chosen
    // What they choose, for those who can't see it.
    required property string name

    signal pick(int index)

    spacing: Desk.px(2)

    Repeater {
        model: tabs.labels

        Touchable {
            id: tab

            required property int index
            required property string modelData

            name: tabs.name + ": " + modelData
            accessibleRole: Accessible.RadioButton
            checked: index === tabs.chosen
            implicitWidth: words.implicitWidth + Desk.px(32)
            implicitHeight: Desk.px(44)
            onActivated: tabs.pick(index)

            Rectangle {
                anchors.fill: parent
                radius: height / 2
                color: tab.checked ? Desk.paper : "transparent"
                border.width: tab.activeFocus ? Desk.px(3) : 0
                border.color: Desk.thread
            }

            DeskText {
                id: words

                anchors.centerIn: parent
                text: tab.modelData
                bold: tab.checked
                color: tab.checked ? Desk.ink : Desk.paper
                wrapMode: Text.NoWrap
                lineHeight: 1
                Accessible.ignored: true
            }
        }
    }
}
