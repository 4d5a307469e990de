// What a host sees after the PIN: the scenarios to choose from, how the kiosk is doing, and what can be done.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

Rectangle {
    id: menu

    required property var host
    // {closes, rows, overall}
    required property var health
    // The scenario whose card was touched while a visit is going on: now, or after it?
    property string asked
    readonly property var session: host.session || ({ "code": "", "since": "", "visits": 0 })
    // Large words on a wide screen need all of its width: how the kiosk is doing then stands under the page.
    readonly property bool under: !Theme.portrait && Theme.textFactor > 1.3
    // The code of a session is being entered.
    property bool entering

    signal ask(string verb, string detail)

    color: Theme.hostGround
    // Its words are English whatever a visitor chose.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    MouseArea { anchors.fill: parent }

    Rectangle {
        id: header

        width: parent.width
        height: Math.max(132, title.implicitHeight + 40, closes.visible ? closes.implicitHeight + 32 : 0)
        color: Theme.highContrast ? Theme.ground : Theme.solidInk

        Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 4; color: Theme.line; visible: Theme.highContrast }

        IconImage {
            id: lock

            anchors.verticalCenter: parent.verticalCenter
            x: 64
            name: "lock"
            size: 48
            color: Theme.sunflower
        }

        Heading {
            id: title

            anchors.verticalCenter: parent.verticalCenter
            x: 140
            width: Theme.portrait ? parent.width - x - 64 : implicitWidth
            size: Theme.sizeCardTitle
            text: qsTr("Kiosk settings")
            color: Theme.solidPaper
        }

        Body {
            id: closes

            visible: !Theme.portrait
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            anchors.rightMargin: 64
            width: parent.width - title.x - title.width - 128
            horizontalAlignment: Text.AlignRight
            size: Theme.sizeMeta
            color: Theme.solidPaper
            text: menu.host.where + ". " + (menu.health.closes ?? "")
        }
    }

    Flow {
        id: tabs

        x: 64
        width: Theme.portrait || menu.under ? parent.width - 128 : parent.width * 0.615 - 64
        anchors.top: header.bottom
        anchors.topMargin: 28
        spacing: 16

        Repeater {
            model: [
                { "page": "scenario", "text": qsTr("On this screen"), "icon": "screen" },
                { "page": "session", "text": menu.session.code ? qsTr("Session %1").arg(menu.session.code) : qsTr("Session"), "icon": "calendar" },
                { "page": "sound", "text": qsTr("Sound"), "icon": "sound-on" },
                { "page": "notes", "text": qsTr("Notes (%1)").arg((menu.host.notes || []).length), "icon": "pledge" },
                ...(menu.host.ipads && menu.host.ipads.join ? [{ "page": "ipads", "text": qsTr("iPads (%1)").arg(menu.host.ipads.ipads.length), "icon": "qr" }] : []),
                { "page": "faults", "text": qsTr("Faults (%1)").arg((menu.host.faults || []).length), "icon": "warning" }
            ]

            Chip {
                required property var modelData

                objectName: "tab-" + modelData.page
                text: modelData.text
                icon: Theme.portrait || Theme.textFactor > 1.3 ? "" : modelData.icon
                padding: menu.under ? 20 : 29
                on: menu.host.page === modelData.page
                onActivated: menu.ask("page", modelData.page)
            }
        }
    }

    Scroller {
        id: body

        x: 64
        width: tabs.width
        anchors.top: tabs.bottom
        anchors.topMargin: 24
        anchors.bottom: Theme.portrait ? panel.top : footer.top
        anchors.bottomMargin: 24

        Loader {
            width: body.width
            // Each page begins at its top.
            onSourceComponentChanged: body.toTop()
            sourceComponent: ({ "session": sessionPage, "sound": soundPage, "notes": notesPage, "ipads": ipadsPage, "faults": faultsPage })[menu.host.page] || scenarioPage
        }

        Item {
            id: place

            visible: menu.under
            width: body.width
            height: panel.height
        }
    }

    Component {
        id: scenarioPage

        HostScenarios {
            scenarios: menu.host.scenarios || []
            onChosen: name => menu.host.visiting ? menu.asked = name : menu.ask("switch-now", name)
        }
    }

    Component {
        id: sessionPage

        HostSession {
            session: menu.session
            onAsk: (verb, detail) => menu.ask(verb, detail)
            onWanted: menu.entering = true
        }
    }

    Component {
        id: soundPage

        HostSound {
            volume: menu.host.volume || 0
            onAsk: (verb, detail) => menu.ask(verb, detail)
        }
    }

    Component {
        id: notesPage

        HostNotes {
            notes: menu.host.notes || []
            onAsk: (verb, detail) => menu.ask(verb, detail)
        }
    }

    Component {
        id: ipadsPage

        HostIpads { ipads: menu.host.ipads || ({}) }
    }

    Component {
        id: faultsPage

        Column {
            spacing: 20

            Body {
                visible: (menu.host.faults || []).length === 0
                width: parent.width
                text: qsTr("No faults in the content.")
            }

            Repeater {
                model: menu.host.faults || []

                Body {
                    required property string modelData

                    width: body.width
                    size: Theme.sizeMeta
                    text: modelData
                    wrapMode: Text.Wrap
                }
            }
        }
    }

    HostHealth {
        id: panel

        parent: menu.under ? place : menu
        x: menu.under ? 0 : Theme.portrait ? 64 : parent.width * 0.615 + 32
        y: menu.under ? 0 : Theme.portrait ? footer.y - height - 24 : header.height + 28
        width: menu.under ? parent.width : parent.width - x - 64
        // In portrait what the page above leaves, two fifths at least; large words above need more of it.
        height: menu.under ? wanted : Theme.portrait ? Math.min(wanted, Math.max(parent.height * (Theme.textFactor > 1.1 ? 0.34 : 0.4), footer.y - body.y - body.contentHeight - 72)) : Math.min(wanted, footer.y - y - 24)
        rows: menu.health.rows || []
        overall: menu.health.overall
        sync: menu.health.sync || ({})
        onAsk: verb => menu.ask(verb, "")
    }

    HostFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        visiting: menu.host.visiting ?? false
        paused: menu.host.paused ?? false
        onAsk: verb => menu.ask(verb, "")
    }

    HostCode {
        anchors.fill: parent
        opened: menu.entering
        on: menu.session.code
        code: menu.host.code || ({ "letters": "", "figures": "", "entered": "", "takes": "", "whole": false })
        problem: menu.host.problem || ""
        onAsk: (verb, detail) => menu.ask(verb, detail)
        onClosed: menu.entering = false
    }

    HostJoin {
        anchors.fill: parent
        join: menu.host.join ?? null
        onAsk: (verb, detail) => menu.ask(verb, detail)
    }

    Sheet {
        anchors.fill: parent
        opened: menu.asked !== ""
        name: qsTr("Somebody is in the middle of a visit")
        onOutsideTouched: menu.asked = ""

        Column {
            width: parent.width
            spacing: 36

            Heading {
                width: parent.width
                size: Theme.sizeSection
                text: qsTr("Somebody is in the middle of a visit")
            }

            Body {
                width: parent.width
                text: qsTr("Change when they have finished, or end their visit and change now?")
            }

            PrimaryButton {
                objectName: "switchAfter"
                width: parent.width
                text: qsTr("After this visit")
                fill: Theme.highContrast ? Theme.accent : Theme.solidInk
                inkColor: Theme.highContrast ? Theme.accentInk : Theme.solidPaper
                onActivated: {
                    menu.ask("switch-after", menu.asked)
                    menu.asked = ""
                }
            }

            QuietButton {
                objectName: "switchNow"
                width: parent.width
                text: qsTr("Now: end their visit")
                onActivated: {
                    menu.ask("switch-now", menu.asked)
                    menu.asked = ""
                }
            }
        }
    }
}
