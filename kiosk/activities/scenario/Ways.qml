// The way that this talk went, beside those before: a moment is a turn, its beads what could be said.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/room"
import "../../shell/ui/threads.js" as Threading

RoomWays {
    id: ways

    columns: Threading.columns(slot("moments"), before)
    names: columns.map((column, index) => qsTr("Moment %1 of %2").arg(index + 1).arg(columns.length))
    firstWords: qsTr("You are among the first here. When a few more have had this talk, their threads will lie beside yours.")
    words: qsTr("%1 talks were had here before yours. The gold thread is your way; a number says how many went that way before you.").arg(before.walks)

    moment: Component {
        WaysMoment {
            number: ways.current + 1
            many: ways.columns.length
            column: ways.columns[ways.current]
            few: ways.few
        }
    }
}
