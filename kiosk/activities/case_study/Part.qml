// One part of a story: its picture (or film), the parts as tabs, its words, and a voice that reads them.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: part

    readonly property var props: view.props
    readonly property var listen: offer("listen")
    readonly property bool speaking: listen !== undefined && listen.props.clip.sha === voice.key
    readonly property var film: props.video
    readonly property bool across: !Theme.portrait
    readonly property real edge: across ? 72 : 60
    // Larger words need the room more than the picture does.
    readonly property real share: Theme.textFactor > 1.5 ? (across ? 0.3 : 0.24) : (across ? [0.47, 0.42, 0.37] : [0.42, 0.34, 0.26])[Theme.highContrast ? Math.max(1, Theme.textStep) : Theme.textStep]

    // More than three tabs stand closer together, so that they share a row.
    readonly property bool many: props.tabs.length > 3

    primary: "next"
    railMiddle: Progress {
        text: qsTr("Part %1 of %2").arg(value).arg(total)
        value: part.props.progress.value
        total: part.props.progress.total
        run: Theme.portrait ? 240 : 250
        stacked: Theme.portrait || Theme.textFactor > 1.3
    }

    Hills { kind: "story" }

    Frame {
        id: frame

        x: part.edge
        y: part.across ? 64 : 60
        width: part.across ? Math.round(parent.width * part.share) : parent.width - 2 * x
        height: part.across ? parent.height - y - 68 : Math.round(parent.height * part.share)
        picture: part.props.picture
        view: part.across ? part.box(part.props.picture.view) : part.box(part.props.picture.portrait, part.props.picture.view)
        film: part.film
        source: part.film ? part.view.content + part.film.src : ""
        onWatched: part.act("watch", "")
        onBusy: on => part.busy(on)
    }

    Column {
        id: head

        x: part.across ? frame.x + frame.width + 68 : part.edge
        y: part.across ? 56 : frame.y + frame.height + 42
        width: part.width - x - (part.across ? 60 : part.edge)
        spacing: 16

        ZoneMark {
            visible: Theme.textFactor < 1.3
            number: String(part.view.zone.number)
            text: part.view.zone.name
        }

        Heading {
            width: parent.width
            text: part.props.heading
            size: Theme.textFactor < 1.3 ? Theme.sizeSection : 48
        }

        Flow {
            width: parent.width
            topPadding: 4
            spacing: part.many ? 10 : 16

            Repeater {
                model: part.props.tabs

                Chip {
                    required property var modelData

                    objectName: "tab-" + modelData.action
                    text: modelData.label
                    padding: part.many ? 20 : 29
                    on: modelData.action === part.props.tab
                    onActivated: {
                        if (!on)
                            part.act(modelData.action, "")
                    }
                }
            }
        }
    }

    Paper {
        id: sheet

        readonly property real most: (controls.visible ? controls.y - 32 : part.height - (part.across ? 54 : 44)) - y

        x: head.x
        y: head.y + head.height + 24
        width: head.width
        height: Math.min(most, words.contentHeight + 64)

        Scroller {
            id: words

            anchors.fill: parent
            anchors.margins: 30
            anchors.bottomMargin: 26
            anchors.leftMargin: 40
            anchors.rightMargin: 40
            bleed: 10
            spacing: 18

            Caption {
                id: caption

                visible: part.speaking
                width: parent.width
                text: part.listen ? part.listen.props.clip.text : ""
                from: part.voice.phraseStart
                to: part.voice.phraseEnd
                size: 34
                litColor: Theme.highContrast ? Theme.accent : Theme.zone.tint
            }

            Repeater {
                model: part.speaking || frame.playing ? [] : part.props.paragraphs

                Body {
                    required property string modelData

                    width: words.width
                    text: modelData
                    size: 34
                    leading: 1.3
                }
            }

            // The film's words, for whoever can't hear it.
            Body {
                visible: frame.playing
                width: parent.width
                text: part.film ? part.film.text : ""
                size: 34
                leading: 1.3
            }
        }
    }

    Connections {
        target: caption.spot

        function onYChanged(): void {
            if (part.speaking)
                words.show(caption.spot)
        }
    }

    Row {
        id: controls

        visible: part.listen !== undefined
        x: head.x
        y: part.height - height - (part.across ? 52 : 44)
        spacing: 20

        QuietButton {
            objectName: "listen"
            text: !part.speaking ? qsTr("Listen") : part.voice.paused ? qsTr("Go on") : qsTr("Pause")
            icon: !part.speaking ? "sound-on" : part.voice.paused ? "play" : "pause"
            onActivated: {
                if (!part.speaking)
                    part.act("listen", "")
                else if (part.voice.paused)
                    part.resumeClip()
                else
                    part.holdClip()
            }
        }

        QuietButton {
            objectName: "stop"
            visible: part.speaking
            text: qsTr("Stop")
            icon: "close"
            onActivated: part.act("listen", "")
        }

        ClipTime {
            anchors.verticalCenter: parent.verticalCenter
            visible: part.speaking
            voice: part.voice
            run: 230
            color: Theme.accent
        }
    }
}
