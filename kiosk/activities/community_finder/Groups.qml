// The groups under each other in a list that scrolls; at rest it begins and ends between lines of words. Emits picked(id).
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Item {
    id: rows

    // Offers to look at a group.
    required property var groups
    // Ids of those that were saved.
    required property var kept
    // Gives the colour of an interest.
    required property var colourOf
    // What stands before the groups; null for nothing.
    property Component header: null
    // How far it was scrolled when it was left, to begin with; then how far it is.
    property real place: 0
    readonly property bool moreBelow: list.contentHeight - list.height - (list.contentY - start) > 24
    readonly property bool moreAbove: list.contentY - start > 12
    readonly property alias contentHeight: list.contentHeight
    readonly property alias lostAbove: edging.lostAbove
    readonly property alias lostBelow: edging.lostBelow
    readonly property bool resting: !list.moving && !slide.running
    readonly property bool turning: edging.turning
    // Where its first line is: it moves while rows come that are higher or lower than was thought.
    readonly property real start: list.originY
    // Where it was at first: above 0 by what stands before the groups.
    readonly property real first: list.headerItem ? -list.headerItem.height : 0
    // Until it stands where it was left, it does not say where it is.
    property bool ready: false
    property alias contentY: list.contentY

    signal picked(string id)

    function restore(): void {
        list.forceLayout()
        if (place > 0)
            list.contentY = first + place
        else
            list.positionViewAtBeginning()
        ready = true
    }

    // What stands first was as high as it thought, then its words took their lines.
    function begin(): void {
        if (ready && !list.moving && place < 12)
            Qt.callLater(list.positionViewAtBeginning)
    }

    // On to the first thing that is not in sight.
    function page(): void {
        list.contentY = Math.min(start + list.contentHeight - list.height + list.bottomMargin, list.contentY + list.height - edging.lostBelow - 8)
    }

    // Once the page has its size.
    Component.onCompleted: Qt.callLater(restore)

    Edging {
        id: edging

        flick: list
        column: list.contentItem
        from: list.contentY
        to: list.contentY + list.height
        seen: list.height
        above: rows.moreAbove
        below: rows.moreBelow
        resting: rows.resting
    }

    Item {
        y: edging.lostAbove
        width: parent.width
        height: parent.height - edging.lostAbove - edging.lostBelow
        clip: true

        ListView {
            id: list

            y: -edging.lostAbove
            width: rows.width
            height: rows.height
            spacing: 18
            leftMargin: 12
            topMargin: 10
            bottomMargin: 26
            boundsBehavior: Flickable.StopAtBounds
            // Nothing is made ahead, half done when the page goes.
            cacheBuffer: 0
            reuseItems: true
            model: rows.groups
            header: rows.header
            onContentYChanged: if (rows.ready) rows.place = Math.max(0, contentY - rows.first)

            Behavior on contentY {
                enabled: rows.ready && !list.moving && !Theme.reducedMotion

                NumberAnimation { id: slide; duration: Theme.cardIn; easing.type: Easing.OutCubic }
            }

            delegate: GroupRow {
                required property var modelData

                objectName: "group-" + modelData.id
                width: list.width - 24
                group: modelData.props
                color: rows.colourOf(modelData.props.interest)
                kept: rows.kept.includes(modelData.id)
                onActivated: rows.picked(modelData.id)
            }
        }
    }
}
