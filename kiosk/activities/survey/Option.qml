// One answer: a ring (one of them) or a box (any of them), and words. Chosen = tint, stitches and a tick.
import QtQuick
import "../../shell/ui"

Touchable {
    id: option

    required property string text
    property bool chosen: false
    property bool many: false
    // Words in the middle of a tall card, in the display face.
    property bool tall: false
    property real least: 116

    name: text
    checked: chosen
    accessibleRole: many ? Accessible.CheckBox : Accessible.RadioButton
    implicitHeight: Math.max(least, words.implicitHeight + least - 72)

    Paper {
        anchors.fill: parent
        radius: Theme.radiusChoice
        color: option.chosen ? Theme.doneTint : Theme.card
        pressed: option.pressed
        outlineColor: option.chosen ? Theme.accent : Theme.line

        StitchBorder { visible: option.chosen; color: Theme.doneDeep; radius: Theme.radiusChoice }

        Rectangle {
            id: mark

            x: Theme.along(option.tall ? (parent.width - width) / 2 : 34, width, option.width)
            y: option.tall ? parent.height * 0.3 - height / 2 : (parent.height - height) / 2
            width: option.tall ? 84 : 60
            height: width
            radius: option.many ? 16 : width / 2
            color: option.chosen ? Theme.doneDeep : "transparent"
            border.width: option.chosen ? 0 : 4
            border.color: Theme.line
            antialiasing: true

            IconImage {
                anchors.centerIn: parent
                visible: option.chosen
                name: "tick"
                size: option.tall ? 50 : 38
                width: size
                height: size
                weight: 6
                color: Theme.doneInk
            }
        }

        Heading {
            visible: option.tall
            x: 20
            y: parent.height * 0.66 - height / 2
            width: parent.width - 40
            text: option.tall ? option.text : ""
            size: Theme.textFactor > 1.3 ? 32 : Theme.sizeCardTitle
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }

        Body {
            id: words

            visible: !option.tall
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.along(122, width, option.width)
            width: parent.width - 156
            text: option.tall ? "" : option.text
            size: Theme.sizeChoice
            leading: 1.2
            Accessible.ignored: true
        }

        FocusRing { control: option; radius: Theme.radiusChoice + 6 }
    }
}
