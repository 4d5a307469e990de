// As the GP conversation: the sheet at the left, a dial, a bubble with its tail at the right.
import QtQuick
import "../../../kiosk/shell/ui"

Item {
    Component.onCompleted: Theme.zoneName = "teal"

    Art { id: room; width: 1920; height: 1080; sha: "room-gp.svg"; view: Qt.rect(408, 196, 1180, 664) }

    TalkSheet { side: "left" }

    Dial { x: 64; y: 44; width: 252; height: 252; done: 4; total: 10; number: "6"; word: "minutes left" }

    Bubble { x: 356; y: 48; width: 680; tail: "right"; speaker: "Mr Heaton, 58"; text: "“It’s only my chest, doctor. Same as last time. I’ll not keep you.”" }

    Column {
        x: 64
        y: 428
        width: 800
        spacing: 22

        Choice { width: 800; text: "I’ll renew the inhaler. Is there anything else today?" }
        Choice { width: 800; text: "That letter in your hand. Would you like to tell me about it?"; faded: true }
        Choice { width: 800; text: "How are things at home, Mr Heaton?"; chosen: true }
    }

    Rail { leftSide: QuietButton { text: "Home"; icon: "home" } }
}
