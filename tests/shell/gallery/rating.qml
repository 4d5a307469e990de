// As the rating screen.
pragma ComponentBehavior: Bound

import QtQuick
import "../../../kiosk/shell/ui"

Item {
    Component.onCompleted: Theme.zoneName = "leaf"

    Hills { kind: "rating" }

    Column {
        x: Theme.margin
        y: 52
        width: Theme.portrait ? 960 : 1560
        spacing: 22

        ZoneMark { number: "4"; text: "How far have you come?" }

        Heading { width: parent.width; text: "How confident do you feel asking someone what matters to them?"; size: 66 }
    }

    Repeater {
        model: ["Not yet", "A little", "Getting there", "Confident", "Very confident"]

        RatingCard {
            required property int index
            required property string modelData

            x: Theme.portrait ? 60 : 96 + index * 349.5
            y: Theme.portrait ? 414 + index * 228 : 474
            text: modelData
            level: index
            before: index === 1
            now: index === 3
        }
    }

    ThreadPath { visible: Theme.portrait; x: 830; y: 786; width: 130; height: 390; d: "M66 8C104 80 26 140 62 204C92 262 46 284 64 322" }

    Rail {
        leftSide: QuietButton { text: "Back"; icon: "back" }
        middle: Progress { text: "Question 2 of 3"; value: 2; total: 3; run: 300 }
        rightSide: [
            QuietButton { text: "Skip" },
            PrimaryButton { text: "Next" }
        ]
    }
}
