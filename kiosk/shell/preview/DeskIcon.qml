// An icon on the author's desk. `size` in pixels of a 1920 x 1080 window.
import QtQuick
import QtQuick.Window

Image {
    property string name
    property color color: Desk.ink
    property real size: 24

    width: Desk.px(size)
    height: Desk.px(size)
    source: name === "" ? "" : "image://icon/" + name + "?c=" + String(color).slice(1) + "&w=4.5"
    sourceSize.width: Math.ceil(width * Screen.devicePixelRatio)
    sourceSize.height: Math.ceil(height * Screen.devicePixelRatio)
    Accessible.ignored: true
}
