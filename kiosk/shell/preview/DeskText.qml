// Words on the author's desk. `size` in pixels of a 1920 x 1080 window.
import QtQuick
import "../ui"

Text {
    property real size: 19
    property bool bold: false

    color: Desk.ink
    font.family: Theme.body
    font.pixelSize: Desk.px(size)
    font.bold: bold
    lineHeight: 1.15
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
}
