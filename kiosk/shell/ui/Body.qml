// Running text. `bold` for emphasis; always bold in high contrast.
import QtQuick

Text {
    property int size: Theme.sizeBody
    property bool bold: false
    // Line height as a share of the type size.
    property real leading: 1.32
    readonly property real lift: Theme.lift(text, Theme.text(size), Theme.bodyMetrics)

    color: Theme.ink
    font.family: Theme.body
    font.pixelSize: Theme.text(size)
    font.bold: bold || Theme.highContrast
    lineHeight: Theme.lineHeight(leading, Theme.text(size))
    lineHeightMode: Text.FixedHeight
    topPadding: (lineHeight - Theme.bodyLine * Theme.text(size)) / 2 - lift
    bottomPadding: lift - Math.abs(topPadding + lift)
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
