// As the living room scene: hotspots, tray, find.
pragma ComponentBehavior: Bound

import QtQuick
import "../../../kiosk/shell/ui"

Item {
    Component.onCompleted: Theme.zoneName = "coral"

    Art { y: -52; width: 1920; height: 1080; sha: "room-living.svg" }

    Repeater {
        model: [[660, 246, 1], [452, 930, 1], [1016, 752, 0], [1262, 918, 1], [1630, 350, 0], [438, 708, 0], [1636, 720, 0]]

        Hotspot {
            required property int index
            required property var modelData

            x: modelData[0] - 60
            y: modelData[1] - 52 - 60
            thing: "Thing"
            found: modelData[2] === 1
            current: index === 1
            ringing: index === 2
        }
    }

    Bubble {
        x: 900
        y: 150
        width: 676
        tail: "side"
        find: true
        speaker: "You noticed"
        text: "Hand-stitched tapestries"

        Body { width: parent.width; text: "The mill, the canal, a robin: thousands of tiny stitches. Someone here has a gift." }

        PrimaryButton { text: "Keep it in mind"; size: 32; minimumHeight: 96 }
    }

    Rail {
        leftSide: QuietButton { text: "Back"; icon: "back" }
        middle: [
            Label { text: "3 of 8" },
            Tray {
                things: [
                    { "name": "Tapestries", "found": true, "sha": "room-living.svg", "view": Qt.rect(500, 112, 330, 262) },
                    { "name": "Basket", "found": true, "sha": "room-living.svg", "view": Qt.rect(330, 812, 250, 200) },
                    { "name": "Letters", "found": true, "sha": "room-living.svg", "view": Qt.rect(1170, 868, 180, 140) },
                    { "found": false }, { "found": false }, { "found": false }, { "found": false }, { "found": false }
                ]
            }
        ]
        rightSide: [
            QuietButton { text: "Sound on"; icon: "sound-on"; compact: true },
            QuietButton { text: "Help"; icon: "help"; compact: true },
            QuietButton { text: "Talk to Doreen"; icon: "arrow"; iconLast: true; strong: true; size: 36; minimumHeight: 100 }
        ]
    }
}
