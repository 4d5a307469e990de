// One of two places for a page: the screen, and under it the rail.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

FocusScope {
    id: holder

    required property Voice voice
    property bool current: false
    property var moment: ({ "phase": "" })
    readonly property alias item: page.item
    // The same, of any type: what is loaded has a `view` or a `moment`.
    readonly property var shown: page.item
    // Still coming or going.
    readonly property bool turning: opacity !== (current ? 1 : 0)
    readonly property bool railed: moment.phase === "home" || moment.phase === "activity"
    readonly property ActivityScreen screen: page.item as ActivityScreen

    signal ask(string what, string name, string answer)
    signal busy(bool on)

    // Show another page, scrolled to where it was; the one that was here is gone.
    function open(source: string, fresh: var, place: real) {
        moment = fresh
        page.setSource(source, fresh.view ? { "view": fresh.view, "voice": holder.voice, "place": place } : { "moment": fresh })
    }

    // The same page, drawn anew.
    function update(fresh: var) {
        moment = fresh
        if (fresh.view)
            holder.shown.view = fresh.view
        else
            holder.shown.moment = fresh
    }

    visible: opacity > 0
    enabled: current
    opacity: current ? 1 : 0
    focus: current

    // The new page fades in over the old one, which goes when it is covered.
    Behavior on opacity {
        SequentialAnimation {
            PauseAnimation { duration: holder.current ? 0 : Theme.pageChange }
            NumberAnimation { duration: holder.current ? Theme.pageFade : 0 }
            ScriptAction { script: if (!holder.current) page.source = "" }
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Loader {
        id: page

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: holder.railed ? rail.top : parent.bottom
        focus: true
        transform: Translate { y: holder.current ? 0 : Theme.pageRise; Behavior on y { NumberAnimation { duration: Theme.pageChange; easing.type: Easing.OutCubic } } }
    }

    Connections {
        target: page.item
        ignoreUnknownSignals: true

        function onAct(action: string, answer: string) {
            holder.ask("act", action, answer)
        }

        function onHoldClip() {
            holder.ask("hold-clip", "", "")
        }

        function onResumeClip() {
            holder.ask("resume-clip", "", "")
        }

        function onBusy(on: bool) {
            holder.busy(on)
        }

        function onAsk(what: string, name: string) {
            holder.ask(what, name, "")
        }
    }

    StationRail {
        id: rail

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: holder.railed
        moment: holder.moment
        screen: holder.screen
        onAsk: (what, name) => holder.ask(what, name, "")
    }
}
