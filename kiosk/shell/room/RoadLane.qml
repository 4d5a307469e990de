// One of the two roads: its picture with a torn edge, its steps on a thread, and what a week is like at the end of it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "../ui"

Paper {
    id: lane

    // {title, steps: [{icon, text}], people, people_text, hours, pounds, miles, miles_text, feels, picture}.
    required property var road
    // The road that this talk took: sewn thread, leaf; else loose dots, grey.
    required property bool taken
    // Hours of paid care that fill the bar.
    required property int most
    // Miles that fill the line.
    required property int farthest
    // Whose words they are.
    required property string who
    // The strip of it that is in sight: where there is no graphics card, shapes all outside a clip are drawn as if there was none.
    required property real shownFrom
    required property real shownTo
    readonly property color tone: taken ? Theme.doneDeep : Theme.inkSoft
    readonly property bool tall: Theme.portrait
    // The largest words need the room more than the picture does.
    readonly property bool bare: !tall && Theme.textFactor > 1.5
    readonly property var view: road.picture.view || [0, 0, 0, 0]
    readonly property real pictureWidth: tall ? 372 : bare ? 0 : (Theme.highContrast ? 224 : 274)
    // Beside very high words only the upper part: of a tall strip nothing could be told.
    readonly property bool part: tall || height > 420
    readonly property real pictureHeight: tall ? week.y + week.height + 22 : part ? 320 : height
    readonly property real wordsX: tall ? pictureWidth + 24 : pictureWidth + 44
    readonly property real weekWidth: tall ? width - wordsX - 40 : bare ? 640 : 520

    // How high it is at least beside its picture, logical pixels.
    readonly property int least: 308

    implicitHeight: tall ? feels.y + feels.height + 20 : Math.max(least, Math.max(feels.y + feels.height, week.y + week.height) + 20)
    height: implicitHeight
    radius: Theme.highContrast ? Theme.radiusCard : 35
    color: taken ? Theme.goodLane : Theme.usualLane
    outlineColor: taken ? Theme.accent : Theme.line

    Art {
        visible: !lane.bare
        x: Theme.outline
        y: Theme.outline
        width: Math.max(0, lane.pictureWidth - Theme.outline)
        height: lane.pictureHeight - 2 * Theme.outline
        sha: lane.road.picture.sha
        view: Qt.rect(lane.view[0], lane.view[1], lane.view[2], lane.view[3])
        rounding: Theme.highContrast ? (lane.part ? "24,0,0,0" : "24,0,0,24") : (lane.part ? "35,0,0,0" : "35,0,0,35")
        description: lane.road.picture.describe
    }

    Item {
        visible: !lane.bare && lane.shownTo > 0 && lane.shownFrom < lane.pictureHeight
        width: lane.pictureWidth + 2
        height: lane.pictureHeight + (lane.part ? 1 : 0)
        clip: true

        Torn {
            edge: "right"
            x: lane.pictureWidth - 58
            width: 60
            height: parent.height
            color: lane.color
        }

        Torn {
            visible: lane.part && !Theme.highContrast
            y: lane.pictureHeight - 34
            width: lane.pictureWidth
            height: 36
            color: lane.color
        }
    }

    Heading {
        id: title

        x: lane.wordsX
        y: lane.tall ? 22 : 18
        width: lane.tall ? lane.weekWidth : fold.x - x - 24
        text: lane.road.title
        size: Theme.highContrast ? 36 : (lane.tall ? 38 : 42)
        color: lane.tone
    }

    RoadSteps {
        id: steps

        x: lane.tall ? 30 : lane.wordsX - 8
        y: lane.tall ? lane.pictureHeight + 10 : title.y + title.height + 10
        width: lane.tall ? lane.width - 60 : fold.x - x - 12
        steps: lane.road.steps
        inSight: y < lane.shownTo && y + disc > lane.shownFrom
        tone: lane.tone
        sewn: lane.taken
    }

    Shape {
        id: fold

        visible: !lane.tall && lane.shownTo > y && lane.shownFrom < lane.height - y
        x: lane.width - lane.weekWidth - 80
        y: 26
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: lane.tone
            strokeWidth: 4
            strokeStyle: ShapePath.DashLine
            dashPattern: [2.4, 1.4]
            capStyle: ShapePath.FlatCap
            fillColor: "transparent"

            PathLine { x: 0; y: lane.height - 52 }
        }
    }

    RoadWeek {
        id: week

        x: lane.tall ? lane.wordsX : lane.width - lane.weekWidth - 40
        y: lane.tall ? title.y + title.height + 10 : 28
        width: lane.weekWidth
        shownFrom: lane.shownFrom - y
        shownTo: lane.shownTo - y
        road: lane.road
        tone: lane.tone
        most: lane.most
        farthest: lane.farthest
        sewn: lane.taken
    }

    Flow {
        id: feels

        x: lane.tall ? 40 : lane.wordsX
        // Down to where the week ends, as far as that is no further from the steps than it looks like theirs.
        y: steps.y + steps.height + (lane.tall ? 12 : Math.max(6, Math.min(26, Math.max(lane.least - 20, week.y + week.height) - steps.y - steps.height - height)))
        width: lane.tall ? lane.width - 80 : fold.x - x - 24
        visible: !!lane.road.feels
        height: visible ? implicitHeight : 0
        spacing: 14
        layoutDirection: Theme.rtl ? Qt.RightToLeft : Qt.LeftToRight

        Speech {
            id: words

            width: Math.min(implicitWidth, parent.width)
            settled: false
            text: Typesetting.quoted(lane.road.feels ?? "")
            size: lane.tall ? 34 : 32
            color: lane.tone
        }

        Label {
            text: lane.who
            size: Theme.sizeFloor
            // On the line of what is said.
            topPadding: Math.max(0, Math.round(0.88 * (Theme.text(words.size) - Theme.text(size))))
        }
    }
}
