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
    // Its thread is scrolled into sight.
    required property bool inSight
    readonly property real place: width / Math.max(1, steps.length)
    // The type size at which the longest word of any step has room.
    readonly property int size: {
        let least = Theme.sizeMeta
        for (let index = 0; index < marks.count; index++)
            least = Math.min(least, (marks.itemAt(index) as Step)?.fitting ?? least)
        return least
    }
    readonly property real disc: Theme.portrait ? 74 : 80

    component Step: Column {
        id: step

        required property var modelData
        readonly property alias fitting: words.fitting

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
            id: words

            anchors.horizontalCenter: parent.horizontalCenter
            column: step.width - 12
            width: column
            even: true
            text: step.modelData.text
            size: road.size
            largest: Theme.sizeMeta
            leading: 1.16
            horizontalAlignment: Text.AlignHCenter
        }
    }

    implicitHeight: row.height

    Shape {
        visible: road.steps.length > 1 && road.inSight
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
            id: marks

            model: road.steps

            Step {}
        }
    }
}
