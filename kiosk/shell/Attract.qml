// Nobody is here: the picture that invites. One touch anywhere wakes the station and does nothing else.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

Item {
    id: attract

    required property var moment
    readonly property var words: moment.words.attract
    readonly property var picture: Theme.portrait ? words.portrait : words.landscape
    readonly property real margin: Theme.portrait ? 72 : 92

    signal ask(string what, string name)

    focus: true
    Accessible.role: Accessible.Button
    Accessible.name: attract.moment.venue.title + ". " + attract.words.invitation
    // Shift, Ctrl and the like come before the key that is meant, which may be the host's.
    Keys.onPressed: event => {
        if ([Qt.Key_Shift, Qt.Key_Control, Qt.Key_Alt, Qt.Key_AltGr, Qt.Key_Meta].includes(event.key))
            return
        event.accepted = true
        attract.ask("wake", "")
    }

    Art {
        id: art

        anchors.fill: parent
        sha: attract.picture ? attract.picture.sha : ""
        description: attract.picture ? attract.picture.describe : ""
    }

    // Only once the picture is there, and while somebody may look.
    Repeater {
        model: attract.picture && !art.loading && attract.visible && !Theme.reducedMotion ? attract.picture.moves : []

        Drift {
            required property var modelData

            picture: art
            whole: Qt.size(attract.picture.width, attract.picture.height)
            move: modelData
        }
    }

    Heading {
        id: title

        x: attract.margin
        y: Theme.portrait ? 76 : 40
        width: Math.min(parent.width - 2 * x, Theme.portrait ? 936 : 860)
        text: attract.moment.venue.title
        size: Theme.sizeAttract
        color: Theme.solidInk
    }

    // Now and then what somebody said here, in the calm corner under the title.
    Loader {
        x: attract.margin - 20
        y: title.y + title.height + (Theme.portrait ? 56 + (languages.visible ? languages.height : 0) : 20)
        width: Theme.portrait ? 700 : 660
        height: 340
        active: attract.words.montage !== undefined && !art.loading
        sourceComponent: Montage {
            objectName: "montage"
            quotes: attract.words.montage.quotes
            live: attract.moment.live
            seconds: attract.words.montage.every / 2
            pause: attract.words.montage.every / 2
            running: attract.visible
            hug: true
            most: 46
            padding: 44
        }
    }

    PrimaryButton {
        id: invitation

        objectName: "invitation"
        x: Theme.portrait ? (parent.width - width) / 2 : 204
        y: parent.height - height - (Theme.portrait ? 62 : 52)
        width: Theme.portrait ? 700 : Math.max(504, implicitWidth)
        minimumHeight: 150
        text: attract.words.invitation
        note: attract.words.promise
        icon: "hand"
        iconFirst: true
        size: 44
        fill: Theme.solidInk
        inkColor: Theme.solidPaper
        onActivated: if (attract.enabled) attract.ask("wake", "")
    }

    // The other languages by their own names, for whoever looks for one.
    QuietButton {
        id: languages

        readonly property var others: (attract.moment.languages || []).slice(1)

        objectName: "languages"
        visible: others.length > 0
        // In the sky, beside the title or under it.
        x: Theme.portrait ? attract.margin : parent.width - width - 400
        y: Theme.portrait ? title.y + title.height + 32 : 40
        strong: true
        text: others.slice(0, 4).map(one => one.name).join(" · ")
        name: qsTr("Choose a language") + ": " + others.map(one => one.name).join(", ")
        icon: "language"
        onActivated: if (attract.enabled) attract.ask("languages", "")
    }

    // A gentle breath, so that the invitation is seen from across the room. At rest nothing runs.
    Timer {
        interval: 4200
        repeat: true
        running: !Theme.reducedMotion && attract.visible
        onTriggered: breath.start()
    }

    SequentialAnimation {
        id: breath

        NumberAnimation { target: invitation; property: "scale"; to: 1.03; duration: 900; easing.type: Easing.InOutSine }
        NumberAnimation { target: invitation; property: "scale"; to: 1; duration: 900; easing.type: Easing.InOutSine }
    }

    TapHandler {
        gesturePolicy: TapHandler.WithinBounds
        // A finger that has just opened the host's pad wakes nobody when it goes up.
        onTapped: if (attract.enabled) attract.ask("wake", "")
    }
}
