// Display words: page titles, questions, card titles. `size` in logical pixels before the text step (32 at least).
import QtQuick

Text {
    id: words

    property int size: Theme.sizeTitle
    // Line height as a share of the type size.
    property real leading: size > 100 ? 0.97 : (size > 50 ? 1.06 : 1.12)
    // Off where a width follows the words' own, which are not known before lines are laid out.
    property bool settled: true
    readonly property real lift: Theme.lift(text, Theme.text(size), Theme.displayMetrics)

    color: Theme.ink
    font.family: Theme.highContrast ? Theme.body : Theme.display
    font.pixelSize: Theme.text(size)
    font.weight: Theme.headingWeight
    font.variableAxes: Theme.highContrast ? ({}) : Theme.axes(Theme.headingWeight)
    // Joined letters must stay joined.
    font.letterSpacing: Theme.rtl ? 0 : -0.005 * Theme.text(size)
    lineHeight: Theme.lineHeight(leading, Theme.text(size))
    lineHeightMode: Text.FixedHeight
    topPadding: (lineHeight - Theme.displayLine * Theme.text(size)) / 2 - lift
    bottomPadding: lift - Math.abs(topPadding + lift)
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
    Accessible.role: Accessible.Heading
    Accessible.name: text
    onLineLaidOut: line => Typesetting.settle(line, words, 0.7, true)
}
