// A patch of the quilt: a piece of paper in one of the zones' colours, sewn on with a running stitch.
import QtQuick
import "../../shell/ui"

Rectangle {
    id: patch

    required property string zoneName
    // Dark, with light words on it.
    required property bool deep
    readonly property color wordColor: Theme.highContrast ? Theme.ink : deep ? Theme.zoneOf(zoneName, "ink_on_deep") : Theme.ink
    // What marks are drawn in.
    readonly property color markColor: Theme.highContrast ? Theme.accent : deep ? Theme.sunflower : Theme.zoneOf(zoneName, "deep")
    readonly property color quietColor: Theme.highContrast || deep ? wordColor : Theme.inkSoft

    radius: 12
    color: Theme.highContrast ? Theme.ground : Theme.zoneOf(zoneName, deep ? "deep" : "tint")
    border.width: Theme.highContrast ? 3 : 0
    border.color: Theme.line

    StitchBorder {
        visible: !Theme.highContrast
        color: Theme.thread
        radius: patch.radius + 2
        inset: 9
        thickness: 3.5
    }
}
