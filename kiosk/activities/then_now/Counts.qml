// What has been counted so far, then against now: two rows of marks on one scale, each with its number.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Item {
    id: counts

    // {label, mark, each, scale, most, then: [sum at each moment], now}.
    required property var counted
    required property int at
    required property string thenLabel
    required property string nowLabel
    // The strip of it that is in sight: where there is no graphics card, shapes all outside a clip are drawn as if there was none.
    required property real shownFrom
    required property real shownTo
    readonly property real rowHeight: Math.max(Theme.portrait ? 46 : 36, Math.round(1.2 * Theme.text(Theme.sizeLabel)))

    // Both rows' marks begin beyond the longer of their words.
    readonly property real labelWidth: Math.round(Theme.text(Theme.sizeMeta) * Math.max(2.9, 0.6 + 0.0108 * Math.max(...[thenLabel, nowLabel].map(word => Theme.bodyMetrics.advanceWidth(word)))))

    implicitHeight: rows.y + rows.height

    Label {
        id: title

        x: Theme.along(0, width, parent.width)
        width: Math.min(implicitWidth, parent.width)
        settled: false
        text: counts.counted.label
        size: Theme.sizeBody
    }

    Body {
        id: scale

        readonly property bool fits: title.implicitWidth + 20 + implicitWidth <= counts.width

        x: Theme.along(fits ? title.width + 20 : 0, width, counts.width)
        y: fits ? title.baselineOffset - baselineOffset : title.height
        width: fits ? implicitWidth : counts.width
        settled: false
        text: counts.counted.scale
        size: Theme.sizeFloor
        color: Theme.inkSoft
    }

    Column {
        id: rows

        y: (scale.fits ? title.height : scale.y + scale.height) + 8
        width: parent.width
        spacing: 6

        Repeater {
            model: [
                { "label": counts.thenLabel, "sum": counts.counted.then[counts.at], "color": String(Theme.inkSoft) },
                { "label": counts.nowLabel, "sum": counts.counted.now[counts.at], "color": String(Theme.highContrast ? Theme.accent : Theme.doneDeep) }
            ]

            Item {
                id: row

                required property var modelData

                width: rows.width
                height: counts.rowHeight
                Accessible.role: Accessible.StaticText
                Accessible.name: counts.counted.label + ", " + modelData.label + ": " + modelData.sum

                Label {
                    id: label

                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.modelData.label
                    size: Theme.sizeMeta
                    Accessible.ignored: true
                }

                Pictograph {
                    id: marks

                    visible: rows.y + row.y < counts.shownTo && rows.y + row.y + row.height > counts.shownFrom
                    x: Theme.along(counts.labelWidth, width, parent.width)
                    width: parent.width - counts.labelWidth - number.width - 16
                    height: parent.height
                    mark: counts.counted.mark
                    value: row.modelData.sum / counts.counted.each
                    most: counts.counted.most
                    columns: counts.counted.most
                    color: row.modelData.color
                }

                Label {
                    id: number

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.round(Theme.text(Theme.sizeBody) * 1.9)
                    text: Theme.counted(row.modelData.sum)
                    size: Theme.sizeBody
                    horizontalAlignment: Text.AlignRight
                    Accessible.ignored: true
                }
            }
        }
    }
}
