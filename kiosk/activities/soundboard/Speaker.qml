// The leader who is chosen, big: the mouth moves with the voice, and waves show that it is heard.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "../../shell/ui"

Item {
    id: speaker

    required property var picture
    required property rect region
    required property Voice voice
    property bool speaking: false

    Repeater {
        model: Theme.highContrast ? [] : [[12, 0.1], [7, 0.1]]

        Rectangle {
            required property var modelData

            y: modelData[0] + 10
            anchors.horizontalCenter: parent.horizontalCenter
            width: speaker.width + 24
            height: speaker.height + 12
            radius: width / 2
            color: Qt.alpha(Theme.shadowNear, modelData[1])
            antialiasing: true
        }
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -12
        radius: width / 2
        color: Theme.highContrast ? Theme.ink : Theme.solidPaper
        antialiasing: true
    }

    Art {
        id: art

        anchors.fill: parent
        sha: speaker.picture.sha
        view: Qt.rect(0, 0, speaker.picture.width, speaker.picture.height)
        rounding: "circle"
        faced: true
        description: speaker.picture.describe
    }

    Face {
        visible: speaker.region.width > 0
        picture: art
        region: speaker.region
        speaking: speaker.speaking
        loudness: speaker.voice.loudness
    }

    Shape {
        x: speaker.width + 22
        y: (speaker.height - height) / 2
        width: 76
        height: 150
        opacity: speaker.speaking ? 1 : 0
        preferredRendererType: Shape.CurveRenderer

        Behavior on opacity { NumberAnimation { duration: Theme.fade } }

        ShapePath {
            strokeColor: Theme.ink
            strokeWidth: 11
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"

            PathSvg { path: "M10 52c10 14 10 32 0 46M36 32c20 26 20 60 0 86M62 12c30 38 30 88 0 126" }
        }
    }
}
