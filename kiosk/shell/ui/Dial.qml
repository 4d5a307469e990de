// A round clock: what has gone by is sewn, what is still to come is loose dots; the number and its word carry the meaning.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: dial

    // `done` of `total` units have gone by.
    required property real done
    required property int total
    required property string number
    required property string word
    property color color: Theme.accent
    property color face: Theme.paper
    property int numberSize: 82
    property int wordSize: 27
    property real sewn: done
    readonly property real unit: width / 240
    readonly property real slice: 360 / Math.max(1, total)
    readonly property real gap: total <= 12 ? Math.min(7.4, slice * 0.17) : Math.min(5.7, slice * 0.31)

    implicitWidth: 252
    implicitHeight: implicitWidth
    Accessible.role: Accessible.Clock
    Accessible.name: number + " " + word

    Behavior on sewn {
        NumberAnimation { duration: Theme.stitchTime; easing.type: Easing.InOutSine }
    }

    Paper {
        x: 8 * dial.unit
        y: 8 * dial.unit
        width: 224 * dial.unit
        height: width
        radius: width / 2
        color: dial.face
    }

    Repeater {
        model: dial.total

        Item {
            id: tick

            required property int index
            readonly property real sewnPart: Math.max(0, Math.min(1, dial.sewn - index))
            readonly property real begin: index * dial.slice - 90 + dial.gap
            readonly property real sweep: dial.slice - 2 * dial.gap

            anchors.fill: parent

            Repeater {
                model: dial.total <= 12 ? [0.25, 0.75] : [0.5]

                Rectangle {
                    required property real modelData
                    readonly property real angle: (tick.begin + tick.sweep * modelData) * Math.PI / 180

                    visible: tick.sewnPart === 0
                    x: dial.unit * (120 + 93 * Math.cos(angle)) - width / 2
                    y: dial.unit * (120 + 93 * Math.sin(angle)) - height / 2
                    width: dial.unit * 9.2
                    height: width
                    radius: width / 2
                    color: Theme.line
                    antialiasing: true
                }
            }

            Shape {
                anchors.fill: parent
                visible: tick.sewnPart > 0
                preferredRendererType: Shape.CurveRenderer

                ShapePath {
                    strokeColor: dial.color
                    strokeWidth: 12 * dial.unit
                    capStyle: ShapePath.RoundCap
                    fillColor: "transparent"

                    PathAngleArc {
                        centerX: 120 * dial.unit
                        centerY: 120 * dial.unit
                        radiusX: 93 * dial.unit
                        radiusY: 93 * dial.unit
                        startAngle: tick.begin
                        sweepAngle: tick.sweep * tick.sewnPart
                    }
                }
            }
        }
    }

    Item {
        anchors.centerIn: parent
        rotation: dial.sewn * dial.slice

        Needle {
            y: -93 * dial.unit
            scale: dial.unit * 0.8
            transformOrigin: Item.TopLeft
            eyeColor: dial.face
            visible: dial.sewn < dial.total
        }
    }

    Column {
        anchors.centerIn: parent
        spacing: 4
        width: 140 * dial.unit

        Heading {
            width: parent.width
            text: dial.number
            size: Math.round(dial.numberSize * dial.numberSize / Theme.text(dial.numberSize))
            leading: 0.95
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }

        WholeWords {
            width: parent.width
            column: width
            text: dial.word
            // Grows less than other words: the ring stays clear.
            largest: Math.round(dial.wordSize * Math.min(Theme.textFactor, 1.12) / Theme.textFactor)
            bold: true
            leading: 1.08
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
