// Display words: page titles, questions, card titles. `size` in logical pixels before the text step (32 at least).
import QtQuick

Text {
    property int size: Theme.sizeTitle

    color: Theme.ink
    font.family: Theme.highContrast ? Theme.body : Theme.display
    font.pixelSize: Theme.text(size)
    font.weight: Theme.headingWeight
    font.variableAxes: Theme.highContrast ? ({}) : Theme.axes(Theme.headingWeight)
    font.letterSpacing: -0.005 * font.pixelSize
    lineHeight: size > 100 ? 0.79 : (size > 50 ? 0.865 : 0.91)
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
