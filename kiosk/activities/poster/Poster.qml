// All the numbers as one quilt of paper patches. A touch opens one; those that were opened are ticked.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: poster

    readonly property var numbers: view.props.numbers
    readonly property var opened: slot("opened").map(one => one.number)
    readonly property bool across: !Theme.portrait
    readonly property real edge: across ? 60 : 44
    // What the tallest words need the quilt to be high.
    property real needed: 0

    // A patch's box, shares of the quilt.
    function lies(patch: var): var {
        return across ? patch.landscape : patch.portrait
    }

    function measure(): void {
        let most = title.needed / lies(poster.view.props.title)[3]
        for (let index = 0; index < patches.count; index++) {
            const patch = patches.itemAt(index) as NumberPatch
            if (patch)
                most = Math.max(most, patch.needed / lies(numbers[index])[3])
        }
        needed = most
    }

    primary: offer("finish") ? "finish" : ""
    railMiddle: Label {
        readonly property string count: qsTr("%1 of %2 opened").arg(poster.opened.length).arg(poster.numbers.length)

        width: Theme.portrait ? 300 : implicitWidth
        text: poster.primary !== "" ? count : qsTr("Touch a number to open it.")
        size: Theme.portrait ? Theme.sizeFloor : Theme.sizeLabel
        horizontalAlignment: Text.AlignHCenter
    }

    Hills { kind: "story" }

    Scroller {
        id: scroller

        x: poster.edge
        y: 44
        width: parent.width - 2 * x
        height: parent.height - y - (poster.across ? 48 : 44)
        bleed: 32

        Paper {
            id: quilt

            readonly property real inner: 14

            width: scroller.width
            height: Math.max(scroller.height, poster.needed + 2 * inner)
            radius: 30
            depth: "sheet"
            color: Theme.highContrast ? Theme.ground : Theme.paper
            outlineWidth: 0

            Item {
                id: cloth

                anchors.fill: parent
                anchors.margins: quilt.inner

                TitlePatch {
                    id: title

                    readonly property var lie: poster.lies(poster.view.props.title)

                    x: lie[0] * cloth.width
                    y: lie[1] * cloth.height
                    width: lie[2] * cloth.width
                    height: lie[3] * cloth.height
                    number: String(poster.view.zone.number)
                    zone: poster.view.zone.name
                    text: poster.view.props.heading
                    onNeededChanged: poster.measure()
                }

                Repeater {
                    id: patches

                    model: poster.numbers.length

                    NumberPatch {
                        required property int index
                        readonly property var lie: poster.lies(number)

                        objectName: "number-" + number.action
                        x: lie[0] * cloth.width
                        y: lie[1] * cloth.height
                        width: lie[2] * cloth.width
                        height: lie[3] * cloth.height
                        // By what it would be without large letters, so that the words' height can't change it.
                        aside: width > 2.3 * lie[3] * (scroller.height - 2 * quilt.inner)
                        shownFrom: scroller.shownFrom - quilt.inner - y
                        shownTo: scroller.shownTo - scroller.bleed - quilt.inner - y
                        number: poster.numbers[index]
                        opened: poster.opened.includes(number.action)
                        onNeededChanged: poster.measure()
                        onActivated: poster.act(number.action, "")
                    }
                }
            }
        }
    }
}
