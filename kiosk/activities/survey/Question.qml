// What every question has: the ground, the zone, the question itself and its help, and in the rail how far it is.
// The answers go under `head`, from `answersFrom` down to `answersTo`.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: question

    readonly property var props: view.props
    readonly property real edge: Theme.portrait ? 60 : 96
    readonly property real answersFrom: head.y + head.height
    // The quiet "Skip" stands in the rail, or in portrait at the foot of the page.
    readonly property real answersTo: height - (skip.visible ? skip.height + 44 : 40)
    property real headWidth: width - 2 * edge
    property int size: Theme.sizeQuestion
    readonly property bool answered: offer("next") !== undefined

    primary: answered ? "next" : ""
    railMiddle: Row {
        spacing: 32

        Progress {
            anchors.verticalCenter: parent.verticalCenter
            text: (Theme.portrait && Theme.textFactor > 1.5 ? qsTr("%1 of %2") : qsTr("Question %1 of %2")).arg(value).arg(total)
            value: question.props.progress.value
            total: question.props.progress.total
            run: Theme.portrait ? 300 : 270
            stacked: Theme.portrait || Theme.textFactor > 1.3
        }

        QuietButton {
            objectName: "skip"
            visible: !Theme.portrait && question.offer("skip") !== undefined
            text: qsTr("Skip")
            onActivated: question.act("skip", "")
        }
    }

    Hills {
        kind: "rating"
        crests: question.headWidth < question.width / 2 ? [question.answersFrom + 60, question.answersFrom + 300] : [question.answersFrom + 36, Math.max(question.answersFrom + 320, question.height * 0.73)]
    }

    Column {
        id: head

        x: Theme.along(question.edge, width, question.width)
        y: Theme.portrait ? 48 : 44
        width: question.headWidth
        spacing: 18

        ZoneMark {
            visible: Theme.portrait || Theme.textFactor < 1.3
            anchors.left: parent.left
            number: String(question.view.zone.number)
            text: question.props.heading
        }

        Heading {
            width: parent.width
            text: question.props.question
            size: Theme.portrait ? Theme.sizeSection : Theme.textFactor < 1.3 ? question.size : 52
        }

        Body {
            visible: text !== ""
            anchors.left: parent.left
            width: Math.min(parent.width, 1400)
            text: question.props.help
            color: Theme.inkSoft
        }
    }

    QuietButton {
        id: skip

        objectName: "skipHere"
        visible: Theme.portrait && question.offer("skip") !== undefined
        anchors.right: parent.right
        anchors.rightMargin: question.edge
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 28
        text: qsTr("Skip")
        onActivated: question.act("skip", "")
    }
}
