// A card: white on the table, in its column's colour on the board. Tapped or dragged it is taken up; `away` while it is
// in the hand, when only its place is left.
import QtQuick
import "../../shell/ui"

Touchable {
    id: card

    // The card's id.
    required property string key
    required property string title
    // The colour of its column; empty on the table.
    property string colour
    property bool away: false
    // In the hand: tilted, stitched, high above the paper.
    property bool raised: false
    property int size: Theme.sizeLabel
    readonly property color tint: Theme.highContrast || colour === "" ? Theme.card : Theme.zoneOf(colour, "tint")
    readonly property color deep: Theme.highContrast ? Theme.ink : Theme.zoneOf(colour || "teal", "deep")

    // Where it is held, in the scene.
    signal lifted(real x, real y)
    signal carried(real x, real y)
    signal dropped

    objectName: "card-" + key
    name: title
    implicitWidth: 280
    implicitHeight: 108
    rotation: raised ? -4 : 0

    TalkSlot {
        anchors.fill: parent
        visible: card.away
        colour: card.colour
    }

    Paper {
        anchors.fill: parent
        visible: !card.away
        radius: 20
        depth: card.raised ? "sheet" : "low"
        color: card.tint
        pressed: card.pressed && !card.raised
        outlineColor: card.raised ? Theme.accent : Theme.line

        StitchBorder { visible: card.raised; radius: 20; inset: 8 }

        Rectangle {
            id: bar

            visible: card.colour !== ""
            x: Theme.rtl ? parent.width - width - 14 : 14
            y: 20
            width: 8
            height: parent.height - 40
            radius: 4
            color: card.deep
            antialiasing: true
        }

        FittedWords {
            anchors.fill: parent
            anchors.leftMargin: card.raised ? 28 : bar.visible && !Theme.rtl ? 36 : 20
            anchors.rightMargin: card.raised ? 28 : bar.visible && Theme.rtl ? 36 : 20
            anchors.topMargin: card.raised ? 18 : 8
            anchors.bottomMargin: card.raised ? 18 : 8
            text: card.title
            size: card.size
            bold: card.raised
        }

        FocusRing { control: card; radius: 26 }
    }

    DragHandler {
        id: drag

        target: null
        onActiveChanged: active ? card.lifted(centroid.scenePosition.x, centroid.scenePosition.y) : card.dropped()
        onCentroidChanged: if (active) card.carried(centroid.scenePosition.x, centroid.scenePosition.y)
    }
}
