// A pad for a session's code: first a letter, then figures. Which keys may come next is told, not known here.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

Sheet {
    id: sheet

    // The code of the session that is on; empty for none.
    required property string on
    // {letters, figures, entered, takes, whole}: the keys, what is entered, which keys may come next, whether it is a code.
    required property var code
    required property string problem
    readonly property int columns: Theme.portrait ? 6 : 11
    readonly property real gap: 14

    signal ask(string verb, string detail)
    signal closed

    name: qsTr("Which session?")
    sheetWidth: Theme.portrait ? 960 : 1320
    padding: 56
    onOutsideTouched: closed()
    onOnChanged: closed()
    onOpenedChanged: if (opened) {
        ask("session-key", "clear")
        column.forceActiveFocus()
    }

    component Block: Grid {
        id: block

        required property list<string> keys

        columns: sheet.columns
        spacing: sheet.gap

        Repeater {
            model: block.keys

            PadKey {
                required property string modelData
                readonly property bool back: modelData === "back"

                objectName: "session-" + modelData
                width: Math.floor((column.width - (sheet.columns - 1) * sheet.gap) / sheet.columns)
                height: 100
                big: true
                text: back ? qsTr("Delete the last one") : modelData
                icon: back ? "backspace" : ""
                enabled: back ? sheet.code.entered !== "" : sheet.code.takes.includes(modelData)
                onActivated: sheet.ask("session-key", modelData)
            }
        }
    }

    Column {
        id: column

        width: parent.width
        spacing: 28
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Escape)
                sheet.closed()
            else if (event.key === Qt.Key_Backspace)
                sheet.ask("session-key", "back")
            else if (event.text > " ")
                sheet.ask("session-key", event.text)
            else
                return
            event.accepted = true
        }

        Item {
            width: parent.width
            height: Math.max(title.height, slip.height)

            Column {
                id: title

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - slip.width - 36
                spacing: 6

                Heading { width: parent.width; size: Theme.sizeCardTitle; text: sheet.name }

                Label {
                    width: parent.width
                    size: Theme.sizeMeta
                    text: sheet.problem || (sheet.on ? qsTr("The code on the booking. Session %1 ends when it starts.").arg(sheet.on) : qsTr("The code on the booking, such as J12."))
                    color: sheet.problem ? Theme.fault : Theme.inkSoft
                    Accessible.role: sheet.problem ? Accessible.AlertMessage : Accessible.StaticText
                }
            }

            Rectangle {
                id: slip

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                width: entered.width + 80
                height: entered.height + 36
                radius: Theme.radiusCard
                color: Theme.paper
                border.width: 4
                border.color: sheet.code.whole ? Theme.accent : Theme.line

                Heading {
                    id: entered

                    objectName: "sessionEntered"
                    anchors.centerIn: parent
                    width: 240
                    horizontalAlignment: Text.AlignHCenter
                    size: 84
                    text: sheet.code.entered || "…"
                    Accessible.name: sheet.code.entered || qsTr("Nothing entered yet")
                }
            }
        }

        Block { keys: sheet.code.letters.split("") }

        Block { keys: [...sheet.code.figures, "back"] }

        Row {
            spacing: 24

            PrimaryButton {
                objectName: "sessionStart"
                enabled: sheet.code.whole
                fill: Theme.highContrast ? Theme.accent : Theme.solidInk
                inkColor: Theme.highContrast ? Theme.accentInk : Theme.solidPaper
                text: sheet.code.whole ? qsTr("Start %1").arg(sheet.code.entered) : qsTr("Start")
                onActivated: sheet.ask("session", "")
            }

            QuietButton {
                objectName: "sessionCancel"
                minimumHeight: 104
                text: qsTr("Cancel")
                onActivated: sheet.closed()
            }
        }
    }
}
