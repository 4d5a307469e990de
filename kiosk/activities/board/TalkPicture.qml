// The people round the table: the whole room, or by themselves those about the one who speaks.
import QtQuick
import "../../shell/ui"

Item {
    id: people

    // A picture as content gives it: {sha, describe, width, height}.
    required property var room
    // {name, about, figure, side, portrait}.
    required property var person
    // Where the face that moves is, picture units; empty for none.
    property rect face: Qt.rect(0, 0, 0, 0)
    property bool speaking: false
    property real loudness: 0
    // Only those about the one who speaks.
    property bool near: false
    // How much of the portrait's width is shown: less is larger.
    property real share: 1
    property bool bordered: false
    // How far the whole room is moved up, logical pixels.
    readonly property real up: 36
    readonly property real zoom: art.width / overlay.seen.width
    // Where the face is in this item; empty for none.
    readonly property rect faceBox: face.width > 0 ? Qt.rect(art.x + (face.x - overlay.seen.x) * zoom, art.y + (face.y - overlay.seen.y) * zoom, face.width * zoom, face.height * zoom) : face

    // A box as wide as the person's portrait, in the shape of this item, with the face in its upper half.
    function about(): rect {
        const [left, top, whole, high] = person.portrait
        const wide = whole * share
        const tallest = Math.min(room.height, wide * height / Math.max(1, width))
        const across = tallest * width / Math.max(1, height)
        const first = face.width > 0 ? face.y + face.height / 2 - tallest * 0.34 : top
        const middle = face.width > 0 ? face.x + face.width / 2 : left + whole / 2
        return Qt.rect(Math.max(0, Math.min(room.width - across, near && across >= whole - 1 ? left + (whole - across) / 2 : middle - across / 2)), Math.max(0, Math.min(room.height - tallest, first)), across, tallest)
    }

    clip: true

    Art {
        id: art

        y: people.near ? 0 : -people.up * width / people.room.width
        width: people.width
        height: people.near ? people.height : width * people.room.height / people.room.width
        sha: people.room.sha
        view: people.near ? people.about() : Qt.rect(0, 0, people.room.width, people.room.height)
        rounding: people.bordered ? "28,28,28,28" : ""
        description: people.room.describe
    }

    Face {
        id: overlay

        picture: art
        person: people.person.figure
        region: people.face
        visible: people.face.width > 0
        speaking: people.speaking
        loudness: people.loudness
    }

    Rectangle {
        visible: people.bordered
        anchors.fill: parent
        radius: Theme.radiusCard
        color: "transparent"
        border.width: Theme.outline
        border.color: Theme.line
    }
}
