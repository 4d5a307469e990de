// A moment of the talk: what the person says, and what you could say next.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/room"
import "../../shell/ui"
import "../../shell/room/fitting.js" as Fitting

ActivityScreen {
    id: talk

    readonly property var person: view.props.person
    readonly property var clock: view.props.clock
    readonly property var said: slot("says")[0] || ({ "text": "", "mood": "" })
    readonly property var choices: offers("say")
    readonly property var progress: view.props.progress
    readonly property real turns: view.tallies[progress.tally] || 0
    readonly property real minutesGone: clock ? Math.min(clock.minutes, view.tallies[clock.tally] || 0) : 0
    // What the pill with a speaker's name takes, at least as wide as the longest of them.
    readonly property real nameWidth: Math.max(0, ...choices.map(one => one.props.by ? 36 + measured(one.props.by) * Theme.text(Theme.sizeFloor) * 1.08 : 0))
    readonly property var fit: Fitting.fit({
        "words": bubble.text, "wordsWidth": bubble.width - 92, "most": Theme.portrait ? 340 : (Theme.textFactor > 1.1 ? 190 : 290),
        "labels": choices.map(one => one.label), "width": scene.wordsWidth, "enlarged": Theme.textFactor > 1.1,
        "ease": Theme.portrait || scene.framed ? 0 : 56, "extra": nameWidth > 0 ? nameWidth - 48 : 0,
        "bare": nameWidth === 0 && (Theme.textFactor > 1.3 || Theme.highContrast),
        "room": height - stripHeight - bubble.highest - bubble.frame - 28 - Theme.text(Theme.sizeLabel) * 1.2 - 16 - (Theme.portrait ? 8 : 16)
    }, size => Theme.text(size), measured, spoken)
    // Answers stand close together, so the prompt moves up beside the bubble's tail, in line with their words.
    readonly property bool crowded: fit.answer !== Fitting.ANSWERS[0]
    readonly property real stripHeight: Theme.portrait ? strip.height + 32 : 0
    // The choice just made; the next turn comes a moment later.
    property string chosen

    // Widths of words in the faces they are drawn in, at size 1.
    function measured(words: string): real {
        return Theme.bodyMetrics.advanceWidth(words) / 100 * (Theme.highContrast ? 1.08 : 1)
    }

    function spoken(words: string): real {
        return Theme.displayMetrics.advanceWidth(words) / 100 * 1.06
    }

    function choose(id: string): void {
        if (chosen !== "")
            return
        chosen = id
        moment.restart()
    }

    railMiddle: Theme.portrait ? null : inRail
    onViewChanged: if (!moment.running) chosen = ""

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    Scene {
        id: scene

        anchors.fill: parent
        room: talk.view.props.room
        person: talk.person
        mood: talk.said.mood
        face: talk.face(room.sha, person.figure)
        aside: dial.visible ? 252 : 0
        rise: Theme.portrait ? Math.max(0, bubble.low - bubble.y) : 0
        speaking: talk.said.clip !== undefined && talk.voice.key === talk.said.clip.sha && !talk.voice.paused
        loudness: talk.voice.loudness
    }

    Dial {
        id: dial

        // At the foot of the framed picture, where the largest words need all the room beside it.
        readonly property bool low: scene.framed && !Theme.portrait && Theme.textFactor > 1.5

        visible: talk.clock !== null && talk.clock !== undefined
        x: low ? 72 : scene.framed || Theme.portrait && scene.faceBox.width > 0 && scene.faceBox.x < 420 ? parent.width - width - (Theme.portrait ? 60 : 52) : 64
        y: low ? talk.height - height - 72 : scene.framed ? 48 : 44
        width: Theme.portrait || scene.framed ? 220 : 252
        height: width
        done: talk.minutesGone
        total: visible ? talk.clock.minutes : 1
        number: visible ? String(talk.clock.minutes - talk.minutesGone) : ""
        word: visible && talk.clock.minutes - talk.minutesGone === 1 ? qsTr("minute left") : qsTr("minutes left")
    }

    Bubble {
        id: bubble

        readonly property real low: Theme.portrait ? scene.pictureBottom - (scene.framed ? -32 : 78) : 48
        // The tail must reach the mouth, and the words must never cover it.
        readonly property real least: scene.faceBox.width > 0 ? scene.faceBox.y + scene.faceBox.height + 60 : scene.pictureBottom * 0.66
        readonly property real highest: Theme.portrait && !scene.framed ? Math.min(low, least) : low
        // What stands round the words: the speaker's name and the bubble's own edges.
        readonly property real frame: Math.round(1.32 * Theme.text(Theme.sizeMeta)) + 8 + 72

        x: Theme.portrait ? 60 : (scene.framed ? scene.wordsX : (scene.atLeft ? (dial.visible ? 356 : 120) : 1020))
        y: Math.max(highest, Math.min(low, talk.height - talk.stripHeight - height - 100 - talk.fit.answers))
        width: Theme.portrait ? 960 : (scene.framed ? scene.wordsWidth - (dial.visible && !dial.low ? dial.width + 32 : 0) : (scene.atLeft && dial.visible ? 820 : 848))
        tail: scene.framed ? "" : (Theme.portrait ? "up" : (scene.atLeft ? "right" : "left"))
        tailAt: scene.faceBox.width > 0 ? Math.max(0.1, Math.min(0.8, (scene.faceBox.x + scene.faceBox.width / 2 - x) / width + 0.03)) : 0.52
        speaker: talk.person.about.startsWith(talk.person.name) ? talk.person.about : qsTr("%1, %2").arg(talk.person.name).arg(talk.person.about)
        text: Typesetting.quoted(talk.said.text)
        size: talk.fit.speech
    }

    Item {
        id: ask

        readonly property bool besideTail: bubble.tail === "left" || bubble.tail === "right"

        x: scene.wordsX + (bubble.tail === "left" && talk.crowded ? 2 * talk.fit.answer.inset - 8 + talk.fit.answer.sign : 0)
        y: bubble.y + bubble.height + (talk.crowded || !besideTail ? 28 : (bubble.height > 320 ? 56 : 84))
        width: scene.wordsX + scene.wordsWidth - x
        height: Math.max(prompt.height, waits.visible ? waits.height : 0)

        Label {
            id: prompt

            width: parent.width - (waits.visible ? waits.implicitWidth + 24 : 0)
            text: talk.view.props.prompt
            color: Theme.highContrast ? Theme.accent : Theme.ink
        }

        Label {
            id: waits

            anchors.right: parent.right
            visible: dial.visible && prompt.implicitWidth + implicitWidth + 32 < parent.width
            text: qsTr("The clock waits while you read.")
            size: Theme.sizeMeta
            bold: false
        }
    }

    Scroller {
        id: column

        x: scene.wordsX
        y: ask.y + ask.height + 16
        width: scene.wordsWidth
        height: talk.height - talk.stripHeight - y - (Theme.portrait ? 8 : 16)
        spacing: talk.fit.answer.gap

        Repeater {
            model: talk.choices

            SayChoice {
                required property int index
                required property var modelData

                key: modelData.id
                width: column.width
                text: modelData.label
                by: modelData.props.by || ""
                whoWidth: talk.nameWidth
                form: talk.fit.answer
                order: index
                chosen: talk.chosen === modelData.id
                faded: talk.chosen !== "" && !chosen
                onActivated: talk.choose(modelData.id)
            }
        }
    }

    TalkStrip {
        id: strip

        visible: Theme.portrait
        x: 60
        y: talk.height - height - 24
        width: 960
        ground: Theme.zone.tint
        things: talk.slot("noticed")
        sha: talk.view.props.room.sha
        label: talk.progress.label
        turns: talk.turns
        total: talk.progress.total
    }

    Component {
        id: inRail

        TalkStrip {
            things: talk.slot("noticed")
            sha: talk.view.props.room.sha
            label: talk.progress.label
            turns: talk.turns
            total: talk.progress.total
        }
    }

    Timer {
        id: moment

        interval: Theme.reducedMotion ? 200 : 450
        onTriggered: talk.act(talk.chosen, "")
    }
}
