// One of several answers, or any of them.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Question {
    id: choice

    Scroller {
        x: choice.edge
        y: Math.max(choice.answersFrom + 40, Theme.portrait ? 0 : 360)
        width: choice.width - 2 * x
        height: choice.answersTo - y

        Grid {
            id: cards

            width: parent.width
            columns: Theme.portrait ? 1 : 2
            spacing: 22
            bottomPadding: 26

            Repeater {
                model: choice.offers("answer")

                Option {
                    required property var modelData

                    objectName: "answer-" + modelData.props.answer
                    width: (cards.width - (cards.columns - 1) * cards.spacing) / cards.columns
                    text: modelData.label
                    many: choice.props.many
                    chosen: modelData.chosen.includes(modelData.props.answer)
                    onActivated: choice.act(modelData.id, modelData.props.answer)
                }
            }
        }
    }
}
