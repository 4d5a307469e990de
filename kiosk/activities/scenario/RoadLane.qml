// One of the two roads: its picture with a torn edge, its steps on a thread, and what a week is like at the end of it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "../../shell/ui"

Paper {
    id: lane

    // {title, steps: [{icon, text}], people, people_text, hours, picture}.
    required property var road
    // The road that this talk took: sewn thread, leaf; else loose dots, grey.
    required property bool taken
    readonly property color tone: taken ? Theme.doneDeep : Theme.inkSoft
    readonly property bool tall: Theme.portrait
    readonly property real pictureWidth: tall ? width : 274
    readonly property real pictureHeight: tall ? 190 : height
    readonly property real weekWidth: tall ? width - 88 : 500

    implicitHeight: tall ? week.y + week.height + 34 : Math.max(308, Math.max(steps.y + steps.height, week.y + week.height) + 30)
    height: implicitHeight
    radius: Theme.highContrast ? Theme.radiusCard : 35
    color: taken ? Theme.goodLane : Theme.usualLane
    outlineColor: taken ? Theme.accent : Theme.line

    Art {
        x: Theme.outline
        y: Theme.outline
        width: lane.pictureWidth - (lane.tall ? 2 : 1) * Theme.outline
        height: lane.pictureHeight - (lane.tall ? 1 : 2) * Theme.outline
        sha: lane.road.picture.sha
        view: lane.road.picture.view ? Qt.rect(lane.road.picture.view[0], lane.road.picture.view[1], lane.road.picture.view[2], lane.road.picture.view[3]) : Qt.rect(0, 0, 0, 0)
        rounding: lane.tall ? "35,35,0,0" : "35,0,0,35"
        description: lane.road.picture.describe
    }

    Torn {
        visible: !Theme.highContrast
        edge: lane.tall ? "bottom" : "right"
        x: lane.tall ? 0 : lane.pictureWidth - 58
        y: lane.tall ? lane.pictureHeight - 60 : 0
        width: lane.tall ? lane.width : 60
        height: lane.tall ? 62 : lane.height
        color: lane.color
    }

    Heading {
        id: title

        x: lane.tall ? 44 : 318
        y: lane.tall ? 200 : 24
        width: lane.tall ? lane.width - 88 : lane.width - 318 - lane.weekWidth - 110
        text: lane.road.title
        size: 42
        color: lane.tone
    }

    RoadSteps {
        id: steps

        x: lane.tall ? 38 : 310
        y: title.y + title.height + (lane.tall ? 12 : 18)
        width: lane.tall ? lane.width - 76 : lane.width - 310 - lane.weekWidth - 96
        steps: lane.road.steps
        tone: lane.tone
        sewn: lane.taken
    }

    Shape {
        id: fold

        x: lane.tall ? 44 : lane.width - lane.weekWidth - 80
        y: lane.tall ? steps.y + steps.height + 20 : 26
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: lane.tone
            strokeWidth: 4
            strokeStyle: ShapePath.DashLine
            dashPattern: [2, 1]
            fillColor: "transparent"

            PathLine { x: lane.tall ? lane.width - 88 : 0; y: lane.tall ? 0 : lane.height - 52 }
        }
    }

    RoadWeek {
        id: week

        x: lane.tall ? 44 : lane.width - lane.weekWidth - 40
        y: lane.tall ? fold.y + 20 : 28
        width: lane.weekWidth
        road: lane.road
        tone: lane.tone
    }
}
