// The bottom strip that holds all navigation: `leftSide` (Home, Back), `middle` (progress),
// `rightSide` (aids, then the primary).
// `crowded` turns true when the words do not fit: bind it to `compact` of the aids, whose words then drop.
import QtQuick
import QtQuick.Layouts

Item {
    id: rail

    property alias leftSide: leftRow.data
    property alias middle: middleRow.data
    property alias rightSide: rightRow.data
    readonly property real edge: Theme.portrait ? 36 : 40
    readonly property real gap: Theme.portrait ? 16 : 24
    readonly property bool crowded: 2 * edge + 2 * gap + wide(leftRow) + wide(middleRow) + wide(rightRow) > width

    function wide(row: Item): real {
        let sum = 0
        for (const child of row.children) {
            if (child instanceof QuietButton)
                sum += child.visible ? child.wideWidth + gap : 0
            else if (child.visible && child.implicitWidth > 0)
                sum += child.implicitWidth + gap
        }
        return sum
    }

    anchors.left: parent.left
    anchors.right: parent.right
    anchors.bottom: parent.bottom
    height: Math.max(Theme.railHeight, Math.max(leftRow.height, rightRow.height) + 36)
    implicitHeight: height

    Rectangle { y: -11; width: parent.width; height: 11; color: Qt.alpha(Theme.shadowNear, 0.05); visible: !Theme.highContrast }

    Rectangle { y: -4; width: parent.width; height: 4; color: Qt.alpha(Theme.shadowNear, 0.1); visible: !Theme.highContrast }

    Rectangle {
        width: parent.width
        height: parent.height
        color: Theme.paper

        Rectangle { y: -4; width: parent.width; height: 4; color: Theme.ink; visible: Theme.highContrast }

        // A touch on the strip itself goes no further.
        TapHandler {}
    }

    Item {
        id: strip

        anchors.fill: parent
        anchors.leftMargin: rail.edge
        anchors.rightMargin: rail.edge
        LayoutMirroring.enabled: Theme.rtl
        LayoutMirroring.childrenInherit: true

        RowLayout {
            id: leftRow

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            spacing: rail.gap
        }

        Item {
            anchors.left: leftRow.right
            anchors.right: rightRow.left
            height: parent.height

            // Rather nothing than words on a button.
            RowLayout {
                id: middleRow

                opacity: width <= parent.width ? 1 : 0
                anchors.centerIn: parent
                spacing: rail.gap
            }
        }

        RowLayout {
            id: rightRow

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: rail.gap
        }
    }
}
