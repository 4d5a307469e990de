// A QR code on a card, with what it is for. `address` is what the phone reads: a link or plain words.
import QtQuick

Paper {
    id: card

    required property string address
    required property string title
    required property string text
    // Side of the code; less where the card would be taller than `room`.
    property real side: 360
    property real room: 10000
    readonly property real fitted: Math.max(220, Math.min(side, room - heading.implicitHeight - help.implicitHeight - 2 * column.spacing - 112))
    readonly property real words: width - 2 * 40

    implicitWidth: 484
    implicitHeight: column.implicitHeight + 64 + 48
    radius: 40
    depth: "sheet"
    color: "white"

    Column {
        id: column

        x: 40
        y: 48
        width: card.words
        spacing: 16

        QrCode {
            anchors.horizontalCenter: parent.horizontalCenter
            side: card.fitted
            address: card.address
            name: card.title
        }

        Heading {
            id: heading

            width: parent.width
            text: card.title
            size: Theme.sizeCardTitle
            color: Theme.solidInk
            horizontalAlignment: Text.AlignHCenter
        }

        Body {
            id: help

            width: parent.width
            text: card.text
            // Grows less than other words: the code keeps its room.
            size: Math.round(Theme.sizeLabel * Math.min(Theme.textFactor, 1.3) / Theme.textFactor)
            leading: 1.26
            color: Theme.solidInk
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
