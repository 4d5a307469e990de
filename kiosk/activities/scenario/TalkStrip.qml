// What you have noticed, and how far the talk has come. Lies in the rail, or in portrait along the foot of the page.
import QtQuick
import "../../shell/room"
import "../../shell/ui"

Item {
    id: strip

    // Things as content gives them: {label, box}.
    required property var things
    required property string sha
    required property string label
    required property real turns
    required property int total
    // Words alone, where there is no ground for pictures or no room.
    readonly property bool plain: Theme.portrait ? Theme.textStep === 2 : Theme.highContrast
    property color ground: Theme.paper
    readonly property real room: plain ? 0 : Theme.portrait ? width - words.width - run.width - 72 : 510

    implicitWidth: (things.length > 0 ? words.width + 24 + (plain ? 0 : tray.implicitWidth) + 40 : 0) + run.width
    implicitHeight: 104
    width: implicitWidth
    height: implicitHeight

    Label {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        visible: strip.things.length > 0
        width: strip.plain ? implicitWidth : Math.min(implicitWidth, Math.ceil(128 * Theme.textFactor))
        settled: false
        text: strip.plain ? qsTr("Noticed: %1").arg(strip.things.length) : qsTr("You’ve noticed")
        size: Theme.sizeMeta
        leading: 1.15
    }

    SlideTray {
        id: tray

        anchors.verticalCenter: parent.verticalCenter
        visible: !strip.plain && strip.things.length > 0
        x: words.width + 14
        room: strip.room
        active: false
        slot: 78
        ground: strip.ground
        things: strip.things.map(thing => ({
            "name": thing.label, "found": true, "sha": strip.sha,
            "view": { "x": thing.box[0], "y": thing.box[1], "width": thing.box[2], "height": thing.box[3] }
        }))
    }

    Progress {
        id: run

        anchors.verticalCenter: parent.verticalCenter
        x: parent.width - width
        stacked: true
        text: strip.label
        value: strip.turns
        total: strip.total
        run: Theme.portrait ? 340 : 380
    }
}
