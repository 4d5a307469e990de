// What has been noticed: 96 px circles cropped from the picture, dashed with "?" while empty. Slots are buttons too.
// `things`: a list of { name, found, sha, view: {x, y, width, height} }. Emits picked(index).
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Row {
    id: tray

    required property var things
    property string emptyWord: qsTr("Not found yet: show me where to look")
    property real slot: 96
    // What lies outside is not drawn: where a tray slides in a frame, Qt draws outlines beyond that frame.
    property real shownFrom: -Infinity
    property real shownTo: Infinity

    signal picked(int index)

    spacing: 20

    Repeater {
        // By number, so that a change of one slot makes none of them anew.
        model: tray.things.length

        Touchable {
            id: slot

            required property int index
            readonly property var modelData: tray.things[index] ?? {}
            readonly property bool found: modelData.found === true

            opacity: x + width > tray.shownFrom && x < tray.shownTo ? 1 : 0
            name: found ? modelData.name : tray.emptyWord
            width: tray.slot
            height: tray.slot
            onActivated: tray.picked(index)

            Rectangle {
                visible: slot.found && !Theme.highContrast
                anchors.fill: disc
                anchors.topMargin: 4
                anchors.bottomMargin: -4
                radius: width / 2
                color: Qt.alpha(Theme.shadowNear, 0.18)
                antialiasing: true
            }

            Rectangle {
                id: disc

                anchors.fill: parent
                anchors.margins: -5
                visible: slot.found
                radius: width / 2
                color: Theme.doneDeep
                antialiasing: true

                Art {
                    anchors.fill: parent
                    anchors.margins: 5
                    sha: slot.found && slot.modelData.sha ? slot.modelData.sha : ""
                    view: slot.modelData.view ? Qt.rect(slot.modelData.view.x, slot.modelData.view.y, slot.modelData.view.width, slot.modelData.view.height) : Qt.rect(0, 0, 0, 0)
                    rounding: "circle"
                }
            }

            Shape {
                anchors.centerIn: parent
                width: 96
                height: 96
                scale: tray.slot / 96
                visible: !slot.found
                preferredRendererType: Shape.CurveRenderer

                ShapePath {
                    strokeColor: Theme.line
                    strokeWidth: 4
                    strokeStyle: ShapePath.DashLine
                    dashPattern: [2.25, 2.25]
                    capStyle: ShapePath.RoundCap
                    fillColor: Theme.slot

                    PathAngleArc { centerX: 48; centerY: 48; radiusX: 44; radiusY: 44; startAngle: 0; sweepAngle: 360 }
                }

                ShapePath {
                    strokeColor: Theme.slotInk
                    strokeWidth: 5
                    capStyle: ShapePath.RoundCap
                    fillColor: "transparent"

                    PathSvg { path: "M41 40c1-9 14-9 14 0 0 6-7 6-7 12M48 61v.5" }
                }
            }

            FocusRing { control: slot; radius: width / 2; gap: 8 }
        }
    }
}
