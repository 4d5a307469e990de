// The numbered disc and the zone's name above a title.
import QtQuick

Row {
    id: mark

    required property string number
    required property string text

    spacing: 18
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Paper {
        width: 68 * Math.max(1, Math.min(1.3, Theme.textFactor))
        height: width
        radius: width / 2
        color: Theme.zone.base
        depth: "low"
        outlineWidth: 0

        Heading {
            anchors.centerIn: parent
            text: mark.number
            size: 36
            color: Theme.zone.baseInk
            Accessible.ignored: true
        }
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        text: mark.text
        size: 32
        Accessible.ignored: true
    }
}
