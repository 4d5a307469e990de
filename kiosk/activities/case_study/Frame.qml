// The picture of a part in its white frame; with a film, a button that starts it and the film over the picture.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Item {
    id: frame

    required property var picture
    required property rect view
    // {src, text, describe}, or undefined.
    required property var film
    // The film's address.
    required property string source
    readonly property bool playing: (loader.active || opening.running) && !failed
    property bool broken: false
    readonly property bool failed: broken || loader.status === Loader.Error

    signal watched
    signal busy(bool on)

    function stop(): void {
        opening.stop()
        loader.active = false
        busy(false)
    }

    function start(): void {
        broken = false
        watched()
        busy(true)
        opening.start()
    }

    // A moment after the touch: a film player must not be made inside a call from Python, whose threads it would wait for.
    Timer {
        id: opening

        interval: 60
        onTriggered: {
            loader.setSource("Film.qml", { "source": frame.source, "description": frame.film.describe })
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

    Connections {
        target: loader.item
        ignoreUnknownSignals: true

        function onEnded(): void {
            frame.stop()
        }

        function onFailed(): void {
            frame.broken = true
            frame.stop()
        }
    }

    PrimaryButton {
        objectName: "watch"
        visible: frame.film !== undefined && !frame.failed
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 36
        text: frame.playing ? qsTr("Stop the film") : qsTr("Watch")
        icon: frame.playing ? "close" : "play"
        iconFirst: true
        onActivated: frame.playing ? frame.stop() : frame.start()
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
            text: qsTr("This film can’t be shown on this screen. A host can help; the story goes on without it.")
            size: Theme.sizeLabel
        }
    }
}
