// One page at a time: attract, home, an activity's screen, thank-you, pause. A new one fades in over the old.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

Item {
    id: pages

    required property var moment
    required property Voice voice
    property int front: 0
    property string key
    // How far each screen of the activity was scrolled, by key.
    property var places: ({})

    signal ask(string what, string name, string answer)
    signal busy(bool on)

    function sourceOf(moment: var): string {
        if (moment.phase !== "activity")
            return { "attract": "Attract.qml", "home": "Home.qml", "finish": "Finish.qml", "paused": "Paused.qml" }[moment.phase] || ""
        const kind = moment.view.kind
        return "../activities/" + moment.view.activity_kind + "/" + kind.charAt(0).toUpperCase() + kind.slice(1) + ".qml"
    }

    onMomentChanged: {
        const source = sourceOf(moment)
        if (source === "")
            return
        const view = moment.view
        const now = moment.phase + (view ? "/" + view.activity + "/" + view.screen : "")
        const shown = holders.itemAt(front) as PageHolder
        if (now === key && shown && shown.item) {
            shown.update(moment)
            return
        }
        if (shown && shown.screen)
            places[key] = shown.screen.place
        if (!view)
            places = {}
        // The first page has nothing to fade in over: it is there at once.
        if (key !== "")
            front = 1 - front
        key = now
        const next = holders.itemAt(front) as PageHolder
        next.open(source, moment, places[key] || 0)
    }

    Repeater {
        id: holders

        model: 2

        PageHolder {
            required property int index

            anchors.fill: parent
            current: pages.front === index
            z: current ? 1 : 0
            voice: pages.voice
            onAsk: (what, name, answer) => pages.ask(what, name, answer)
            onBusy: on => pages.busy(on)
        }
    }
}
