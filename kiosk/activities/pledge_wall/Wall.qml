// The wall: the delegate's own pledge first, what others wrote, and what stood there from the first day.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: wall

    readonly property real edge: Theme.portrait ? 60 : 96
    readonly property color words: Theme.highContrast ? Theme.ink : Theme.solidPaper
    readonly property int columns: Theme.portrait ? (Theme.textFactor > 1.3 ? 1 : 2) : Theme.textFactor > 1.3 ? 2 : 3
    readonly property var stacks: arrange(columns)

    // Every note in the column that is shortest so far, so that none lies on another.
    function arrange(count: int): var {
        const notes = slot("mine").map(one => ({ "text": one.text, "who": qsTr("Your pledge, just now"), "shade": 0 }))
        for (const texts of Object.values(view.live || {})) {
            for (const text of texts)
                notes.push({ "text": text, "who": qsTr("Somebody who was here"), "shade": 1 + notes.length % 5 })
        }
        for (const quote of view.props.quotes)
            notes.push({ "text": quote.text, "who": quote.who, "shade": 1 + notes.length % 5 })
        const found = []
        const heights = []
        for (let i = 0; i < count; i++) {
            found.push([])
            heights.push(0)
        }
        for (const note of notes) {
            const shortest = heights.indexOf(Math.min.apply(null, heights))
            found[shortest].push(note)
            heights[shortest] += 3 + note.text.length / 26
        }
        return found
    }

    primary: "finish"

    Rectangle {
        anchors.fill: parent
        color: Theme.highContrast ? Theme.ground : Theme.zoneOf("plum", "deep")
    }

    Hills {
        visible: !Theme.highContrast
        kind: "rating"
        groundColor: "transparent"
        farColor: Qt.lighter(Theme.zoneOf("plum", "deep"), 1.18)
        nearColor: Theme.zoneOf("plum", "base")
        crests: [head.y + head.height + 50, wall.height * 0.68]
    }

    ThreadPath {
        visible: !Theme.highContrast
        anchors.fill: parent
        d: "M-20 " + wall.height * 0.72 + "C" + wall.width * 0.2 + " " + wall.height * 0.6 + " " + wall.width * 0.3 + " " + wall.height * 0.84 + " " + wall.width * 0.52 + " " + wall.height * 0.7 + "S" + wall.width * 0.86 + " " + wall.height * 0.76 + " " + (wall.width + 30) + " " + wall.height * 0.56
        color: Theme.sunflower
        needle: false
    }

    Column {
        id: head

        x: wall.edge
        y: Theme.portrait ? 64 : 52
        width: wall.width - 2 * x
        spacing: 10

        Heading {
            width: parent.width
            text: wall.view.props.heading
            size: Theme.portrait ? Theme.sizeTitle : 92
            color: wall.words
        }

        Body {
            width: parent.width
            text: wall.slot("waiting").length > 0 ? wall.slot("waiting")[0].text : wall.view.props.text
            size: Theme.sizeLead
            color: wall.words
        }
    }

    Repeater {
        model: [[0.935, 0.03, 92, "coral"], [0.88, 0.09, 58, "paper"], [0.012, 0.52, 70, "sunflower"], [0.955, 0.62, 84, "pink"]]

        Flower {
            required property var modelData

            visible: !Theme.highContrast && !Theme.portrait
            x: wall.width * modelData[0]
            y: wall.height * modelData[1]
            width: modelData[2]
            kind: modelData[3]
        }
    }

    Scroller {
        x: wall.edge
        y: head.y + head.height + 56
        width: head.width
        height: wall.height - y - 16
        thread: wall.words

        Row {
            id: row

            width: parent.width
            spacing: 36
            bottomPadding: 60

            Repeater {
                model: wall.stacks

                Column {
                    id: stack

                    required property var modelData
                    required property int index

                    width: (row.width - (wall.columns - 1) * row.spacing) / wall.columns
                    topPadding: index % 2 === 1 ? 36 : 0
                    spacing: 36

                    Repeater {
                        model: stack.modelData

                        Quote {
                            required property var modelData

                            width: stack.width
                            height: implicitHeight
                            text: modelData.text
                            who: modelData.who
                            shade: modelData.shade
                        }
                    }
                }
            }
        }
    }

    Body {
        anchors.centerIn: parent
        visible: wall.stacks.every(stack => stack.length === 0)
        width: Math.min(900, parent.width - 2 * wall.edge)
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("The wall is still empty. The first one could be yours.")
        size: Theme.sizeLead
        color: wall.words
    }
}
