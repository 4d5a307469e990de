// A modal paper sheet over a dimmed page. Set `opened`; put the words and buttons inside; `outsideTouched` when the page
// beside it is touched. Fills its parent; `sheetWidth` x `sheetHeight` is the paper, which grows with what is in it.
import QtQuick

FocusScope {
    id: modal

    property bool opened: false
    property string name
    property real sheetWidth: Theme.portrait ? 960 : 1200
    property real sheetHeight: inside.childrenRect.height + 2 * padding
    property real padding: 64
    property real dimness: 0.74
    default property alias content: inside.data

    signal outsideTouched

    anchors.fill: parent
    visible: opacity > 0
    opacity: opened ? 1 : 0
    enabled: opened
    focus: opened
    Accessible.role: Accessible.Dialog
    Accessible.name: name

    Behavior on opacity { NumberAnimation { duration: Theme.fade } }

    Rectangle {
        anchors.fill: parent
        color: Theme.dim
        opacity: Theme.highContrast ? 0.85 : modal.dimness

        // Swallows every touch and wheel meant for the page below.
        MouseArea {
            anchors.fill: parent
            onClicked: modal.outsideTouched()
            onWheel: event => event.accepted = true
        }
    }

    Paper {
        id: paper

        property real rise: modal.opened ? 0 : Theme.cardRise

        x: (modal.width - width) / 2
        y: Math.max(24, (modal.height - height) / 2 - (Theme.portrait ? 0 : 12)) + rise
        width: Math.min(modal.sheetWidth, modal.width - 48)
        height: Math.min(modal.sheetHeight, modal.height - 48)
        radius: Theme.radiusSheet
        color: Theme.paper
        depth: "sheet"

        Behavior on rise { NumberAnimation { duration: Theme.cardIn; easing.type: Easing.OutCubic } }

        TapHandler {}

        MouseArea { anchors.fill: parent }

        Item {
            id: inside

            x: modal.padding
            y: modal.padding
            width: paper.width - 2 * modal.padding
            height: paper.height - 2 * modal.padding
        }
    }
}
