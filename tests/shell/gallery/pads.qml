// PIN pad, keyboard, text entry.
import QtQuick
import "../../../kiosk/shell/ui"

Rectangle {
    color: Theme.hostGround
    Component.onCompleted: Theme.zoneName = "sunflower"

    Paper {
        x: 40
        y: 40
        width: 760
        height: Math.max(868, pad.implicitHeight + 100)
        radius: Theme.radiusSheet
        color: Theme.paper
        depth: "sheet"

        PinPad { id: pad; x: 72; y: 40; width: 616; message: "That is not the PIN. 9 tries left."; Component.onCompleted: { press("1"); press("2"); press("3"); press("4") } }
    }

    TextEntry { x: 840; y: 60; width: 1040; text: "I’ll ask what makes a good day before I open the laptop"; prompt: "I will" }

    Keyboard { x: 840; y: 440; width: 1060 }

    Row {
        x: 860
        y: 280
        spacing: 20

        Chip { text: "Make"; icon: "needle"; on: true }
        Chip { text: "Move"; icon: "boot" }
        Choice { width: 500; text: "A chosen one"; chosen: true }
    }
}
