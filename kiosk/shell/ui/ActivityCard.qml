// One thing to do in a zone: picture with a torn edge, title, two lines, time and who, round arrow. All of it is the target.
// Upright in landscape (552 x 544), lying in portrait (960 x 304). Grows with the text size.
import QtQuick

Touchable {
    id: card

    required property string title
    property string text
    property string minutes
    property string who
    property string picture
    property rect view: Qt.rect(0, 0, 0, 0)
    property string description
    property bool done: false
    // Its torn edge is scrolled into sight. The software renderer draws a Shape that is wholly out of its clip all the same.
    property bool inSight: true
    readonly property real tornFrom: lying ? 0 : pictureHeight - 44
    readonly property real tornTo: lying ? height : pictureHeight
    property string doneWord: qsTr("Done")
    // The picture beside the words.
    property bool lying: Theme.portrait
    readonly property real pictureWidth: lying ? Math.round(Math.min(480, width * 0.4)) : width
    // What the longest words of the cards beside it take.
    property real mostWords: wordsHeight
    readonly property real wordsHeight: words.implicitHeight + 16 + Math.max(meta.implicitHeight, 64) + 34
    // Upright: how high the picture is at most.
    property real tallest: 286
    readonly property real pictureHeight: lying ? height : Math.max(160, Math.min(tallest, height - mostWords - 6))
    readonly property real edge: Theme.outline

    name: title + ". " + text + (done ? ". " + doneWord : "")
    implicitWidth: lying ? 960 : 552
    implicitHeight: lying ? Math.max(304, wordsHeight + 28) : Math.max(544, 160 + wordsHeight + 6)

    Paper {
        anchors.fill: parent
        pressed: card.pressed

        Art {
            x: Theme.along(card.edge, width, card.width)
            y: card.edge
            width: card.pictureWidth - (card.lying ? card.edge : 2 * card.edge)
            height: card.pictureHeight - (card.lying ? 2 * card.edge : card.edge)
            sha: card.picture
            view: card.view
            rounding: !card.lying ? "28,28,0,0" : Theme.rtl ? "0,28,28,0" : "28,0,0,28"
            description: card.description
        }

        Torn {
            visible: card.inSight && !card.lying && !Theme.highContrast
            y: card.pictureHeight - height + 2
            width: parent.width
            height: 44
        }

        Torn {
            visible: card.inSight && card.lying && !Theme.highContrast
            edge: "right"
            x: Theme.along(card.pictureWidth - 66, width, card.width)
            width: 80
            height: parent.height
        }

        Paper {
            visible: card.done
            x: Theme.along(card.lying ? 22 : parent.width - width - 22, width, card.width)
            y: 22
            width: tab.implicitWidth + 44
            height: Math.max(58, tab.implicitHeight + 20)
            radius: height / 2
            depth: "low"
            color: Theme.doneDeep
            outlineWidth: 0

            Row {
                id: tab

                anchors.centerIn: parent
                spacing: 10

                IconImage { anchors.verticalCenter: parent.verticalCenter; name: "tick"; size: 35; weight: 6; color: Theme.doneInk }

                Label { anchors.verticalCenter: parent.verticalCenter; text: card.doneWord; size: Theme.sizeMeta; color: Theme.doneInk; Accessible.ignored: true }
            }
        }

        Column {
            id: words

            readonly property real from: card.lying ? card.pictureWidth + 28 : 34

            x: Theme.along(from, width, card.width)
            y: card.lying ? 28 : card.pictureHeight + 6
            width: parent.width - from - 32
            spacing: 8

            Heading {
                width: parent.width
                text: card.title
                size: card.lying ? 43 : Theme.sizeCardTitle
                Accessible.ignored: true
            }

            Body {
                width: parent.width
                text: card.text
                size: Theme.sizeLabel
                leading: 1.25
                Accessible.ignored: true
            }
        }

        Flow {
            id: meta

            x: Theme.along(words.from, width, card.width)
            y: parent.height - (card.lying ? 38 : 30) - height
            width: parent.width - words.from - (card.lying ? 110 : 94)
            spacing: 12

            Row {
                spacing: 11
                visible: card.minutes !== ""
                rightPadding: 14

                IconImage { anchors.verticalCenter: parent.verticalCenter; name: "clock"; size: 34; color: Theme.inkSoft }

                Label { text: card.minutes; size: Theme.sizeMeta; bold: false; color: Theme.inkSoft; Accessible.ignored: true }
            }

            Row {
                spacing: 11
                visible: card.who !== ""

                IconImage { id: people; anchors.verticalCenter: parent.verticalCenter; name: "people"; size: 34; color: Theme.inkSoft }

                Label { width: Math.min(implicitWidth, meta.width - people.width - 11); settled: false; text: card.who; size: Theme.sizeMeta; bold: false; color: Theme.inkSoft; Accessible.ignored: true }
            }
        }

        Rectangle {
            x: Theme.along(parent.width - width - 24, width, card.width)
            y: parent.height - height - (card.lying ? 24 : 22)
            width: card.lying ? 72 : 64
            height: width
            radius: width / 2
            color: Theme.zone.deep
            antialiasing: true

            IconImage { anchors.centerIn: parent; name: "next"; size: 36; weight: 6; color: Theme.zone.deepInk }
        }

        FocusRing { control: card; radius: Theme.radiusCard + 6 }
    }
}
