// The host menu on a host's own tablet: the PIN, then the zone's scenarios, iPads and notes, and whether all is sent.

import { draw, h } from "/face/dom.mjs"
import { makeKit } from "/face/kit.mjs"

const EVERY = 2000
const IDLE = 300
const STATES = { visit: ["people", "In use"], ready: ["tick", "Ready"], loading: ["sync", "Fetching"], away: ["pause", "Away"] }

const stage = document.getElementById("stage")
const page = { locked: true, digits: "", sentence: "", state: null, asked: null, code: null, touched: Date.now(), busy: false, away: false }
let kit

async function send(address, body) {
    const answer = await fetch(address, { method: "POST", headers: { "content-type": "application/json", "x-host": page.state?.token || "" }, body: JSON.stringify(body) })
    const told = await answer.json().catch(() => ({}))
    if (answer.status === 401)
        lock()
    return told
}

function lock() {
    Object.assign(page, { locked: true, digits: "", state: null, asked: null, code: null })
    show()
}

async function look() {
    if (page.locked && page.state === null && page.seen)
        return
    try {
        const answer = await fetch("/host/state")
        page.seen = true
        page.away = false
        const state = await answer.json()
        if (!state.locked) {
            page.locked = false
            page.state = state
        } else if (!page.locked) {
            lock()
        }
    } catch {
        page.away = true
    }
    show()
}

async function press(key) {
    if (page.busy)
        return
    page.digits = key === "back" ? page.digits.slice(0, -1) : (page.digits + key).slice(0, 6)
    page.sentence = ""
    if (page.digits.length === 6) {
        page.busy = true
        show()
        const told = await send("/host/pin", { pin: page.digits }).catch(() => ({ sentence: "The hub does not answer: try again." }))
        page.busy = false
        page.digits = ""
        page.sentence = told.ok ? "" : told.sentence
        if (told.ok) {
            page.touched = Date.now()
            page.locked = false
            await look()
            return
        }
    }
    show()
}

async function act(verb, detail = "") {
    page.asked = null
    page.touched = Date.now()
    const told = await send("/host/do", { verb, detail }).catch(() => ({ sentence: "The hub does not answer: try again." }))
    page.sentence = told.sentence || ""
    await look()
}

function pad() {
    const key = (name, ...inside) => h("button.pad-key.paper", { key: name, type: "button", "data-id": `key-${name}`, "aria-label": name === "back" ? "Delete" : name, on: { click: () => press(name) } }, inside)
    return h("section.pin", h("div.pin-sheet.paper.sheet-depth",
        h("h1", kit.icon("lock"), "Staff only"),
        h("div.dots", { role: "status", "aria-label": `${page.digits.length} of 6 digits` }, Array.from({ length: 6 }, (_, i) => h(`span${i < page.digits.length ? ".in" : ""}`, { key: i }))),
        h("p.pin-words", { role: "alert" }, page.busy ? "One moment." : page.sentence || "Enter your 6-digit PIN"),
        h("div.pad", "123456789".split("").map(one => key(one, one)), h("span"), key("0", "0"), key("back", kit.icon("backspace")))))
}

function clock() {
    const left = Math.max(0, IDLE - Math.floor((Date.now() - page.touched) / 1000))
    if (left === 0)
        lock()
    const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })
    return `${now}. Locks itself in ${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`
}

function scenario(one, state) {
    const said = one.on ? "Now on" : one.pending ? "After this visit" : ""
    return h(`article.zone-card.paper${one.on ? ".on" : ""}`, { key: one.id },
        h("div.zone-picture", one.picture.sha && kit.picture(one.picture, { describe: "" })),
        h("div.zone-words", h("h2", one.title), h("span.now", said)),
        h("p", one.summary),
        !one.on && !one.pending && kit.quiet("Switch", { act: () => ((page.asked = one), show()), icon: "sync", id: `switch-${one.id}` }))
}

function ipads(state) {
    const count = name => state.ipads.filter(one => one.state === name).length
    const battery = one => (one.battery === null || one.battery === undefined ? "" : `, ${Math.round(one.battery * 100)} %${one.charging ? " charging" : ""}`)
    return h("section.panel.paper",
        h("header", h("h2", `iPads: ${state.ipads.length}`), h("span.meta", `${count("visit")} in use, ${count("ready")} ready, ${count("away")} away`)),
        state.ipads.length
            ? h("ul.ipads", state.ipads.map(one => h("li", { key: one.title }, h("span", one.title), h(`span.ipad-state.${one.state}`, kit.icon(STATES[one.state][0]), `${STATES[one.state][1]}${battery(one)}`), h("span.held", one.unsent ? `${one.unsent} unsent` : "Unsent: 0"))))
            : h("p", `None yet. On an iPad open ${state.join}`))
}

// The session that is on, and the ways to start and end one.
function session(state) {
    const { code, since, visits } = state.session
    const begun = visits === 0 ? "No visit has begun in it yet." : visits === 1 ? "1 visit has begun in it." : `${visits} visits have begun in it.`
    const enter = () => (Object.assign(page, { code: "", sentence: "" }), show())
    return h("section.panel.paper", { key: "session" },
        h("h2", code ? `Session ${code} since ${since}` : "No session is on"),
        h("p", code ? begun : "Start one, and every visit that begins from then on carries its code, on iPads too."),
        h("div.row", kit.quiet(code ? "Start another" : "Start a session", { act: enter, icon: "calendar", id: "session" }),
            code && kit.quiet("End it", { act: () => act("session-end"), icon: "close", id: "session-end" })))
}

function notes(state) {
    return state.notes.length > 0 && h("section.panel.paper", h("header", h("h2", `Notes to read: ${state.notes.length}`)),
        h("ul.notes", state.notes.slice(0, 6).map(one => h("li", { key: one.id }, h("p", one.text), h("div.row", kit.quiet("Show it", { act: () => act("approve", one.id), icon: "tick", id: `approve-${one.id}` }), kit.quiet("Not this one", { act: () => act("decline", one.id), icon: "close", id: `decline-${one.id}` }))))))
}

function banner(state) {
    const holding = state.ipads.filter(one => one.unsent > 0)
    const safe = state.unsent === 0
    const visiting = state.ipads.filter(one => one.state === "visit").length + (state.visiting ? 1 : 0)
    return h(`section.banner${safe ? "" : ".not-yet"}`, { role: "status" }, h("span.disc", kit.icon(safe ? "tick" : "clock")),
        h("div", h("h2", safe ? "Safe to switch the iPads off" : `Not yet: ${state.unsent} to send`),
            h("p", safe ? "Unsent: 0 on every iPad. Everything they sent is on this hub’s disk." : `${holding.map(one => `${one.title} holds ${one.unsent}`).join(", ")}. Nothing is lost: leave them on near the hub.`),
            state.centre && h("p", state.centre),
            visiting > 0 && h("p", visiting === 1 ? "A visit is under way: it would end early." : `${visiting} visits are under way: they would end early.`)),
        kit.quiet(state.paused ? "Open again" : "Pause", { act: () => act(state.paused ? "resume" : "pause"), icon: state.paused ? "play" : "pause", id: "pause" }))
}

// A staged switch: which iPads have it, who is in the middle of something, then go.
function sheet(state) {
    const one = page.asked
    const here = state.ipads.filter(ipad => ipad.state !== "away")
    const ready = here.filter(ipad => ipad.state !== "loading")
    const busy = here.filter(ipad => ipad.state === "visit")
    const visits = busy.length + (state.visiting ? 1 : 0)
    const close = () => ((page.asked = null), show())
    return h("div.overlay", { key: "sheet", on: { click: event => event.target === event.currentTarget && close() } }, h("div.asking.paper.sheet-depth", { role: "dialog", "aria-modal": "true", "aria-label": `Switch to ${one.title}`, tabindex: "-1", once: element => element.focus() },
        h("h2", `Switch to ${one.title}?`),
        h("p.lead", here.length === 0 ? "No iPad is here at the moment." : ready.length === here.length ? `It is on every iPad already (${here.length} of ${here.length}).` : `${ready.length} of ${here.length} iPads have all of it; the others are still fetching.`),
        visits > 0 && h("p", `In the middle of a visit: ${[...busy.map(ipad => ipad.title), ...(state.visiting ? ["the big screen"] : [])].join(", ")}.`),
        h("div.row", kit.primary(visits > 0 ? "After their visits" : "Switch now", { act: () => act(visits > 0 ? "switch-after" : "switch-now", one.id), id: "go" }),
            visits > 0 && kit.quiet(visits === 1 ? "Now: end that visit" : `Now: end ${visits} visits`, { act: () => act("switch-now", one.id), id: "go-now" }), kit.quiet("Don’t switch", { act: close, id: "stay" }))))
}

// The code of a session, as it stands on the booking. Whether it is one, the hub says.
function entering(state) {
    const close = () => (Object.assign(page, { code: null, sentence: "" }), show())
    const start = async () => {
        await act("session", page.code)
        page.sentence ? show() : close()
    }
    const typed = event => (Object.assign(page, { code: event.target.value, sentence: "", touched: Date.now() }), show())
    return h("div.overlay", { key: "code", on: { click: event => event.target === event.currentTarget && close() } }, h("div.asking.paper.sheet-depth", { role: "dialog", "aria-modal": "true", "aria-label": "Which session?" },
        h("h2", "Which session?"),
        h("label.lead", { for: "code" }, `The code on the booking, such as J12.${state.session.code ? ` Session ${state.session.code} ends when it starts.` : ""}`),
        h("input.session-code", { id: "code", value: page.code, maxlength: 12, autocapitalize: "characters", autocomplete: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "go", once: element => element.focus(), on: { input: typed, keydown: event => event.key === "Enter" && start() } }),
        page.sentence && h("p.sentence", { role: "alert" }, page.sentence),
        h("div.row", kit.primary("Start", { act: start, id: "session-start" }), kit.quiet("Cancel", { act: close, id: "session-cancel" }))))
}

function show() {
    if (page.locked || !page.state) {
        draw(stage, pad())
        return
    }
    const state = page.state
    draw(stage, [
        h("header.staff-head", { key: "head" }, kit.icon("lock"), h("h1", page.feed.zone.name), h("span", page.feed.venue.name), h("span.clock-words", clock()), kit.quiet("Lock", { act: () => send("/host/lock", {}).then(lock), id: "lock" })),
        h("div.staff-body", { key: "body" },
            h("div.staff-main", page.sentence && page.code === null && h("p.problem.paper", { role: "alert" }, kit.icon("warning"), page.sentence), page.away && h("p.problem.paper", { role: "alert" }, kit.icon("wifi-off"), "The hub does not answer just now. What you see may be old."),
                state.scenarios.length > 0 ? h("div.zone-cards", state.scenarios.map(one => scenario(one, state))) : h("p.lead", "This zone has no scenarios to switch.")),
            h("div.staff-side", session(state), ipads(state), notes(state))),
        banner(state),
        page.asked && sheet(state),
        page.code !== null && entering(state),
    ])
}

async function open() {
    const [feed, icons] = await Promise.all(["/feed", "/icons.json"].map(address => fetch(address).then(answer => answer.json())))
    page.feed = feed
    stage.dataset.zone = feed.zone.colour
    const media = { url: sha => `/media/${sha}`, look: sha => `/media/${sha}`, groups: () => new Set() }
    kit = makeKit({ icons, media, voice: { key: "" } })
    addEventListener("keydown", event => page.locked && (/^[0-9]$/.test(event.key) ? press(event.key) : event.key === "Backspace" && press("back")))
    await look()
    setInterval(() => (page.locked ? null : look()), EVERY)
    setInterval(() => !page.locked && show(), 1000)
}

open().catch(() => draw(stage, h("p.opening", "The hub does not answer. Check the Wi-Fi, then load this page again.")))
