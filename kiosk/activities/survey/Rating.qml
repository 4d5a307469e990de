// The day as a whole, in five words. All five look the same: none is the right one.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Question {
    id: rating

    Scroller {
        id: scroller

        x: rating.edge
        y: Math.max(rating.answersFrom + 40, Theme.portrait ? 0 : 440)
        width: rating.width - 2 * x
        height: rating.answersTo - y

        Grid {
            id: cards

            width: parent.width
            columns: Theme.portrait ? 1 : 5
            spacing: Theme.portrait ? 22 : 20
            bottomPadding: 26

            Repeater {
                model: rating.offers("answer")

                Option {
                    required property var modelData

                    objectName: "answer-" + modelData.props.answer
                    width: Theme.portrait ? cards.width : (cards.width - 4 * cards.spacing) / 5
                    height: Theme.portrait ? Math.max(implicitHeight, 150) : 320
                    tall: !Theme.portrait
                    text: modelData.label
                    chosen: modelData.chosen.includes(modelData.props.answer)
                    onActivated: rating.act(modelData.id, modelData.props.answer)
                }
            }
        }
    }
}
