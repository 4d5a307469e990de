// One thing to say or answer. All choices look the same: nothing hints which is "better".
// Chosen = tint and stitches; `faded` when another one was chosen.
import QtQuick

Touchable {
    id: choice

    required property string text
    property string icon: "speech"
    property bool chosen: false
    property bool faded: false
    property int size: Theme.sizeChoice
    readonly property real padding: 34

    name: text
    checked: chosen
    accessibleRole: Accessible.RadioButton
    implicitWidth: 816
    implicitHeight: Math.max(Theme.highContrast ? 142 : 124, words.implicitHeight + 52)
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
            anchors.leftMargin: choice.padding
            anchors.rightMargin: choice.padding
            LayoutMirroring.enabled: Theme.rtl
            LayoutMirroring.childrenInherit: true

            Rectangle {
                id: disc

                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                visible: choice.icon !== "" && !Theme.highContrast
                width: visible ? 64 : 0
                height: 64
                radius: 32
                color: choice.chosen ? Theme.card : Theme.zone.tint
                antialiasing: true

                IconImage { anchors.centerIn: parent; name: choice.icon; size: 36; width: size; height: size; color: Theme.zone.deep }
            }

            Body {
                id: words

                anchors.left: disc.right
                anchors.leftMargin: disc.visible ? 26 : 0
                anchors.right: arrow.left
                anchors.rightMargin: 26
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
