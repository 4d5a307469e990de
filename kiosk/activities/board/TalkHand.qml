// The card in the hand, and a button for each place it can go: the other way to do what dragging does.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

FocusScope {
    id: hand

    required property string card
    required property string title
    // {id, label, icon, colour} each.
    required property var columns
    // The columns that it may go to.
    required property var open
    // The column that it lies in now; empty when it came from the table.
    property string column
    property bool dragging: false
    // From the table, where another card of its round has taken the place.
    readonly property bool late: column === "" && open.length === 0
    readonly property real gap: 16
    readonly property real foot: Math.max(96, Math.min(120, height - lift.height - 40))

    signal chosen(string column)
    signal putBack
    signal lifted(real x, real y)
    signal carried(real x, real y)
    signal dropped

    // For who came here by keyboard.
    function begin(): void {
        const index = columns.findIndex(column => open.includes(column.id))
        const button = index < 0 ? back : buttons.itemAt(index) as Item
        button.forceActiveFocus()
    }

    Keys.onEscapePressed: hand.putBack()

    TalkCard {
        id: lift

        objectName: "inHand"
        key: hand.card
        title: hand.title
        name: qsTr("In your hand: %1").arg(title)
        activeFocusOnTab: false
        x: 14
        y: 8
        width: Math.min(460, hand.width - back.width - 60)
        height: Math.max(100, Math.min(140, hand.height - 96 - 54))
        size: 34
        raised: true
        opacity: hand.dragging ? 0 : 1
        onLifted: (x, y) => hand.lifted(x, y)
        onCarried: (x, y) => hand.carried(x, y)
        onDropped: hand.dropped()
    }

    QuietButton {
        id: back

        objectName: "putBack"
        x: hand.width - width
        y: 14
        text: qsTr("Put it back")
        icon: "again"
        fill: Theme.paper
        onActivated: hand.putBack()
    }

    Label {
        y: hand.height - hand.foot - 4
        width: hand.width
        visible: hand.late
        text: qsTr("One card from this round is on the board. Put that one back, and there is room for this.")
        size: Theme.sizeMeta
        bold: false
    }

    Row {
        y: hand.height - hand.foot - 4
        visible: !hand.late
        spacing: hand.gap
        layoutDirection: Theme.rtl ? Qt.RightToLeft : Qt.LeftToRight

        Repeater {
            id: buttons

            model: hand.columns.length

            TalkGoal {
                required property int index

                width: (hand.width - (hand.columns.length - 1) * hand.gap) / hand.columns.length
                height: hand.foot
                column: hand.columns[index]
                here: hand.column === hand.columns[index].id
                enabled: hand.open.includes(hand.columns[index].id)
                onActivated: hand.chosen(hand.columns[index].id)
            }
        }
    }
}
