// Words and stitches together, for the middle of the rail: "Part 1 of 3". `stacked` puts the words above.
import QtQuick

Grid {
    id: progress

    required property string text
    required property real value
    required property int total
    property real run: 270
    property bool stacked: Theme.portrait
    property color color: Theme.accent

    columns: stacked ? 1 : 2
    columnSpacing: 24
    rowSpacing: 2
    horizontalItemAlignment: Grid.AlignHCenter
    verticalItemAlignment: Grid.AlignVCenter

    Label {
        id: words

        text: progress.text
        size: progress.stacked ? Theme.sizeMeta : Theme.sizeLabel
    }

    Stitches {
        // Under longer words as wide as they, where it must be seen best.
        width: progress.stacked && Theme.highContrast ? Math.max(progress.run, Math.min(1.5 * progress.run, words.implicitWidth)) : progress.run
        value: progress.value
        total: progress.total
        color: progress.color
    }
}
