// What every screen of an activity is: drawn from `view`, asks by signals. Holds no rules.
// `view` is {activity, screen, kind, props, slots, actions, tallies, answers, can_go_back, live, title,
// zone {number, name}, faces, content (the folder's address)}.
import QtQuick

FocusScope {
    id: activityScreen

    required property var view
    // The clip that plays, if any: see Voice.qml.
    required property Voice voice

    // The middle of the rail: progress, the tray…
    property Component railMiddle: null
    // The action that the rail draws as its primary button; empty for none.
    property string primary: ""
    // Something on the page comes first: the rail draws its primary button quietly.
    property bool primaryQuiet: false
    // How far its list is scrolled; the shell hands it back when the same screen comes up again.
    property real place: 0

    signal act(string action, string answer)
    signal holdClip
    signal resumeClip
    // A film plays or has stopped: nobody is asked "still there?" meanwhile.
    signal busy(bool on)

    // The offered action of that id, or undefined.
    function offer(id: string): var {
        return activityScreen.view.actions.find(one => one.id === id)
    }

    // The offered actions of that verb, in order.
    function offers(verb: string): var {
        return activityScreen.view.actions.filter(one => one.verb === verb)
    }

    // Where a person's face is in a picture, in picture units; empty when it has none that moves.
    function face(sha: string, person: string): rect {
        const box = (activityScreen.view.faces || {})[sha + "/" + person]
        return box ? Qt.rect(box[0], box[1], box[2], box[3]) : Qt.rect(0, 0, 0, 0)
    }

    // A box [x, y, width, height] as a rect; the second where there is no first.
    function box(first: var, second: var): rect {
        const one = first || second
        return one ? Qt.rect(one[0], one[1], one[2], one[3]) : Qt.rect(0, 0, 0, 0)
    }

    // The parts of a slot that are there, in order.
    function slot(name: string): var {
        return activityScreen.view.slots[name] || []
    }
}
