// A round of the huddle: what somebody says, the cards on the table, and the board that they are laid on.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

ActivityScreen {
    id: talk

    readonly property var props: view.props
    readonly property bool tall: Theme.portrait
    readonly property bool framed: Theme.highContrast
    readonly property var takes: offers("take")
    readonly property var laid: slot("laid")
    readonly property var onTable: takes.filter(one => !laid.some(other => other.card === one.props.card)).map(one => ({ "card": one.props.card, "title": one.label }))
    // The card that was taken up last: what is said of it stays until the round is over.
    property string told
    // The card in the hand: touched, or being dragged.
    property string held
    property string dragged
    readonly property string inHand: dragged !== "" ? dragged : held
    readonly property var spoken: takes.find(one => one.props.card === told)
    readonly property var said: spoken ? spoken.props : slot("says")[0]
    readonly property var person: props.people[said.by]
    readonly property bool atLeft: person.side === "right"
    readonly property var ways: offers("lay").filter(one => one.props.card === inHand)
    readonly property var open: ways.map(one => one.props.column)
    readonly property int count: Math.max(0, view.tallies[props.progress.tally] || 0)
    readonly property TalkPlan plan: TalkPlan {
        width: talk.width
        height: talk.height
        words: talk.said.text
        who: talk.person.about
        holding: talk.onTable.length > 0 || talk.laid.length > 0
        bubbleHeight: bubble.height
        face: talk.framed ? Qt.rect(0, 0, 0, 0) : people.faceBox
        atLeft: talk.atLeft
        board: talk.props.board
        room: talk.props.room
    }

    function titleOf(card: string): string {
        const one = takes.find(offer => offer.props.card === card)
        return one ? one.label : ""
    }

    function takeUp(card: string): void {
        told = card
        act(takes.find(one => one.props.card === card).id, "")
    }

    function hold(card: string, byKey: bool): void {
        held = card
        takeUp(card)
        if (byKey)
            hand.begin()
    }

    function lay(card: string, column: string): void {
        const way = offers("lay").find(one => one.props.card === card && one.props.column === column)
        held = ""
        if (way)
            act(way.id, "")
    }

    function putBack(): void {
        const way = offers("back").find(one => one.props.card === held)
        held = ""
        told = way ? told : ""
        if (way)
            act(way.id, "")
    }

    function lift(card: string, x: real, y: real): void {
        dragged = card
        if (held !== card)
            held = ""
        carry(x, y)
        takeUp(card)
    }

    function carry(x: real, y: real): void {
        const here = mapFromItem(null, x, y)
        flying.at = Qt.point(here.x, here.y)
        const over = board.mapFromItem(talk, here.x, here.y)
        board.over = board.columnAt(over.x, over.y)
    }

    // After the touch has been dealt with: what was dragged may be made anew by what comes of it.
    function drop(): void {
        const card = dragged
        const column = open.includes(board.over) ? board.over : ""
        dragged = ""
        board.over = ""
        if (column !== "")
            Qt.callLater(() => talk.lay(card, column))
    }

    primary: view.actions[view.actions.length - 1].id
    primaryQuiet: inHand !== ""
    railMiddle: progress

    Rectangle {
        anchors.fill: parent
        color: talk.framed ? Theme.ground : Theme.zone.tint
    }

    TalkPicture {
        id: people

        x: talk.plan.picture.x
        y: talk.plan.picture.y
        width: talk.plan.picture.width
        height: talk.plan.picture.height
        visible: height > 0
        room: talk.props.room
        person: talk.person
        face: talk.face(room.sha, person.figure)
        near: talk.tall || talk.framed
        share: talk.plan.beside ? 0.66 : talk.tall ? 1.2 : 1
        bordered: talk.framed || talk.plan.beside
        speaking: talk.said.clip !== undefined && talk.voice.key === talk.said.clip.sha && !talk.voice.paused
        loudness: talk.voice.loudness
    }

    TalkBoard {
        id: board

        x: talk.plan.surface.x
        y: talk.plan.surface.y
        width: talk.plan.surface.width
        height: talk.plan.surface.height
        free: talk.tall || talk.framed
        heading: talk.props.heading
        columns: talk.props.columns
        places: talk.props.places
        laid: talk.laid
        inHand: talk.inHand
        open: talk.open
        onTaken: (card, byKey) => talk.hold(card, byKey)
        onChosen: column => talk.lay(talk.held, column)
        onLifted: (card, x, y) => talk.lift(card, x, y)
        onCarried: (x, y) => talk.carry(x, y)
        onDropped: talk.drop()
    }

    Bubble {
        id: bubble

        x: talk.plan.bubble.x
        y: talk.plan.bubble.y
        width: talk.plan.bubbleWidth
        tail: talk.plan.beside ? "side" : talk.framed || talk.plan.alone ? "" : "up"
        tailAt: talk.plan.tailAt
        speaker: talk.person.about
        text: Typesetting.quoted(talk.said.text)
        size: talk.plan.speech
    }

    Body {
        x: panel.x
        y: panel.y + (panel.height - height) / 2
        width: panel.width
        visible: board.free && !panel.visible && talk.laid.length > 0
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Touch a card to move it.")
    }

    Paper {
        id: panel

        // While all there is lies on the board, it has nothing to hold.
        visible: talk.onTable.length > 0 || talk.held !== ""
        x: talk.plan.panel.x
        y: talk.plan.panel.y
        width: talk.plan.panel.width
        height: talk.plan.panel.height
        radius: Theme.radiusBubble
        color: Theme.paper
        depth: "sheet"

        TalkTable {
            anchors.fill: parent
            anchors.margins: 28
            enabled: talk.held === ""
            opacity: enabled ? 1 : 0
            focus: true
            hint: talk.props.hint
            cards: talk.onTable
            inHand: talk.dragged
            onTaken: (card, byKey) => talk.hold(card, byKey)
            onLifted: (card, x, y) => talk.lift(card, x, y)
            onCarried: (x, y) => talk.carry(x, y)
            onDropped: talk.drop()
        }

        Rectangle {
            anchors.fill: parent
            visible: hand.visible
            radius: Theme.radiusBubble
            color: Theme.paper
            border.width: Theme.outline
            border.color: Theme.line

            // A touch on the paper goes no further.
            MouseArea { anchors.fill: parent }
        }

        TalkHand {
            id: hand

            anchors.fill: parent
            anchors.margins: 28
            visible: talk.held !== ""
            card: talk.held
            title: talk.titleOf(talk.held)
            columns: talk.props.columns
            open: talk.open
            column: (talk.laid.find(one => one.card === talk.held) || { "column": "" }).column
            dragging: talk.dragged !== ""
            onChosen: column => talk.lay(talk.held, column)
            onPutBack: talk.putBack()
            onLifted: (x, y) => talk.lift(talk.held, x, y)
            onCarried: (x, y) => talk.carry(x, y)
            onDropped: talk.drop()
        }
    }

    TalkCard {
        id: flying

        property point at

        objectName: "flying"
        visible: talk.dragged !== ""
        enabled: false
        x: at.x - width / 2
        y: at.y - height * 0.6
        width: 320
        height: 116
        raised: true
        key: talk.dragged
        title: talk.titleOf(talk.dragged)
    }

    Component {
        id: progress

        Progress {
            text: qsTr("%1 of %2 laid").arg(talk.count).arg(talk.props.progress.total)
            value: talk.count
            total: talk.props.progress.total
        }
    }
}
