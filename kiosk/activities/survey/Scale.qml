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
                    height: Theme.portrait ? Math.max(132, Math.min(206, (scroller.height - 26 - 4 * page.gap) / 5)) : implicitHeight
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
