// How far a clip has come: stitches and "12 of 34 seconds".
import QtQuick

Column {
    id: time

    required property Voice voice
    property real run: 490
    property color color: Theme.ink
    readonly property int total: Math.max(1, Math.round(voice.seconds))
    readonly property string words: qsTr("%1 of %2 seconds").arg(Math.min(total, Math.floor(voice.position))).arg(total)

    spacing: 4

    Stitches {
        width: time.run
        value: time.voice.seconds > 0 ? Math.min(total, time.voice.position / time.voice.seconds * total) : 0
        total: 9
        color: time.color
        emptyColor: Qt.alpha(Theme.ink, 0.45)
    }

    Label {
        text: time.words
        size: Theme.sizeMeta
    }
}
