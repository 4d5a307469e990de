// One of several answers, or any of them.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Question {
    id: choice

    readonly property var options: offers("answer")
    readonly property bool many: options.length > 6

    Scroller {
        x: choice.edge
        // Answers stand low, within reach, and higher where there are many.
        y: Math.max(choice.answersFrom + 30, Theme.portrait ? 0 : Math.min(360, choice.answersTo - cards.height))
        width: choice.width - 2 * x
        height: choice.answersTo - y

        Grid {
            id: cards

            width: parent.width
            columns: Theme.portrait ? 1 : 2
            spacing: choice.many ? 16 : 22
            bottomPadding: 26

            Repeater {
                id: row

                model: choice.options

                Option {
                    required property int index
                    required property var modelData
                    // The two of a row are of one height.
                    readonly property Item other: cards.columns > 1 && cards.children.length > 0 ? row.itemAt(index ^ 1) : null

                    objectName: "answer-" + modelData.props.answer
                    least: choice.many ? 104 : 116
                    width: (cards.width - (cards.columns - 1) * cards.spacing) / cards.columns
                    height: Math.max(implicitHeight, other ? other.implicitHeight : 0)
                    text: modelData.label
                    many: choice.props.many
                    chosen: modelData.chosen.includes(modelData.props.answer)
                    onActivated: choice.act(modelData.id, modelData.props.answer)
                }
            }
        }
    }
}
