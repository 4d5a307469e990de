// One sentence to try tomorrow, big enough to quote, on paper with a stitched border; and the way to another ending.
import QtQuick
import "../../shell/ui"

Item {
    id: trying

    required property string heading
    required property string sentence
    required property string title
    required property int endings
    // The offered action, or undefined.
    property var again

    signal againAsked

    implicitHeight: paper.implicitHeight + 24 + below.height

    Paper {
        id: paper

        implicitHeight: words.height + 120
        width: parent.width
        height: Theme.portrait ? implicitHeight : parent.height - below.height - 32
        radius: Theme.radiusSheet
        color: Theme.paper
        depth: "sheet"
        outlineWidth: 0

        StitchBorder { radius: Theme.radiusSheet; inset: 18 }

        Column {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            x: 64
            width: parent.width - 128
            spacing: 20

            Label {
                width: parent.width
                text: trying.heading
                size: Theme.sizeLabel
                color: Theme.zone.name
            }

            Speech {
                width: parent.width
                text: trying.sentence
                size: trying.sentence.length > 100 ? 48 : 56
            }
        }
    }

    Item {
        id: below

        y: parent.height - height
        width: parent.width
        height: Math.max(ended.height, another.height)

        Column {
            id: ended

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - another.width - 32
            spacing: 4

            Label { width: parent.width; text: trying.title; size: Theme.sizeLabel }

            Body {
                width: parent.width
                text: qsTr("One of %1 ways that this talk can end").arg(trying.endings)
                size: Theme.sizeMeta
                leading: 1.2
            }
        }

        QuietButton {
            id: another

            objectName: "again-talk"
            visible: trying.again !== undefined
            anchors.verticalCenter: parent.verticalCenter
            x: parent.width - width
            text: trying.again ? trying.again.label : ""
            icon: "speech"
            onActivated: trying.againAsked()
        }
    }
}
