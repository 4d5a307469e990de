// The end of a survey: thank you, and a code for the delegate's own phone.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: thanks

    readonly property var code: view.props.code
    readonly property string address: code ? code.address.replace("{session}", encodeURIComponent(view.session || "")) : ""
    // What was answered: {text, labels, before, now} for each measure; `before` is -1 where it isn't known.
    readonly property var grown: view.props.measures.map(one => ({
        "text": one.text, "labels": one.labels, "now": level(one.key), "before": level(one.before_key)
    })).filter(one => one.now >= 0)
    // Beside each other in landscape, unless the words are large.
    readonly property bool rows: Theme.portrait || Theme.textFactor > 1.3
    // Nothing else to show: something has been sown.
    readonly property bool bare: code === undefined && grown.length === 0
    readonly property color words: Theme.highContrast ? Theme.ink : Theme.solidPaper

    // The step that was answered, 0 to 4, or -1.
    function level(key: string): int {
        const given = (key && view.answers[key]) || []
        return given.length > 0 ? Number(given[0]) - 1 : -1
    }

    component Code: CodeCard {
        address: thanks.address
        title: thanks.code ? thanks.code.title : ""
        text: thanks.code ? thanks.code.help : ""
        height: implicitHeight
        side: 380
    }

    primary: "finish"

    Rectangle {
        anchors.fill: parent
        color: Theme.highContrast ? Theme.ground : Theme.zoneOf("plum", "deep")
    }

    Hills {
        visible: !Theme.highContrast
        kind: "rating"
        crests: [thanks.height * 0.42, thanks.height * 0.76]
        groundColor: "transparent"
        farColor: Qt.lighter(Theme.zoneOf("plum", "deep"), 1.18)
        nearColor: Theme.zoneOf("plum", "base")
    }

    ThreadPath {
        visible: !Theme.highContrast
        anchors.fill: parent
        d: "M-20 " + thanks.height * 0.66 + "C" + thanks.width * 0.18 + " " + thanks.height * 0.58 + " " + thanks.width * 0.3 + " " + thanks.height * 0.74 + " " + thanks.width * 0.5 + " " + thanks.height * 0.66 + "S" + thanks.width * 0.86 + " " + thanks.height * 0.7 + " " + (thanks.width + 30) + " " + thanks.height * 0.5
        color: Theme.sunflower
        needle: false
    }

    Repeater {
        model: [[0.944, 0.04, 78, "sunflower"], [0.94, 0.8, 108, "coral"], [0.644, 0.05, 62, "paper"], [0.625, 0.86, 84, "pink"]]

        Flower {
            required property var modelData
            required property int index

            visible: !Theme.highContrast && !Theme.portrait && (thanks.code !== undefined || modelData[0] > 0.9)
            x: Theme.along(thanks.width * modelData[0], width, thanks.width)
            y: thanks.height * modelData[1]
            width: modelData[2]
            kind: modelData[3]
            turn: index * 23
        }
    }

    // Grows out of the near hill.
    Plant {
        visible: thanks.bare
        level: 1
        width: Theme.portrait ? 700 : 500
        height: width * 233 / 220
        x: Theme.along(thanks.width * (Theme.portrait ? 0.5 : 0.76) - width / 2, width, thanks.width)
        y: thanks.height * 0.79 - width * 0.9
    }

    Scroller {
        id: said

        readonly property real from: Theme.portrait ? 60 : 96

        x: Theme.along(from, width, thanks.width)
        y: Theme.portrait ? 76 : 72
        width: thanks.code && !Theme.portrait ? thanks.width - card.width - 168 - from : thanks.width * (thanks.bare && !Theme.portrait ? 0.64 : 1) - 2 * from
        height: thanks.height - 32 - y
        spacing: 24

        Heading {
            width: parent.width
            text: thanks.view.props.heading
            size: thanks.grown.length > 0 && Theme.textFactor > 1.1 ? 84 : 108
            color: thanks.words
        }

        Body {
            anchors.left: parent.left
            width: Math.min(parent.width, 1000)
            bottomPadding: 12
            text: thanks.view.props.text
            size: 38
            color: thanks.words
        }

        Grid {
            id: garden

            function most(of: var): real {
                let found = 0
                for (let i = 0; i < plants.count; i++)
                    found = Math.max(found, plants.itemAt(i) ? of(plants.itemAt(i)) : 0)
                return found
            }

            columns: thanks.rows ? 1 : Math.max(1, thanks.grown.length)
            spacing: thanks.rows ? 14 : 22

            Repeater {
                id: plants

                model: thanks.grown

                Grown {
                    required property var modelData

                    width: (said.width - (garden.columns - 1) * garden.spacing) / garden.columns
                    height: thanks.rows ? implicitHeight : garden.most(one => one.implicitHeight)
                    titleRoom: thanks.rows ? titleHeight : garden.most(one => one.titleHeight)
                    lying: thanks.rows
                    inSight: garden.y + y + plantTop < said.shownTo && garden.y + y + height > said.shownFrom
                    text: modelData.text
                    labels: modelData.labels
                    before: modelData.before
                    now: modelData.now
                    nowWord: thanks.view.props.moment === "before" ? qsTr("Today") : qsTr("Now")
                }
            }
        }

        Item {
            visible: thanks.code !== undefined && Theme.portrait
            width: parent.width
            height: below.height + 40

            Code {
                id: below

                y: 12
                anchors.horizontalCenter: parent.horizontalCenter
                width: 640
                side: 330
            }
        }
    }

    Code {
        id: card

        visible: thanks.code !== undefined && !Theme.portrait
        width: Theme.textFactor > 1.3 ? 600 : 520
        x: Theme.along(parent.width - width - 96, width, thanks.width)
        y: Math.max(40, (parent.height - height) / 2)
        room: thanks.height - 80
    }
}
