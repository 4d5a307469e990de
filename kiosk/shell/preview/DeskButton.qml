// A button of the author's desk: filled where it is the first thing to do.
import QtQuick
import "../ui"

Touchable {
    id: button

    property string text
    property string icon
    property bool filled: false
    readonly property color words: filled ? Desk.paper : Desk.ink

    name: text
    implicitHeight: Desk.px(56)
    implicitWidth: row.implicitWidth + Desk.px(44)
    opacity: enabled ? 1 : 0.45

    Rectangle {
        y: Desk.px(4)
        width: parent.width
        height: parent.height
        radius: face.radius
        color: button.filled ? Desk.under : Desk.shadow
    }

    Rectangle {
        id: face

        y: button.pressed ? Desk.px(3) : 0
        width: parent.width
        height: parent.height
        radius: button.filled ? height / 2 : Desk.px(18)
        color: button.filled ? Desk.ink : Desk.card
        border.width: button.activeFocus ? Desk.px(4) : button.filled ? 0 : Desk.px(2)
        border.color: button.activeFocus ? Desk.thread : Desk.line

        Row {
            id: row

            anchors.centerIn: parent
            spacing: Desk.px(12)

            DeskIcon {
                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                name: button.icon
                color: button.words
            }

            DeskText {
                anchors.verticalCenter: parent.verticalCenter
                text: button.text
                color: button.words
                bold: true
                wrapMode: Text.NoWrap
                lineHeight: 1
                Accessible.ignored: true
            }
        }
    }
}
