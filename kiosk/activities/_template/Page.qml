// One card: its picture beside its words, above them in portrait.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: page

    readonly property var props: view.props
    readonly property bool across: !Theme.portrait
    readonly property real edge: across ? 72 : 60

    primary: "next"
    railMiddle: Progress {
        text: qsTr("Card %1 of %2").arg(value).arg(total)
        value: page.props.progress.value
        total: page.props.progress.total
        run: Theme.portrait ? 240 : 270
    }

    Hills { kind: "story" }

    Art {
        id: art

        x: page.edge
        y: 64
        width: page.across ? Math.round(page.width * 0.46) : page.width - 2 * page.edge
        height: page.across ? page.height - 2 * y : Math.round(page.height * 0.36)
        sha: page.props.picture.sha
        view: page.across ? page.box(page.props.picture.view) : page.box(page.props.picture.portrait, page.props.picture.view)
        rounding: "28,28,28,28"
        description: page.props.picture.describe
    }

    Heading {
        id: heading

        x: page.across ? art.x + art.width + 68 : page.edge
        y: page.across ? art.y : art.y + art.height + 48
        width: page.width - x - page.edge
        text: page.props.heading
        size: Theme.sizeSection
    }

    Scroller {
        id: words

        x: heading.x
        y: heading.y + heading.height + 32
        width: heading.width
        height: page.height - y - 32
        spacing: 20

        Repeater {
            model: page.props.paragraphs

            Body {
                required property string modelData

                width: words.width
                text: modelData
                size: 34
            }
        }
    }
}
