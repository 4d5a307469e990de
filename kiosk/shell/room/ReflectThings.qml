// What was noticed, as circles from the picture, and what else there was, with what it would have told.
pragma ComponentBehavior: Bound

import QtQuick
import "../ui"

Column {
    id: there

    // {id, label, text, box, missed?} each.
    required property var noticed
    required property var missed
    required property string sha
    // What those before did, where the screen asks for them: view.before.
    property var before: ({ "screens": {}, "steps": {} })
    readonly property int others: before.screens["look"] || 0

    function count(thing: var): int {
        return before.steps["look/" + thing.id] || 0
    }

    spacing: 20
    bottomPadding: 32

    component Crop: Rectangle {
        id: crop

        required property var box
        property bool found: true

        width: 96
        height: 96
        radius: 48
        color: found ? Theme.doneDeep : Theme.line
        antialiasing: true

        Art {
            anchors.fill: parent
            anchors.margins: 5
            sha: there.sha
            view: Qt.rect(crop.box[0], crop.box[1], crop.box[2], crop.box[3])
            rounding: "circle"
        }
    }

    Label {
        width: parent.width
        visible: there.noticed.length > 0
        text: qsTr("You noticed %1 of %2").arg(there.noticed.length).arg(there.noticed.length + there.missed.length)
    }

    Body {
        width: parent.width
        visible: there.others > 0 && there.noticed.length > 0
        text: qsTr("A number says how many of the %1 before you noticed it.").arg(there.others)
        size: Theme.sizeMeta
        leading: 1.2
    }

    Flow {
        width: parent.width
        spacing: 20
        visible: there.noticed.length > 0

        Repeater {
            model: there.noticed

            Crop {
                required property var modelData

                box: modelData.box
                Accessible.role: Accessible.Graphic
                Accessible.name: there.others > 0 ? qsTr("%1. %2 of %3 before you noticed it").arg(modelData.label).arg(there.count(modelData)).arg(there.others) : modelData.label

                CountBead {
                    visible: there.others > 0
                    x: parent.width - width + 12
                    y: parent.height - height + 8
                    size: 44
                    digits: true
                    count: there.count(parent.modelData)
                }
            }
        }
    }

    Label {
        width: parent.width
        topPadding: 12
        visible: there.missed.length > 0
        text: there.noticed.length > 0 ? qsTr("Also there, for another visit") : qsTr("There to be noticed, for another visit")
    }

    Repeater {
        model: there.missed

        Item {
            id: row

            required property var modelData

            width: there.width
            height: Math.max(104, words.height + 8)

            Crop { box: row.modelData.box; found: false }

            Column {
                id: words

                x: 124
                width: row.width - 124
                spacing: 2

                Label { width: parent.width; text: row.modelData.label; size: Theme.sizeLabel }

                Label {
                    width: parent.width
                    visible: there.others > 0
                    text: qsTr("%1 of %2 before you noticed it").arg(there.count(row.modelData)).arg(there.others)
                    size: Theme.sizeFloor
                    color: Theme.zone.name
                }

                Body { width: parent.width; visible: text !== ""; text: row.modelData.missed || ""; size: Theme.sizeMeta; leading: 1.24 }
            }
        }
    }
}
