// One sentence to try tomorrow, big enough to quote, on paper with a stitched border; and the way to another ending.
import QtQuick
import "../ui"

Paper {
    id: trying

    required property string heading
    required property string sentence
    required property string title
    required property int endings
    // The offered action, or undefined.
    property var again
    readonly property bool large: Theme.textFactor > 1.3
    readonly property bool largest: Theme.textFactor > 1.5
    // The sentence comes first: round large words the paper leaves less.
    readonly property real edge: largest ? 44 : 64
    readonly property real inside: width - 2 * edge

    signal againAsked

    implicitHeight: 72 + words.contentHeight + 36 + foot.height + 56
    radius: Theme.radiusSheet
    color: Theme.paper
    depth: "sheet"
    outlineWidth: 0

    StitchBorder { radius: Theme.radiusSheet; inset: trying.largest ? 12 : 18 }

    Scroller {
        id: words

        x: trying.edge
        y: trying.edge + 8 + Math.max(0, (foot.y - 36 - 72 - contentHeight) * 0.36)
        width: trying.inside
        height: foot.y - 24 - y
        spacing: 24

        Row {
            spacing: 18

            Rectangle {
                visible: !trying.largest
                anchors.verticalCenter: parent.verticalCenter
                width: 72
                height: 72
                radius: 36
                color: Theme.zone.tint
                border.width: Theme.highContrast ? 4 : 0
                border.color: Theme.line
                antialiasing: true

                IconImage { anchors.centerIn: parent; width: 42; height: 42; name: "needle"; color: Theme.accent }
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                width: trying.inside - (trying.largest ? 0 : 90)
                text: trying.heading
                size: trying.large ? 28 : 32
                color: Theme.zone.name
            }
        }

        Speech {
            width: parent.width
            text: trying.sentence
            size: (trying.largest ? 36 : trying.large ? 44 : 60) - (trying.sentence.length > 100 ? 8 : 0)
        }

        ThreadPath {
            visible: !trying.large
            width: 340
            height: 52
            d: "M6 36C64 6 118 6 172 26S268 50 320 22"
            color: Theme.thread
            thickness: 7
        }
    }

    Item {
        id: foot

        readonly property bool stacked: another.implicitWidth > trying.inside * 0.6

        x: trying.edge
        y: trying.height - height - trying.edge + 8
        width: trying.inside
        height: stacked ? ended.height + 16 + another.height : Math.max(ended.height, another.height)

        Column {
            id: ended

            y: foot.stacked ? 0 : (parent.height - height) / 2
            width: foot.stacked ? parent.width : parent.width - another.width - 32
            spacing: 2

            Label { width: parent.width; text: trying.title; size: Theme.sizeLabel }

            Body {
                width: parent.width
                visible: !trying.largest
                text: qsTr("One of %1 endings").arg(trying.endings)
                size: Theme.sizeMeta
                leading: 1.2
            }
        }

        QuietButton {
            id: another

            objectName: "another"
            visible: trying.again !== undefined
            x: foot.stacked ? 0 : parent.width - width
            y: foot.stacked ? parent.height - height : (parent.height - height) / 2
            text: trying.again ? trying.again.label : ""
            icon: "speech"
            onActivated: trying.againAsked()
        }
    }
}
