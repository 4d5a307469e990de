// A QR code on a card, with what it is for. `address` is what the phone reads: a link or plain words.
import QtQuick

Paper {
    id: card

    required property string address
    required property string title
    required property string text
    property real side: 360
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

        Image {
            readonly property bool loading: status === Image.Loading

            anchors.horizontalCenter: parent.horizontalCenter
            width: card.side
            height: card.side
            source: card.address === "" ? "" : "image://code/" + encodeURIComponent(card.address)
            sourceSize.width: Math.round(card.side * Theme.pixelScale)
            sourceSize.height: Math.round(card.side * Theme.pixelScale)
            fillMode: Image.PreserveAspectFit
            smooth: false
            Accessible.role: Accessible.Graphic
            Accessible.name: card.title
        }

        Heading {
            width: parent.width
            text: card.title
            size: Theme.sizeCardTitle
            color: Theme.solidInk
            horizontalAlignment: Text.AlignHCenter
        }

        Body {
            width: parent.width
            text: card.text
            size: Theme.sizeLabel
            leading: 1.26
            color: Theme.solidInk
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
