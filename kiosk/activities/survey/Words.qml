// A comment in one's own words, held back until a host has read it.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Question {
    id: words

    headWidth: Theme.portrait ? width - 2 * edge : Math.round(width * 0.3)
    size: 52

    Writing {
        readonly property var send: words.offer("send")

        x: Theme.portrait ? 24 : words.edge + words.headWidth + 56
        y: Theme.portrait ? words.answersFrom + 44 : 56
        width: words.width - x - (Theme.portrait ? 24 : 48)
        height: Theme.portrait ? Math.min(words.answersTo - y - 20, 900) : words.height - y - 56
        limit: words.props.limit
        prompt: words.answered ? qsTr("Thank you. A host has your words. You can write some more.") : qsTr("A host reads it before anyone sees it. Please don’t name anybody.")
        sendWord: send ? send.label : ""
        onSent: text => words.act("send", text)
    }
}
