// A paper flower for pages that say thank you. Decoration: not there in high contrast.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: flower

    // "coral", "sunflower", "paper" or "pink".
    property string kind: "coral"
    property real turn: 0
    readonly property color petal: ({ "coral": "#F2664B", "sunflower": "#FFC145", "paper": "#FFF8EE", "pink": "#FFB59E" })[kind]
    readonly property color heart: kind === "sunflower" ? "#F2664B" : "#FFC145"

    width: 90
    height: width
    visible: !Theme.highContrast
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: flower.height * 0.1
        anchors.bottomMargin: -flower.height * 0.1
        radius: width / 2
        color: Qt.alpha(Theme.shadowNear, 0.2)
        antialiasing: true
    }

    Repeater {
        model: 7

        Rectangle {
            required property int index
            readonly property real angle: (index * 360 / 7 + flower.turn) * Math.PI / 180

            width: flower.width * 0.46
            height: flower.width * 0.34
            x: flower.width / 2 - width / 2 + Math.cos(angle) * flower.width * 0.29
            y: flower.width / 2 - height / 2 + Math.sin(angle) * flower.width * 0.29
            radius: height / 2
            rotation: angle * 180 / Math.PI
            color: flower.petal
            antialiasing: true
        }
    }

    Rectangle {
        anchors.centerIn: parent
        width: flower.width * 0.34
        height: width
        radius: width / 2
        color: flower.heart
        antialiasing: true
    }
}
