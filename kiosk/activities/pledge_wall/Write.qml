// A pledge in one's own words. It goes up when a host has read it.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: write

    readonly property real edge: Theme.portrait ? 60 : 96
    readonly property var send: offer("send")

    Hills {
        kind: "rating"
        crests: [head.y + head.height + 60, head.y + head.height + 300]
    }

    Column {
        id: head

        x: write.edge
        y: 44
        width: Theme.portrait ? write.width - 2 * x : Math.round(write.width * 0.3)
        spacing: 18

        ZoneMark {
            number: String(write.view.zone.number)
            text: write.view.zone.name
        }

        Heading {
            width: parent.width
            text: write.view.props.heading
            size: Theme.portrait ? Theme.sizeSection : 52
        }

        Body {
            width: parent.width
            text: qsTr("A host reads it before anyone sees it. Please don’t name anybody.")
            color: Theme.inkSoft
        }
    }

    Writing {
        x: Theme.portrait ? 24 : write.edge + head.width + 56
        y: Theme.portrait ? head.y + head.height + 60 : 56
        width: write.width - x - (Theme.portrait ? 24 : 48)
        height: Theme.portrait ? Math.min(write.height - y - 40, 920) : write.height - y - 56
        limit: write.view.props.limit
        prompt: qsTr("I’ll…")
        sendWord: write.send ? qsTr("Done") : ""
        onSent: text => write.act("send", text)
    }
}
