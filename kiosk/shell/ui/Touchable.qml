// What every control is built on: touch, mouse and keyboard press, focus, accessible name. Emits `activated`.
import QtQuick

FocusScope {
    id: control

    property string name
    property int accessibleRole: Accessible.Button
    property bool checked: false
    readonly property bool pressed: tap.pressed || keyDown
    property bool keyDown: false

    signal activated

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    activeFocusOnTab: enabled
    Accessible.role: accessibleRole
    Accessible.name: name
    Accessible.focusable: true
    Accessible.checked: checked
    Accessible.onPressAction: control.activated()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Space || event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            event.accepted = true
            keyDown = true
        }
    }
    Keys.onReleased: event => {
        if (event.isAutoRepeat)
            return
        if (keyDown && (event.key === Qt.Key_Space || event.key === Qt.Key_Return || event.key === Qt.Key_Enter)) {
            event.accepted = true
            keyDown = false
            control.activated()
        }
    }
    onActiveFocusChanged: if (!activeFocus) keyDown = false

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: control.activated()
    }
}
