// Five steps from seed to bloom. Afterwards the answer from before stands beside the one from now.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Question {
    id: page

    readonly property var steps: offers("answer")
    readonly property var earlier: props.before_key ? view.answers[props.before_key] || [] : []
    readonly property int before: steps.findIndex(one => earlier.includes(one.props.answer))
    readonly property int now: steps.findIndex(one => one.chosen.includes(one.props.answer))
    readonly property real gap: Theme.portrait ? 22 : 20
    readonly property real room: answersTo - answersFrom - 28 - scroller.lift - 26
    // All cards are as tall as the one with the most words.
    readonly property real tallest: {
        let least = Theme.portrait ? 132 : 0
        let most = Theme.portrait ? 206 : 0
        for (let i = 0; i < row.count; i++) {
            const card = row.itemAt(i) as RatingCard
            if (card) {
                least = Math.max(least, Theme.portrait ? 0 : card.leastHeight)
                most = Math.max(most, card.implicitHeight)
            }
        }
        return Math.max(least, Math.min(most, Theme.portrait ? (room - 4 * gap) / 5 : room))
    }
    // How far a tab reaches from its card's middle.
    readonly property real tabReach: 44
    readonly property string nowWord: props.moment === "after" ? qsTr("Now") : props.moment === "before" ? qsTr("Today") : qsTr("Back then")

    // Where the middle of a lying card is.
    function middleOf(index: int): real {
        return scroller.lift + index * (tallest + gap) + tallest / 2
    }

    Scroller {
        id: scroller

        // Tabs stand out above the cards.
        readonly property real lift: Theme.portrait ? 0 : page.before >= 0 ? 44 : 36

        x: page.edge
        y: Math.max(page.answersFrom + 28, Theme.portrait ? 0 : Math.min(400, page.answersTo - cards.height - 24))
        width: page.width - 2 * x
        height: page.answersTo - y
        spacing: 0
        bleed: 30

        Item {
            width: parent.width
            height: cards.height

            Grid {
                id: cards

                width: parent.width
                columns: Theme.portrait ? 1 : 5
                spacing: page.gap
                topPadding: scroller.lift
                bottomPadding: 26

                Repeater {
                    id: row

                    model: page.steps

                    RatingCard {
                        required property var modelData
                        required property int index

                        objectName: "answer-" + modelData.props.answer
                        width: Theme.portrait ? cards.width : (cards.width - 4 * page.gap) / 5
                        height: page.tallest
                        text: modelData.label
                        level: modelData.props.level - 1
                        before: index === page.before
                        now: index === page.now
                        nowWord: page.nowWord
                        onActivated: page.act(modelData.id, modelData.props.answer)
                    }
                }
            }

            // The way from before to now.
            ThreadPath {
                readonly property bool down: page.now > page.before
                readonly property real from: page.middleOf(page.before) + (down ? 1 : -1) * page.tabReach
                readonly property real to: page.middleOf(page.now) - (down ? 1 : -1) * (page.tabReach + 44)
                readonly property real line: parent.width - 128
                readonly property real sway: Math.min(39, Math.abs(to - from) * 0.16)

                objectName: "thread"
                visible: Theme.portrait && page.before >= 0 && page.now >= 0 && page.now !== page.before
                width: parent.width
                height: parent.height
                d: visible ? "M" + (line + 2) + " " + from + "C" + (line + sway) + " " + (from + (to - from) * 0.23) + " " + (line - sway) + " " + (from + (to - from) * 0.42) + " " + (line - 2) + " " + (from + (to - from) * 0.62) + "S" + line + " " + (to - (to - from) * 0.12) + " " + line + " " + to : ""
                color: Theme.doneDeep
            }
        }
    }
}
