// Words in a box of a given size: in the middle of it from top to bottom, smaller where they would not fit. `wrapMode`
// decides whether they may take several lines.
import QtQuick
import "../../shell/ui"

Text {
    id: words

    property int size: Theme.sizeLabel
    property bool bold: false

    color: Theme.ink
    font.family: Theme.body
    font.bold: bold || Theme.highContrast
    font.pixelSize: Theme.text(size)
    fontSizeMode: Text.Fit
    minimumPixelSize: Theme.sizeFloor
    lineHeight: 1.02
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
    verticalAlignment: Text.AlignVCenter
    Accessible.ignored: true
}
