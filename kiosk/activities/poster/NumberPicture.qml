// The picture of a number: marks, or two lots of them under each other on one scale with a word beside each.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Item {
    id: picture

    // {mark, rows: [{value, total, label, lines}], columns}.
    required property var number
    required property color color
    // What came before, and what stands for nobody.
    required property color quiet
    required property color ground
    required property color ink
    property real largest: 150
    // The strip of it that is in sight: where there is no graphics card, shapes all outside a clip are drawn as if there was none.
    property real shownFrom: 0
    property real shownTo: height
    // The second colour of the marks that have one of their own: stems are green on a light patch.
    readonly property var seconds: ({ "bulb": quiet, "flower": number.deep || Theme.highContrast ? quiet : Theme.doneDeep })
    readonly property real between: 16
    readonly property int lines: number.rows.reduce((sum, row) => sum + row.lines, 0)
    readonly property real lineHeight: (height - (number.rows.length - 1) * between) / lines
    readonly property real labelWidth: labels.width > 0 ? labels.width + 20 : 0

    // Where a row begins: below the lines and gaps of those before it.
    function topOf(index: int): real {
        return number.rows.slice(0, index).reduce((sum, row) => sum + row.lines * lineHeight + between, 0)
    }

    Accessible.ignored: true

    Column {
        id: labels

        visible: picture.number.columns > 0

        Repeater {
            model: picture.number.rows

            Label {
                required property var modelData

                opacity: 0
                text: modelData.label
                size: Theme.sizeMeta
            }
        }
    }

    Repeater {
        model: picture.number.rows

        Item {
            id: row

            required property var modelData
            required property int index
            readonly property bool before: index + 1 < picture.number.rows.length

            y: picture.topOf(index)
            width: picture.width
            height: modelData.lines * picture.lineHeight

            Label {
                x: Theme.along(0, width, parent.width)
                y: Math.max(0, (marks.zoom * marks.box.h - height) / 2 + (marks.height - marks.drawnHeight) / 2)
                text: row.modelData.label
                size: Theme.sizeMeta
                color: picture.ink
            }

            Pictograph {
                id: marks

                visible: row.y < picture.shownTo && row.y + row.height > picture.shownFrom
                x: Theme.along(picture.labelWidth, width, parent.width)
                width: parent.width - picture.labelWidth
                height: parent.height
                mark: picture.number.mark
                value: row.modelData.value
                total: row.modelData.total
                columns: picture.number.columns
                largest: picture.largest
                piled: picture.number.mark === "coin"
                color: row.before ? picture.quiet : picture.color
                second: picture.seconds[picture.number.mark] ?? picture.ground
                third: picture.ground
                emptyColor: picture.quiet
            }
        }
    }
}
