// "Back in five minutes": a host has paused this station.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

Item {
    id: paused

    required property var moment
    readonly property var words: moment.words.pause

    signal ask(string what, string name)

    Hills {
        kind: "pause"
        // No edge runs behind the words.
        crests: Theme.portrait ? [said.y + said.height + 130, paused.height - 130] : [Math.max(790, said.y + said.height + 60), 930]
        groundColor: Theme.highContrast ? Theme.ground : Theme.zoneOf("sunflower", "tint")
        farColor: Qt.tint(Theme.zoneOf("sunflower", "tint"), Qt.alpha(Theme.zoneOf("sunflower", "base"), 0.4))
        nearColor: Theme.zoneOf("sunflower", "base")
    }

    Art {
        id: picture

        visible: sha !== ""
        width: Theme.portrait ? 620 : 640
        height: width * (paused.words.picture ? paused.words.picture.height / paused.words.picture.width : 1)
        x: Theme.portrait ? (parent.width - width) / 2 : 170
        y: Theme.portrait ? 190 : 90
        sha: paused.words.picture ? paused.words.picture.sha : ""
        description: paused.words.picture ? paused.words.picture.describe : ""
    }

    Column {
        id: said

        x: Theme.portrait ? Theme.margin : 930
        anchors.verticalCenter: Theme.portrait ? undefined : parent.verticalCenter
        y: picture.y + picture.height + 16
        width: parent.width - x - Theme.margin
        spacing: 32

        Heading {
            width: parent.width
            text: paused.words.heading
            size: Theme.portrait ? 96 : 104
            horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
        }

        Body {
            width: parent.width
            text: paused.words.text
            size: 40
            horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
        }
    }

    QuietButton {
        objectName: "staff"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: 48
        text: qsTr("Staff")
        icon: "lock"
        onActivated: paused.ask("host-open", "")
    }
}
