// Running text. `bold` for emphasis; always bold in high contrast.
import QtQuick

Text {
    id: words

    property int size: Theme.sizeBody
    property bool bold: false
    // Line height as a share of the type size.
    property real leading: 1.32
    // Off where a width follows the words' own, which are not known before lines are laid out.
    property bool settled: true
    // Lines that would leave a word alone are made as long as each other, rather than only a little shorter.
    property bool even: bold
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
    onLineLaidOut: line => Typesetting.settle(line, words, 0.36, even)
}
