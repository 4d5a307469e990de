// Everything added up: then and now side by side on one scale, and one thing to notice at work tomorrow.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: total

    readonly property var props: view.props
    readonly property bool across: !Theme.portrait
    readonly property bool large: Theme.textFactor > 1.3
    readonly property real edge: across ? 72 : 60

    primary: "finish"

    Hills {
        kind: "story"
        crests: [total.height - 64, total.height - 16]
    }

    Scroller {
        id: scroller

        x: total.edge
        y: total.across ? 44 : 56
        width: parent.width - 2 * x
        height: parent.height - y - 36
        bleed: 32
        spacing: 26

        Heading {
            width: parent.width
            text: total.props.heading
            size: total.large ? 48 : Theme.sizeSection
        }

        Grid {
            id: lanes

            // Large words, and those on a tall screen, stand under each other.
            columns: total.across && !total.large ? 2 : 1
            columnSpacing: 36
            rowSpacing: 28
            width: parent.width

            Repeater {
                model: [
                    { "title": total.props.then_label, "side": "then" },
                    { "title": total.props.now_label, "side": "now" }
                ]

                TotalLane {
                    required property var modelData

                    width: lanes.columns === 1 ? lanes.width : (lanes.width - lanes.columnSpacing) / 2
                    shownFrom: scroller.shownFrom - lanes.y - y
                    shownTo: scroller.shownTo - scroller.bleed - lanes.y - y
                    title: modelData.title
                    better: modelData.side === "now"
                    counted: total.props.counted
                    sums: total.props.counted.map(one => one[modelData.side][one[modelData.side].length - 1])
                }
            }
        }

        Paper {
            width: parent.width
            height: tomorrow.y + tomorrow.height + 40
            radius: Theme.radiusSheet
            color: Theme.paper
            outlineWidth: 0

            StitchBorder { radius: Theme.radiusSheet; inset: 12 }

            Label {
                id: above

                x: 52
                y: 34
                width: parent.width - 104
                text: total.props.tomorrow_heading
                color: Theme.zone.name
            }

            Speech {
                id: tomorrow

                x: 52
                y: above.y + above.height + 10
                width: parent.width - 104
                text: total.props.tomorrow
                size: total.large ? 34 : 46
            }
        }

        Body {
            width: parent.width
            text: total.props.how
            size: Theme.sizeFloor
            leading: 1.2
            color: Theme.inkSoft
        }
    }
}
