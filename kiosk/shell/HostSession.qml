// The session that is on, since when, how many visits have begun in it; and the ways to start and end one.
import QtQuick
import "ui"

Column {
    id: page

    // {code, since, visits}; the code is empty where none is on.
    required property var session
    readonly property bool on: session.code !== ""

    signal ask(string verb, string detail)
    // A code is to be entered.
    signal wanted

    spacing: 36
    topPadding: 12

    Paper {
        width: parent.width - 8
        height: words.height + 80
        depth: "low"

        IconImage { id: sign; anchors.verticalCenter: parent.verticalCenter; x: 40; name: "calendar"; size: 72 }

        Column {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            x: sign.x + sign.width + 36
            width: parent.width - x - 40
            spacing: 8

            Heading {
                objectName: "sessionNow"
                width: parent.width
                size: Theme.sizeCardTitle
                text: page.on ? qsTr("Session %1 since %2").arg(page.session.code).arg(page.session.since) : qsTr("No session is on")
            }

            Body {
                width: parent.width
                size: Theme.sizeLabel
                leading: 1.2
                text: !page.on ? qsTr("Start one, and every visit that begins from then on carries its code, on iPads too.") : page.session.visits === 0 ? qsTr("No visit has begun in it yet.") : page.session.visits === 1 ? qsTr("1 visit has begun in it.") : qsTr("%1 visits have begun in it.").arg(page.session.visits)
            }
        }
    }

    Flow {
        width: parent.width - 8
        spacing: 24

        PrimaryButton {
            objectName: "sessionWanted"
            fill: Theme.highContrast ? Theme.accent : Theme.solidInk
            inkColor: Theme.highContrast ? Theme.accentInk : Theme.solidPaper
            text: page.on ? qsTr("Start another") : qsTr("Start a session")
            onActivated: page.wanted()
        }

        QuietButton {
            objectName: "sessionEnd"
            visible: page.on
            minimumHeight: 104
            text: qsTr("End session %1").arg(page.session.code)
            icon: "close"
            onActivated: page.ask("session-end", "")
        }
    }
}
