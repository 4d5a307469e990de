// What a week is like: people of ten, hours of paid care with what they cost, and how far off it all is.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "../ui"

Column {
    id: week

    // {people, people_text, hours, pounds, miles, miles_text}.
    required property var road
    required property color tone
    // Sewn thread, or loose dots.
    required property bool sewn
    // Hours, and miles, that fill the whole width: the same on both roads.
    required property int most
    required property int farthest
    // The strip of it that is in sight: see RoadLane.
    required property real shownFrom
    required property real shownTo
    readonly property int miles: road.miles ?? 0
    readonly property string paid: road.hours === 1 ? qsTr("1 hour") : road.hours === 0 ? qsTr("None") : qsTr("%1 hours").arg(road.hours)
    readonly property real person: Math.min(Theme.portrait ? 35 : 43, width / 10)
    // Two columns, where the words have room.
    readonly property bool twoUp: Theme.textFactor < 1.2
    readonly property real cell: twoUp ? (width - 28) * 0.46 : width
    readonly property real farCell: twoUp ? width - 28 - cell : width

    spacing: Theme.portrait ? 10 : Theme.textFactor > 1.5 ? 8 : 14

    function inSight(top: real, high: real): bool {
        return top < shownTo && top + high > shownFrom
    }

    component Told: Label {
        size: Theme.sizeMeta
    }

    component Small: Body {
        size: Theme.sizeMeta
        leading: 1.2
    }

    Column {
        width: week.width
        spacing: 6

        Told { width: parent.width; text: qsTr("People in the week: %1").arg(week.road.people) }

        Pictograph {
            opacity: week.inSight(y, height) ? 1 : 0
            anchors.left: parent.left
            width: Math.min(parent.width, 10 * week.person)
            mark: "person"
            value: week.road.people
            total: 10
            columns: 10
            color: week.tone
            height: week.person * 66 / 50
        }

        Small { width: parent.width; text: week.road.people_text }
    }

    Grid {
        id: care

        columns: week.twoUp ? 2 : 1
        columnSpacing: 28
        rowSpacing: week.spacing
        layoutDirection: Theme.rtl ? Qt.RightToLeft : Qt.LeftToRight

        Column {
            width: week.cell
            spacing: 6

            Told { id: paidWord; width: parent.width; text: qsTr("Paid care a week"); height: week.twoUp ? Math.max(implicitHeight, farWord.implicitHeight) : implicitHeight }

            Item {
                width: parent.width
                height: 22
                Accessible.ignored: true

                Rectangle {
                    objectName: "hours"
                    width: Math.max(10, week.road.hours / week.most * week.cell)
                    height: parent.height
                    radius: Math.min(width, height) / 2
                    color: week.tone
                    visible: week.road.hours > 0
                    antialiasing: true
                }

                Rectangle {
                    y: parent.height - 4
                    width: parent.width
                    height: 4
                    radius: 2
                    visible: week.road.hours === 0
                    color: Theme.line
                }
            }

            Small {
                width: parent.width
                text: week.road.pounds ? qsTr("%1, £%2").arg(week.paid).arg(Theme.counted(week.road.pounds)) : week.paid
            }
        }

        Column {
            id: far

            width: week.farCell
            spacing: 6
            visible: !!week.road.miles_text

            Told { id: farWord; width: parent.width; text: qsTr("How far"); height: week.twoUp ? Math.max(implicitHeight, paidWord.implicitHeight) : implicitHeight }

            Shape {
                objectName: "miles"
                opacity: week.inSight(care.y + far.y + y, height) ? 1 : 0
                width: Math.max(10, week.miles / week.farthest * week.farCell)
                height: 22
                preferredRendererType: Shape.CurveRenderer
                Accessible.ignored: true

                ShapePath {
                    strokeColor: week.sewn ? Theme.thread : week.tone
                    strokeWidth: 8
                    strokeStyle: ShapePath.DashLine
                    dashPattern: week.sewn ? [1.6, 1.7] : [0.1, 2]
                    capStyle: ShapePath.RoundCap
                    fillColor: "transparent"
                    startX: 5
                    startY: 11

                    PathLine { x: Math.max(6, week.farCell * week.miles / week.farthest - 5); y: 11 }
                }
            }

            Small { width: parent.width; text: week.road.miles_text ?? "" }
        }
    }
}
