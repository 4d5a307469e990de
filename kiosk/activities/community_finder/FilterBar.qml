// What to look for: the first filter as a strip of chips, each other one as a pill that switches or opens a sheet.
// Emits picked(actionId) and opened(filterId).
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Column {
    id: bar

    // [{id, label}], and all offered filter actions.
    required property var filters
    required property var options

    // Room left at the end of the pills, while they stand in one row.
    readonly property real tail: pills.height < 2 * Theme.touch ? width - pills.childrenRect.width : 0

    signal picked(string action)
    signal opened(string filter)

    function optionsOf(filter: string): var {
        return options.filter(one => one.props.filter === filter)
    }

    spacing: 10

    Item {
        width: parent.width
        height: strip.height

        ListView {
            id: strip

            width: parent.width - (contentWidth > parent.width ? ahead.width + 14 : 0)
            height: 112
            orientation: ListView.Horizontal
            boundsBehavior: Flickable.StopAtBounds
            spacing: 14
            clip: true
            // Nothing is made ahead, half done when the page goes.
            cacheBuffer: 0
            model: bar.filters.length > 0 ? bar.optionsOf(bar.filters[0].id) : []

            Behavior on contentX {
                enabled: !strip.moving && !Theme.reducedMotion

                NumberAnimation { id: slide; duration: Theme.cardIn; easing.type: Easing.OutCubic }
            }

            delegate: Chip {
                required property var modelData

                objectName: modelData.id
                y: 6
                // Half a word is not shown: the arrow says that there are more.
                opacity: strip.moving || slide.running || (x > strip.contentX - 3 && x + width < strip.contentX + strip.width + 3) ? 1 : 0
                text: modelData.label
                icon: modelData.props.icon
                on: modelData.done
                onActivated: bar.picked(modelData.id)
                onActiveFocusChanged: if (activeFocus) strip.positionViewAtIndex(strip.model.indexOf(modelData), ListView.Contain)
            }
        }

        QuietButton {
            id: ahead

            visible: strip.contentWidth > parent.width
            y: 6
            anchors.right: parent.right
            text: strip.atXEnd ? qsTr("Back to the first ones") : qsTr("More of these")
            icon: strip.atXEnd ? "back" : "next"
            compact: true
            onActivated: strip.contentX = strip.atXEnd ? 0 : Math.min(strip.contentWidth - strip.width, strip.contentX + strip.width * 0.75)
        }
    }

    Flow {
        id: pills

        width: parent.width
        spacing: 14

        Repeater {
            model: bar.filters.slice(1)

            Chip {
                required property var modelData
                readonly property var choices: bar.optionsOf(modelData.id)
                readonly property var chosen: choices.find(one => one.done)
                readonly property var other: choices.find(one => !one.done)

                objectName: "filter-" + modelData.id
                text: chosen && (on || choices.length > 2) ? chosen.label : choices[1].label
                icon: Theme.portrait && chosen ? (choices.length > 2 ? chosen : choices[1]).props.icon : ""
                on: chosen !== undefined && chosen.props.option !== "all"
                onActivated: choices.length > 2 ? bar.opened(modelData.id) : bar.picked(other.id)
            }
        }
    }
}
