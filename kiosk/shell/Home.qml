// A zone's home: where you are, and a card for each thing to do. The scenario that is on comes first.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

Item {
    id: home

    required property var moment
    readonly property var zone: moment.zone
    readonly property var picture: zone.picture || ({})
    readonly property int columns: Theme.portrait || Theme.textStep === 2 && (cards.count > 3 || Theme.highContrast) ? 1 : Math.min(4, Math.max(1, cards.count))
    // In portrait four cards stand closer, under less of the picture, so that all are in sight.
    readonly property bool close: Theme.portrait && cards.count > 3 && Theme.textFactor < 1.1
    readonly property real sky: close ? 232 : 440

    signal ask(string what, string name)

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Art {
        id: view

        // The upper part of the picture, a little from the right in landscape.
        readonly property real from: Theme.portrait ? 0.1 : 0.12

        visible: !Theme.highContrast && sha !== ""
        anchors.right: parent.right
        width: Theme.portrait ? parent.width : Math.round(parent.width * 0.5)
        height: home.sky
        sha: home.picture.sha || ""
        view: Qt.rect((home.picture.width || 0) * from, (home.picture.width || 0) * (home.close ? 0.08 : 0), (home.picture.width || 0) * (1 - from), (home.picture.width || 0) * (1 - from) * height / Math.max(1, width))
    }

    Torn {
        visible: view.visible && !Theme.portrait
        edge: "left"
        color: Theme.paper
        anchors.left: view.left
        anchors.leftMargin: -2
        width: 190
        height: view.height
    }

    Hill {
        visible: view.visible && Theme.portrait
        anchors.fill: parent
        crest: home.sky - 32
        swell: 18
        seed: 0.7
        color: Theme.paper
    }

    Hills {
        kind: "home"
        // No edge runs behind the words.
        crests: [Math.max(Theme.portrait && !home.close ? 812 : 388, front.y + front.height + 40)]
        groundColor: Theme.highContrast ? Theme.ground : "transparent"
    }

    Column {
        id: front

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: Theme.portrait ? (Theme.highContrast ? 60 : home.sky + 30) : 56
        width: Theme.portrait ? parent.width - 2 * Theme.margin : parent.width * (Theme.highContrast ? 0.9 : 0.44)
        spacing: 14

        ZoneMark {
            id: mark

            anchors.left: parent.left
            number: String(home.zone.number)
            text: home.zone.name
        }

        Heading {
            width: parent.width
            text: home.zone.heading
        }

        Body {
            width: parent.width
            text: home.zone.intro
        }
    }

    QuietButton {
        id: languages

        readonly property var spoken: (home.moment.languages || []).find(one => one.code === home.moment.preferences.language)

        objectName: "languages"
        visible: spoken !== undefined
        anchors.right: front.right
        anchors.top: front.top
        anchors.topMargin: (mark.height - height) / 2
        text: spoken ? spoken.name : ""
        name: qsTr("Choose a language") + ": " + text
        icon: "language"
        minimumHeight: 88
        onActivated: home.ask("languages", "")
    }

    Scroller {
        id: scroller

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Math.max(front.y + front.height + 32, Theme.portrait || Theme.highContrast ? 0 : 360)
        anchors.bottom: parent.bottom

        Grid {
            id: grid

            x: Theme.margin
            width: home.width - 2 * Theme.margin
            columns: home.columns
            rowSpacing: home.close ? 20 : 36
            columnSpacing: 36
            topPadding: 8
            bottomPadding: home.close ? 12 : 36

            Repeater {
                id: cards

                // What the longest words of a card take: beside each other, all pictures are as high.
                readonly property real most: {
                    let found = 0
                    for (let index = 0; index < count; index++)
                        found = Math.max(found, (itemAt(index) as ActivityCard)?.wordsHeight ?? 0)
                    return found
                }

                model: home.moment.cards

                ActivityCard {
                    id: card

                    required property var modelData
                    required property int index
                    // Still coming in.
                    readonly property bool turning: opacity < 1

                    objectName: "card-" + modelData.id
                    width: (grid.width - (home.columns - 1) * grid.columnSpacing) / home.columns
                    // In portrait large words want the width of the page.
                    lying: home.columns === 1 && !(Theme.portrait && Theme.textFactor > 1.3)
                    tallest: Theme.portrait ? 340 : 286
                    mostWords: home.columns === 1 ? wordsHeight : cards.most
                    height: lying ? Math.max(home.close ? 248 : 304, wordsHeight + (Theme.textFactor > 1.1 ? 60 : 34)) : Math.max(544, mostWords + (Theme.portrait ? tallest : 160) + 6)
                    title: modelData.title
                    text: modelData.summary
                    minutes: qsTr("%1 min").arg(modelData.minutes)
                    who: modelData.company
                    picture: modelData.picture.sha
                    view: modelData.picture.view ? Qt.rect(modelData.picture.view[0], modelData.picture.view[1], modelData.picture.view[2], modelData.picture.view[3]) : Qt.rect(0, 0, 0, 0)
                    description: modelData.picture.describe
                    done: modelData.done
                    inSight: y + tornFrom < scroller.shownTo && y + tornTo > scroller.shownFrom
                    onActivated: home.ask("open", modelData.id)

                    // Cards come in one after another.
                    opacity: 0
                    transform: Translate { id: rise; y: Theme.cardRise }

                    SequentialAnimation {
                        running: true

                        PauseAnimation { duration: card.index * Theme.cardStagger }
                        ParallelAnimation {
                            NumberAnimation { target: card; property: "opacity"; to: 1; duration: Theme.cardIn; easing.type: Easing.OutCubic }
                            NumberAnimation { target: rise; property: "y"; to: 0; duration: Theme.cardIn; easing.type: Easing.OutCubic }
                        }
                    }
                }
            }
        }
    }

    // A zone whose activities are all broken still says something.
    Body {
        anchors.centerIn: scroller
        visible: cards.count === 0
        width: parent.width - 2 * Theme.margin
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("There is nothing to try here just now. A host will know where to go instead.")
    }
}
