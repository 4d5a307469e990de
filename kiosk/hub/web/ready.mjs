// Is this iPad ready? Ten seconds of looking, and for what is not well one thing to do.

import { draw, h } from "/face/dom.mjs"
import { openKeep } from "/face/keep.mjs"
import { makeKit } from "/face/kit.mjs"
import { Media } from "/face/media.mjs"

const stage = document.getElementById("stage")
const NEEDED = 200e6
let kit
let checks = []
let took = 0
let began = 0

const FIXES = {
    sound: ["No bell was heard", "Turn the sound up", ["Press the volume-up button at the iPad’s edge.", "In Control Centre, see that Silent Mode is off.", "Touch “Check again”."]],
    awake: ["The screen may go dark", "Set Auto-Lock to Never", ["Open Settings, then Display & Brightness.", "Touch Auto-Lock.", "Choose Never."]],
    storage: ["There is little room", "Make room on the iPad", ["Open Settings, then General, then iPad Storage.", "Remove what is not needed.", "Touch “Check again”."]],
    wifi: ["The hub is hard to reach", "Bring the iPad nearer", ["Open Settings, then Wi-Fi.", "Choose the zone’s own network.", "Turn off Auto-Join for any other network."]],
    comes: ["It did not come back by itself", "Load the page again", ["Close the page.", "Open it again from the Home Screen.", "Touch “Check again”."]],
    certificate: ["The certificate is not trusted", "Ask IT for the profile", ["IT pushes the hub’s profile to this iPad.", "Until then it works, but must be loaded while the hub is on.", "The guide for IT says how."]],
    media: ["Pictures or clips are missing", "Leave it near the hub", ["Keep this page open for a minute.", "Touch “Check again”."]],
}

const tests = [
    ["sound", "Sound", sound],
    ["awake", "Stays awake", awake],
    ["storage", "Room to keep things", storage],
    ["wifi", "Zone Wi-Fi", wifi],
    ["internet", "No internet needed", internet],
    ["comes", "Comes back", comesBack],
    ["certificate", "Certificate", certificate],
    ["media", "Pictures and clips", media],
]

// A bell, made here; whether it was heard only a person can say.
async function sound() {
    const context = new AudioContext()
    await context.resume()
    if (context.state !== "running")
        return [false, "The browser lets no sound out"]
    for (const [pitch, loud] of [[880, 0.4], [1320, 0.2]]) {
        const [tone, gain] = [context.createOscillator(), context.createGain()]
        tone.frequency.value = pitch
        gain.gain.setValueAtTime(loud, context.currentTime)
        gain.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 1.2)
        tone.connect(gain).connect(context.destination)
        tone.start()
        tone.stop(context.currentTime + 1.2)
    }
    return new Promise(resolve => (page.heard = resolve))
}

async function awake() {
    const lock = await navigator.wakeLock?.request("screen").catch(() => null)
    await lock?.release()
    return lock ? [true, "The page keeps the screen on"] : [false, "May go dark when nobody touches it"]
}

async function storage() {
    const keep = await openKeep()
    const room = await navigator.storage?.estimate?.().catch(() => null)
    if (!keep.lasting)
        return [false, "This browser keeps nothing: leave private browsing"]
    if (!room)
        return [true, "Things are kept here"]
    const free = room.quota - room.usage
    return [free > NEEDED, `${(free / 1e9).toFixed(1)} GB free for us`]
}

async function wifi() {
    const times = []
    for (let i = 0; i < 5; i++) {
        const from = performance.now()
        await fetch("/favicon.ico", { cache: "no-store" })
        times.push(performance.now() - from)
    }
    const middle = times.sort((a, b) => a - b)[2]
    return [middle < 300, `${Math.max(1, Math.round(middle))} ms to the hub`]
}

async function internet() {
    const own = performance.getEntriesByType("resource").every(one => new URL(one.name).origin === location.origin || one.name.startsWith("blob:"))
    return [own, own ? "Everything came from the hub" : "Something was asked for elsewhere: tell IT"]
}

function comesBack() {
    const from = performance.now()
    return new Promise(resolve => {
        const stop = setTimeout(() => done([false, "No answer in 5 seconds"]), 5000)
        const stream = new EventSource("/events")
        const done = told => {
            clearTimeout(stop)
            stream.close()
            resolve(told)
        }
        stream.onmessage = () => done([true, `Joined again in ${((performance.now() - from) / 1000).toFixed(1)} s`])
    })
}

async function certificate() {
    if (location.protocol !== "https:")
        return [isSecureContext, isSecureContext ? "Trusted on this machine" : "Not used: load the page while the hub is on"]
    return [isSecureContext, "Trusted"]
}

async function media() {
    const feed = await fetch("/feed").then(answer => answer.json())
    const decks = await Promise.all(Object.values(feed.decks).map(address => fetch(address).then(answer => answer.json())))
    const all = new Media({ keep: await openKeep(), told: feed.media })
    all.want([feed.words, ...decks.map(one => one.deck)])
    const stop = Date.now() + 20000
    while (!(await all.fetchAll()) && Date.now() < stop)
        await new Promise(resolve => setTimeout(resolve, 1000))
    const here = all.wanted.length - all.missing.size
    return [all.complete, `${here} of ${all.wanted.length} are here`]
}

const page = { heard: null }

async function check() {
    checks = tests.map(([id, title]) => ({ id, title, state: "wait", text: "" }))
    began = performance.now()
    show()
    for (const [i, [, , test]] of tests.entries()) {
        checks[i].state = "now"
        show()
        const [ok, text] = await Promise.race([test(), new Promise(resolve => setTimeout(() => resolve([false, "Took too long"]), 25000))]).catch(() => [false, "Could not be tried"])
        Object.assign(checks[i], { state: ok ? "ok" : "bad", text })
        show()
    }
    took = Math.round((performance.now() - began) / 1000)
    show()
}

function show() {
    const bad = checks.filter(one => one.state === "bad")
    const done = checks.length > 0 && checks.every(one => one.state === "ok" || one.state === "bad")
    const passed = checks.filter(one => one.state === "ok").length
    const title = !checks.length ? "Is this iPad ready?" : !done ? "Looking…" : bad.length === 0 ? "Ready for visitors" : bad.length === 1 ? "Nearly ready: one thing to fix" : `Nearly ready: ${bad.length} things to fix`
    const fix = bad[0] && FIXES[bad[0].id]
    const asking = checks.find(one => one.id === "sound" && one.state === "now")
    draw(stage, [
        h("section.page.readying", { key: "page", tabindex: "0" }, kit.hills([0.17, 0.9], [0.02, 0.02]),
            h("header.ready-head", h("div", h("h1", title), h("p.lead", done ? `Checked in ${took} seconds` : "It takes about ten seconds. You will hear a bell.")), checks.length > 0 && kit.stitches(passed, checks.length, `${passed} of ${checks.length} passed`)),
            h("div.ready-both",
                h("ul.checks.paper", (checks.length ? checks : tests.map(([id, name]) => ({ id, title: name, state: "wait", text: "" }))).map(one => h(`li.${one.state}`, { key: one.id }, h("span.disc", { "aria-hidden": "true" }, kit.icon(one.state === "ok" ? "tick" : one.state === "bad" ? "warning" : "clock")), h("b", one.title), h("span", one.state === "now" ? "Looking…" : one.text)))),
                h("section.fix.paper", { role: "status" },
                    asking ? [h("h2", "Did you hear a bell?"), h("div.row", kit.primary("Yes", { act: () => page.heard?.([true, "You heard the bell"]), arrow: "tick", id: "heard" }), kit.quiet("No", { act: () => page.heard?.([false, "Nothing was heard"]), icon: "sound-off", id: "not-heard" }))]
                        : fix ? [h("p.fault-words", kit.icon("warning"), fix[0]), h("h2", fix[1]), h("ol.fixing", fix[2].map((text, i) => h("li", { key: i }, h("b", String(i + 1)), text))), h("p.meta", "Greyed out? Your IT team holds this setting: show them the guide for IT.")]
                            : done ? [h("h2", "All is well"), h("p.lead", "Hand it to a visitor.")] : [h("h2", "What is looked at"), h("p.lead", "Sound, the screen, room to keep things, the hub, and whether every picture and clip is here.")]))),
        h("nav.rail", { key: "rail", "aria-label": "What next" }, kit.quiet("Host menu", { act: () => location.assign("/host"), icon: "back", id: "host" }), kit.quiet(done && bad.length ? "Use it anyway" : "To the page", { act: () => location.assign("/"), id: "use" }), h("div.middle"), kit.primary(checks.length ? "Check again" : "Check this iPad", { act: check, arrow: "sync", id: "check" })),
    ])
}

async function open() {
    const icons = await fetch("/icons.json").then(answer => answer.json())
    kit = makeKit({ icons, media: {}, voice: { key: "" } })
    show()
}

open().catch(() => draw(stage, h("p.opening", "The hub does not answer. Check the Wi-Fi, then load this page again.")))
