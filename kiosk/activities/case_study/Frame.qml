// The picture of a part in its white frame; with a film, a button that starts it and the film over the picture.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Item {
    id: frame

    required property var picture
    required property rect view
    // {src, text, describe, seconds, captions}, or undefined.
    required property var film
    // The film's address.
    required property string source
    // How loud it may be, 0 to 1.
    required property real gain
    readonly property bool playing: (loader.active || opening.running) && !failed
    property bool broken: false
    readonly property bool failed: broken || loader.status === Loader.Error
    // It has come to its end, and was not begun anew.
    property bool over: false
    // How far the film has come, as a clip's voice tells it.
    readonly property Voice voice: Voice {}
    readonly property var player: loader.item

    signal watched
    signal busy(bool on)

    function stop(): void {
        opening.stop()
        loader.active = false
        busy(false)
    }

    function start(): void {
        broken = false
        over = false
        voice.paused = false
        move(0, film.seconds)
        watched()
        busy(true)
        opening.start()
    }

    // A film that is held doesn't keep the idle clock from running.
    function hold(): void {
        player.hold()
        voice.paused = true
        busy(false)
    }

    function resume(): void {
        player.resume()
        voice.paused = false
        busy(true)
    }

    function again(): void {
        player.again()
        voice.paused = false
        busy(true)
    }

    function move(position: real, length: real): void {
        voice.position = position
        voice.seconds = length > 0 ? length : film.seconds
        const said = film.captions.filter(one => one[0] <= position).pop() || [0, 0, 0]
        voice.phraseStart = said[1]
        voice.phraseEnd = said[2]
    }

    // A moment after the touch: a film player must not be made inside a call from Python, whose threads it would wait for.
    Timer {
        id: opening

        interval: 60
        onTriggered: {
            loader.setSource("Film.qml", { "source": frame.source, "description": frame.film.describe, "gain": frame.gain })
            loader.active = true
            if (frame.failed)
                frame.stop()
        }
    }

    Component.onDestruction: if (playing) busy(false)

    Paper {
        anchors.fill: parent
        anchors.margins: -14
        radius: 40
        depth: "sheet"
    }

    Art {
        id: art

        anchors.fill: parent
        sha: frame.picture.sha
        view: frame.view
        rounding: "28,28,28,28"
        description: frame.picture.describe
    }

    Loader {
        id: loader

        anchors.fill: parent
        active: false
    }

    Binding {
        target: loader.item
        when: loader.item !== null
        property: "gain"
        value: frame.gain
    }

    Connections {
        target: loader.item
        ignoreUnknownSignals: true

        function onMoved(at: real, length: real): void {
            frame.move(at, length)
        }

        function onEnded(): void {
            frame.over = true
            frame.stop()
        }

        function onFailed(): void {
            frame.broken = true
            frame.stop()
        }
    }

    PrimaryButton {
        objectName: "watch"
        visible: frame.film !== undefined && !frame.failed && !frame.playing
        quiet: frame.over
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 36
        text: frame.over ? qsTr("Watch again") : qsTr("Watch")
        icon: frame.over ? "again" : "play"
        iconFirst: true
        onActivated: frame.start()
    }

    Paper {
        visible: frame.film !== undefined && frame.failed
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 36
        width: parent.width - 96
        height: sorry.implicitHeight + 48
        color: Theme.paper

        Body {
            id: sorry

            x: 36
            y: 24
            width: parent.width - 72
            text: qsTr("This film can’t be shown on this screen, but here are its words, and the story goes on.")
            size: Theme.sizeLabel
        }
    }
}
