// Somebody for whom a group can be found: portrait, name, who that is. All of it is the target.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Touchable {
    id: card

    // {name, about, picture}.
    required property var person
    // Scrolled into sight. The software renderer draws a Shape that is wholly out of its clip all the same.
    property bool inSight: true

    name: person.name + ". " + person.about
    implicitHeight: Math.max(190, words.implicitHeight + 40)

    Paper {
        anchors.fill: parent
        pressed: card.pressed

        Art {
            id: portrait

            width: 200
            height: parent.height
            sha: card.person.picture.sha
            rounding: Theme.highContrast ? "" : Theme.radiusCard + ",0,0," + Theme.radiusCard
        }

        Torn {
            visible: card.inSight
            edge: "right"
            x: portrait.width - width + 4
            width: 44
            height: parent.height
        }

        Column {
            id: words

            x: portrait.width + 26
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - 88
            spacing: 8

            Heading {
                width: parent.width
                text: card.person.name
                size: Theme.sizeCardTitle
                Accessible.ignored: true
            }

            Body {
                width: parent.width
                text: card.person.about
                size: Theme.sizeMeta
                leading: 1.26
                Accessible.ignored: true
            }
        }

        IconImage {
            anchors.right: parent.right
            anchors.rightMargin: 30
            anchors.verticalCenter: parent.verticalCenter
            name: "next"
            weight: 5
        }

        FocusRing { control: card; radius: Theme.radiusCard + 6 }
    }
}
