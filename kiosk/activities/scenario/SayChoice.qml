// One thing to say; `by` names who in the room says it. Rises into place with its siblings.
import QtQuick
import "../../shell/ui"

Choice {
    id: one

    // The action's id.
    required property string key
    property string by
    // How it is set: see fitting.js.
    required property var form
    property int order: 0
    property real rise: Theme.cardRise

    objectName: "say-" + key
    name: by === "" ? text : qsTr("%1 says: %2").arg(by).arg(text)
    who: by
    icon: Theme.textFactor > 1.3 ? "" : "speech"
    size: form.size
    least: form.least
    spread: form.padding
    inset: form.inset
    sign: form.sign
    transform: Translate { y: one.rise }

    SequentialAnimation on rise {
        PauseAnimation { duration: one.order * Theme.cardStagger }
        NumberAnimation { to: 0; duration: Theme.cardIn; easing.type: Easing.OutCubic }
    }
}
