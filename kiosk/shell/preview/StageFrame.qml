// The kiosk's own window, as large as its place allows, in a bezel. Its content is shown here; the window itself never is.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: frame

    // Main.qml's window.
    required property var shell
    required property var model
    readonly property var size: model.sizes.find(one => one.id === model.size) || model.sizes[0]
    readonly property int bezel: Desk.px(8)
    readonly property real fitting: Math.min((width - 2 * bezel) / size.width, (height - 2 * bezel) / size.height)

    Binding { target: frame.shell; property: "width"; value: Math.round(frame.size.width * frame.fitting) }
    Binding { target: frame.shell; property: "height"; value: Math.round(frame.size.height * frame.fitting) }

    Rectangle {
        x: body.x - frame.bezel
        y: body.y - frame.bezel + Desk.px(12)
        width: body.width + 2 * frame.bezel
        height: body.height + 2 * frame.bezel
        radius: Desk.px(24)
        color: Desk.shadow
    }

    Item {
        id: body

        objectName: "stageBody"
        anchors.centerIn: parent
        width: Math.round(frame.size.width * frame.fitting)
        height: Math.round(frame.size.height * frame.fitting)
        clip: true
        Component.onCompleted: {
            for (const item of Array.from(frame.shell.contentItem.children))
                item.parent = body
        }

        Rectangle {
            anchors.fill: parent
            z: 10
            visible: frame.model.empty
            color: Desk.paper

            Column {
                anchors.centerIn: parent
                width: parent.width * 0.7
                spacing: Desk.px(14)

                DeskText {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: frame.model.heading === "" ? qsTr("Reading …") : qsTr("Nothing to show yet")
                    size: 30
                    bold: true
                }

                DeskText {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    visible: frame.model.heading !== ""
                    text: qsTr("Mend what stops the show, and save: it comes up here by itself.")
                    size: 21
                    color: Desk.inkSoft
                }
            }
        }

        // What is shown is older than the file.
        Rectangle {
            z: 11
            visible: frame.model.stale !== ""
            width: parent.width
            height: stale.implicitHeight + Desk.px(18)
            color: Desk.ink

            DeskText {
                id: stale

                objectName: "stale"
                anchors.centerIn: parent
                width: parent.width - Desk.px(32)
                horizontalAlignment: Text.AlignHCenter
                text: frame.model.stale
                color: Desk.paper
                bold: true
            }
        }
    }

    // The bezel, round inside as well: it lies over the corners.
    Shape {
        id: ring

        readonly property real fromLeft: body.x - frame.bezel
        readonly property real fromTop: body.y - frame.bezel
        readonly property real across: body.width + 2 * frame.bezel
        readonly property real down: body.height + 2 * frame.bezel

        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            fillColor: Desk.ink
            strokeWidth: -1
            fillRule: ShapePath.OddEvenFill

            PathRectangle { x: ring.fromLeft; y: ring.fromTop; width: ring.across; height: ring.down; radius: Desk.px(24) }
            PathRectangle { x: body.x; y: body.y; width: body.width; height: body.height; radius: Desk.px(17) }
        }
    }
}
