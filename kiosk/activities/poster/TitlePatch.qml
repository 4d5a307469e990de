// The patch with the poster's heading.
import QtQuick
import "../../shell/ui"

Item {
    id: title

    required property string number
    required property string zone
    required property string text
    readonly property real needed: words.y + words.height + 36

    Patch {
        anchors.fill: parent
        anchors.margins: 4
        zoneName: Theme.zoneName
        deep: false
        color: Theme.highContrast ? Theme.ground : Theme.zone.base
    }

    ZoneMark {
        id: mark

        x: 40
        y: 36
        visible: Theme.textFactor < 1.3
        number: title.number
        text: title.zone
    }

    Heading {
        id: words

        x: 40
        y: (mark.visible ? mark.y + mark.height + 14 : 36)
        width: parent.width - 76
        text: title.text
        size: Theme.textFactor > 1.3 && title.width < 500 ? 48 : Theme.portrait ? 76 : 62
        color: Theme.highContrast ? Theme.ink : Theme.zone.baseInk
    }
}
