// How the talk ended: what happened next, in words, beside the person as they are now.
import QtQuick
import "../ui"

ActivityScreen {
    id: ending

    readonly property real wordsTop: Theme.portrait ? scene.pictureBottom + (scene.framed ? 32 : 24) : 64

    primary: "roads"

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    Scene {
        id: scene

        anchors.fill: parent
        room: ending.view.props.room
        person: ending.view.props.person
        mood: ending.view.props.mood
        face: ending.face(room.sha, person.figure)
    }

    Scroller {
        x: scene.wordsX
        y: ending.wordsTop
        width: scene.wordsWidth
        height: ending.height - y - 24
        spacing: 24

        Label {
            width: parent.width
            text: qsTr("Where your talk led")
            size: Theme.sizeMeta
            color: Theme.zone.name
        }

        Heading {
            width: parent.width
            text: ending.view.props.heading
            size: Theme.sizeQuestion
        }

        ThreadPath {
            width: 320
            height: 44
            d: "M6 30C60 4 110 4 160 22S250 44 300 18"
            color: Theme.thread
            thickness: 7
        }

        Repeater {
            model: ending.view.props.paragraphs

            Body {
                required property string modelData

                width: parent.width
                text: modelData
                size: 34
                leading: 1.36
            }
        }
    }
}
