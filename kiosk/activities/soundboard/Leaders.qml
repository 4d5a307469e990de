// All the leaders: a circle, a name, what they do, and a tick once they were heard. Emits picked(id).
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Grid {
    id: leaders

    required property var people
    // Ids of those who were heard.
    required property var heard
    required property string chosen
    property real disc: 184
    property string heardWord: qsTr("Heard")

    // The type sizes at which the longest word of any name, and of any role, has room.
    readonly property int nameSize: least(Theme.sizeLabel, leader => leader.nameFitting)
    readonly property int size: least(Theme.sizeFloor, leader => leader.fitting)

    signal picked(string id)

    function least(most: int, of: var): int {
        let found = most
        for (let index = 0; index < faces.count; index++)
            found = Math.min(found, faces.itemAt(index) ? of(faces.itemAt(index)) : most)
        return found
    }

    component Leader: Touchable {
        id: leader

        required property int index
        readonly property var modelData: leaders.people[index]
        readonly property alias fitting: role.fitting
        readonly property alias nameFitting: called.fitting
        readonly property bool ticked: leaders.heard.includes(modelData.id)
        readonly property bool on: modelData.id === leaders.chosen

        objectName: "to-" + modelData.id
        name: modelData.name + ", " + modelData.role + (ticked ? ". " + leaders.heardWord : "")
        checked: on
        accessibleRole: Accessible.RadioButton
        width: leaders.width / leaders.columns
        height: words.y + words.height
        onActivated: leaders.picked(modelData.id)

        Rectangle {
            visible: !Theme.highContrast
            x: circle.x - (leader.on ? 15 : 6)
            y: circle.y + 12
            width: leaders.disc + (leader.on ? 30 : 12)
            height: leaders.disc + (leader.on ? 15 : 6)
            radius: width / 2
            color: Qt.alpha(Theme.shadowNear, 0.15)
            antialiasing: true
        }

        Rectangle {
            anchors.fill: circle
            anchors.margins: -15
            visible: leader.on
            radius: width / 2
            color: Theme.highContrast ? Theme.accent : Theme.solidInk
            antialiasing: true
        }

        Rectangle {
            anchors.fill: circle
            anchors.margins: leader.on ? -8 : -6
            radius: width / 2
            color: Theme.highContrast && leader.on ? Theme.ground : Theme.highContrast ? Theme.ink : Theme.solidPaper
            antialiasing: true
        }

        Art {
            id: circle

            x: (parent.width - width) / 2
            y: leader.pressed ? 20 : 16
            width: leaders.disc
            height: leaders.disc
            sha: leader.modelData.picture.sha
            view: Qt.rect(0, 0, leader.modelData.picture.width, leader.modelData.picture.height)
            rounding: "circle"
            description: leader.modelData.picture.describe
        }

        Rectangle {
            visible: leader.ticked
            x: circle.x + leaders.disc - width + 8
            y: circle.y + leaders.disc - height + 6
            width: 60
            height: 60
            radius: 30
            color: Theme.doneDeep
            border.width: 4
            border.color: Theme.highContrast ? Theme.ground : Theme.solidPaper
            antialiasing: true

            IconImage { anchors.centerIn: parent; name: "tick"; size: 34; width: size; height: size; weight: 6; color: Theme.doneInk }
        }

        Column {
            id: words

            y: leaders.disc + 34
            width: parent.width
            spacing: 2

            WholeWords {
                id: called

                width: parent.width
                column: width
                text: leader.modelData.name
                size: leaders.nameSize
                largest: Theme.sizeLabel
                leading: 1.2
                bold: true
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }

            WholeWords {
                id: role

                width: parent.width
                column: width
                text: leader.modelData.role
                size: leaders.size
                largest: Theme.sizeFloor
                leading: 1.2
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }

        FocusRing { control: leader; radius: 30; gap: 2 }
    }

    columns: Theme.portrait ? 3 : Math.max(1, people.length)
    rowSpacing: 20

    Repeater {
        id: faces

        // By number, so that a change of one makes none of them anew.
        model: leaders.people.length

        Leader {}
    }
}
