// The soundboard: six leaders, one of them big; touch what to hear, and read it as it is said.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: board

    readonly property var leader: view.props.leader
    readonly property var people: view.props.leaders
    readonly property var heard: slot("heard").map(one => one.leader)
    readonly property var clips: offers("play")
    readonly property var told: clips.find(one => one.props.clip.sha === voice.key)
    readonly property bool playing: told !== undefined
    readonly property real edge: Theme.portrait ? 60 : 96
    readonly property bool big: Theme.textFactor > 1.1

    // The first touch stops the clip, the second plays it from its beginning.
    function again(id: string): void {
        act(id, "")
        act(id, "")
    }

    primary: offer("finish") ? "finish" : ""
    railMiddle: Item {
        readonly property string count: qsTr("%1 of %2 heard.").arg(board.heard.length).arg(board.people.length)

        implicitWidth: Theme.portrait ? 300 : hint.implicitWidth
        implicitHeight: hint.implicitHeight

        Label {
            id: hint

            width: Theme.portrait ? 300 : implicitWidth
            text: (board.primary === "" || Theme.portrait && !board.big ? qsTr("Touch a face to listen.") + (Theme.portrait ? "\n" : " ") : "") + parent.count
            size: Theme.portrait ? Theme.sizeFloor : Theme.sizeLabel
            horizontalAlignment: Text.AlignHCenter
        }
    }

    Hills {
        kind: "board"
        crests: [leaders.y - (Theme.portrait ? 26 : 14)]
    }

    ZoneMark {
        id: mark

        visible: Theme.portrait || Theme.textFactor < 1.3
        x: Theme.portrait ? board.edge : area.x
        y: Theme.portrait ? 36 : 36
        number: String(board.view.zone.number)
        text: board.view.props.heading
    }

    Speaker {
        id: speaker

        readonly property real side: Theme.portrait ? Math.max(board.big ? 170 : 280, Math.min(480, leaders.y - 120 - (board.big ? 740 : 650))) : Math.min(540, leaders.y - 84)

        x: Theme.portrait ? (parent.width - width) / 2 : board.edge
        y: Theme.portrait ? mark.y + mark.height + 32 : 52
        width: side
        height: side
        picture: board.leader.picture
        region: board.face(board.leader.picture.sha, "")
        voice: board.voice
        speaking: board.playing && !board.voice.paused
    }

    Item {
        id: area

        x: Theme.portrait ? board.edge : 760
        y: Theme.portrait ? speaker.y + speaker.height + 44 : (mark.visible ? mark.y + mark.height + 18 : 40)
        width: parent.width - x - (Theme.portrait ? board.edge : 72)
        height: leaders.y - y - 24

        Column {
            id: invitation

            visible: !board.playing
            width: parent.width
            spacing: 6

            Heading {
                width: parent.width
                text: board.leader.name
                size: Theme.portrait ? Theme.sizeSection : 54
            }

            Body {
                visible: mark.visible
                width: parent.width
                text: qsTr("%1. Touch one to hear it.").arg(board.leader.role)
            }
        }

        Titles {
            visible: !board.playing
            y: invitation.height + 22
            width: parent.width
            height: parent.height - y
            clips: board.clips
            onPicked: id => board.act(id, "")
        }

        Telling {
            visible: board.playing
            anchors.fill: parent
            told: board.told
            voice: board.voice
            onHold: board.holdClip()
            onGoOn: board.resumeClip()
            onAgain: board.again(board.told.id)
            onStop: board.act(board.told.id, "")
        }
    }

    Leaders {
        id: leaders

        x: board.edge - (Theme.portrait ? 20 : 60)
        y: parent.height - height - (Theme.portrait ? 28 : 16)
        width: parent.width - 2 * x
        people: board.people
        heard: board.heard
        chosen: board.leader.id
        disc: Theme.portrait ? (board.big ? 132 : 160) : (board.big ? 128 : 184)
        onPicked: id => {
            if (id !== board.leader.id)
                board.act("to-" + id, "")
        }
    }
}
