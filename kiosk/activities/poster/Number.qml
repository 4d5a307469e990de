// One number opened: its picture large with what a mark stands for, what it means, where it comes from, and a voice.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: page

    readonly property var props: view.props
    readonly property var listen: offer("listen")
    readonly property var after: offer("after")
    readonly property bool speaking: listen !== undefined && listen.props.clip.sha === voice.key
    readonly property bool across: !Theme.portrait
    readonly property bool large: Theme.textFactor > 1.3
    readonly property real edge: across ? 72 : 60

    primary: "next"
    railMiddle: Progress {
        text: qsTr("Number %1 of %2").arg(value).arg(total)
        value: page.props.progress.value
        total: page.props.progress.total
        run: Theme.portrait ? 240 : 250
        stacked: Theme.portrait || Theme.textFactor > 1.3
    }

    // Both crests run below the words.
    Hills {
        kind: "story"
        crests: [area.y + controls.y + 34, page.height - 60]
    }

    Paper {
        id: sheet

        x: page.edge
        y: page.across ? 60 : 56
        width: page.across ? Math.round(parent.width * (page.large ? 0.4 : 0.5)) : parent.width - 2 * x
        height: page.across ? parent.height - y - 64 : Math.round(parent.height * (page.large ? 0.34 : 0.42))
        radius: 34
        depth: "sheet"

        Patch {
            id: patch

            anchors.fill: parent
            anchors.margins: 14
            radius: 24
            zoneName: page.props.colour
            deep: page.props.deep

            NumberPicture {
                x: 48
                y: 48
                width: parent.width - 96
                height: scale.y - y - 28
                number: page.props
                largest: 240
                color: patch.markColor
                quiet: patch.quietColor
                ground: patch.color
                ink: patch.wordColor
            }

            Body {
                id: scale

                x: 48
                y: parent.height - height - 36
                width: parent.width - 96
                text: page.props.scale
                size: Theme.sizeLabel
                leading: 1.2
                color: patch.wordColor
                bold: true
            }
        }
    }

    Item {
        id: area

        x: page.across ? sheet.x + sheet.width + 64 : page.edge
        y: page.across ? 60 : sheet.y + sheet.height + 40
        width: page.width - x - page.edge
        height: page.height - y - (page.across ? 52 : 44)

        Scroller {
            id: words

            width: parent.width
            height: controls.y - 24
            spacing: 16

            Heading {
                width: parent.width
                text: page.props.figure
                size: page.large ? 60 : 96
            }

            Body {
                width: parent.width
                text: page.props.label
                size: Theme.sizeLead
                bold: true
                leading: 1.2
            }

            Caption {
                id: caption

                visible: page.speaking
                width: parent.width
                text: page.listen ? page.listen.props.clip.text : ""
                from: page.voice.phraseStart
                to: page.voice.phraseEnd
                size: 34
                litColor: Theme.highContrast ? Theme.accent : Theme.zone.base
            }

            Repeater {
                model: page.speaking ? [] : page.props.paragraphs

                Body {
                    required property string modelData

                    width: words.width
                    text: modelData
                    size: 34
                    leading: 1.3
                }
            }

            Body {
                width: parent.width
                text: qsTr("Where it comes from: %1").arg(page.props.source)
                size: Theme.sizeMeta
                color: Theme.inkSoft
            }
        }

        Flow {
            id: controls

            y: parent.height - height
            width: parent.width
            spacing: 20

            QuietButton {
                objectName: "listen"
                visible: page.listen !== undefined
                text: !page.speaking ? qsTr("Listen") : page.voice.paused ? qsTr("Go on") : qsTr("Pause")
                icon: !page.speaking ? "sound-on" : page.voice.paused ? "play" : "pause"
                onActivated: {
                    if (!page.speaking)
                        page.act("listen", "")
                    else if (page.voice.paused)
                        page.resumeClip()
                    else
                        page.holdClip()
                }
            }

            QuietButton {
                objectName: "stop"
                visible: page.speaking
                text: qsTr("Stop")
                icon: "close"
                onActivated: page.act("listen", "")
            }

            QuietButton {
                objectName: "after"
                visible: page.after !== undefined && !(page.speaking && page.large)
                text: page.after ? page.after.label : ""
                icon: "next"
                iconLast: true
                onActivated: page.act("after", "")
            }
        }
    }

    Connections {
        target: caption.spot

        function onYChanged(): void {
            if (page.speaking)
                words.show(caption.spot)
        }
    }
}
