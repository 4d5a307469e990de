// One of five answers from seed to bloom: 330 x 400 upright in landscape, 960 x 206 lying in portrait. The word carries
// the answer. `before` and `now` put tabs on it; `now` is stitched.
pragma ComponentBehavior: Bound

import QtQuick

Touchable {
    id: card

    required property string text
    // 0 to 4.
    required property int level
    property bool before: false
    property bool now: false
    property string beforeWord: qsTr("Before today")
    property string nowWord: qsTr("Now")
    readonly property bool lying: Theme.portrait
    // An upright card may be as low as this; its plant is drawn smaller then.
    readonly property real leastHeight: words.implicitHeight + 190

    name: text + (before ? ", " + beforeWord : "") + (now ? ", " + nowWord : "")
    checked: now
    accessibleRole: Accessible.RadioButton
    implicitWidth: lying ? 960 : 330
    implicitHeight: lying ? Math.max(206, words.implicitHeight + 40) : 400 + Math.max(0, words.implicitHeight - 42)

    component Tab: Rectangle {
        id: tab

        property string text
        property bool ticked: false

        width: row.implicitWidth + 56
        height: Math.max(55, row.implicitHeight + 18)
        radius: height / 2
        antialiasing: true

        Row {
            id: row

            anchors.centerIn: parent
            spacing: 10

            IconImage { anchors.verticalCenter: parent.verticalCenter; visible: tab.ticked; name: "tick"; size: 32; weight: 6; color: words.color }

            Label { id: words; anchors.verticalCenter: parent.verticalCenter; text: tab.text; size: card.lying ? Theme.sizeLabel : Theme.sizeMeta; color: Theme.highContrast ? Theme.accentInk : Theme.solidPaper; Accessible.ignored: true }
        }
    }

    Paper {
        anchors.fill: parent
        color: card.now ? Theme.doneTint : Theme.card
        pressed: card.pressed
        outlineColor: card.now ? Theme.accent : Theme.line

        StitchBorder { visible: card.now; color: Theme.doneDeep }

        Plant {
            level: card.level
            width: card.lying ? Math.min(168, (card.height - 44) * 220 / 233) : Math.min(220, (card.height - words.implicitHeight - 64) * 220 / 233)
            height: width * 233 / 220
            x: card.lying ? Theme.along(40, width, card.width) : (parent.width - width) / 2
            // Its pot stands clear of the stitches.
            y: card.lying ? (parent.height - height) / 2 - 6 : words.y - 22 - height
        }

        Label {
            id: words

            x: card.lying ? Theme.along(244, width, card.width) : 16
            y: card.lying ? (parent.height - height) / 2 : parent.height - 34 - height
            width: card.lying ? parent.width - 304 - Math.max(beforeTab.visible ? beforeTab.width : 0, nowTab.visible ? nowTab.width : 0) : parent.width - 32
            text: card.text
            size: card.lying ? 40 : 34
            horizontalAlignment: card.lying ? Text.AlignLeft : Text.AlignHCenter
            Accessible.ignored: true
        }

        Tab {
            id: beforeTab

            visible: card.before
            text: card.beforeWord
            color: Theme.highContrast ? Theme.ink : Theme.solidInk
            x: card.lying ? Theme.along(parent.width - width - 44, width, card.width) : (parent.width - width) / 2
            y: card.lying ? (parent.height - height) / 2 - (card.now ? 36 : 0) : -30
        }

        Tab {
            id: nowTab

            visible: card.now
            ticked: true
            text: card.nowWord
            color: Theme.doneDeep
            x: card.lying ? Theme.along(parent.width - width - 44, width, card.width) : (parent.width - width) / 2
            y: card.lying ? (parent.height - height) / 2 + (card.before ? 36 : 0) : (card.before ? 32 : -30)
        }

        FocusRing { control: card; radius: Theme.radiusCard + 6 }
    }
}
