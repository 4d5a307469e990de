// One of content/icons, drawn in any colour: IconImage { name: "home"; color: Theme.ink }.
import QtQuick

Image {
    property string name
    property color color: Theme.ink
    // Side in logical pixels before the text step.
    property int size: 40
    // Stroke width in the icon's own 48 units: 4 beside words, 6 alone in a small disc.
    property real weight: Theme.highContrast ? 5 : 4
    readonly property int side: Math.round(size * Math.max(1, Math.min(1.4, Theme.textFactor)))

    width: side
    height: side
    source: name === "" ? "" : "image://icon/" + name + "?c=" + String(color).slice(1) + "&w=" + weight
    sourceSize.width: Math.ceil(side * Theme.pixelScale)
    sourceSize.height: Math.ceil(side * Theme.pixelScale)
    mirror: Theme.rtl && (name === "next" || name === "back" || name === "arrow")
    Accessible.ignored: true
}
