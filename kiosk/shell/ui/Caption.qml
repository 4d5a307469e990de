// What a voice says, with the phrase that is being said lit. Shrinks to fit `room`; `size` is the most.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: caption

    required property string text
    // The lit phrase, in characters of the text; nothing is lit when they are the same.
    property int from: 0
    property int to: 0
    property int size: 56
    // The height that the words may take, logical pixels.
    property real room: 10000
    property color litColor: Theme.highContrast ? Theme.accent : Theme.solidPaper
    property var lines: []
    // Lies over the lit phrase, for a page that scrolls to it.
    readonly property Item spot: spotItem

    // One box for each line of the lit phrase.
    function measure(): void {
        const found = []
        const first = Math.min(from, words.length)
        const last = Math.min(to, words.length)
        for (let at = first; at < last; at++) {
            const box = words.positionToRectangle(at)
            const end = words.positionToRectangle(at + 1)
            const line = found[found.length - 1]
            const right = Math.abs(end.y - box.y) < 2 ? end.x : box.x
            if (line && Math.abs(line.y - box.y) < 2)
                line.right = Math.max(line.right, right)
            else if (text[at] !== " ")
                found.push({ "x": box.x, "y": box.y, "height": box.height, "right": right })
        }
        lines = found
        if (last > first)
            words.select(first, last)
        else
            words.deselect()
    }

    implicitWidth: 1090
    implicitHeight: words.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    onFromChanged: Qt.callLater(measure)
    onToChanged: Qt.callLater(measure)
    onTextChanged: Qt.callLater(measure)
    onWidthChanged: Qt.callLater(measure)

    // Finds the size at which the words fit.
    Text {
        id: fitter

        visible: false
        width: caption.width
        height: caption.room
        text: caption.text
        font.family: words.font.family
        font.pixelSize: Theme.text(caption.size)
        font.weight: words.font.weight
        font.variableAxes: words.font.variableAxes
        fontSizeMode: Text.Fit
        minimumPixelSize: 30
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }

    Item {
        id: spotItem

        y: caption.lines.length > 0 ? caption.lines[0].y : 0
        width: parent.width
        height: caption.lines.length > 0 ? caption.lines[caption.lines.length - 1].y + caption.lines[0].height - y : 0
    }

    Repeater {
        model: caption.lines

        Rectangle {
            required property var modelData

            x: modelData.x - 10
            y: modelData.y - 3
            width: modelData.right - modelData.x + 20
            height: modelData.height + 6
            radius: 12
            color: caption.litColor
            antialiasing: true
        }
    }

    TextEdit {
        id: words

        width: caption.width
        text: caption.text
        color: Theme.ink
        selectionColor: "transparent"
        selectedTextColor: Theme.highContrast ? Theme.accentInk : Theme.solidInk
        font.family: Theme.highContrast ? Theme.body : Theme.display
        font.pixelSize: fitter.fontInfo.pixelSize
        font.weight: Theme.highContrast ? Font.Bold : Theme.speechWeight
        font.variableAxes: Theme.highContrast ? ({}) : Theme.axes(Theme.speechWeight)
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.Wrap
        readOnly: true
        persistentSelection: true
        activeFocusOnPress: false
        activeFocusOnTab: false
        selectByMouse: false
        enabled: false
        onContentSizeChanged: Qt.callLater(caption.measure)
        Accessible.ignored: true
    }
}
