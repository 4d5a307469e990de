// Colours, type, depth and motion for every screen. The values come from content/theme.yaml as `tokens`;
// a name that theme.yaml lacks is drawn magenta, so that it is seen at once.
pragma Singleton

import QtQuick

QtObject {
    id: theme

    // Set once at start: theme.yaml as a map.
    property var tokens: ({})
    // Set once at start: the PictureDesk that Art asks.
    property var pictures: null
    // Set once at start: the FilmDesk that films are drawn by where the processor draws.
    property var films: null
    // One of the zone names in theme.yaml: sunflower, coral, teal, leaf, plum.
    property string zoneName: "coral"
    property bool highContrast: false
    property bool reducedMotion: false
    // No graphics card: each frame of a page that fades or rises costs the processor more than the frame lasts.
    property bool drawnByCpu: false
    // 0, 1 or 2: index into type.steps of theme.yaml.
    property int textStep: 0
    property bool portrait: false
    property bool rtl: false
    // The language that is spoken, as numbers are written in it.
    property string language: "en_GB"
    // Real pixels for one logical pixel; pictures are asked for at this density.
    property real pixelScale: 1.0

    readonly property int designWidth: portrait ? 1080 : 1920
    readonly property int designHeight: portrait ? 1920 : 1080

    // Page and ink. In high contrast: white on black.
    readonly property color ground: highContrast ? contrast("ground") : zone.ground
    readonly property color ink: highContrast ? contrast("ink") : palette("ink")
    readonly property color inkSoft: highContrast ? contrast("ink") : palette("ink_soft")
    readonly property color paper: highContrast ? contrast("ground") : palette("paper")
    readonly property color card: highContrast ? contrast("ground") : palette("card")
    readonly property color line: highContrast ? contrast("ink") : palette("line")
    readonly property color rule: highContrast ? contrast("ink") : palette("rule")
    readonly property color thread: highContrast ? contrast("accent") : palette("thread")
    readonly property color stitchEmpty: highContrast ? contrast("ink") : palette("stitch_empty")
    readonly property color slot: highContrast ? contrast("ground") : palette("slot")
    readonly property color slotInk: highContrast ? contrast("ink") : palette("slot_ink")
    readonly property color done: highContrast ? contrast("accent") : palette("done")
    readonly property color doneDeep: highContrast ? contrast("accent") : palette("done_deep")
    readonly property color doneTint: highContrast ? contrast("ground") : palette("done_tint")
    readonly property color doneInk: highContrast ? contrast("on_accent") : palette("paper")
    readonly property color warning: highContrast ? contrast("accent") : palette("warning")
    readonly property color fault: highContrast ? contrast("accent") : palette("fault")
    readonly property color goodLane: highContrast ? contrast("ground") : palette("good_lane")
    readonly property color usualLane: highContrast ? contrast("ground") : palette("usual_lane")
    readonly property color hostGround: highContrast ? contrast("ground") : palette("host_ground")
    readonly property color dim: highContrast ? contrast("ground") : palette("dim")
    // What chosen, current and focused things are marked with.
    readonly property color accent: highContrast ? contrast("accent") : zone.deep
    readonly property color accentInk: highContrast ? contrast("on_accent") : zone.deepInk
    // The same in both looks: only for what lies on a picture, or on a solid fill of ink or sunflower.
    readonly property color solidInk: palette("ink")
    readonly property color solidPaper: palette("paper")
    readonly property color sunflower: palette("sunflower")
    readonly property color shadowNear: Qt.alpha(palette("shadow"), number("depth", "strength_near"))
    readonly property color shadowFar: Qt.alpha(palette("shadow"), number("depth", "strength_far"))
    readonly property color under: Qt.alpha(palette("under"), 0.38)

    // The current zone's colours.
    readonly property ZoneColours zone: ZoneColours {
        base: theme.highContrast ? theme.contrast("accent") : theme.zoneColour("base")
        baseInk: theme.highContrast ? theme.contrast("on_accent") : theme.zoneColour("on_base")
        deep: theme.highContrast ? theme.contrast("accent") : theme.zoneColour("deep")
        deepInk: theme.highContrast ? theme.contrast("on_accent") : theme.zoneColour("ink_on_deep")
        ground: theme.highContrast ? theme.contrast("ground") : theme.zoneColour("ground")
        tint: theme.highContrast ? theme.contrast("ground") : theme.zoneColour("tint")
        hill: theme.highContrast ? theme.contrast("ground") : theme.zoneColour("hill")
        button: theme.highContrast ? theme.contrast("accent") : theme.zoneColour("button")
        buttonInk: theme.highContrast ? theme.contrast("on_accent") : theme.zoneColour("on_button")
        name: theme.highContrast ? theme.contrast("accent") : theme.zoneColour("name")
    }

    // Type. Sizes go through text() so that they follow the delegate's text size.
    readonly property string display: word("type", "display")
    readonly property string body: word("type", "body")
    readonly property int headingWeight: number("type", "heading_weight")
    readonly property int speechWeight: number("type", "speech_weight")
    readonly property real textFactor: step() * (highContrast ? number("high_contrast", "text_scale") : 1)
    readonly property int sizeAttract: size("attract")
    readonly property int sizeTitle: size("title")
    readonly property int sizeQuestion: size("question")
    readonly property int sizeSection: size("section")
    readonly property int sizeCardTitle: size("card_title")
    readonly property int sizeSpeech: size("speech")
    readonly property int sizeChoice: size("choice")
    readonly property int sizeLead: size("lead")
    readonly property int sizeBody: size("body")
    readonly property int sizeLabel: size("label")
    readonly property int sizeMeta: size("meta")
    readonly property int sizeFloor: size("floor")

    // Natural line height of each face as a share of its size: lines are centred in theirs, as on a page.
    readonly property real displayLine: displayMetrics.height / 100
    readonly property real bodyLine: bodyMetrics.height / 100
    // Where a venue speaks a language of another script: the typeface of its letters, which are taller.
    property string script
    readonly property FontMetrics scriptMetrics: FontMetrics { font.family: theme.script; font.pixelSize: 100 }
    readonly property FontMetrics displayMetrics: FontMetrics { font.family: theme.highContrast ? theme.body : theme.display; font.pixelSize: 100 }
    readonly property FontMetrics bodyMetrics: FontMetrics { font.family: theme.body; font.pixelSize: 100 }

    // Shape and depth, logical pixels.
    readonly property int radiusCard: number("shape", "card")
    readonly property int radiusChoice: number("shape", "choice")
    readonly property int radiusBubble: number("shape", "bubble")
    readonly property int radiusSheet: number("shape", "sheet")
    readonly property int radiusQuiet: number("shape", "quiet")
    readonly property int touch: number("shape", "touch")
    readonly property int railHeight: number("shape", "rail")
    readonly property int margin: number("shape", portrait ? "margin_portrait" : "margin")
    readonly property int press: number("depth", "press")
    readonly property int outline: highContrast ? number("high_contrast", "outline") : 0

    // Motion, milliseconds. Reduced motion keeps only short fades.
    readonly property int pressIn: reducedMotion ? 0 : number("motion", "press_in")
    readonly property int pressOut: reducedMotion ? 0 : number("motion", "press_out")
    readonly property int cardIn: reducedMotion ? number("motion", "reduced_fade") : number("motion", "card_in")
    readonly property int cardRise: reducedMotion ? 0 : number("motion", "card_rise")
    readonly property int cardStagger: reducedMotion ? 0 : number("motion", "card_stagger")
    readonly property int pageFade: drawnByCpu ? 0 : fade
    readonly property int pageRise: drawnByCpu ? 0 : cardRise
    readonly property int pageChange: drawnByCpu ? 0 : reducedMotion ? number("motion", "reduced_fade") : number("motion", "page")
    readonly property int fade: reducedMotion ? number("motion", "reduced_fade") : number("motion", "fade")
    readonly property int stitchTime: reducedMotion ? 0 : number("motion", "stitch")
    readonly property int ringTime: number("motion", "ring")
    readonly property int ringEvery: number("motion", "ring_every")
    readonly property int mouthHold: number("motion", "mouth_hold")
    readonly property int blinkTime: number("motion", "blink")
    readonly property int blinkEveryLeast: number("motion", "blink_every_least")
    readonly property int blinkEveryMost: number("motion", "blink_every_most")

    // Logical pixels for a type size: follows text size and high contrast. Sizes over 48 grow half as much.
    function text(pixels: real): int {
        return Math.round(pixels * (pixels > 48 ? 1 + (textFactor - 1) / 2 : textFactor))
    }

    // Where something `width` wide begins that lies `x` from where lines begin, in something `whole` wide.
    function along(x: real, width: real, whole: real): real {
        return rtl ? whole - x - width : x
    }

    // A number as it is written: 1,400 in English, 1400 in Polish.
    function counted(value: real): string {
        return Number(value).toLocaleString(Qt.locale(language), "f", 0)
    }

    // The line height that a leading comes to: the letters of such a script need more of it.
    function lineHeight(leading: real, pixels: real): int {
        return Math.round((rtl ? Math.max(leading, 1.28) : leading) * pixels)
    }

    // How far such letters in a text push its baseline down, logical pixels; `metrics` are those of its own typeface.
    function lift(text: string, pixels: real, metrics: FontMetrics): real {
        return script !== "" && /[\u0590-\u08ff]/.test(text) ? (scriptMetrics.ascent - metrics.ascent) * pixels / 100 : 0
    }

    // Near (0) and far (1) shadow offset of a depth: "low", "card" or "sheet".
    function offset(depth: string, which: int): real {
        const pair = tokens.depth ? tokens.depth[depth] : undefined
        return pair ? pair[which] : 0
    }

    // A colour of any zone, whatever zone is current: Theme.zoneOf("teal", "deep").
    function zoneOf(name: string, role: string): color {
        const zones = tokens.zones
        return zones && zones[name] && zones[name][role] ? zones[name][role] : "magenta"
    }

    // Axes of the display face at a weight, for font.variableAxes.
    function axes(weight: int): var {
        const fixed = tokens.type ? tokens.type.display_axes : undefined
        return fixed ? { "opsz": fixed.opsz, "SOFT": fixed.SOFT, "WONK": fixed.WONK, "wght": weight } : {}
    }

    function palette(name: string): color {
        return tokens.palette && tokens.palette[name] ? tokens.palette[name] : "magenta"
    }

    function contrast(name: string): color {
        return tokens.high_contrast && tokens.high_contrast[name] ? tokens.high_contrast[name] : "magenta"
    }

    function zoneColour(role: string): color {
        return zoneOf(zoneName, role)
    }

    function number(group: string, name: string): real {
        return tokens[group] && tokens[group][name] !== undefined ? tokens[group][name] : 0
    }

    function word(group: string, name: string): string {
        return tokens[group] && tokens[group][name] !== undefined ? tokens[group][name] : ""
    }

    function size(name: string): int {
        return tokens.type && tokens.type.sizes && tokens.type.sizes[name] ? tokens.type.sizes[name] : 32
    }

    function step(): real {
        const steps = tokens.type ? tokens.type.steps : undefined
        return steps ? steps[Math.max(0, Math.min(textStep, steps.length - 1))] : 1
    }
}
