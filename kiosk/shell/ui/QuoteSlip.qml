// What somebody said, on a slip of paper that it always fits: few words stand large, many smaller.
import QtQuick

Paper {
    id: slip

    required property string text
    property string who
    property int shade: 0
    // The largest size, logical pixels before the text step.
    property int most: 76
    property real padding: 64
    // What there is room for, and the height that the words take of it.
    property real mostHeight: height
    property alias sewn: border.sewn
    readonly property var shades: [Theme.solidPaper, Theme.zoneOf("coral", "tint"), Theme.zoneOf("sunflower", "tint"), Theme.zoneOf("teal", "tint"), Theme.zoneOf("plum", "tint"), Theme.zoneOf("leaf", "tint")]
    readonly property color words: Theme.highContrast ? Theme.ink : Theme.solidInk
    readonly property string said: Typesetting.quoted(text)
    readonly property real hugged: column.implicitHeight + 2 * padding
    readonly property real room: mostHeight - 2 * padding - (role.visible ? role.implicitHeight + column.spacing : 0)
    readonly property int size: fit(said, width - 2 * padding, room)

    // The largest size at which the words fill no more than the room, and the longest of them one line.
    function fit(words: string, across: real, down: real): int {
        const longest = Math.max(...words.split(/[\s-]+/).map(word => word.length))
        const letter = Theme.highContrast ? 0.6 : 0.53
        let tried = most
        for (; Theme.text(tried) > 27; tried -= 2) {
            const pixels = Theme.text(tried)
            const perLine = across / (letter * pixels)
            // A line ends, on average, half a word early.
            const lines = Math.ceil(words.length / Math.max(1, perLine - Math.min(5, longest / 2)))
            if (longest * (letter + 0.1) * pixels <= across && (lines + 0.5) * 1.18 * pixels <= down)
                break
        }
        return tried
    }

    radius: 34
    depth: "sheet"
    color: Theme.highContrast ? Theme.card : shades[shade % shades.length]
    rotation: Theme.highContrast ? 0 : [-1.1, 0.8, -0.7, 1][shade % 4]
    Accessible.role: Accessible.StaticText
    Accessible.name: said + " " + who

    StitchBorder {
        id: border

        visible: !Theme.highContrast
        radius: slip.radius
        inset: 18
        color: Theme.thread
    }

    Column {
        id: column

        anchors.verticalCenter: parent.verticalCenter
        x: slip.padding
        width: parent.width - 2 * x
        spacing: 22

        Speech {
            width: parent.width
            text: slip.said
            size: slip.size
            color: slip.words
            Accessible.ignored: true
        }

        Body {
            id: role

            width: parent.width
            visible: text !== ""
            text: slip.who
            size: Math.min(slip.most - 8, Theme.sizeLabel)
            bold: true
            color: slip.words
            Accessible.ignored: true
        }
    }
}
