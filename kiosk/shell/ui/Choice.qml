// One thing to say or answer. All choices look the same: nothing hints which is "better".
// Chosen = tint and stitches; `faded` when another one was chosen.
import QtQuick

Touchable {
    id: choice

    required property string text
    property string icon: "speech"
    property bool chosen: false
    property bool faded: false
    // Who says it: stands where the icon would, `whoWidth` wide.
    property string who
    property real whoWidth: 0
    property int size: Theme.sizeChoice
    property real least: Theme.highContrast ? 142 : 124
    // Room above and below the words together, at each side, and across the icon.
    property real spread: 52
    property real inset: 34
    property real sign: 64

    name: text
    checked: chosen
    accessibleRole: Accessible.RadioButton
    implicitWidth: 816
    implicitHeight: Math.max(least, words.implicitHeight + spread)
    opacity: faded ? 0.6 : 1

    Behavior on opacity { NumberAnimation { duration: Theme.fade } }

    Paper {
        anchors.fill: parent
        radius: Theme.radiusChoice
        color: choice.chosen ? Theme.zone.tint : Theme.card
        pressed: choice.pressed
        outlineColor: choice.chosen ? Theme.accent : Theme.line

        StitchBorder { visible: choice.chosen; radius: Theme.radiusChoice }

        Item {
            anchors.fill: parent
            anchors.leftMargin: choice.inset
            anchors.rightMargin: choice.inset
            LayoutMirroring.enabled: Theme.rtl
            LayoutMirroring.childrenInherit: true

            Rectangle {
                id: disc

                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                visible: choice.who !== "" || choice.icon !== "" && !Theme.highContrast
                width: !visible ? 0 : choice.who !== "" ? choice.whoWidth : choice.sign
                height: choice.who !== "" ? speaker.implicitHeight + 20 : choice.sign
                radius: height / 2
                color: choice.chosen ? Theme.card : Theme.zone.tint
                antialiasing: true

                IconImage {
                    anchors.centerIn: parent
                    visible: choice.who === ""
                    name: choice.icon
                    size: Math.round(choice.sign * 0.56)
                    width: size
                    height: size
                    color: Theme.zone.deep
                }

                Label {
                    id: speaker

                    anchors.centerIn: parent
                    visible: choice.who !== ""
                    text: choice.who
                    size: Theme.sizeFloor
                    color: Theme.zone.name
                    Accessible.ignored: true
                }
            }

            Body {
                id: words

                anchors.left: disc.right
                anchors.leftMargin: disc.visible ? choice.inset - 8 : 0
                anchors.right: arrow.left
                anchors.rightMargin: choice.inset - 8
                anchors.verticalCenter: parent.verticalCenter
                text: choice.text
                size: choice.size
                leading: 1.22
                Accessible.ignored: true
            }

            IconImage {
                id: arrow

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                name: "next"
                size: 38
                weight: Theme.highContrast ? 6 : 5
                color: Theme.accent
            }
        }

        FocusRing { control: choice; radius: Theme.radiusChoice + 6 }
    }
}
