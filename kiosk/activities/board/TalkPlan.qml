// Where everything of a round stands: on the picture of the room; under a part of it in portrait, or beside that where
// words are large; and in high contrast beside it, with nothing on pictures. Logical pixels of the page.
import QtQuick
import "../../shell/room/fitting.js" as Fitting
import "../../shell/ui"

QtObject {
    id: plan

    required property real width
    required property real height
    // What is said, and by whom.
    required property string words
    required property string who
    // A card lies somewhere, so one may come into the hand: there is a place for it at the foot.
    required property bool holding
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
    // In portrait large words leave no more than a strip above them: they stand beside the picture, or without it.
    readonly property bool large: tall && Theme.textFactor > 1.3
    readonly property bool beside: large && tallest(26, 600) <= surface.y - 64
    readonly property bool alone: large && !beside
    // Large words want a wider column beside the board.
    readonly property real column: Theme.textFactor > 1.5 ? 730 : 600
    readonly property real bubbleWidth: beside ? 600 : tall ? 960 : framed ? column : 884
    readonly property real bubbleMost: large ? surface.y - 64 : tall ? 400 : framed ? height - 72 : 330
    readonly property var sizes: [38, 36, 34, 32, 30, 28, 26]
    readonly property int speech: sizes.find(size => tallest(size, bubbleWidth) <= bubbleMost) ?? 26

    // How high the board is by itself, and beside a picture.
    readonly property real deep: !large ? 510 : holding ? 490 : 640
    // How high that is which cards lie on, or a card in the hand.
    readonly property real table: large ? 450 : 376
    readonly property real level: Theme.textFactor > 1.5 ? 450 : 532

    readonly property rect panel: tall ? Qt.rect(40, foot - table, 1000, table) : framed ? Qt.rect(column + 88, level + 72, width - column - 128, foot - level - 72) : Qt.rect(atLeft ? 952 : 36, foot - 304, 932, 304)
    readonly property rect surface: tall ? Qt.rect(40, (holding ? panel.y - 32 : foot) - deep, 1000, deep) : framed ? Qt.rect(column + 88, 40, width - column - 128, holding ? level : foot - 40) : Qt.rect(board[0] * scaling, (board[1] - 36) * scaling, board[2] * scaling, board[3] * scaling)
    readonly property point bubble: Qt.point(beside ? 440 : tall ? 60 : framed ? 48 : atLeft ? 36 : width - 36 - bubbleWidth, large ? (surface.y - bubbleHeight) / 2 : (tall ? surface.y - 40 : foot) - bubbleHeight)
    readonly property rect picture: beside ? Qt.rect(40, 36, 350, surface.y - 72) : alone ? Qt.rect(60, 0, 960, 0) : tall && Theme.highContrast ? Qt.rect(60, 40, 960, bubble.y - 72) : tall ? Qt.rect(0, 0, width, bubble.y + 70) : framed ? Qt.rect(48, 40, column, bubble.y > 320 ? bubble.y - 72 : 0) : Qt.rect(0, 0, width, height)
    // Where along the bubble its tail stands, 0 to 1.
    readonly property real tailAt: face.width > 0 ? Math.max(0.08, Math.min(0.84, (face.x + face.width / 2 - bubble.x) / bubbleWidth - 0.03)) : 0.4

    // How high a bubble of that width is: the speaker's name, the words, and its own edges.
    function tallest(size: real, across: real): real {
        const name = Theme.text(Theme.sizeMeta)
        const lines = Fitting.lines(who, across - 88, word => Theme.bodyMetrics.advanceWidth(word) / 100 * name * 1.08)
        return spoken(size, across) + lines * Math.round(1.32 * name) + 8 + 72
    }

    function spoken(size: real, across: real): real {
        return Fitting.speechHeight(Typesetting.quoted(words), size, across - 92, pixels => Theme.text(pixels), said => Theme.displayMetrics.advanceWidth(said) / 100 * (Theme.highContrast ? 1.12 : 1.06))
    }
}
