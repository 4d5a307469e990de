// A sheet to join a central store: its address, the code that was made for this kiosk, and a keyboard for both.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

Sheet {
    id: sheet

    // {joining, problem, letters, length}: what goes on, what went wrong, what a code is made of. Null: not wanted.
    required property var join
    readonly property bool joining: join?.joining ?? false
    readonly property string letters: join?.letters ?? ""
    readonly property int length: join?.length ?? 0
    property string address
    property string code
    // The code is being typed, no more the address.
    property bool second
    readonly property bool whole: address !== "" && code.length === length

    signal ask(string verb, string detail)

    function type(letter: string): void {
        if (!second)
            address += letter
        else if (code.length < length && letters.includes(letter.toUpperCase()))
            code += letter.toUpperCase()
    }

    function erase(): void {
        if (second)
            code = code.slice(0, -1)
        else
            address = address.slice(0, -1)
    }

    function go(): void {
        if (!second)
            second = true
        else if (whole && !joining)
            ask("join", address + "\n" + code)
    }

    opened: join !== null
    name: qsTr("Join a central store")
    sheetWidth: Theme.portrait ? 1032 : 1400
    padding: Theme.portrait ? 32 : 48
    // It comes up behind the IT PIN, in a menu that is made anew: with nothing typed.
    Component.onCompleted: if (opened) column.forceActiveFocus()

    component Field: Touchable {
        id: field

        required property string label
        required property string text
        required property string hint
        required property bool typing

        name: label + ": " + (text || hint)
        implicitHeight: words.implicitHeight + 40

        Paper {
            anchors.fill: parent
            radius: Theme.radiusChoice
            depth: "low"
            outlineWidth: field.typing ? 5 : Math.max(2.5, Theme.outline)
            outlineColor: field.typing ? Theme.accent : Theme.line
        }

        Column {
            id: words

            x: 28
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 56
            spacing: 4

            Label { width: parent.width; size: Theme.sizeFloor; bold: false; color: Theme.inkSoft; text: field.label }

            Row {
                width: parent.width

                Label {
                    id: typed

                    width: Math.min(implicitWidth, parent.width - 8)
                    wrapMode: Text.NoWrap
                    elide: Text.ElideLeft
                    color: field.text ? Theme.ink : Theme.inkSoft
                    bold: field.text !== ""
                    text: field.text || field.hint
                }

                Rectangle { visible: field.typing && field.text !== ""; width: 4; height: typed.height; color: Theme.accent }
            }
        }
    }

    Column {
        id: column

        width: parent.width
        spacing: 24
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Escape)
                sheet.ask("join-cancel", "")
            else if (event.key === Qt.Key_Backspace)
                sheet.erase()
            else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                sheet.go()
            else if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab)
                sheet.second = !sheet.second
            else if (event.text > " ")
                sheet.type(event.text)
            else
                return
            event.accepted = true
        }

        Item {
            width: parent.width
            height: Math.max(title.height, cancel.height)

            Column {
                id: title

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - cancel.width - 36
                spacing: 6

                Heading { width: parent.width; size: Theme.sizeCardTitle; text: sheet.name }

                Label {
                    objectName: "joinSaid"
                    width: parent.width
                    size: Theme.sizeMeta
                    text: sheet.joining ? qsTr("Asking the centre. One moment…") : sheet.join?.problem || qsTr("Both come from those who look after the central store.")
                    color: !sheet.joining && sheet.join?.problem ? Theme.fault : Theme.inkSoft
                    Accessible.role: sheet.join?.problem ? Accessible.AlertMessage : Accessible.StaticText
                }
            }

            QuietButton {
                id: cancel

                objectName: "joinCancel"
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Cancel")
                onActivated: sheet.ask("join-cancel", "")
            }
        }

        Grid {
            id: fields

            readonly property real free: parent.width - (columns - 1) * spacing

            width: parent.width
            columns: Theme.portrait ? 1 : 2
            spacing: 20

            Field {
                objectName: "joinAddress"
                width: fields.columns > 1 ? fields.free * 0.62 : fields.free
                label: qsTr("Address")
                hint: "centre.example.org"
                text: sheet.address
                typing: !sheet.second
                onActivated: sheet.second = false
            }

            Field {
                objectName: "joinCode"
                width: fields.columns > 1 ? fields.free * 0.38 : fields.free
                label: qsTr("Code")
                hint: "ABCD-EFGH"
                text: sheet.code.length > 4 ? sheet.code.slice(0, 4) + "-" + sheet.code.slice(4) : sheet.code
                typing: sheet.second
                onActivated: sheet.second = true
            }
        }

        Keyboard {
            width: parent.width
            height: implicitHeight
            depth: ""
            outlineWidth: 0
            color: "transparent"
            prose: false
            keyHeight: Theme.portrait ? 104 : Theme.textFactor > 1.3 ? 72 : 88
            letterRows: sheet.second ? ["23456789", "QWERTYUP", "ADFGHJK", "ZXCVBNM"] : ["1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm.:/"]
            doneWord: sheet.second ? qsTr("Join") : qsTr("Next: the code")
            ready: !sheet.joining && (sheet.second ? sheet.whole : sheet.address !== "")
            onTyped: letter => sheet.type(letter)
            onErased: sheet.erase()
            onFinished: sheet.go()
        }
    }
}
