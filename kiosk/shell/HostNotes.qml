// Pledges and comments that wait for a host's yes or no.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

Column {
    id: list

    required property var notes

    signal ask(string verb, string detail)

    spacing: 28

    Body {
        width: parent.width
        text: list.notes.length === 0 ? qsTr("Nothing is waiting to be read.") : qsTr("Put up what is kind and names nobody. What you leave out is never shown.")
    }

    Repeater {
        model: list.notes

        Paper {
            id: note

            required property var modelData

            width: list.width - 8
            height: words.height + answers.height + 72
            depth: "low"

            Speech {
                id: words

                x: 36
                y: 24
                width: parent.width - 72
                size: 36
                text: "“" + note.modelData.text + "”"
                wrapMode: Text.Wrap
            }

            Row {
                id: answers

                x: 36
                anchors.top: words.bottom
                anchors.topMargin: 20
                spacing: 24

                QuietButton {
                    objectName: "approve"
                    text: qsTr("Put it up")
                    icon: "tick"
                    onActivated: list.ask("approve", note.modelData.id)
                }

                QuietButton {
                    objectName: "decline"
                    text: qsTr("Leave it out")
                    icon: "close"
                    onActivated: list.ask("decline", note.modelData.id)
                }
            }
        }
    }
}
