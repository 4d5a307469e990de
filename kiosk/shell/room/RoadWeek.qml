// What a week is like: people of ten, and hours of paid care.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "../ui"

Column {
    id: week

    // {people, people_text, hours}.
    required property var road
    required property color tone
    // Hours that fill the whole width: the same on both roads.
    required property int most
    // Both bars have the same room, whatever stands beside them.
    readonly property real barRoom: width - 16 - Math.ceil(Theme.bodyMetrics.advanceWidth(qsTr("%1 hours").arg(88)) / 100 * Theme.text(Theme.sizeLabel) * 1.12)
    readonly property real person: Math.min(43, (width - 9 * 5) / 10)

    spacing: Theme.highContrast ? 14 : 18

    Column {
        width: week.width
        spacing: 8

        Label {
            width: parent.width
            text: qsTr("People in the week: %1").arg(week.road.people)
            size: Theme.sizeMeta
        }

        Row {
            spacing: 5
            Accessible.ignored: true

            Repeater {
                model: 10

                Shape {
                    id: figure

                    required property int index
                    readonly property bool there: index < week.road.people

                    width: week.person
                    height: week.person * 62 / 46
                    preferredRendererType: Shape.CurveRenderer

                    ShapePath {
                        scale: Qt.size(figure.width / 46, figure.width / 46)
                        strokeColor: figure.there ? week.tone : Theme.line
                        strokeWidth: 2.6
                        strokeStyle: figure.there ? ShapePath.SolidLine : ShapePath.DashLine
                        dashPattern: [1.4, 1.8]
                        fillColor: figure.there ? week.tone : "transparent"

                        PathSvg { path: "M11 16A12 12 0 1 0 35 16A12 12 0 1 0 11 16ZM5 58c0-34 36-34 36 0z" }
                    }
                }
            }
        }

        Body {
            width: parent.width
            text: week.road.people_text
            size: Theme.sizeMeta
            leading: 1.2
        }
    }

    Column {
        width: week.width
        spacing: 10

        Label {
            width: parent.width
            text: qsTr("Paid care a week")
            size: Theme.sizeMeta
        }

        Row {
            spacing: 16

            Rectangle {
                objectName: "hours"
                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(10, week.road.hours / week.most * week.barRoom)
                height: 34
                radius: Math.min(width, height) / 2
                color: week.tone
                visible: week.road.hours > 0
                antialiasing: true
            }

            Label {
                id: hours

                anchors.verticalCenter: parent.verticalCenter
                text: week.road.hours === 1 ? qsTr("1 hour") : (week.road.hours === 0 ? qsTr("None") : qsTr("%1 hours").arg(week.road.hours))
                size: Theme.sizeLabel
            }
        }
    }
}
