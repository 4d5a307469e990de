// "Start again" clears the visit, so it is asked once more. A touch beside the sheet keeps everything as it is.
import QtQuick
import "ui"

Sheet {
    id: again

    signal sure
    signal kept

    opened: true
    sheetWidth: 960
    name: qsTr("Start again?")
    onOutsideTouched: again.kept()

    Column {
        width: parent.width
        spacing: 40

        Heading {
            width: parent.width
            size: Theme.sizeSection
            text: qsTr("Start again?")
        }

        Body {
            width: parent.width
            text: qsTr("This finishes your visit here and clears the screen for whoever comes next.")
        }

        PrimaryButton {
            objectName: "keepGoing"
            width: parent.width
            text: qsTr("No, keep going")
            onActivated: again.kept()
        }

        QuietButton {
            objectName: "startAfresh"
            width: parent.width
            minimumHeight: 104
            text: qsTr("Yes, start again")
            icon: "again"
            onActivated: again.sure()
        }
    }
}
