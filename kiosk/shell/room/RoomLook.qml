// Look round the room before anybody speaks: touch what catches your eye.
pragma ComponentBehavior: Bound

import QtQuick
import "../ui"
import "placing.js" as Placing

ActivityScreen {
    id: look

    readonly property var props: view.props
    readonly property var things: offers("notice")
    readonly property var picture: props.room
    readonly property bool framed: Theme.highContrast
    readonly property bool tall: Theme.portrait
    readonly property int found: things.filter(thing => thing.done).length
    readonly property string counted: qsTr("%1 of %2").arg(found).arg(things.length)
    // The thing whose note is open.
    property string open
    readonly property var opened: things.find(thing => thing.id === open)
    // By itself, since the guide's height, which depends on it, decides the frame's.
    readonly property real framedWidth: 1240
    readonly property rect frame: framed ? (tall ? Qt.rect(60, 48, 960, guide.y - 48 - 24) : Qt.rect(48, 48, framedWidth, Math.min(698, height - 48 - guide.height - 44))) : Qt.rect(0, 0, width, tall ? guide.y + 60 : height)
    // How far the picture has risen so that a note doesn't lie on its thing.
    property real lift: tall && opened ? Math.max(0, room.y + room.at(opened.props.marker[0], opened.props.marker[1]).y + 84 - note.y) : 0
    // Where the person's face is on the page; empty when it isn't known.
    readonly property rect faceBox: placed(face(picture.sha, props.person.figure))

    // Everybody's head on the page, near enough to keep words off.
    function heads(): var {
        const faces = view.faces || {}
        return Object.keys(faces).filter(key => key.startsWith(picture.sha + "/")).map(key => {
            const [x, y, wide, high] = faces[key]
            return onPage([x - wide * 0.6, y - high, wide * 2.2, high * 2.6])
        })
    }

    // What the rail has left for the tray beside its buttons, which grow with their words.
    readonly property real trayRoom: {
        const wide = (words, size) => Theme.bodyMetrics.advanceWidth(words) / 100 * Theme.text(size) * 1.1
        return Math.max(216, Math.min(560, width - 1010 - wide(offer("talk").label, Theme.sizeChoice) - wide(counted, Theme.sizeLabel)))
    }

    // A box of the picture as it lies on the page.
    function onPage(four: var): var {
        const at = room.seen(four[0], four[1])
        return { "x": room.x + at.x, "y": frame.y + at.y, "width": four[2] * room.zoom, "height": four[3] * room.zoom }
    }

    function placed(four: rect): rect {
        const here = onPage([four.x, four.y, four.width, four.height])
        return four.width > 0 ? Qt.rect(here.x, here.y, here.width, here.height) : four
    }

    // A thing as the trays take it.
    function slotOf(thing: var): var {
        const [x, y, width, height] = thing.props.box
        return { "name": thing.label, "found": thing.done, "sha": picture.sha, "view": { "x": x, "y": y, "width": width, "height": height } }
    }

    function touch(id: string): void {
        const thing = things.find(one => one.id === id)
        open = id
        room.reveal(id)
        if (!thing.done)
            act(id, "")
    }

    // A slot of the tray: a found thing opens again, an empty one points at its thing.
    function pick(id: string): void {
        if (things.find(one => one.id === id).done) {
            touch(id)
            return
        }
        open = ""
        room.nudge(id)
    }

    primary: "talk"
    primaryQuiet: opened !== undefined
    railMiddle: tall ? null : (framed ? railCount : railTray)

    Behavior on lift { NumberAnimation { duration: Theme.cardIn; easing.type: Easing.OutCubic } }

    Rectangle {
        anchors.fill: parent
        color: Theme.highContrast ? Theme.ground : Theme.zone.hill
    }

    LookRoom {
        id: room

        x: look.frame.x
        y: look.frame.y
        lift: look.lift
        width: look.frame.width
        height: look.frame.height
        units: look.tall ? 900 : look.picture.width
        start: look.props.person.portrait[0] + look.props.person.portrait[2] / 2 - units / 2
        covered: look.tall && !look.framed ? 76 : 0
        picture: look.picture
        things: look.things
        current: look.open
        onTouched: id => look.touch(id)
    }

    Rectangle {
        visible: look.framed
        x: look.frame.x
        y: look.frame.y
        width: look.frame.width
        height: look.frame.height
        color: "transparent"
        border.width: Theme.outline
        border.color: Theme.line
    }

    Hill {
        visible: look.tall && !look.framed
        y: guide.y - 10 - look.lift
        width: look.width
        height: look.height - y
        crest: 40
        swell: 20
        seed: 0.6
        color: Theme.zone.hill
    }

    Hill {
        visible: look.tall && !look.framed
        y: guide.y + 44
        width: look.width
        height: look.height - y
        crest: 40
        swell: 10
        seed: 2.4
        color: Theme.zone.tint
    }

    LookCard {
        id: card

        readonly property point place: !visible ? Qt.point(0, 0) : Placing.calm(width, height, Qt.rect(36, 40, look.width - 72, look.height - 80),
            look.things.map(thing => look.onPage([thing.props.marker[0] - 62, thing.props.marker[1] - 62, 124, 124])).concat(look.heads()),
            look.things.map(thing => look.onPage(thing.props.box)))

        visible: !look.tall && !look.framed
        opacity: note.visible && Placing.shared(card, note) > 0 ? 0 : 1
        x: place.x
        y: place.y
        heading: look.props.heading
        hint: look.props.hint
        clock: look.props.clock
    }

    LookGuide {
        id: guide

        visible: look.tall || look.framed
        x: look.tall ? 60 : look.frame.x
        y: look.tall ? look.height - height - 28 : look.frame.y + look.frame.height + 24
        width: look.tall ? 960 : look.framedWidth
        heading: look.props.heading
        hint: look.props.hint
        clock: look.props.clock
        counted: look.counted
        things: look.things
        sha: look.picture.sha
        covered: note.visible && look.tall
        along: room.contentX / Math.max(1, room.contentWidth - room.width)
        onPicked: id => look.pick(id)
        onTurned: way => room.slideTo(room.contentX + way * (room.contentWidth - room.width) / 2)
    }

    LookAside {
        visible: look.framed && !look.tall && !note.visible
        x: look.frame.x + look.frame.width + 48
        y: 48
        width: look.width - x - 48
        height: look.height - 72
        heading: look.props.heading
        hint: look.props.hint
        clock: look.props.clock
    }

    LookNote {
        id: note

        readonly property var place: look.opened && !look.tall && !look.framed ? Placing.beside(width, height, Qt.rect(36, 36, look.width - 72, look.height - 72), room.seen(look.opened.props.marker[0], look.opened.props.marker[1]), look.onPage(look.opened.props.box), look.heads()) : null

        objectName: "note"
        visible: look.opened !== undefined
        x: place ? place.x : (look.tall ? 60 : look.frame.x + look.frame.width + 48)
        y: place ? place.y : (look.tall ? guide.y + guide.trayTop - height - 28 : 48)
        width: look.tall ? 960 : (look.framed ? look.width - look.frame.x - look.frame.width - 96 : 676)
        most: look.tall ? guide.y + guide.trayTop - 28 - Math.max(300, look.faceBox.y + look.faceBox.height + 24) : look.height - 72
        thing: look.opened ? look.opened.props : { "label": "", "text": "", "box": [0, 0, 1, 1] }
        sha: look.picture.sha
        pointer: place ? place.pointer : ""
        pointAt: place ? place.pointAt : 0
        onClosed: look.open = ""
    }

    Component {
        id: railCount

        Label { text: qsTr("Noticed: %1").arg(look.counted); size: Theme.sizeMeta }
    }

    Component {
        id: railTray

        Row {
            spacing: 24

            Label { anchors.verticalCenter: parent.verticalCenter; text: look.counted }

            SlideTray {
                readonly property var sorted: look.things.filter(thing => thing.done).concat(look.things.filter(thing => !thing.done))

                anchors.verticalCenter: parent.verticalCenter
                things: sorted.map(thing => look.slotOf(thing))
                room: look.trayRoom
                latest: Math.min(look.found, sorted.length - 1)
                onPicked: index => look.pick(sorted[index].id)
            }
        }
    }
}
