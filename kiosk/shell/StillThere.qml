// Nobody has touched the screen for a while. A touch anywhere carries on; when the countdown ends the visit is cleared.
import QtQuick
import "ui"

Sheet {
    id: still

    required property int seconds
    required property int total

    signal ask(string what)

    opened: true
    name: qsTr("Still there?")
    onOutsideTouched: still.ask("carry-on")

    TapHandler {
        onTapped: still.ask("carry-on")
    }

    Column {
        width: parent.width
        spacing: Theme.textFactor > 1.3 ? 28 : 44

        Grid {
            width: parent.width
            columns: Theme.portrait ? 1 : 2
            columnSpacing: 64
            rowSpacing: 32
            horizontalItemAlignment: Theme.portrait ? Grid.AlignHCenter : Grid.AlignLeft
            verticalItemAlignment: Grid.AlignVCenter

            Dial {
                id: dial

                width: 300
                height: width
                done: still.total - still.seconds
                total: still.total
                number: String(still.seconds)
                word: still.seconds === 1 ? qsTr("second") : qsTr("seconds")
            }

            Column {
                width: parent.width - (Theme.portrait ? 0 : dial.width + 64)
                spacing: 20

                Heading {
                    width: parent.width
                    horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
                    text: qsTr("Still there?")
                }

                Body {
                    width: parent.width
                    horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
                    text: qsTr("Take all the time you need. If the room is empty we’ll tidy up, and the next visitor starts fresh.")
                }
            }
        }

        Body {
            // The largest letters need its room for the buttons.
            visible: Theme.portrait || Theme.textFactor < 1.6
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            size: Theme.sizeMeta
            text: qsTr("Touching anywhere carries on too.")
        }

        Grid {
            id: answers

            width: parent.width
            columns: Theme.portrait ? 1 : 2
            columnSpacing: 28
            rowSpacing: 28

            PrimaryButton {
                objectName: "carryOn"
                width: Theme.portrait ? parent.width : parent.width * 0.62
                minimumHeight: Theme.textFactor > 1.3 ? 108 : 150
                text: qsTr("Yes, carry on")
                onActivated: still.ask("carry-on")
            }

            QuietButton {
                objectName: "finishNow"
                width: Theme.portrait ? parent.width : parent.width * 0.38 - 28
                minimumHeight: Theme.textFactor > 1.3 ? 108 : 150
                text: qsTr("Finish now")
                onActivated: still.ask("start-again")
            }
        }
    }
}
