// "You noticed": what was found, and "Keep it in mind" to close it. `pointer` is the side its pointer stands on:
// "left", "right", or "" for none; `pointAt` is how far down.
import QtQuick
import QtQuick.Shapes
import "../ui"

Paper {
    id: note

    // {label, text, box}.
    required property var thing
    required property string sha
    property string pointer
    property real pointAt: 70
    property real most: 2000
    readonly property bool pictured: Theme.portrait && !Theme.highContrast
    readonly property real side: pictured ? 40 : 44

    signal closed

    implicitHeight: Math.min(most, Math.max(words.contentHeight, pictured ? 176 : 0) + 34 + 24 + keep.height + 40)
    height: implicitHeight
    radius: Theme.highContrast ? Theme.radiusCard : 34
    color: Theme.paper
    depth: "sheet"
    outlineColor: Theme.accent
    Accessible.role: Accessible.Dialog
    Accessible.name: thing.label

    // A touch on the paper goes no further.
    MouseArea { anchors.fill: parent }

    Rectangle {
        visible: note.pictured
        x: 40
        y: 40
        width: 178
        height: 178
        radius: 89
        color: Theme.doneDeep
        antialiasing: true

        Art {
            anchors.fill: parent
            anchors.margins: 7
            sha: note.sha
            view: Qt.rect(note.thing.box[0], note.thing.box[1], note.thing.box[2], note.thing.box[3])
            rounding: "circle"
        }
    }

    Scroller {
        id: words

        x: note.pictured ? 252 : note.side
        y: 34
        width: note.width - x - note.side
        height: note.height - y - keep.height - 24 - 40
        spacing: 10

        Row {
            width: parent.width
            spacing: 14

            IconImage { anchors.verticalCenter: parent.verticalCenter; name: "tick"; size: 35; weight: 6; color: Theme.doneDeep }

            Label { text: qsTr("You noticed"); size: Theme.sizeMeta; color: Theme.doneDeep }
        }

        Heading {
            width: parent.width
            text: note.thing.label
            size: 44
        }

        Body {
            width: parent.width
            text: note.thing.text
        }
    }

    PrimaryButton {
        id: keep

        objectName: "keep"
        x: note.pictured ? note.width - width - 36 : note.side - 4
        y: note.height - height - 40
        width: Math.min(implicitWidth, note.width - 2 * note.side)
        text: qsTr("Keep it in mind")
        size: Theme.portrait ? 34 : 32
        minimumHeight: Theme.portrait ? 100 : 96
        onActivated: note.closed()
    }

    Shape {
        visible: note.pointer !== "" && !Theme.highContrast
        x: note.pointer === "left" ? -56 : note.width - 4
        y: note.pointAt - 26
        width: 60
        height: 52
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: "transparent"
            fillColor: Theme.paper

            PathSvg { path: note.pointer === "left" ? "M60 0L0 22L60 44Z" : "M0 0L60 22L0 44Z" }
        }
    }
}
