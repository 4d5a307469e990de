// One moment of the strip: its name on the thread, then above it and now below. A touch on one that is not in the middle
// brings it there.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "../../shell/ui"

Item {
    id: frame

    // {label, then, now}.
    required property var moment
    required property bool current
    // The one before or after the one in the middle.
    required property bool beside
    required property bool sewn
    // The thread is in sight.
    required property bool threaded
    required property bool first
    required property bool last
    required property real half
    required property string thenLabel
    required property string nowLabel
    required property Voice voice
    required property var listens
    readonly property real needed: Math.max(then.needed, now.needed)
    readonly property real bandHeight: height - 2 * half

    signal picked
    signal listened(string action)
    signal held
    signal resumed

    opacity: current || Theme.highContrast ? 1 : 0.62

    Behavior on opacity { NumberAnimation { duration: Theme.fade } }

    // The seam to the next moment.
    Rectangle {
        visible: !frame.last
        x: parent.width - 2
        width: 4
        height: parent.height
        color: Theme.highContrast ? Theme.line : Theme.rule
    }

    FilmSide {
        id: then

        objectName: frame.current ? "then" : ""
        width: parent.width
        height: frame.half
        side: frame.moment.then
        title: frame.thenLabel
        tone: Theme.inkSoft
        active: frame.current
        voice: frame.voice
        listen: frame.listens.find(one => one.id === frame.moment.then.listen)
        onListened: action => frame.listened(action)
        onHeld: frame.held()
        onResumed: frame.resumed()
    }

    FilmSide {
        id: now

        objectName: frame.current ? "now" : ""
        y: frame.half + frame.bandHeight
        width: parent.width
        height: frame.half
        side: frame.moment.now
        title: frame.nowLabel
        tone: Theme.doneDeep
        active: frame.current
        voice: frame.voice
        listen: frame.listens.find(one => one.id === frame.moment.now.listen)
        onListened: action => frame.listened(action)
        onHeld: frame.held()
        onResumed: frame.resumed()
    }

    // The thread: sewn as far as one has come, loose from there on.
    Shape {
        visible: frame.threaded
        y: frame.half + frame.bandHeight / 2
        width: parent.width
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: frame.sewn ? Theme.thread : Theme.stitchEmpty
            strokeWidth: frame.sewn ? 9 : 7
            strokeStyle: ShapePath.DashLine
            dashPattern: frame.sewn ? [4, 2.6] : [0.1, 3.4]
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            startX: frame.first ? frame.width / 2 : 12

            PathLine { x: frame.last ? frame.width / 2 : frame.width - 12; y: 0 }
        }
    }

    Paper {
        anchors.horizontalCenter: parent.horizontalCenter
        y: frame.half + (frame.bandHeight - height) / 2
        width: label.implicitWidth + 72
        height: label.height + 22
        radius: height / 2
        depth: "low"
        color: frame.current ? Theme.zone.button : Theme.paper

        Label {
            id: label

            anchors.centerIn: parent
            text: frame.moment.label
            size: Theme.sizeLead
            color: frame.current ? Theme.zone.buttonInk : Theme.ink
        }
    }

    Touchable {
        anchors.fill: parent
        visible: frame.beside
        activeFocusOnTab: false
        name: qsTr("Show %1").arg(frame.moment.label)
        onActivated: frame.picked()
    }
}
