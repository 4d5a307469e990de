// The window: a stage of 1920×1080 (or 1080×1920) logical pixels scaled to the screen, and what lies over it.
// Python sets the properties and listens to the signals; nothing is decided here.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import "ui"

Window {
    id: window

    required property var tokens
    // The PictureDesk that draws what Art shows.
    required property var pictures
    // The FilmDesk that hands over frames where there is no graphics card.
    required property var films
    // Without a frame and over everything else.
    property bool bare: false
    property bool reducedMotion: false
    // The typeface of a script that the others don't have.
    property string script
    // Right to left: the page is mirrored, pictures and maps are not.
    readonly property bool rtl: window.moment.rtl ?? false
    // See Station.moment() for its shape.
    property var moment: ({ "phase": "" })
    // Seconds of the "still there?" countdown; 0 when it is not up.
    property int stillThere: 0
    property int countdown: 20
    property string voiceKey
    property real voicePosition
    property real voiceSeconds
    property bool voicePaused
    property real loudness
    property int phraseStart
    property int phraseEnd
    property int saidEnd
    // The host's volume for films, as a share of full amplitude.
    property real filmGain: 1
    // What the host menu shows; `page` is empty while it is closed.
    property var host: ({ "page": "" })
    // What changes in it by itself: how the kiosk is doing, and when the menu closes.
    property var hostHealth: ({})

    // Something is asked for: "act" with an action's id and an answer, "open" with an activity, "home", "back"…
    signal ask(string what, string name, string answer)
    // A film plays or has stopped.
    signal busy(bool on)

    // "Start again" asks once more; "languages" shows which there are, to whoever has just come too.
    function pass(what: string, name: string, answer: string) {
        if (what === "languages") {
            window.ask("wake", "", "")
            languages.active = true
        } else if (what === "start-again") {
            startAgain.active = true
        } else {
            window.ask(what, name, answer)
        }
    }

    color: Theme.highContrast ? "black" : Theme.paper
    flags: bare ? Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint : Qt.Window

    Binding { target: Theme; property: "tokens"; value: window.tokens }
    Binding { target: Theme; property: "pictures"; value: window.pictures }
    Binding { target: Theme; property: "films"; value: window.films }
    Binding { target: Theme; property: "reducedMotion"; value: window.reducedMotion }
    Binding { target: Theme; property: "drawnByCpu"; value: stage.GraphicsInfo.api === GraphicsInfo.Software }
    Binding { target: Theme; property: "script"; value: window.script }
    Binding { target: Theme; property: "rtl"; value: window.rtl }
    Binding { target: Theme; property: "language"; value: window.moment.preferences?.language || "en_GB" }
    Binding { target: Theme; property: "portrait"; value: window.height > window.width }
    Binding { target: Theme; property: "pixelScale"; value: stage.scale * window.Screen.devicePixelRatio }
    Binding { target: Theme; property: "zoneName"; value: window.moment.zone?.colour ?? "coral" }
    Binding { target: Theme; property: "textStep"; value: window.moment.preferences?.text_step ?? 0 }
    Binding { target: Theme; property: "highContrast"; value: window.moment.preferences?.contrast ?? false }

    Item {
        id: stage

        width: window.width / scale
        height: window.height / scale
        scale: Math.max(0.05, Math.min(window.width / Theme.designWidth, window.height / Theme.designHeight))
        transformOrigin: Item.TopLeft
        LayoutMirroring.enabled: window.rtl
        LayoutMirroring.childrenInherit: true

        Pages {
            id: pages

            anchors.fill: parent
            enabled: window.stillThere === 0 && window.host.page === "" && !startAgain.active && !languages.active
            moment: window.moment
            voice: Voice {
                key: window.voiceKey
                position: window.voicePosition
                seconds: window.voiceSeconds
                paused: window.voicePaused
                loudness: window.loudness
                phraseStart: window.phraseStart
                phraseEnd: window.phraseEnd
                saidEnd: window.saidEnd
                filmGain: window.moment.preferences?.sound === false ? 0 : window.filmGain
            }
            onAsk: (what, name, answer) => window.pass(what, name, answer)
            onBusy: on => window.busy(on)
        }

        Loader {
            id: startAgain

            anchors.fill: parent
            active: false
            sourceComponent: StartAgain {
                onKept: startAgain.active = false
                onSure: window.ask("start-again", "", "")
            }
        }

        Loader {
            id: languages

            anchors.fill: parent
            active: false
            sourceComponent: Languages {
                languages: window.moment.languages
                current: window.moment.preferences.language
                onKept: languages.active = false
                onChosen: code => {
                    languages.active = false
                    window.ask("language", code, "")
                }
            }
        }

        // Whoever was asked has gone.
        Connections {
            target: window

            function onMomentChanged() {
                if (window.moment.phase === "attract" || window.moment.phase === "paused")
                    startAgain.active = languages.active = false
            }
        }

        Loader {
            anchors.fill: parent
            active: window.stillThere > 0
            sourceComponent: StillThere {
                seconds: window.stillThere
                total: window.countdown
                onAsk: what => window.ask(what, "", "")
            }
        }

        Loader {
            anchors.fill: parent
            active: window.host.page !== ""
            sourceComponent: HostLayer {
                host: window.host
                health: window.hostHealth
                onAsk: (verb, detail) => window.ask("host", verb, detail)
            }
        }
    }
}
