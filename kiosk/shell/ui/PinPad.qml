// Twelve keys and a row of dots. Emits entered(pin) when `length` digits are in; call clear() afterwards.
// `message` says in words what is wrong; `locked` turns the keys off. Knows nothing about right or wrong PINs.
pragma ComponentBehavior: Bound

import QtQuick

FocusScope {
    id: pad

    property int length: 6
    property string message
    // The message says what went wrong.
    property bool alarm: false
    property bool locked: false
    property string cancelWord: qsTr("Cancel")
    property string eraseWord: qsTr("Delete the last digit")
    readonly property alias digits: state.typed

    signal entered(string pin)
    signal cancelled

    implicitWidth: 616
    implicitHeight: column.implicitHeight
    Keys.onPressed: event => {
        if (event.text.length === 1 && event.text >= "0" && event.text <= "9")
            press(event.text)
        else if (event.key === Qt.Key_Backspace)
            press("erase")
        else if (event.key === Qt.Key_Escape)
            press("cancel")
        else
            return
        event.accepted = true
    }

    function clear(): void {
        state.typed = ""
    }

    function press(key: string): void {
        if (key === "cancel") {
            cancelled()
        } else if (locked) {
            return
        } else if (key === "erase") {
            state.typed = state.typed.slice(0, -1)
        } else if (state.typed.length < length) {
            state.typed += key
            if (state.typed.length === length)
                entered(state.typed)
        }
    }

    QtObject {
        id: state

        property string typed
    }

    Column {
        id: column

        width: parent.width
        spacing: 20

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 22
            bottomPadding: 10
            topPadding: 14

            Repeater {
                model: pad.length

                PinDot {
                    required property int index

                    filled: index < pad.digits.length
                }
            }
        }

        Label {
            width: parent.width
            visible: text !== ""
            text: pad.message
            size: Theme.sizeMeta
            color: pad.alarm ? Theme.fault : Theme.inkSoft
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.AlertMessage
        }

        Grid {
            columns: 3
            spacing: 20

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "cancel", "0", "erase"]

                PadKey {
                    required property string modelData

                    width: (pad.width - 40) / 3
                    height: 124
                    text: modelData === "cancel" ? pad.cancelWord : (modelData === "erase" ? pad.eraseWord : modelData)
                    icon: modelData === "erase" ? "back" : ""
                    big: modelData.length === 1
                    enabled: !pad.locked || modelData === "cancel"
                    onActivated: pad.press(modelData)
                }
            }
        }
    }
}
