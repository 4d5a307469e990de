// As the zone home screen.
pragma ComponentBehavior: Bound

import QtQuick
import "../../../kiosk/shell/ui"

Item {
    id: page

    Component.onCompleted: Theme.zoneName = "coral"

    Rectangle { anchors.fill: parent; color: Theme.paper }

    Art {
        visible: !Theme.highContrast
        x: Theme.portrait ? 0 : 860
        width: Theme.portrait ? 1080 : 1060
        height: Theme.portrait ? 470 : 420
        sha: "room-living.svg"
        view: Theme.portrait ? Qt.rect(300, 52, 864, 376) : Qt.rect(300, 64, 1040, 412)
    }

    Torn { visible: !Theme.portrait && !Theme.highContrast; edge: "left"; color: Theme.paper; x: 860; width: 190; height: 420 }

    Hill { visible: Theme.portrait && !Theme.highContrast; anchors.fill: parent; color: Theme.paper; crest: 424; swell: 20; seed: 1.4 }

    Hills { kind: "home"; color: "transparent" }

    Column {
        x: Theme.margin
        y: Theme.portrait ? 486 : 60
        width: 960

        ZoneMark { number: "2"; text: "The living room" }

        Item { width: 1; height: 22 }

        Heading { width: parent.width; text: "Come in, sit down." }

        Item { width: 1; height: 16 }

        Body { width: parent.width; text: "Three things to try here. Start anywhere."; size: 36 }
    }

    Repeater {
        model: [
            { "title": "Talk with Doreen", "text": "She had a fall three weeks ago. Find out what matters to her.", "minutes": "10 min", "who": "Alone or together", "art": "room-living.svg", "view": Qt.rect(440, 404, 700, 363), "tall": Qt.rect(470, 396, 390, 320), "done": false },
            { "title": "Other front rooms", "text": "Three true-to-life stories where noticing changed everything.", "minutes": "6 min", "who": "Alone or together", "art": "people/brass-band.svg", "view": Qt.rect(250, 70, 870, 451), "tall": Qt.rect(330, 60, 420, 340), "done": true },
            { "title": "Talk it over", "text": "Pick a card and share it with the person next to you.", "minutes": "8 min", "who": "Two or more", "art": "people/sewing-circle.svg", "view": Qt.rect(120, 200, 940, 487), "tall": Qt.rect(100, 196, 560, 443), "done": false }
        ]

        ActivityCard {
            required property int index
            required property var modelData

            x: Theme.portrait ? 60 : 96 + index * 588
            y: Theme.portrait ? 742 + index * 334 : 372
            title: modelData.title
            text: modelData.text
            minutes: modelData.minutes
            who: modelData.who
            picture: modelData.art
            view: Theme.portrait ? modelData.tall : modelData.view
            done: modelData.done
        }
    }

    Rail {
        id: rail

        leftSide: QuietButton { text: "Home"; icon: "home" }
        middle: Progress { text: "1 of 3 done"; value: 1; total: 3; run: Theme.portrait ? 240 : 270 }
        rightSide: [
            QuietButton { text: "Text size"; icon: "text-size"; compact: rail.crowded },
            QuietButton { text: "Sound on"; icon: "sound-on"; compact: rail.crowded },
            QuietButton { text: "Help"; icon: "help"; compact: false }
        ]
    }
}
