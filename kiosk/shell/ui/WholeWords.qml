// Running text in a narrow column: set smaller where its longest word would be wider than the column.
import QtQuick

Body {
    id: words

    // The size where every word has room, and the width that no word may exceed; logical pixels.
    required property int largest
    required property real column
    // The widest word at size 1.
    readonly property real widest: text.split(/\s+/).reduce((most, word) => Math.max(most, metrics.advanceWidth(word)), 0) / 100
    // What the text step and high contrast make of a size.
    readonly property real growth: Theme.text(40) / 40

    // What that comes to. Those that stand beside each other are all set in the least of theirs.
    readonly property int fitting: widest > 0 ? Math.min(largest, Math.floor((column - 2) / widest / growth)) : largest

    size: fitting

    FontMetrics {
        id: metrics

        font.family: words.font.family
        font.bold: words.font.bold
        font.pixelSize: 100
    }
}
