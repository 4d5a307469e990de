// What somebody says: paper with a tail. `tail`: "left" or "right" (from the lower corner, to a face beside it),
// "up" (to a face above), "side" (a small pointer at the left), or "" for none. Grows with its words.
import QtQuick
import QtQuick.Shapes

Item {
    id: bubble

    property string speaker
    required property string text
    property string tail: Theme.portrait ? "up" : "left"
    // Where along the top edge an "up" tail stands, 0 to 1.
    property real tailAt: 0.52
    property int size: 42
    // What was found rather than what is said: tick before the name, words as a title.
    property bool find: false
    default property alias content: extra.data
    readonly property var tails: ({
        "left": ["M84 24C78 60 50 94 4 116C80 112 150 84 176 24Z", -64, height - 36],
        "right": ["M116 24C122 60 150 94 196 116C120 112 50 84 24 24Z", width - 128, height - 46],
        "up": ["M30 72C34 44 24 20 2 2C44 10 84 34 96 72Z", width * tailAt, -62],
        "side": ["M64 4L4 22L64 48Z", -58, 46]
    })
    readonly property var drawn: tails[tail]

    implicitWidth: 848
    implicitHeight: words.implicitHeight + 72
    Accessible.role: Accessible.StaticText
    Accessible.name: speaker === "" ? text : speaker + ": " + text

    Paper {
        anchors.fill: parent
        radius: Theme.highContrast ? Theme.radiusCard : Theme.radiusBubble
        color: Theme.paper
        depth: "sheet"
        outlineColor: Theme.accent

        Column {
            id: words

            x: 44
            y: 34
            width: parent.width - 88
            spacing: 8

            Row {
                width: parent.width
                visible: bubble.speaker !== ""
                spacing: 16

                IconImage {
                    id: tick

                    anchors.verticalCenter: parent.verticalCenter
                    visible: bubble.find
                    name: "tick"
                    size: 35
                    weight: 6
                    color: Theme.doneDeep
                }

                Label {
                    width: parent.width - (tick.visible ? tick.width + 16 : 0)
                    text: bubble.speaker
                    size: Theme.sizeMeta
                    leading: 1.32
                    color: bubble.find ? Theme.doneDeep : Theme.zone.name
                    Accessible.ignored: true
                }
            }

            Heading {
                width: parent.width
                visible: bubble.find
                text: bubble.find ? bubble.text : ""
                size: 44
                Accessible.ignored: true
            }

            Speech {
                width: parent.width
                visible: !bubble.find
                text: bubble.find ? "" : bubble.text
                size: bubble.size
                Accessible.ignored: true
            }

            Column {
                id: extra

                width: parent.width
                spacing: 16
                visible: children.length > 0
            }
        }
    }

    Shape {
        visible: bubble.drawn !== undefined && !Theme.highContrast
        x: bubble.drawn ? bubble.drawn[1] : 0
        y: bubble.drawn ? bubble.drawn[2] : 0
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: "transparent"
            fillColor: Theme.paper

            PathSvg { path: bubble.drawn ? bubble.drawn[0] : "" }
        }
    }
}
