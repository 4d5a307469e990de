// Everything that is wrong, worst first, and what can be done about it from here.
pragma ComponentBehavior: Bound

import QtQuick
import "../ui"

DeskCard {
    id: card

    required property var model
    readonly property var faults: model.faults
    readonly property int pad: Desk.px(26)

    signal ask(string what, string name)

    Text {
        id: heading

        objectName: "heading"
        x: card.pad
        y: Desk.px(18)
        width: parent.width - 2 * card.pad
        text: card.model.heading
        color: Desk.ink
        font.family: Theme.display
        font.pixelSize: Desk.px(32)
        font.weight: Theme.headingWeight
        font.variableAxes: Theme.axes(Theme.headingWeight)
        wrapMode: Text.WordWrap
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    DeskText {
        id: told

        objectName: "told"
        anchors.top: heading.bottom
        anchors.topMargin: Desk.px(2)
        x: card.pad
        width: parent.width - 2 * card.pad
        text: card.model.told
        color: Desk.inkSoft
    }

    ListView {
        id: list

        objectName: "faults"
        anchors.top: told.bottom
        anchors.topMargin: Desk.px(10)
        anchors.bottom: said.visible ? said.top : buttons.top
        anchors.bottomMargin: Desk.px(14)
        x: card.pad - Desk.px(8)
        width: parent.width - 2 * x
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: card.faults
        delegate: FaultRow {
            objectName: "fault-" + index
            width: ListView.view.width
            chosen: index === card.model.fault
            onActivated: card.ask("fault", String(index))
        }
    }

    Column {
        visible: card.faults.length === 0 && card.model.heading !== ""
        x: card.pad
        anchors.top: told.bottom
        anchors.topMargin: Desk.px(24)
        spacing: Desk.px(14)

        Repeater {
            model: card.model.clean

            Row {
                id: well

                required property var modelData

                spacing: Desk.px(12)

                DeskIcon {
                    name: well.modelData.done ? "tick" : "clock"
                    color: well.modelData.done ? Desk.good : Desk.warning
                    size: 26
                }

                DeskText {
                    width: card.width - 2 * card.pad - Desk.px(40)
                    text: well.modelData.text
                    color: well.modelData.done ? Desk.good : Desk.warning
                    bold: true
                }
            }
        }
    }

    DeskText {
        id: said

        objectName: "said"
        anchors.bottom: buttons.top
        anchors.bottomMargin: Desk.px(12)
        visible: text !== ""
        x: card.pad
        width: parent.width - 2 * card.pad
        text: card.model.said
        color: Desk.place
        maximumLineCount: 3
        elide: Text.ElideRight
    }

    Flow {
        id: buttons

        x: card.pad
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Desk.px(22)
        width: parent.width - 2 * card.pad
        spacing: Desk.px(12)

        DeskButton {
            objectName: "line"
            visible: card.faults.length > 0
            filled: true
            text: card.faults.length > 0 ? qsTr("Go to line %1").arg(card.faults[Math.min(card.model.fault, card.faults.length - 1)].line) : ""
            onActivated: card.ask("line", "")
        }

        DeskButton {
            objectName: "walk"
            enabled: !card.model.empty && card.model.stale === ""
            text: qsTr("Walk every path")
            onActivated: card.ask("walk", "")
        }

        DeskButton {
            objectName: "start"
            enabled: !card.model.empty
            text: qsTr("From the start")
            icon: card.width > 640 * Desk.unit ? "again" : ""
            onActivated: card.ask("start", "")
        }
    }
}
