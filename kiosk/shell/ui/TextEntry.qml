// What is being typed: a paper field with a caret and how many letters are left. The text is the screen's; this draws it.
import QtQuick

Paper {
    id: entry

    required property string text
    property string prompt
    property int limit: 140
    property string leftWord: qsTr("%1 letters left")

    implicitWidth: 1200
    implicitHeight: Math.max(160, words.implicitHeight + count.implicitHeight + 76)
    outlineWidth: Math.max(2.5, Theme.outline)
    radius: Theme.radiusChoice
    Accessible.role: Accessible.EditableText
    Accessible.name: text === "" ? prompt : text

    TextEdit {
        id: words

        x: 36
        y: 28
        width: parent.width - 72
        text: entry.text === "" ? entry.prompt : entry.text
        color: entry.text === "" ? Theme.inkSoft : Theme.ink
        font.family: Theme.highContrast ? Theme.body : Theme.display
        // What is to be typed fits its field; what is asked may be smaller.
        font.pixelSize: entry.text === "" && Theme.textFactor > 1.3 ? Theme.text(30) : Theme.text(Theme.sizeSpeech)
        font.weight: Theme.highContrast ? Font.Bold : Theme.speechWeight
        font.variableAxes: Theme.highContrast ? ({}) : Theme.axes(Theme.speechWeight)
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.Wrap
        readOnly: true
        activeFocusOnPress: false
        selectByMouse: false
        Accessible.ignored: true
        onTextChanged: cursorPosition = entry.text.length
        Component.onCompleted: cursorPosition = entry.text.length
    }

    Rectangle {
        id: caret


        x: words.x + words.cursorRectangle.x
        y: words.y + words.cursorRectangle.y
        width: 4
        height: words.font.pixelSize * 1.15
        color: Theme.accent

        SequentialAnimation on opacity {
            running: entry.visible && !Theme.reducedMotion
            loops: Animation.Infinite

            NumberAnimation { to: 0.15; duration: 700 }
            NumberAnimation { to: 1; duration: 700 }
        }
    }

    Label {
        id: count

        anchors.right: parent.right
        anchors.rightMargin: 36
        y: parent.height - height - 22
        text: entry.leftWord.arg(Math.max(0, entry.limit - entry.text.length))
        size: Theme.sizeFloor
        bold: false
        color: Theme.inkSoft
    }
}
