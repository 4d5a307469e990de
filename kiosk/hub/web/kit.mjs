// What every screen is built from: paper, buttons, pictures, stitches. Each gives what should stand there; kit.css says
// how it looks. A page makes one kit, which knows its icons, media, voice and words.

import { h } from "/face/dom.mjs"
import { faceGroups } from "/face/media.mjs"

const TORN = {
    bottom: ["0 0 552 44", "M0 44V22C90 -4 190 8 280 20C380 34 470 30 552 8V44Z"],
    left: ["0 0 190 420", "M-2 0H190C120 90 170 190 110 270C80 320 90 370 60 422H-2Z"],
    right: ["0 0 80 304", "M80 0H42C14 60 66 108 38 166C16 216 58 258 34 304H80Z"],
}
const TAILS = {
    left: ["0 0 200 120", "M84 24C78 60 50 94 4 116C80 112 150 84 176 24Z"],
    right: ["0 0 200 120", "M116 24C122 60 150 94 196 116C120 112 50 84 24 24Z"],
    up: ["0 0 100 76", "M30 72C34 44 24 20 2 2C44 10 84 34 96 72Z"],
}

export function makeKit({ icons, media, voice, codes = {} }) {
    const addresses = new Map()
    let words = {}

    // From now on the program's own words are these, by their English.
    const speak = said => (words = said)

    // The program's own words, in the language that is spoken; %1, %2 stand for what is given.
    const t = (text, ...given) => given.reduce((said, one, i) => said.replaceAll(`%${i + 1}`, one), words[text] ?? text)

    // A line icon in the colour of the words beside it.
    function icon(name, more = "") {
        if (!addresses.has(name))
            addresses.set(name, icons[name] ? `url("${URL.createObjectURL(new Blob([icons[name]], { type: "image/svg+xml" }))}")` : "none")
        return h(`span.icon.is-${name}${more}`, { "aria-hidden": "true", style: { "--icon": addresses.get(name) } })
    }

    // The one main action. `arrow` is the icon after the words, "" for none.
    const primary = (text, { act, arrow = "arrow", quiet = false, id = "primary", disabled = false }) =>
        h(`button.primary${quiet ? ".quietly" : ""}`, { type: "button", disabled, "data-id": id, on: { click: act } }, h("span", text), arrow && icon(arrow))

    // Every other action: outlined, icon and word. `alone`: the word is for screen readers.
    const quiet = (text, { act, icon: sign = "", alone = false, pressed, id = "" }) =>
        h(`button.quiet${alone ? ".alone" : ""}`, { type: "button", "data-id": id || false, "aria-label": alone ? text : false, "aria-pressed": pressed === undefined ? false : String(pressed), on: { click: act } }, sign && icon(sign), !alone && h("span", text))

    // One thing to choose: paper, a sign, words.
    const choice = (text, { act, id, chosen = false, faded = false, sign = "speech", by = "" }) =>
        h(`button.choice.paper${chosen ? ".chosen" : ""}${faded ? ".faded" : ""}`, { type: "button", key: id, "data-id": id, on: { click: act } },
            sign && h("span.sign", icon(sign)), h("span.words", by && h("span.by", by), text), icon("next", ".go"))

    // A picture as content gives it, filling its place; `view` is the part to show, `look` which groups of it are there.
    function picture(one, { view = one.view, look, describe = one.describe, fit = "slice" } = {}, ...over) {
        const [x, y, width, height] = view || [0, 0, one.width, one.height]
        return h("svg.picture", { viewBox: `${x} ${y} ${width} ${height}`, preserveAspectRatio: `xMidYMid ${fit}`, role: describe ? "img" : false, "aria-label": describe || false, "aria-hidden": describe ? false : "true" },
            h("image", { href: look ? media.look(one.sha, look) : media.url(one.sha), width: one.width, height: one.height }), ...over)
    }

    // A picture with a face that speaks: the mouth opens as the voice is loud. `clip` is what that person says.
    function speaking(one, { person, mood, view, clip, describe, fit }) {
        const known = media.groups(one.sha)
        const still = faceGroups(known, person, mood)
        const open = faceGroups(known, person, mood, { mouthOpen: true })
        const says = clip && voice.key === clip.sha && !voice.paused
        const mouth = says && known.size ? h("image.mouth", { key: "mouth", href: media.look(one.sha, { show: open.show, hide: open.hide, only: person ? open.parts : [] }), width: one.width, height: one.height, style: { opacity: voice.loud > 0.18 ? "1" : "0" } }) : null
        return picture(one, { view, look: still, describe, fit }, mouth)
    }

    // Words that may be heard: what is being said stands out while their clip plays.
    function spoken(text, clip, { quoted = false } = {}) {
        const [before, after] = quoted ? t("“%1”").split("%1") : ["", ""]
        const around = said => [before, said, after]
        if (!clip || voice.key !== clip.sha)
            return around(text)
        const { from, to } = voice.lit
        return around([text.slice(0, from), h("mark.lit", text.slice(from, to)), text.slice(to)])
    }

    // What a voice or film says: the phrase that is being said stands on paper, sewn as far as it has come, and in sight.
    function caption(text, { from, to, said = from } = voice.lit) {
        const at = Math.max(from, Math.min(to, said))
        const shown = element => element.scrollIntoView({ block: "nearest", inline: "nearest" })
        return h("p.caption.speech", text.slice(0, from), to > from && h("mark.lit", { key: from, once: shown }, at > from && h("span.sewn", text.slice(from, at)), text.slice(at, to)), text.slice(to))
    }

    // How far a clip or film has come, in seconds.
    function clipTime(position, seconds) {
        const total = Math.max(1, Math.round(seconds))
        const at = Math.min(total, Math.floor(position))
        const run = 7
        return h("div.clip-time", stitches(seconds > 0 ? Math.round((Math.min(position, seconds) / seconds) * run) : 0, run, t("%1 of %2 seconds", at, total)))
    }

    // Progress as a running stitch, `value` of `total` sewn, always with its words.
    function stitches(value, total, text = "") {
        const one = 100 / Math.max(1, total)
        const drawn = Array.from({ length: total }, (_, i) => {
            const [from, to] = [i * one + one * 0.14, (i + 1) * one - one * 0.14]
            if (total > 8 && i >= value)
                return h("path.still", { key: i, d: `M${(from + to) / 2} 6h.01` })
            return h("path", { key: i, d: `M${from} 8Q${(from + to) / 2} 1 ${to} 8`, class: i < value ? "sewn" : "still" })
        })
        return h("div.progress", { role: "progressbar", "aria-valuenow": value, "aria-valuemin": 0, "aria-valuemax": total, "aria-label": text || t("Progress") },
            text && h("span.label", text), h("svg.stitches", { viewBox: "0 0 100 12", preserveAspectRatio: "none", "aria-hidden": "true" }, drawn))
    }

    const zoneMark = (number, text) => h("div.zone-mark", h("span.disc", { "aria-hidden": "true" }, String(number)), h("span", text))

    const torn = edge => h(`svg.torn.${edge}`, { viewBox: TORN[edge][0], preserveAspectRatio: "none", "aria-hidden": "true" }, h("path.shade", { d: TORN[edge][1] }), h("path", { d: TORN[edge][1] }))

    // Two paper hills across the page; `crests` are where they begin, in parts of the height.
    function hills(crests = [0.36, 0.62], swells = [0.02, 0.035], more = "") {
        const wave = (crest, swell, seed) => {
            let [x, y] = [0, crest + swell * Math.sin(seed)]
            let d = `M-10 110V${y}L0 ${y}`
            for (let i = 1; i <= 6; i++) {
                const [nextX, nextY] = [(100 * i) / 6, crest + swell * Math.sin(i * 1.7 + seed)]
                const half = (nextX - x) / 2
                d += `C${x + half} ${y} ${nextX - half} ${nextY} ${nextX} ${nextY}`
                ;[x, y] = [nextX, nextY]
            }
            return `${d}H110V110Z`
        }
        return h(`svg.hills${more}`, { viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" }, crests.map((crest, i) => {
            const d = wave(crest * 100, swells[i] * 100, i ? 2 : 0.9)
            return h("g", { key: i, class: i ? "near" : "far" }, h("path.shade", { d, transform: "translate(0 -1.2)" }), h("path.shade", { d, transform: "translate(0 -.5)" }), h("path", { d }))
        }))
    }

    // Behind a page that says thank you: plum hills, a thread across, paper flowers as [x, y, width, kind] in parts of the page and rem.
    const evening = (crests, flowers) => [
        hills(crests, [0.03, 0.04], ".plum"),
        h("svg.evening", { viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" }, h("path", { d: "M-1 66C18 58 30 74 50 66S86 70 101 50" })),
        flowers.map(([x, y, width, kind], i) => h("svg.flower", { key: `flower${i}`, viewBox: "0 0 100 100", "aria-hidden": "true", style: { left: `${x * 100}%`, top: `${y * 100}%`, width: `${width}rem`, height: `${width}rem` } },
            Array.from({ length: 7 }, (_, at) => h(`ellipse.${kind}`, { key: at, cx: 79, cy: 50, rx: 23, ry: 17, transform: `rotate(${(at * 360) / 7 + i * 23} 50 50)` })), h(`circle.${kind === "sunflower" ? "coral" : "sunflower"}`, { cx: 50, cy: 50, r: 17 }))),
    ]

    // What somebody says, on paper with a tail to their mouth. `heading`: their name is what the page is about.
    const bubble = (name, text, { clip, tail = "left", quoted = true, heading = false } = {}, ...more) =>
        h("div.bubble.paper.sheet-depth", tail && h(`svg.tail.${tail}`, { viewBox: TAILS[tail][0], "aria-hidden": "true" }, h("path", { d: TAILS[tail][1] })),
            name && h(heading ? "h1.speaker" : "p.speaker", name), h("p.speech", { "aria-live": "polite" }, spoken(text, clip, { quoted })), more)

    // Small round pictures of what was found; with `act` they can be touched. `name`: what they are, where they may be too many for their place.
    const tray = (things, { act, name } = {}) => h("ul.tray", { tabindex: name ? "0" : false, "aria-label": name || false }, things.map((thing, i) =>
        h("li", { key: thing.id ?? i }, thing.found
            ? h(act ? "button.slot.found" : "span.slot.found", { type: act ? "button" : false, role: act ? false : "img", title: thing.name, "aria-label": thing.name, on: act ? { click: () => act(thing, i) } : {} }, thing.picture && picture(thing.picture, { view: thing.view, describe: "" }))
            : h(act ? "button.slot" : "span.slot", { type: act ? "button" : false, role: act ? false : "img", "aria-label": t("Not noticed yet"), on: act ? { click: () => act(thing, i) } : {} }, h("span", { "aria-hidden": "true" }, "?")))))

    // A voice that reads what stands on the page: listen, or hold it, go on, stop, and how far it is. `words`: what it is said to be.
    function voiceControls(offer, ctx, { time = true, words } = {}) {
        const { clip } = offer.props
        const on = voice.key === clip.sha
        const touch = () => (!on ? ctx.act(offer.id) : voice.paused ? voice.resume() : voice.pause())
        const says = !on ? t("Listen") : voice.paused ? t("Go on") : t("Pause")
        return [
            h("button.quiet", { key: `listen-${offer.id}`, type: "button", "data-id": offer.id, "aria-label": !on && words ? words : false, on: { click: touch } }, icon(!on ? "sound-on" : voice.paused ? "play" : "pause"), h("span", says)),
            on && time && quiet(t("Stop"), { act: () => ctx.act(offer.id), icon: "close", id: "stop" }),
            on && time && clipTime(voice.position, clip.seconds),
        ]
    }

    // A clip's play button: words, how long it is, and a stitch of how far it has come.
    function listen(clip, text, { act, id }) {
        const on = voice.key === clip.sha
        return h(`button.quiet.listen${on ? ".on" : ""}`, { type: "button", "data-id": id, "aria-pressed": String(on), on: { click: act } }, icon(on ? "pause" : "play"), h("span", text))
    }

    // A QR code of words that the hub has made one of; `name` says what it is for.
    function code(text, name) {
        const found = codes[text]
        if (!found)
            return h("span.code.coming", { role: "img", "aria-label": name })
        const [side, squares] = found
        const bytes = Uint8Array.from(atob(squares), letter => letter.charCodeAt(0))
        const dark = (x, y) => x < side && (bytes[(y * side + x) >> 3] >> (7 - ((y * side + x) & 7))) & 1
        let d = ""
        for (let y = 0; y < side; y++) {
            for (let x = 0; x < side; x++) {
                let run = 0
                while (dark(x + run, y))
                    run++
                d += run ? `M${x} ${y}h${run}v1h-${run}z` : ""
                x += run
            }
        }
        return h("svg.code", { viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": name, "shape-rendering": "crispEdges" }, h("path", { d }))
    }

    // A code on a card, with what it is for. `without` is shown where there is no code of the text.
    const codeCard = (text, title, help, without = text) => h("div.code-card.paper.sheet-depth", code(text in codes ? text : without, title), h("h2", title), h("p", help))

    // As it is written in the language of the page: 1,400 in English, 1400 in Polish.
    const number = sum => Number(sum).toLocaleString(document.documentElement.lang || "en-GB")

    return { h, t, number, speak, icon, primary, quiet, choice, picture, speaking, spoken, stitches, zoneMark, torn, hills, bubble, tray, listen, media, voice, caption, clipTime, voiceControls, evening, code, codeCard }
}
