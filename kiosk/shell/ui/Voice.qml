// The clip that is playing, as the screens see it. The shell keeps it up to date about 30 times a second.
import QtQuick

QtObject {
    // Fingerprint (`sha`) of the clip; empty when nothing plays.
    property string key
    property real position
    property real seconds
    property bool paused
    // Loudness just now, 0 to 1 of the clip's loudest.
    property real loudness
    // The phrase being said: where it starts and ends in the clip's text, in characters.
    property int phraseStart
    property int phraseEnd
    // The end of the last word said so far, in characters of the clip's text.
    property int saidEnd
    // How loud a film may be, 0 to 1: the host's volume, and nothing while a delegate has the sound off.
    property real filmGain: 1
}
