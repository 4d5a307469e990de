// The colours of one zone, as Theme.zone shows them.
import QtQuick

QtObject {
    property color base
    property color baseInk
    property color deep
    property color deepInk
    property color ground
    property color tint
    property color hill
    property color button
    property color buttonInk
    property color name
}
