// What the author's desk looks like: the colours of the kiosk at rest, whatever its stage is set to, and one measure.
pragma Singleton

import QtQuick
import "../ui"

QtObject {
    // Pixels of the window for one pixel of a 1920 x 1080 one.
    property real unit: 1

    readonly property color ink: Theme.palette("ink")
    readonly property color inkSoft: Theme.palette("ink_soft")
    readonly property color paper: Theme.palette("paper")
    readonly property color card: Theme.palette("card")
    readonly property color line: Theme.palette("line")
    readonly property color rule: Theme.palette("rule")
    readonly property color ground: Theme.palette("host_ground")
    readonly property color thread: Theme.palette("thread")
    readonly property color fault: Theme.palette("fault")
    readonly property color warning: Theme.palette("warning")
    readonly property color good: Theme.palette("done_deep")
    readonly property color place: Theme.zoneOf("teal", "deep")
    readonly property color sun: Theme.zoneOf("sunflower", "tint")
    readonly property color ending: Theme.zoneOf("plum", "base")
    readonly property color endingTint: Theme.zoneOf("plum", "tint")
    readonly property color hereTint: Theme.zoneOf("coral", "tint")
    readonly property color under: Qt.alpha(Theme.palette("under"), 0.35)
    readonly property color shadow: Qt.alpha(Theme.palette("shadow"), 0.12)

    function px(pixels: real): int {
        return Math.round(pixels * unit)
    }
}
