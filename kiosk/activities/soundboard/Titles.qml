// What the leader can be asked to say: a button for each clip, ticked once it was heard. Emits picked(id).
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Scroller {
    id: titles

    required property var clips
    property string heardWord: qsTr("Heard")

    signal picked(string id)

    Grid {
        id: grid

        width: parent.width
        columns: 2
        rowSpacing: 14
        columnSpacing: 20
        bottomPadding: 10

        Repeater {
            // By number, so that a clip that was heard makes none of them anew.
            model: titles.clips.length

            Touchable {
                id: clip

                required property int index
                readonly property var modelData: titles.clips[index]

                objectName: "clip-" + modelData.id
                name: modelData.label + (modelData.done ? ". " + titles.heardWord : "")
                width: (grid.width - grid.columnSpacing) / 2
                height: Math.max(Theme.portrait ? 104 : 96, words.implicitHeight + 32)
                onActivated: titles.picked(modelData.id)

                Paper {
                    anchors.fill: parent
                    radius: Theme.radiusChoice
                    depth: "low"
                    pressed: clip.pressed

                    Rectangle {
                        id: disc

                        x: 22
                        anchors.verticalCenter: parent.verticalCenter
                        width: 60
                        height: 60
                        radius: 30
                        color: clip.modelData.done ? Theme.doneDeep : Theme.highContrast ? Theme.accent : Theme.zone.base
                        antialiasing: true

                        IconImage {
                            anchors.centerIn: parent
                            name: clip.modelData.done ? "tick" : "play"
                            size: 34
                            width: size
                            height: size
                            weight: 5
                            color: clip.modelData.done ? Theme.doneInk : Theme.zone.baseInk
                        }
                    }

                    Body {
                        id: words

                        x: 102
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width - x - 20
                        text: clip.modelData.label
                        size: 32
                        bold: true
                        leading: 1.16
                        Accessible.ignored: true
                    }

                    FocusRing { control: clip; radius: Theme.radiusChoice + 6 }
                }
            }
        }
    }
}
