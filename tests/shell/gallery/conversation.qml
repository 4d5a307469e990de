// As the conversation screen.
pragma ComponentBehavior: Bound

import QtQuick
import "../../../kiosk/shell/ui"

Item {
    id: page

    Component.onCompleted: Theme.zoneName = "coral"

    Rectangle { anchors.fill: parent; color: Theme.paper }

    Art {
        id: room

        x: Theme.highContrast ? 48 : 0
        y: Theme.highContrast ? 48 : 0
        width: Theme.portrait ? 1080 : (Theme.highContrast ? 520 : 1920)
        height: Theme.portrait ? 910 : (Theme.highContrast ? 850 : 1080)
        sha: "room-living.svg"
        view: Theme.portrait ? Qt.rect(330, 150, 760, 640) : (Theme.highContrast ? Qt.rect(530, 400, 380, 618) : Qt.rect(300, 214, 1067, 600))
        faced: true
        person: "woman"
        mood: "listening"
        framed: true
    }

    Face { picture: room; region: Qt.rect(640, 490, 140, 150); mouthOpen: true }

    TalkSheet {}

    Bubble {
        x: Theme.portrait ? 60 : (Theme.highContrast ? 620 : 1020)
        y: Theme.portrait ? 792 : 48
        width: Theme.portrait ? 960 : (Theme.highContrast ? 1252 : 848)
        speaker: "Doreen, 78"
        text: "“Oh, those old things? I stitched every one of them. I’ve not picked up a needle since the fall.”"
        size: Theme.portrait ? 45 : 42
    }

    Scroller {
        x: Theme.portrait ? 60 : (Theme.highContrast ? 620 : 1052)
        y: Theme.portrait ? 1092 : 412
        width: Theme.portrait ? 960 : (Theme.highContrast ? 1252 : 816)
        height: Theme.portrait ? 540 : 520

        Label { width: parent.width; text: "What do you say next?"; color: Theme.highContrast ? Theme.accent : Theme.ink }

        Choice { width: parent.width; text: "Who taught you to sew like that?" }

        Choice { width: parent.width; text: "They’re lovely. Shall we go through your falls checklist?" }

        Choice { width: parent.width; text: "What would help you pick the needle up again?" }
    }

    Rail {
        id: rail

        leftSide: [
            QuietButton { text: "Home"; icon: "home" },
            QuietButton { text: "Back"; icon: "back" },
            Tray {
                visible: !Theme.portrait
                things: [
                    { "name": "Tapestries", "found": true, "sha": "room-living.svg", "view": Qt.rect(500, 112, 330, 262) },
                    { "name": "Basket", "found": true, "sha": "room-living.svg", "view": Qt.rect(330, 812, 250, 200) },
                    { "name": "Letters", "found": false }
                ]
            }
        ]
        middle: Progress { visible: !Theme.portrait; text: "Getting to know Doreen"; value: 3; total: 6; run: 330; stacked: true }
        rightSide: [
            QuietButton { text: "Text size"; icon: "text-size"; compact: true },
            QuietButton { text: "Sound on"; icon: "sound-on"; compact: true; on: Theme.highContrast },
            QuietButton { text: "Help"; icon: "help" }
        ]
    }
}
