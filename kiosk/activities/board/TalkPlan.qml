// Where everything of a round stands: on the picture of the room; under a part of it in portrait; and in high contrast
// beside it, with nothing on pictures. Logical pixels of the page.
import QtQuick
import "../../shell/room/fitting.js" as Fitting
import "../../shell/ui"

QtObject {
    id: plan

    required property real width
    required property real height
    // What is said.
    required property string words
    // The face of who says it, on the page; empty for none.
    required property rect face
    // The people on the left speak: their words stand on the left.
    required property bool atLeft
    // How high the words have come out.
    required property real bubbleHeight
    // The board's face in the picture, and the picture's size, picture units.
    required property var board
    required property var room

    readonly property bool tall: Theme.portrait
    readonly property bool framed: Theme.highContrast && !tall
    readonly property real scaling: width / room.width
    readonly property real foot: height - 24
    // What stands round the words in a bubble: the speaker's name and its own edges.
    readonly property real rim: Math.round(1.32 * Theme.text(Theme.sizeMeta)) + 8 + 72
    // Large words want a wider column beside the board.
    readonly property real column: Theme.textFactor > 1.5 ? 730 : 600
    readonly property real bubbleWidth: tall ? 960 : framed ? column : 884
    readonly property real bubbleMost: tall ? 400 : framed ? height - 72 : 330
    readonly property var sizes: [38, 36, 34, 32, 30, 28, 26]
    readonly property int speech: sizes.find(size => spoken(size) + rim <= bubbleMost) ?? 26

    // How high the board is by itself.
    readonly property real deep: Theme.textFactor > 1.3 ? 490 : 530

    readonly property rect panel: tall ? Qt.rect(40, foot - 404, 1000, 404) : framed ? Qt.rect(column + 88, 604, width - column - 128, foot - 604) : Qt.rect(atLeft ? 952 : 36, foot - 304, 932, 304)
    readonly property rect surface: tall ? Qt.rect(40, panel.y - deep - 32, 1000, deep) : framed ? Qt.rect(column + 88, 40, width - column - 128, 532) : Qt.rect(board[0] * scaling, (board[1] - 36) * scaling, board[2] * scaling, board[3] * scaling)
    readonly property point bubble: Qt.point(tall ? 60 : framed ? 48 : atLeft ? 36 : width - 36 - bubbleWidth, (tall ? surface.y - 40 : foot) - bubbleHeight)
    readonly property rect picture: tall && Theme.highContrast ? Qt.rect(60, 40, 960, bubble.y - 72) : tall ? Qt.rect(0, 0, width, bubble.y + 70) : framed ? Qt.rect(48, 40, column, bubble.y > 320 ? bubble.y - 72 : 0) : Qt.rect(0, 0, width, height)
    // Where along the bubble its tail stands, 0 to 1.
    readonly property real tailAt: face.width > 0 ? Math.max(0.08, Math.min(0.84, (face.x + face.width / 2 - bubble.x) / bubbleWidth - 0.03)) : 0.4

    function spoken(size: real): real {
        return Fitting.speechHeight("“" + words + "”", size, bubbleWidth - 92, pixels => Theme.text(pixels), said => Theme.displayMetrics.advanceWidth(said) / 100 * (Theme.highContrast ? 1.08 : 1.06))
    }
}
