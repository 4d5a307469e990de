// What a person says. Bold text face in high contrast.
import QtQuick

Text {
    id: words

    property int size: Theme.sizeSpeech
    // Off where a width follows the words' own, which are not known before lines are laid out.
    property bool settled: true
    readonly property real lift: Theme.lift(text, Theme.text(size), Theme.displayMetrics)

    color: Theme.ink
    font.family: Theme.highContrast ? Theme.body : Theme.display
    font.pixelSize: Theme.text(size)
    font.weight: Theme.highContrast ? Font.Bold : Theme.speechWeight
    font.variableAxes: Theme.highContrast ? ({}) : Theme.axes(Theme.speechWeight)
    lineHeight: Theme.lineHeight(1.18, Theme.text(size))
    lineHeightMode: Text.FixedHeight
    topPadding: (lineHeight - Theme.displayLine * Theme.text(size)) / 2 - lift
    bottomPadding: lift - Math.abs(topPadding + lift)
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    onLineLaidOut: line => Typesetting.settle(line, words, 0.45, false)
}
