// The board beside those before: a moment is a round, its beads the cards, as they lay when the board was agreed.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/room"
import "rounds.js" as Rounds

RoomWays {
    id: ways

    readonly property int rounds: slot("moments").length

    share: 0.63
    columns: Rounds.threads(slot("moments"), slot("laid"), props.columns, before)
    names: columns.map((column, index) => index < rounds ? qsTr("Round %1 of %2").arg(index + 1).arg(rounds) : qsTr("The agreed board"))
    firstWords: qsTr("You are among the first here. When a few more have agreed a board, their threads will lie beside yours.")
    words: qsTr("%1 boards were agreed here before yours. The gold thread is your way; a number says how many laid that card before you.").arg(before.walks)

    moment: Component {
        WaysRound {
            heading: ways.names[ways.current]
            column: ways.columns[ways.current]
            agreed: ways.current === ways.rounds
            few: ways.few
        }
    }
}
