// The scenarios that this zone's host may choose from. The one that is on has a ring outside its card.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

Grid {
    id: choice

    required property var scenarios

    signal chosen(string name)

    columns: Theme.portrait && Theme.textStep > 1 ? 1 : 2
    rowSpacing: 40
    columnSpacing: 44
    topPadding: 14
    // Room for the ring.
    leftPadding: scenarios.length > 0 ? 14 : 0
    bottomPadding: 28

    Body {
        visible: choice.scenarios.length === 0
        width: choice.width - 28
        text: qsTr("This zone has no scenario to choose. Its activities are always on.")
    }

    Repeater {
        model: choice.scenarios

        Touchable {
            id: card

            required property var modelData

            objectName: "scenario-" + modelData.id
            name: modelData.title + (modelData.on ? qsTr(", showing") : "")
            checked: modelData.on
            accessibleRole: Accessible.RadioButton
            width: (choice.width - 28 - (choice.columns - 1) * choice.columnSpacing) / choice.columns
            height: 190 + words.height + 40
            onActivated: if (!card.modelData.on || card.modelData.pending) choice.chosen(card.modelData.id)

            Rectangle {
                anchors.fill: parent
                anchors.margins: -12
                visible: card.modelData.on
                radius: Theme.radiusCard + 12
                color: "transparent"
                border.width: 8
                border.color: Theme.accent
            }

            Paper {
                anchors.fill: parent
                pressed: card.pressed

                Art {
                    width: parent.width
                    height: 190
                    sha: card.modelData.picture.sha
                    view: card.modelData.picture.view ? Qt.rect(card.modelData.picture.view[0], card.modelData.picture.view[1], card.modelData.picture.view[2], card.modelData.picture.view[3]) : Qt.rect(0, 0, 0, 0)
                    rounding: "28,28,0,0"
                }

                Column {
                    id: words

                    x: 30
                    y: 206
                    width: parent.width - 60
                    spacing: 4

                    Label {
                        width: parent.width
                        size: Theme.sizeBody
                        text: card.modelData.title
                    }

                    Body {
                        width: parent.width
                        size: Theme.sizeFloor
                        color: Theme.inkSoft
                        text: card.modelData.summary
                    }

                    Label {
                        width: parent.width
                        visible: text !== ""
                        color: Theme.accent
                        text: card.modelData.pending ? qsTr("Next, after this visit") : (card.modelData.on ? qsTr("✓ Showing") : "")
                    }
                }
            }
        }
    }
}
