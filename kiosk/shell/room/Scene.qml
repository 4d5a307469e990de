// The person in the room, and the sheet that the words lie on. In high contrast the picture stands framed beside the words.
import QtQuick
import "../ui"

Item {
    id: scene

    // A picture as content gives it: {sha, describe, width, height}.
    required property var room
    // {name, about, figure, side, view, portrait}: boxes are picture units.
    required property var person
    property string mood
    // Where the face that moves is, picture units; empty for none.
    property rect face: Qt.rect(0, 0, 0, 0)
    property bool speaking: false
    property real loudness: 0
    // Room kept free at the right of the picture in portrait high contrast.
    property real aside: 0
    // How much higher than at rest the sheet begins in portrait.
    property real rise: 0
    readonly property bool framed: Theme.highContrast
    readonly property bool atLeft: !Theme.portrait && !framed && person.side === "left"
    // Where words may stand.
    readonly property real wordsX: Theme.portrait ? Theme.margin : (framed ? 620 : (atLeft ? 64 : 1052))
    readonly property real wordsWidth: Theme.portrait ? 960 : (framed ? width - 672 : (atLeft ? 800 : 816))
    // Where the face is on the page; empty for none.
    readonly property rect faceBox: placed(face)
    readonly property real pictureBottom: picture.y + picture.height

    function placed(box: rect): rect {
        if (box.width <= 0)
            return Qt.rect(0, 0, 0, 0)
        const zoom = picture.width / overlay.seen.width
        return Qt.rect(picture.x + (box.x - overlay.seen.x) * zoom, picture.y + (box.y - overlay.seen.y) * zoom, box.width * zoom, box.height * zoom)
    }

    // A box of the portrait's height with the shape of the frame, about the face.
    function upright(shape: real): rect {
        const [left, top, wide, high] = scene.person.portrait
        const across = Math.min(scene.room.width, high * shape)
        const first = scene.face.width > 0 ? Math.max(0, Math.min(scene.room.height - high, scene.face.y - 1.3 * scene.face.height)) : top
        const middle = scene.face.width > 0 ? scene.face.x + scene.face.width / 2 : left + wide / 2
        return Qt.rect(Math.max(0, Math.min(scene.room.width - across, middle - across / 2)), first, across, high)
    }

    // As wide as the portrait, in the shape of the frame, about the face.
    function lying(shape: real): rect {
        const [left, top, wide, high] = scene.person.portrait
        const down = Math.min(high, wide / shape)
        const middle = scene.face.width > 0 ? scene.face.y + 0.8 * scene.face.height : top + high / 2
        return Qt.rect(left, Math.max(top, Math.min(top + high - down, middle - down / 2)), wide, down)
    }

    function box(four: var): rect {
        return Qt.rect(four[0], four[1], four[2], four[3])
    }

    Art {
        id: picture

        x: scene.framed ? (Theme.portrait ? Theme.margin : 48) : 0
        y: scene.framed ? 48 : 0
        width: scene.framed ? (Theme.portrait ? 960 - scene.aside : 516) : scene.width
        height: scene.framed ? (Theme.portrait ? (Theme.textFactor > 1.3 ? 380 : 560) : scene.height - 96) : (Theme.portrait ? 870 : Math.round(scene.width * 9 / 16))
        sha: scene.room.sha
        view: scene.framed ? (Theme.portrait ? scene.lying(width / height) : scene.upright(width / height)) : scene.box(Theme.portrait ? scene.person.portrait : scene.person.view)
        rounding: scene.framed ? "28,28,28,28" : ""
        faced: true
        person: scene.person.figure
        mood: scene.mood
        description: scene.room.describe
    }

    Face {
        id: overlay

        picture: picture
        region: scene.face
        visible: scene.face.width > 0
        speaking: scene.speaking
        loudness: scene.loudness
    }

    Rectangle {
        visible: scene.framed
        x: picture.x
        y: picture.y
        width: picture.width
        height: picture.height
        radius: Theme.radiusCard
        color: "transparent"
        border.width: Theme.outline
        border.color: Theme.line
    }

    TalkSheet {
        side: Theme.portrait ? "bottom" : (scene.atLeft ? "left" : "right")
        rise: scene.rise
    }
}
