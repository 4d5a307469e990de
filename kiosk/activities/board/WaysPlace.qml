// A column in which a card lay: how many laid it there, one's own in gold with a tick.
import QtQuick
import "../../shell/ui"

Rectangle {
    id: place

    // {id, label, icon, colour}.
    required property var column
    required property int count
    required property bool own
    // Enough were here to say how many.
    required property bool counted
    // Say which column it is, where its name doesn't stand above.
    required property bool named
    // How wide it may be.
    required property real most
    readonly property color deep: Theme.highContrast ? Theme.ink : Theme.zoneOf(column.colour, "deep")
    readonly property string told: !own ? qsTr("%1: %2").arg(column.label).arg(count)
        : !counted ? qsTr("%1: you").arg(column.label)
        : count === 0 ? qsTr("%1: only you").arg(column.label)
        : qsTr("%1: you, and %2").arg(column.label).arg(count)
    readonly property color ink: own ? Theme.accentInk : Theme.ink

    width: named ? Math.min(most, words.implicitWidth + 74) : most
    height: Math.max(52, words.height + 12)
    radius: 18
    color: own ? Theme.accent : Theme.highContrast ? Theme.ground : Theme.zoneOf(column.colour, "tint")
    border.width: Theme.highContrast && !own ? 3 : 0
    border.color: Theme.line
    antialiasing: true
    Accessible.role: Accessible.StaticText
    Accessible.name: told

    IconImage {
        id: mark

        x: Theme.rtl ? parent.width - width - 14 : 14
        anchors.verticalCenter: parent.verticalCenter
        width: 30
        height: 30
        name: place.own ? "tick" : place.column.icon
        color: place.own ? Theme.accentInk : place.deep
    }

    Label {
        id: words

        x: Theme.rtl ? 20 : 54
        anchors.verticalCenter: parent.verticalCenter
        width: place.most - 74
        text: place.named ? place.told : place.count
        size: Theme.sizeFloor
        bold: place.own
        color: place.ink
    }
}
