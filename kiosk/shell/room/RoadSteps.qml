// The steps of a road: icons on a sewn thread, or on loose dots.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "../ui"

Item {
    id: road

    // {icon, text} each.
    required property var steps
    required property color tone
    required property bool sewn
    readonly property real place: width / Math.max(1, steps.length)
    readonly property real disc: Theme.portrait ? 74 : 80

    implicitHeight: row.height

    Shape {
        visible: road.steps.length > 1
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: road.sewn ? Theme.thread : Theme.line
            strokeWidth: 9
            strokeStyle: ShapePath.DashLine
            dashPattern: road.sewn ? [30 / 9, 18 / 9] : [2 / 9, 20 / 9]
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            startX: road.place / 2
            startY: road.disc / 2

            PathLine { x: road.width - road.place / 2; y: road.disc / 2 }
        }
    }

    Row {
        id: row

        LayoutMirroring.enabled: false
        layoutDirection: Theme.rtl ? Qt.RightToLeft : Qt.LeftToRight

        Repeater {
            model: road.steps

            Column {
                id: step

                required property var modelData

                width: road.place
                spacing: 8

                Paper {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: road.disc
                    height: road.disc
                    radius: width / 2
                    depth: "low"
                    color: road.tone
                    outlineWidth: 0

                    IconImage { anchors.centerIn: parent; width: 48; height: 48; name: step.modelData.icon; color: Theme.highContrast ? Theme.ground : Theme.solidPaper }
                }

                WholeWords {
                    anchors.horizontalCenter: parent.horizontalCenter
                    column: step.width - 12
                    // Two even lines rather than one word by itself.
                    width: implicitWidth > step.width - 12 && implicitWidth < 1.7 * (step.width - 12) ? Math.min(step.width - 12, Math.max(implicitWidth * 0.64, step.width * 0.78)) : step.width - 12
                    text: step.modelData.text
                    largest: Theme.sizeMeta
                    leading: 1.16
                    horizontalAlignment: Text.AlignHCenter
                }
            }
        }
    }
}
