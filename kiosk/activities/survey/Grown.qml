// How far somebody has come in one thing: the plant from before, if there is one, and the plant of now.
// Stands upright in landscape and lies in portrait.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Paper {
    id: grown

    // What it is about, in a few words.
    required property string text
    // Five words, seed to bloom.
    required property var labels
    // 0 to 4; `before` is -1 when it isn't known.
    property int before: -1
    required property int now
    property string nowWord: qsTr("Now")
    // Lying: words beside the plants; else under them.
    property bool lying: Theme.portrait
    // Cards side by side keep their plants in one line: the height that the highest of their titles needs.
    property real titleRoom: titleHeight
    // Scrolled into sight. The software renderer draws a Shape that is wholly out of its clip all the same.
    property bool inSight: true
    readonly property real titleHeight: title.implicitHeight
    readonly property real plantTop: steps.y
    readonly property bool both: before >= 0
    // Large words: the title stands over the plants.
    readonly property bool over: !lying || Theme.textFactor > 1.15
    readonly property real plant: lying ? 104 : Math.min(190, Math.max(130, place * 0.42))
    readonly property real place: over ? (width - 2 * side) / (both ? 2 : 1) : 286
    readonly property real side: lying ? 32 : 20

    component Step: Item {
        id: step

        required property int level
        required property string when
        property bool last: false

        width: grown.place
        implicitHeight: Math.max(figure.y + figure.height, words.y + words.height)

        Plant {
            id: figure

            x: grown.lying ? Theme.along(0, width, step.width) : (parent.width - width) / 2
            y: -8
            visible: grown.inSight
            level: step.level
            width: grown.plant
            height: width * 233 / 220
        }

        Column {
            id: words

            readonly property real from: grown.lying ? grown.plant + 10 : 0

            x: Theme.along(from, width, step.width)
            y: grown.lying ? (grown.plant - height) / 2 : figure.y + figure.height + 4
            width: parent.width - from

            Body {
                width: parent.width
                text: step.when
                size: Theme.sizeFloor
                leading: 1.2
                color: Theme.inkSoft
                horizontalAlignment: grown.lying ? Text.AlignLeft : Text.AlignHCenter
            }

            Label {
                width: parent.width
                text: grown.labels[step.level]
                size: Theme.sizeMeta
                color: step.last ? Theme.doneDeep : Theme.ink
                horizontalAlignment: grown.lying ? Text.AlignLeft : Text.AlignHCenter
            }
        }
    }

    implicitHeight: over ? steps.y + steps.height + 26 : Math.max(title.height, steps.height) + 32
    height: implicitHeight
    radius: 32
    outlineColor: Theme.line
    Accessible.role: Accessible.StaticText
    Accessible.name: text + ": " + (both ? qsTr("before today %1, now %2").arg(labels[before]).arg(labels[now]) : labels[now])

    Label {
        id: title

        x: Theme.along(grown.side, width, grown.width)
        y: grown.over ? 22 : (grown.height - height) / 2
        width: grown.width - 2 * grown.side - (grown.over ? 0 : steps.width + 12)
        text: grown.text
        horizontalAlignment: grown.lying ? Text.AlignLeft : Text.AlignHCenter
    }

    Row {
        id: steps

        x: Theme.along(grown.over ? grown.side : grown.width - width - 16, width, grown.width)
        y: grown.over ? 22 + grown.titleRoom + 14 : (grown.height - height) / 2

        Step { visible: grown.both; level: Math.max(0, grown.before); when: qsTr("Before today") }

        Step { level: grown.now; when: grown.nowWord; last: true }
    }
}
