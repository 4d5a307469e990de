// What to take along: one sentence to try tomorrow, what was laid on the board, and what there was to notice.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/room"
import "../../shell/ui"

ActivityScreen {
    id: reflect

    readonly property var props: view.props
    readonly property bool tall: Theme.portrait
    // "laid" or "noticed": what the lower paper shows.
    property string page: "laid"

    primary: "finish"

    Hills { kind: "story"; groundColor: Theme.zone.tint; farColor: Theme.zone.hill }

    ReflectTry {
        id: trying

        x: reflect.tall ? 60 : 72
        y: reflect.tall ? 48 : 56
        width: reflect.tall ? 960 : 800
        height: reflect.tall ? Math.min(implicitHeight, reflect.height * 0.5) : reflect.height - 56 - 40
        heading: reflect.props.heading
        sentence: reflect.props.tomorrow
        title: reflect.props.title
        endings: reflect.props.endings
        again: reflect.offer("again")
        onAgainAsked: reflect.act("again", "")
    }

    Row {
        id: tabs

        x: reflect.tall ? 60 : 924
        y: reflect.tall ? trying.y + trying.height + 40 : 56
        spacing: 20

        Chip {
            objectName: "tab-laid"
            text: qsTr("What you laid")
            icon: Theme.textFactor > 1.3 ? "" : "tick"
            on: reflect.page === "laid"
            onActivated: reflect.page = "laid"
        }

        Chip {
            objectName: "tab-noticed"
            text: qsTr("What was there")
            icon: Theme.textFactor > 1.3 ? "" : "eye"
            on: reflect.page === "noticed"
            onActivated: reflect.page = "noticed"
        }
    }

    Paper {
        id: sheet

        x: tabs.x
        y: tabs.y + tabs.height + 28
        width: reflect.tall ? 960 : 924
        height: reflect.height - y - 40
        radius: Theme.radiusBubble
        color: Theme.paper

        Scroller {
            id: scroll

            x: 40
            y: 32
            width: sheet.width - 80
            height: sheet.height - 32
            spacing: 0

            ReflectLaid {
                width: scroll.width
                visible: reflect.page === "laid"
                height: visible ? implicitHeight : 0
                laid: reflect.slot("laid")
            }

            ReflectThings {
                width: scroll.width
                visible: reflect.page === "noticed"
                height: visible ? implicitHeight : 0
                noticed: reflect.slot("noticed")
                missed: reflect.slot("missed")
                sha: reflect.props.room.sha
                before: reflect.view.before
            }
        }
    }
}
