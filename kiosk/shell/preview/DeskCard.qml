// A sheet of paper on the author's desk.
import QtQuick

Rectangle {
    radius: Desk.px(16)
    color: Desk.card
    border.width: Math.max(1, Desk.px(1.5))
    border.color: Desk.rule

    Rectangle {
        z: -1
        y: Desk.px(5)
        width: parent.width
        height: parent.height
        radius: parent.radius
        color: Desk.shadow
    }
}
