// A field and the keyboard under it, for a few words of one's own; keys of a real keyboard work too. Emits sent(text).
import QtQuick

FocusScope {
    id: writing

    property string prompt
    property int limit: 140
    property string sendWord: qsTr("Send")
    property string text

    signal sent(string text)

    function type(letters: string): void {
        if (text.length + letters.length <= limit)
            text += letters
        keyboard.capital = text === "" || /[.!?] $/.test(text)
    }

    function erase(): void {
        text = text.slice(0, -1)
        keyboard.capital = text === ""
    }

    function send(): void {
        if (text.trim() !== "")
            sent(text.trim())
    }

    implicitHeight: entry.implicitHeight + 24 + keyboard.implicitHeight
    focus: true
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            erase()
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            send()
        else if (event.text.length === 1 && event.text >= " " && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier)))
            type(event.text)
        else
            return
        event.accepted = true
    }

    TextEntry {
        id: entry

        width: parent.width
        height: Math.max(160, parent.height - keyboard.height - 24)
        text: writing.text
        prompt: writing.prompt
        limit: writing.limit
    }

    Keyboard {
        id: keyboard

        y: parent.height - height
        width: parent.width
        height: implicitHeight
        doneWord: writing.sendWord
        onTyped: letters => writing.type(letters)
        onErased: writing.erase()
        onFinished: writing.send()
    }
}
