// As "still there?": a sheet with a dial.
import QtQuick
import "../../../kiosk/shell/ui"

Item {
    Component.onCompleted: Theme.zoneName = "coral"

    Art { width: 1920; height: 1080; sha: "room-living.svg" }

    Sheet {
        id: sheet

        opened: true
        name: "Still there?"
        sheetHeight: 716

        Dial {
            id: dial

            width: 320
            height: 320
            done: 6
            total: 20
            number: "14"
            word: "seconds"
            face: Theme.card
            numberSize: 139
            wordSize: 30
        }

        Column {
            x: 384
            width: parent.width - x
            anchors.verticalCenter: dial.verticalCenter
            spacing: 18

            Heading { width: parent.width; text: "Still there?" }

            Body { width: parent.width; text: "Take all the time you need. If the room is empty we’ll tidy up, and the next visitor starts fresh."; size: 36 }
        }

        Row {
            y: parent.height - height
            spacing: 28

            PrimaryButton { width: 648; text: "Yes, carry on"; size: 44; minimumHeight: 150 }

            QuietButton { width: 380; text: "Finish now"; size: 36; minimumHeight: 150 }
        }
    }
}
