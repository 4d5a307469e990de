// The torn sheet that words lie on in a conversation: `side` is where the sheet is, "right", "left" or "bottom".
// Fills its parent; the sheet's words start about x 1052 (right), end about x 868 (left), start below y 800 (bottom).
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: sheet

    property string side: Theme.portrait ? "bottom" : "right"
    // How much higher than at rest the one at the bottom begins.
    property real rise: 0
    readonly property var outlines: ({
        "right": [800, 0, -14, 0, "M1140 0H190C130 150 196 300 140 470C96 620 170 760 110 1080H1140Z", "M1140 0H250C200 160 256 320 206 480C164 640 232 780 180 1080H1140Z"],
        "left": [0, 0, 14, 0, "M-20 0H940C1000 150 934 300 990 470C1034 620 960 760 1020 1080H-20Z", "M-20 0H884C934 160 878 320 928 480C970 640 902 780 954 1080H-20Z"],
        "bottom": [0, 800, 0, -14, "M0 1900V70C160 0 330 110 560 70C790 30 900 100 1080 50V1900Z", "M0 1900V150C200 90 380 190 600 150C820 110 940 170 1080 130V1900Z"]
    })
    readonly property var outline: outlines[side]

    anchors.fill: parent
    visible: !Theme.highContrast
    clip: true
    Accessible.ignored: true

    Repeater {
        model: 3

        Shape {
            id: layer

            required property int index

            x: sheet.outline[0] + (index === 0 ? sheet.outline[2] : 0)
            y: sheet.outline[1] - sheet.rise + (index === 0 ? sheet.outline[3] : 0)
            width: sheet.width
            height: sheet.height
            preferredRendererType: Shape.CurveRenderer

            ShapePath {
                strokeColor: "transparent"
                fillColor: [Theme.shadowNear, Theme.zone.hill, Theme.zone.tint][layer.index]

                PathSvg { path: sheet.outline[layer.index < 2 ? 4 : 5] }
            }
        }
    }
}
