// Running text. `bold` for emphasis; always bold in high contrast.
import QtQuick

Text {
    property int size: Theme.sizeBody
    property bool bold: false
    // Line height as a share of the type size.
    property real leading: 1.32

    color: Theme.ink
    font.family: Theme.body
    font.pixelSize: Theme.text(size)
    font.bold: bold || Theme.highContrast
    lineHeight: Math.round(leading * Theme.text(size))
    lineHeightMode: Text.FixedHeight
    topPadding: (lineHeight - Theme.bodyLine * Theme.text(size)) / 2
    bottomPadding: -Math.abs(topPadding)
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
