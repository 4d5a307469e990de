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
    readonly property string nowWord: props.moment === "after" ? qsTr("Now") : props.moment === "before" ? qsTr("Today") : qsTr("Back then")

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
    }
}
