// The colours of one zone, as Theme.zone shows them.
import QtQuick

QtObject {
    property color base
    property color onBase
    property color deep
    property color inkOnDeep
    property color ground
    property color tint
    property color hill
    property color button
    property color onButton
    property color name
}
