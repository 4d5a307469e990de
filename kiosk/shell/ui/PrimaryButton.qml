// The one main action of a screen: a deep pill with a hard under-edge, arrow after the words.
import QtQuick

Touchable {
    id: button

    property string text
    // A smaller second line, as on the attract screen.
    property string note
    property string icon: "arrow"
    property bool iconFirst: false
    property int size: Theme.sizeChoice
    // Outlined, while something else on the page is the main action.
    property bool quiet: false
    property color fill: quiet ? Theme.card : Theme.zone.button
    property color inkColor: quiet ? Theme.ink : Theme.zone.buttonInk
    property real minimumHeight: 104
    // What the icon takes beside the words.
    readonly property real beside: mark.visible ? mark.width + 20 : 0

    name: note === "" ? text : text + ". " + note
    implicitHeight: Math.max(minimumHeight, words.implicitHeight + 28)
    implicitWidth: Math.max(first.implicitWidth, second.visible ? second.implicitWidth : 0) + beside + 96
    opacity: enabled ? 1 : 0.5

    Rectangle {
        width: parent.width
        height: parent.height
        y: Theme.highContrast ? 0 : 16 - 9 * pill.y / 7
        radius: height / 2
        color: Qt.alpha(Theme.solidInk, 0.1)
        antialiasing: true
    }

    Rectangle {
        width: parent.width
        height: parent.height
        y: Theme.highContrast ? 0 : 7
        radius: height / 2
        color: button.quiet ? Theme.shadowNear : Theme.under
        antialiasing: true
    }

    Rectangle {
        id: pill

        width: parent.width
        height: parent.height
        y: button.pressed && !Theme.highContrast ? 6 : 0
        radius: height / 2
        color: button.fill
        border.width: button.quiet ? 3.5 : button.pressed ? Theme.outline : 0
        border.color: Theme.ink
        antialiasing: true

        Behavior on y {
            NumberAnimation { duration: button.pressed ? Theme.pressIn : Theme.pressOut; easing.type: Easing.OutCubic }
        }

        Row {
            id: row

            anchors.centerIn: parent
            spacing: 20
            layoutDirection: button.iconFirst ? Qt.RightToLeft : Qt.LeftToRight

            Column {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, button.width - 72 - button.beside)

                Label {
                    id: first

                    width: Math.min(implicitWidth, button.width - 72 - button.beside)
                    settled: false
                    text: button.text
                    size: button.size
                    color: button.inkColor
                    Accessible.ignored: true
                }

                Label {
                    id: second

                    width: Math.min(implicitWidth, button.width - 72 - button.beside)
                    settled: false
                    visible: text !== ""
                    text: button.note
                    size: Theme.sizeMeta
                    bold: false
                    color: button.inkColor
                    Accessible.ignored: true
                }
            }

            IconImage {
                id: mark

                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                name: button.icon
                size: button.note === "" ? Math.round(button.size * 1.12) : 70
                color: button.inkColor
            }
        }

        FocusRing { control: button; radius: height / 2 }
    }
}
