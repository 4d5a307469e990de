// The page ground: paper with one or two hills in the zone's tints. Fills its parent; no hills in high contrast.
// kind: "home" (zone home), "story" (case study), "roads" (debrief), "board" (soundboard), "rating", "pause".
pragma ComponentBehavior: Bound

import QtQuick

Rectangle {
    id: hills

    property string kind: "home"
    // Where the crests are instead, top down, so that no edge runs behind words.
    property var crests: []
    // 0 at rest; a page change moves it: the near hill goes the whole way, the far one 60 % of it.
    property real slide: 0
    property color groundColor: kind === "home" || kind === "story" || kind === "roads" ? Theme.paper : Theme.ground
    property color farColor: kind === "board" ? Theme.zone.hill : Theme.zone.tint
    property color nearColor: Theme.zone.hill
    readonly property var shapes: ({
        "home": [[388, 18, 0.9], [660, 40, 2]],
        "story": [[560, 40, 0.5], [800, 36, 2]],
        "roads": [[230, 30, 0.2], [700, 40, 2]],
        "board": [[604, 26, 2.6]],
        "rating": [[352, 24, 0.5], [690, 40, 2.2]],
        "pause": [[716, 40, 0.4], [876, 34, 2.2]],
        "home-portrait": [[812, 26, 0.2], [1300, 34, 2]],
        "story-portrait": [[1180, 30, 0.5], [1500, 34, 2]],
        "roads-portrait": [[330, 26, 0.2], [1200, 34, 2]],
        "board-portrait": [[1166, 18, 2.6]],
        "rating-portrait": [[430, 22, 0.5], [1010, 34, 2.2]],
        "pause-portrait": [[1180, 40, 0.4], [1560, 34, 2.2]]
    })
    readonly property var list: shapes[kind + (Theme.portrait ? "-portrait" : "")] || []

    anchors.fill: parent
    color: groundColor
    clip: true
    Accessible.ignored: true

    Repeater {
        model: Theme.highContrast ? [] : hills.list

        Hill {
            required property int index
            required property var modelData

            x: hills.slide * (index === 0 && hills.list.length > 1 ? 0.6 : 1)
            width: hills.width
            height: hills.height
            color: index === 0 ? hills.farColor : hills.nearColor
            crest: hills.crests[index] ?? modelData[0]
            swell: modelData[1]
            seed: modelData[2]
        }
    }
}
