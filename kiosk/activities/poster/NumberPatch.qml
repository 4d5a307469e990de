// One number on the quilt: its figure, a few words, and its picture below them or beside.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Touchable {
    id: control

    // {figure, label, mark, colour, deep, rows, columns}.
    required property var number
    required property bool opened
    // The picture stands beside the words instead of below.
    required property bool aside
    // The strip of it that is in sight.
    property real shownFrom: 0
    property real shownTo: height
    property string openedWord: qsTr("Opened")
    readonly property real gap: 36
    readonly property real pictureLeast: aside ? 0 : number.rows.length > 1 ? 130 : 80
    readonly property real needed: words.height + pictureLeast + (aside ? 40 : 76)

    name: number.figure + ". " + number.label + (opened ? ". " + openedWord : "")

    Patch {
        id: patch

        anchors.fill: parent
        anchors.margins: 4
        anchors.topMargin: control.pressed ? 8 : 4
        anchors.bottomMargin: control.pressed ? 0 : 4
        zoneName: control.number.colour
        deep: control.number.deep

        // No Column: its height would come a frame later, and the quilt's with it.
        Item {
            id: words

            x: control.gap
            y: control.aside ? (parent.height - height) / 2 : 26
            width: control.aside ? Math.min(460, parent.width * (Theme.textFactor < 1.3 ? 0.4 : 0.5)) : parent.width - 2 * x
            height: label.y + label.height

            Heading {
                id: figure

                width: parent.width - (control.aside ? 0 : 56)
                text: control.number.figure
                size: Theme.textFactor < 1.3 ? 56 : control.width > 480 ? 46 : Theme.highContrast ? 30 : 36
                color: patch.wordColor
                Accessible.ignored: true
            }

            Body {
                id: label

                y: figure.height + 4
                width: parent.width
                text: control.number.label
                size: Theme.sizeLabel
                leading: 1.2
                color: patch.wordColor
                Accessible.ignored: true
            }
        }

        NumberPicture {
            x: control.aside ? words.x + words.width + 40 : control.gap
            y: control.aside ? 34 : words.y + words.height + 16
            width: parent.width - x - control.gap - (control.aside ? 24 : 0)
            height: parent.height - y - (control.aside ? 34 : 30)
            number: control.number
            color: patch.markColor
            quiet: patch.quietColor
            ground: patch.color
            ink: patch.wordColor
            shownFrom: control.shownFrom - y
            shownTo: control.shownTo - y
        }

        Rectangle {
            visible: control.opened
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: 22
            width: 52
            height: 52
            radius: 26
            color: Theme.doneDeep
            border.width: 3
            border.color: Theme.highContrast ? Theme.ground : Theme.solidPaper
            antialiasing: true

            IconImage {
                anchors.centerIn: parent
                name: "tick"
                size: 30
                width: size
                height: size
                weight: 6
                color: Theme.doneInk
            }
        }

        FocusRing { control: control; gap: -6; radius: 8 }
    }
}
