// A paper note with words by hand, a little askew. `dashed` = still empty, for one's own words.
import QtQuick
import "../../shell/ui"

Touchable {
    id: note

    required property string text
    property int shade: 0
    property bool dashed: false
    property string icon
    property int size: 33
    readonly property var shades: [Theme.zoneOf("sunflower", "tint"), Theme.zoneOf("coral", "tint"), Theme.zoneOf("teal", "tint"), Theme.solidPaper, Theme.zoneOf("plum", "tint")]

    name: text
    implicitHeight: Math.max(140, words.implicitHeight + 48)
    rotation: Theme.highContrast ? 0 : [-0.8, 0.7, -0.5, 0.9, -0.7][shade % 5]

    Paper {
        anchors.fill: parent
        radius: 22
        color: Theme.highContrast ? Theme.card : note.dashed ? Theme.card : note.shades[note.shade % 5]
        pressed: note.pressed

        StitchBorder { visible: note.dashed; radius: 22 }

        IconImage {
            id: mark

            visible: name !== ""
            x: 36
            anchors.verticalCenter: parent.verticalCenter
            name: note.icon
            size: 52
            weight: 5
            color: Theme.accent
        }

        Speech {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            x: mark.visible ? mark.x + mark.width + 26 : 36
            width: parent.width - x - 32
            text: note.text
            size: note.size
            Accessible.ignored: true
        }

        FocusRing { control: note; radius: 28 }
    }
}
