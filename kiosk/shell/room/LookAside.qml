// What to do here, in words beside the framed picture of high contrast.
import QtQuick
import "../ui"

Scroller {
    id: aside

    required property string heading
    required property string hint
    // {minutes} or null.
    property var clock: null
    readonly property bool timed: clock !== null && clock !== undefined

    spacing: 20

    Heading { width: parent.width; text: aside.heading; size: 48 }

    Body { width: parent.width; text: aside.hint }

    Dial {
        visible: aside.timed
        width: 260
        height: 260
        done: 0
        total: aside.timed ? aside.clock.minutes : 1
        number: aside.timed ? String(aside.clock.minutes) : ""
        word: qsTr("minutes left")
    }
}
