// A comment in one's own words, held back until a host has read it.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Question {
    id: page

    readonly property var sending: offer("send")

    headWidth: Theme.portrait ? width - 2 * edge : Math.round(width * 0.3)
    size: 52

    Writing {
        x: Theme.portrait ? 24 : page.edge + page.headWidth + 56
        y: Theme.portrait ? page.answersFrom + 44 : 56
        width: page.width - x - (Theme.portrait ? 24 : 48)
        height: Theme.portrait ? Math.min(page.answersTo - y - 20, 900) : page.height - y - 56
        limit: page.props.limit
        prompt: page.answered ? qsTr("Thank you. A host has your words. You can write some more.") : page.props.help ? qsTr("Write here…") : qsTr("A host reads it before anyone sees it. Please don’t name anybody.")
        sendWord: page.sending ? page.sending.label : ""
        onSent: text => page.act("send", text)
    }
}
