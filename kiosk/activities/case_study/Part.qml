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
    readonly property bool watching: frame.playing
    // Its words are read instead of the part's own: asked for, or because it is over or can't be shown.
    property bool reading: false
    // What is being said, by a film or a voice.
    readonly property string said: watching ? film.text : speaking ? listen.props.clip.text : ""
    readonly property Voice teller: watching ? frame.voice : voice
    readonly property bool across: !Theme.portrait
    readonly property real edge: across ? 72 : 60
    // Larger words need the room more than the picture does.
    readonly property int large: Theme.highContrast ? Math.max(1, Theme.textStep) : Theme.textStep
    readonly property real filmShare: Theme.textFactor > 1.5 ? 0.46 : [0.58, 0.52, 0.48][large]
    readonly property real share: film && across ? filmShare : Theme.textFactor > 1.5 ? (across ? 0.3 : 0.24) : (across ? [0.47, 0.42, 0.37] : [0.42, 0.34, 0.26])[large]

    // More than three tabs stand closer together, so that they share a row.
    readonly property bool many: props.tabs.length > 3

    // In portrait a picture takes the room that the words leave, as long as nothing is being said.
    property real wordsHeight: 0
    readonly property real spare: height - frame.y - 42 - head.height - 24 - wordsHeight - (controls.visible ? controls.height + 76 : 44)

    // A box with less below and above it, in the shape of the frame: heads stay in it.
    function upper(one: rect, wide: real, high: real): rect {
        const down = one.width * high / Math.max(1, wide)
        return down < one.height ? Qt.rect(one.x, one.y + (one.height - down) * 0.2, one.width, down) : one
    }

    // In a frame that is much narrower, the whole width of a box with more above and below it: nobody is cut in half.
    function taller(one: rect, wide: real, high: real): rect {
        const down = Math.min(props.picture.height, one.width * high / Math.max(1, wide))
        return down > 1.4 * one.height ? Qt.rect(one.x, Math.max(0, Math.min(props.picture.height - down, one.y + (one.height - down) * 0.4)), one.width, down) : one
    }

    primary: "next"
    primaryQuiet: watching
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
        height: part.film ? Math.round(width * Math.min(part.film.height / part.film.width, 0.6)) : part.across ? parent.height - y - 68 : Math.round(Math.max(parent.height * part.share, Math.min(parent.height * 0.5, part.spare)))
        picture: part.props.picture
        view: part.across ? part.taller(part.box(part.props.picture.view), width, height) : part.upper(part.box(part.props.picture.portrait, part.props.picture.view), width, height)
        film: part.film
        source: part.film ? part.view.content + part.film.src : ""
        gain: part.voice.filmGain
        onWatched: {
            part.reading = false
            part.act("watch", "")
        }
        onOverChanged: if (over) part.reading = true
        onFailedChanged: if (failed) part.reading = true
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
            size: Theme.textFactor < 1.3 && !part.film ? Theme.sizeSection : 48
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

    Binding {
        part.wordsHeight: words.contentHeight + 64
        when: part.said === "" && !part.reading
        restoreMode: Binding.RestoreNone
    }

    Paper {
        id: sheet

        readonly property bool above: controls.visible && !(part.film && part.across)
        readonly property real most: (above ? controls.y - 32 : part.height - (part.across ? 54 : 44)) - y

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

                visible: part.said !== ""
                width: parent.width
                text: part.said
                from: part.teller.phraseStart
                to: part.teller.phraseEnd
                size: 34
                litColor: Theme.highContrast ? Theme.accent : Theme.zone.tint
            }

            Body {
                objectName: "over"
                visible: frame.over && !part.watching
                width: parent.width
                text: qsTr("That was the film. Go on, watch it again, or read its words here.")
                size: 34
                bold: true
                leading: 1.3
            }

            Repeater {
                model: part.said !== "" ? [] : part.reading ? [part.film.text] : part.props.paragraphs

                Body {
                    required property string modelData

                    width: words.width
                    text: modelData
                    size: 34
                    leading: 1.3
                }
            }
        }
    }

    Connections {
        target: caption.spot

        function onYChanged(): void {
            if (part.said !== "")
                words.show(caption.spot)
        }
    }

    Controls {
        id: controls

        visible: part.listen !== undefined || part.film !== undefined
        x: part.film && part.across ? frame.x : head.x
        y: part.film && part.across ? frame.y + frame.height + 46 : part.height - height - (part.across ? 52 : 44)
        width: part.film && part.across ? frame.width : head.width
        film: part.film !== undefined
        playing: part.said !== ""
        voice: part.teller
        reading: part.reading
        onListen: part.act("listen", "")
        onHold: part.film ? frame.hold() : part.holdClip()
        onResume: part.film ? frame.resume() : part.resumeClip()
        onAgain: frame.again()
        onStop: part.film ? frame.stop() : part.act("listen", "")
        onRead: part.reading = !part.reading
    }
}
