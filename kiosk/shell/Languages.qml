// The languages that a visitor can choose from, each in its own name, with what to know of it.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

Sheet {
    id: sheet

    required property var languages
    required property string current

    signal chosen(string code)
    signal kept

    opened: true
    sheetWidth: 960
    name: qsTr("Choose a language")
    onOutsideTouched: sheet.kept()

    Column {
        width: parent.width
        spacing: 28

        Row {
            anchors.left: parent.left
            spacing: 24

            IconImage { anchors.verticalCenter: parent.verticalCenter; name: "language"; size: 56; color: Theme.accent }

            Heading {
                width: Math.min(implicitWidth, sheet.sheetWidth - 2 * sheet.padding - 100)
                settled: false
                size: Theme.sizeSection
                text: sheet.name
            }
        }

        Repeater {
            model: sheet.languages

            Touchable {
                id: language

                required property var modelData

                objectName: "language-" + modelData.code
                name: modelData.name + (modelData.note === "" ? "" : ". " + modelData.note)
                checked: modelData.code === sheet.current
                accessibleRole: Accessible.RadioButton
                width: parent.width
                implicitHeight: Math.max(112, words.implicitHeight + 40)
                onActivated: sheet.chosen(modelData.code)

                Paper {
                    anchors.fill: parent
                    radius: Theme.radiusChoice
                    color: language.checked ? Theme.zone.tint : Theme.card
                    pressed: language.pressed
                    outlineColor: language.checked ? Theme.accent : Theme.line

                    StitchBorder { visible: language.checked; radius: Theme.radiusChoice }

                    Column {
                        id: words

                        anchors.left: parent.left
                        anchors.leftMargin: 40
                        anchors.right: tick.left
                        anchors.rightMargin: 24
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: 4

                        Label {
                            width: parent.width
                            text: language.modelData.name
                            size: Theme.sizeChoice
                            Accessible.ignored: true
                        }

                        Body {
                            width: parent.width
                            visible: text !== ""
                            text: language.modelData.note
                            size: Theme.sizeMeta
                            Accessible.ignored: true
                        }
                    }

                    IconImage {
                        id: tick

                        anchors.right: parent.right
                        anchors.rightMargin: 36
                        anchors.verticalCenter: parent.verticalCenter
                        opacity: language.checked ? 1 : 0
                        name: "tick"
                        size: 44
                        weight: 6
                        color: Theme.accent
                    }
                }

                FocusRing { control: language; radius: Theme.radiusChoice + 6 }
            }
        }
    }
}
