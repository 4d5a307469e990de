// The strip: one moment in the middle, its neighbours at the sides, and below it what has been counted so far.
// It is moved by a finger, by the arrows, by touching a neighbour, and with the arrow keys.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: strip

    readonly property var props: view.props
    readonly property var moments: props.moments
    readonly property int at: slot("at")[0].moment
    readonly property bool across: !Theme.portrait
    readonly property bool large: Theme.textFactor > 1.3
    readonly property real edge: across ? 60 : 40

    // To the moment so many further on, if there is one.
    function go(way: int): void {
        const moment = moments[at + way]
        if (moment)
            act(moment.action, "")
    }

    primary: slot("at")[0].onward
    railMiddle: Progress {
        text: qsTr("%1 of %2").arg(value).arg(total)
        value: strip.at + 1
        total: strip.moments.length
        run: Theme.portrait ? 240 : 270
        stacked: Theme.portrait || Theme.textFactor > 1.3
    }
    Keys.onLeftPressed: go(Theme.rtl ? 1 : -1)
    Keys.onRightPressed: go(Theme.rtl ? -1 : 1)
    onAtChanged: {
        film.currentIndex = at
        const said = offers("play").find(one => one.props.clip.sha === voice.key)
        if (said)
            act(said.id, "")
    }

    // No hills: their edges would run behind the counts.
    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    ZoneMark {
        id: mark

        visible: Theme.textFactor < 1.3
        x: strip.across ? strip.edge : 60
        y: 30
        number: String(strip.view.zone.number)
        text: strip.view.zone.name
    }

    Heading {
        id: heading

        x: strip.across && mark.visible ? mark.x + mark.width + 40 : strip.across ? strip.edge : 60
        y: strip.across && mark.visible ? mark.y + (mark.height - height) / 2 : mark.visible ? mark.y + mark.height + 14 : 24
        width: parent.width - x - strip.edge
        text: strip.props.heading
        size: strip.large ? 40 : strip.across ? 54 : Theme.sizeSection
    }

    Scroller {
        id: scroller

        x: 0
        y: Math.max(mark.visible ? mark.y + mark.height : 0, heading.y + heading.height) + 20
        width: parent.width
        height: parent.height - y - 16
        bleed: 0
        spacing: strip.large ? 24 : strip.across ? 12 : 30

        Item {
            width: scroller.width
            height: film.height + 22

            Film {
                id: film

                width: parent.width
                moments: strip.moments
                at: strip.at
                thenLabel: strip.props.then_label
                nowLabel: strip.props.now_label
                voice: strip.voice
                shownFrom: scroller.shownFrom
                shownTo: scroller.shownTo
                listens: strip.offers("play")
                onMoved: index => strip.act(strip.moments[index].action, "")
                onListened: action => strip.act(action, "")
                onHeld: strip.holdClip()
                onResumed: strip.resumeClip()
            }
        }

        Grid {
            id: tallies

            x: strip.across ? strip.edge + 12 : 60
            width: parent.width - 2 * x
            columns: strip.across && !strip.large ? strip.props.counted.length : 1
            columnSpacing: 56
            rowSpacing: strip.across ? 18 : 20
            bottomPadding: 12

            Repeater {
                model: strip.props.counted

                Counts {
                    required property var modelData

                    width: (tallies.width - tallies.columnSpacing * (tallies.columns - 1)) / tallies.columns
                    counted: modelData
                    at: strip.at
                    thenLabel: strip.props.then_label
                    nowLabel: strip.props.now_label
                    shownFrom: scroller.shownFrom - tallies.y - y
                    shownTo: scroller.shownTo - tallies.y - y
                }
            }
        }
    }
}
