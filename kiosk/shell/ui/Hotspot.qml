// Something to find in a picture; place it by its middle: x: px - width / 2. Unfound = plus and dotted ring;
// found = leaf disc and tick; `current` = ink and paper ring as well. Rings softly while `ringing` (see RingTurn).
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Touchable {
    id: spot

    required property string thing
    property bool found: false
    property bool current: false
    property bool ringing: false
    property string foundWord: qsTr("found")

    name: found ? thing + ", " + foundWord : thing
    checked: found
    implicitWidth: 120
    implicitHeight: 120

    Rectangle {
        id: ring

        anchors.centerIn: parent
        width: 100
        height: 100
        radius: 50
        color: "transparent"
        border.width: 4
        border.color: Theme.solidPaper
        opacity: 0
        antialiasing: true

        SequentialAnimation {
            running: spot.ringing && !spot.found && !Theme.reducedMotion

            ParallelAnimation {
                NumberAnimation { target: ring; property: "scale"; from: 0.6; to: 1.5; duration: Theme.ringTime; easing.type: Easing.OutCubic }
                SequentialAnimation {
                    NumberAnimation { target: ring; property: "opacity"; to: 0.7; duration: Theme.ringTime / 4 }
                    NumberAnimation { target: ring; property: "opacity"; to: 0; duration: Theme.ringTime * 3 / 4 }
                }
            }

            onRunningChanged: if (!running) ring.opacity = 0
        }
    }

    Item {
        anchors.fill: parent
        scale: spot.pressed ? 0.94 : 1

        Behavior on scale { NumberAnimation { duration: spot.pressed ? Theme.pressIn : Theme.pressOut; easing.type: Easing.OutCubic } }

        component Disc: Rectangle {
            property real middle: 60
            property real reach: 27

            x: 60 - reach
            y: middle - reach
            width: 2 * reach
            height: 2 * reach
            radius: reach
            antialiasing: true
        }

        Loader {
            anchors.fill: parent
            sourceComponent: spot.found ? leaf : plus
        }
    }

    // Not found yet.
    Component {
        id: plus

        Item {
            Disc { reach: 56; color: Theme.highContrast ? Theme.paper : Qt.alpha(Theme.solidPaper, 0.28); border.width: Theme.outline; border.color: Theme.line }

            Shape {
                anchors.fill: parent
                preferredRendererType: Shape.CurveRenderer

                ShapePath {
                    strokeColor: Theme.solidPaper
                    strokeWidth: 4
                    strokeStyle: ShapePath.DashLine
                    dashPattern: [0.5, 2.5]
                    capStyle: ShapePath.RoundCap
                    fillColor: "transparent"

                    PathAngleArc { centerX: 60; centerY: 60; radiusX: 43; radiusY: 43; startAngle: 0; sweepAngle: 360 }
                }
            }

            Disc { middle: 66; color: Qt.alpha(Theme.shadowNear, 0.25); visible: !Theme.highContrast }

            Disc { color: Theme.highContrast ? Theme.accent : Theme.solidPaper }

            IconImage { anchors.centerIn: parent; width: 48; height: 48; name: "plus"; weight: 6.5; color: Theme.highContrast ? Theme.accentInk : Theme.zone.deep }
        }
    }

    // Found.
    Component {
        id: leaf

        Item {
            Disc { middle: 68; reach: 40; color: Qt.alpha(Theme.shadowNear, 0.2); visible: !Theme.highContrast }

            Disc { reach: 58.5; visible: spot.current; color: "transparent"; border.width: 7; border.color: Theme.solidPaper }

            Disc { reach: 51.5; visible: spot.current; color: "transparent"; border.width: 7; border.color: Theme.solidInk }

            Disc { reach: 40; color: Theme.done }

            Shape {
                anchors.fill: parent
                preferredRendererType: Shape.CurveRenderer

                ShapePath {
                    strokeColor: Theme.doneInk
                    strokeWidth: 3
                    strokeStyle: ShapePath.DashLine
                    dashPattern: [2.7, 2]
                    capStyle: ShapePath.FlatCap
                    fillColor: "transparent"

                    PathAngleArc { centerX: 60; centerY: 60; radiusX: 33; radiusY: 33; startAngle: 0; sweepAngle: 360 }
                }

                ShapePath {
                    strokeColor: Theme.doneInk
                    strokeWidth: 7
                    capStyle: ShapePath.RoundCap
                    joinStyle: ShapePath.RoundJoin
                    fillColor: "transparent"

                    PathSvg { path: "M45 61l11 11 20-23" }
                }
            }
        }
    }

    FocusRing { control: spot; radius: width / 2; gap: 0 }
}
