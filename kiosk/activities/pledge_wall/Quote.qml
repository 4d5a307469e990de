// One pledge on the wall: words in quotes and who said them, on paper a little askew.
import QtQuick
import "../../shell/ui"

Paper {
    id: quote

    required property string text
    property string who
    // 0 is the delegate's own.
    property int shade: 1
    readonly property var shades: [Theme.sunflower, Theme.solidPaper, Theme.zoneOf("coral", "tint"), Theme.zoneOf("teal", "tint"), Theme.zoneOf("sunflower", "tint"), Theme.zoneOf("plum", "tint")]

    implicitHeight: words.implicitHeight + 56
    radius: 24
    color: Theme.highContrast ? Theme.card : shades[shade % shades.length]
    outlineColor: shade === 0 ? Theme.accent : Theme.line
    rotation: Theme.highContrast ? 0 : [-1.2, 0.9, -0.7, 1.1, -0.9, 0.6][shade % 6]

    Column {
        id: words

        x: 34
        y: 26
        width: parent.width - 68
        spacing: 8

        Speech {
            width: parent.width
            text: Typesetting.quoted(quote.text)
            size: 34
            color: Theme.highContrast ? Theme.ink : Theme.solidInk
        }

        Body {
            width: parent.width
            visible: text !== ""
            text: quote.who
            size: Theme.sizeFloor
            color: Theme.highContrast ? Theme.ink : Theme.solidInk
        }
    }
}
