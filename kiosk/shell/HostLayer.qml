// The host's pages over everything else: the PIN pad, then the menu.
pragma ComponentBehavior: Bound

import QtQuick
import "ui"

Item {
    id: layer

    required property var host
    required property var health

    signal ask(string verb, string detail)

    Loader {
        anchors.fill: parent
        active: layer.host.page === "pin"
        sourceComponent: Sheet {
            opened: true
            name: layer.host.title ?? ""
            sheetWidth: 760
            padding: 56
            onOutsideTouched: layer.ask("key", "cancel")

            Column {
                width: parent.width
                spacing: 28

                Row {
                    spacing: 24

                    Rectangle {
                        width: 84
                        height: 84
                        radius: 42
                        color: Theme.solidInk

                        IconImage { anchors.centerIn: parent; name: "lock"; color: Theme.solidPaper }
                    }

                    Heading {
                        anchors.verticalCenter: parent.verticalCenter
                        size: Theme.sizeCardTitle
                        text: layer.host.title ?? ""
                    }
                }

                PinPad {
                    id: pad

                    anchors.horizontalCenter: parent.horizontalCenter
                    focus: true
                    message: layer.host.sentence ?? ""
                    alarm: layer.host.wrong ?? false
                    locked: layer.host.locked ?? false
                    // The digits stay nowhere in the window.
                    onEntered: pin => {
                        clear()
                        layer.ask("pin", pin)
                    }
                    onCancelled: layer.ask("key", "cancel")
                    Component.onCompleted: forceActiveFocus()
                }
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: layer.host.page !== "pin" && layer.host.page !== ""
        sourceComponent: HostMenu {
            host: layer.host
            health: layer.health
            onAsk: (verb, detail) => layer.ask(verb, detail)
        }
    }
}
