// The author's desk: the stage at left, what is wrong at right, the ways through below. Python sets `model` and `shell`.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window

Window {
    id: preview

    // The kiosk's own window, which is never shown itself.
    required property var shell
    // See kiosk/shell/preview/desk.py.
    required property var model
    readonly property int gap: Desk.px(32)

    signal ask(string what, string name)

    title: qsTr("Preview of %1").arg(model.file)
    color: Desk.ground
    minimumWidth: 1024
    minimumHeight: 640

    Binding { target: Desk; property: "unit"; value: Math.max(0.78, Math.min(preview.width / 1920, preview.height / 1080)) }

    Bar {
        id: bar

        width: parent.width
        height: Desk.px(72)
        model: preview.model
        onAsk: (what, name) => preview.ask(what, name)
    }

    StageFrame {
        id: stage

        anchors.top: bar.bottom
        anchors.topMargin: Desk.px(12)
        anchors.bottom: graph.top
        anchors.bottomMargin: Desk.px(26)
        x: preview.gap - Desk.px(8)
        width: Math.round(parent.width * 0.602)
        shell: preview.shell
        model: preview.model
    }

    FaultCard {
        anchors.top: bar.bottom
        anchors.topMargin: Desk.px(20)
        anchors.bottom: graph.top
        anchors.bottomMargin: Desk.px(32)
        anchors.left: stage.right
        anchors.leftMargin: Desk.px(28)
        anchors.right: parent.right
        anchors.rightMargin: preview.gap
        model: preview.model
        onAsk: (what, name) => preview.ask(what, name)
    }

    GraphCard {
        id: graph

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Desk.px(20)
        x: preview.gap
        width: parent.width - 2 * preview.gap
        height: Desk.px(288)
        model: preview.model
        onAsk: (what, name) => preview.ask(what, name)
    }
}
