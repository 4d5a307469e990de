// The page of an iPad: fetches what the zone holds, then runs it by itself. The hub is told what happened when it is there.

import { draw, h } from "/face/dom.mjs"
import { uuid7 } from "/face/ids.mjs"
import { install } from "/face/install.mjs"
import { openKeep } from "/face/keep.mjs"
import { makeKit } from "/face/kit.mjs"
import { json, load } from "/face/load.mjs"
import { Media } from "/face/media.mjs"
import { News } from "/face/news.mjs"
import { Outbox } from "/face/outbox.mjs"
import { Station } from "/face/station.mjs"
import { Voice } from "/face/voice.mjs"
import { attract, finish, home, opening, overlays, paused, rail } from "/face/pages.mjs"

const TICK = 250
const BEAT = 15000
const RENEW = 60000
const PATIENCE = 10000

class Page {
    constructor(stage) {
        this.stage = stage
        this.asking = ""
        this.local = {}
        this.shown = ""
        this.places = new Map()
        this.busy = false
        this.pending = false
    }

    async open() {
        draw(this.stage, opening())
        const [{ feed, icons, decks, kinds }, keep] = await Promise.all([load(), openKeep()])
        this.feed = feed
        const library = { ...feed, decks: Object.fromEntries(decks.map(one => [one.deck.id, one.deck])) }
        this.keep = keep
        this.media = new Media({ keep, told: feed.media, changed: () => this.redraw() })
        this.voice = new Voice({ media: this.media, ended: (...heard) => this.heard(...heard), changed: () => this.redraw() })
        this.captions = { en: Object.assign({}, ...decks.map(one => one.captions)) }
        this.voice.captions = this.captions.en
        this.codes = {}
        this.kit = makeKit({ icons, media: this.media, voice: this.voice, codes: this.codes })
        this.screens = Object.fromEntries(feed.kinds.map((kind, i) => [kind, kinds[i].screens(this.kit)]))
        this.news = new News({ changed: () => this.told() })
        // Until the hub says otherwise, what it said last is so.
        Object.assign(this.news.now, await keep.get("about", "news").catch(() => null))
        this.outbox = await new Outbox({ keep, post: body => this.post(body), now: () => Date.now(), about: () => this.about(), changed: () => this.redraw() }).open()
        const started = performance.now()
        this.station = new Station({
            library,
            zone: feed.zone,
            scenario: feed.zone.scenarios[0] || "",
            recorder: this,
            monotonic: () => (performance.now() - started) / 1000,
            newId: uuid7,
            timing: feed.timing,
        })
        this.inSession()
        this.listen()
        this.show()
        performance.mark("first-screen")
        this.news.open()
        this.outbox.send()
        this.battery()
        install()
        await this.fetchMedia(decks.map(one => one.deck), feed)
    }

    // What the station is told to keep: see Recorder in kiosk/recording.py.
    beginVisit(visit, session) {
        this.outbox.add({ what: "begin", visit, session })
    }

    endVisit(visit, how) {
        this.outbox.add({ what: "end", visit, how })
    }

    record(entry) {
        const { visit, verb, activity, screen, detail } = entry
        this.outbox.add({ what: "record", id: uuid7(), visit, verb, activity: activity || "", screen: screen || "", detail: detail || {} })
    }

    note(kind, text, { visit, activity }) {
        this.outbox.add({ what: "note", id: uuid7(), visit, activity, kind, text })
    }

    approvedNotes(kind, limit) {
        return (this.news.now.notes[kind] || []).slice(0, limit)
    }

    before(activity) {
        return this.news.now.before[activity] || { walks: 0, screens: {}, steps: {}, onward: {}, lies: {}, reached: {} }
    }

    async post(body) {
        const answer = await fetch("/intake", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE) })
        if (!answer.ok)
            throw new Error(`The hub answered ${answer.status}.`)
        return answer.json()
    }

    about() {
        const state = this.station?.state
        return { unsent: this.outbox.unsent, release: this.feed.release, activity: state?.activity || "", visit: Boolean(state?.id), ready: this.media.complete ? this.feed.release : "", ...this.power }
    }

    async battery() {
        const battery = await navigator.getBattery?.().catch(() => null)
        if (battery)
            this.power = { battery: battery.level, charging: battery.charging }
    }

    async fetchMedia(decks, feed) {
        this.media.want([feed.words, ...decks])
        Promise.all(Object.values(feed.codes).map(address => this.fetchCodes(address)))
        while (!(await this.media.fetchAll()))
            await new Promise(resolve => setTimeout(resolve, 5000))
        await this.media.tidy().catch(() => {})
        // In case the hub goes before somebody asks for them.
        for (const one of feed.languages)
            await this.learn(one.code).catch(() => {})
        this.outbox.send()
    }

    async fetchCodes(address) {
        for (let found; !found; ) {
            found = await json(address).catch(() => new Promise(resolve => setTimeout(resolve, 5000)))
            Object.assign(this.codes, found)
        }
        this.redraw()
    }

    listen() {
        const touched = event => {
            this.voice.unlock()
            this.awake()
            if (!this.station.state.id || event.target.closest?.(".overlay"))
                return
            this.station.touch()
            this.redraw()
        }
        addEventListener("pointerdown", touched, { capture: true })
        addEventListener("keydown", touched, { capture: true })
        addEventListener("resize", () => this.redraw())
        addEventListener("online", () => this.outbox.nudge())
        document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.awake())
        setInterval(() => this.tick(), TICK)
        setInterval(() => this.beat(), BEAT)
    }

    beat() {
        this.outbox.send()
        this.renew()
    }

    // The hub has another release than this page began with: begin afresh with it while nobody is here, once a minute at most,
    // as the new one may not be had yet.
    renew() {
        const { release } = this.news.now
        const since = Date.now() - Number(sessionStorage.getItem("renewed") || 0)
        if (!this.news.reached || !release || release === this.feed.release || this.station.state.phase !== "attract" || since < RENEW)
            return
        sessionStorage.setItem("renewed", Date.now())
        location.reload()
    }

    // The screen stays on while somebody is here, where the browser lets a page ask for it.
    async awake() {
        if (this.lock || !navigator.wakeLock)
            return
        this.lock = await navigator.wakeLock.request("screen").catch(() => null)
        this.lock?.addEventListener("release", () => (this.lock = null))
    }

    tick() {
        const before = this.station.state
        const spot = this.spot
        this.station.tick(this.busy || (this.voice.key !== "" && !this.voice.paused))
        const after = this.station.state
        if (after.phase !== before.phase || after.asked !== before.asked)
            this.moved(spot)
        else if (after.asked !== null)
            this.redraw()
    }

    // The hub has told something: what a host switched is followed, now or after this visit.
    told() {
        const news = this.news.now
        if (this.news.reached) {
            this.outbox.nudge()
            this.keep.write([["about", "news", news]]).catch(() => {})
        }
        if (!this.station)
            return
        this.inSession()
        const spot = this.spot
        if (news.paused && this.station.state.phase !== "paused")
            this.station.pause()
        else if (!news.paused && this.station.state.phase === "paused")
            this.station.unpause()
        this.follow(news.when === "now")
        this.moved(spot)
    }

    // Visits that begin from now on are of the session that the hub told of last.
    inSession() {
        Object.assign(this.codes, this.news.now.codes)
        this.station.changeSession(this.news.now.session)
    }

    follow(now) {
        const wanted = this.news.now.scenario
        if (!wanted || wanted === this.station.scenario || !this.feed.cards[wanted])
            return
        if (this.station.state.id && !now)
            return
        if (this.station.state.id)
            this.station.leave("host")
        this.station.changeScenario(wanted)
    }

    get spot() {
        const { visit, activity, screen } = this.station.spot
        return `${visit}/${activity}/${screen}`
    }

    // Everything that can be asked of the station, by name; what follows from a change is in `moved`.
    ask(what, name = "") {
        const spot = this.spot
        const preferences = this.station.state.preferences
        const prefer = changes => this.station.prefer({ ...preferences, ...changes })
        const asks = {
            wake: () => this.station.wake(),
            open: () => this.station.openActivity(name),
            back: () => this.station.back(),
            home: () => this.station.home(),
            finish: () => this.station.finish(),
            "carry-on": () => this.station.touch(),
            "start-again": () => this.station.leave("started-again"),
            leave: () => this.station.leave("finished"),
            "text-size": () => prefer({ text_step: (preferences.text_step + 1) % 3 }),
            contrast: () => prefer({ contrast: !preferences.contrast }),
            sound: () => prefer({ sound: !preferences.sound }),
            language: () => prefer({ language: name }),
        }
        this.asking = ""
        asks[what]()
        if (what === "sound")
            this.voice.mute(!this.station.state.preferences.sound)
        this.moved(spot, what === "open")
    }

    // The delegate wants another language: its words are fetched the first time that somebody asks for it.
    async speak(code) {
        if (!this.station.state.id)
            this.ask("wake")
        const asked = this.station.state.id
        if (!this.station.knows(code))
            await this.learn(code).catch(() => {})
        if (this.station.knows(code) && this.station.state.id === asked)
            this.ask("language", code)
        this.asking = ""
        this.redraw()
    }

    async learn(code) {
        const edition = await json(`/edition/${code}`)
        this.captions[code] = { ...this.captions.en, ...edition.captions }
        this.station.learn(edition)
    }

    act(action, answer = "") {
        const spot = this.spot
        const offer = this.station.view()?.actions.find(one => one.id === action)
        const clip = offer?.props.clip
        if (clip && offer.verb === "play" && this.voice.key === clip.sha) {
            this.voice.stop()
            this.show()
            return
        }
        this.station.act(action, answer)
        this.moved(spot, !clip)
        if (clip)
            this.play(clip)
    }

    play(clip) {
        this.heardAt = this.station.spot
        this.voice.play(clip)
    }

    heard(sha, seconds, complete) {
        this.station.tell("heard", { clip: sha.slice(0, 12), seconds, complete }, this.heardAt)
    }

    // What follows from a change: sound ends with its screen, a person who speaks on a new one is heard.
    moved(before, arriving = false) {
        if (this.spot !== before) {
            this.busy = false
            this.voice.stop()
            if (arriving) {
                const clip = this.station.view()?.slots.says?.[0]?.clip
                if (clip)
                    this.play(clip)
            }
        }
        if (!this.station.state.id) {
            this.voice.mute(false)
            this.asking = ""
            this.media.forget()
            this.follow(true)
        }
        this.show()
    }

    // Soon, once, however often it is asked for.
    redraw() {
        if (this.pending || !this.station)
            return
        this.pending = true
        requestAnimationFrame(() => {
            this.pending = false
            this.show()
        })
    }

    show() {
        const moment = this.station.moment()
        const { view, preferences } = moment
        const root = document.documentElement
        const edition = this.station.edition
        this.kit.speak(edition?.own || {})
        this.voice.captions = this.captions[edition?.language.code || "en"]
        root.lang = edition?.language.code || "en-GB"
        root.dir = moment.rtl ? "rtl" : "ltr"
        root.dataset.step = preferences.text_step
        root.toggleAttribute("data-contrast", preferences.contrast)
        root.toggleAttribute("data-portrait", innerHeight > innerWidth)
        Object.assign(root.dataset, { phase: moment.phase, activity: view?.activity || "", screen: view?.screen || "", kind: view ? `${view.activity_kind}/${view.kind}` : "" })
        this.stage.dataset.zone = moment.zone.colour
        const key = `${moment.phase}/${view ? `${view.activity}/${view.screen}` : ""}/${this.station.state.id}`
        const arriving = key !== this.shown
        if (arriving) {
            const old = this.stage.querySelector("[data-scrolls]")
            if (old)
                this.places.set(this.shown, old.scrollTop)
            this.local = {}
            this.shown = key
        }
        const page = this.drawn(moment, view)
        draw(this.stage, [h(`section.page.${moment.phase}`, { key, "aria-label": moment.venue.title }, page.nodes), page.rail, overlays(this, moment)])
        if (arriving && this.places.get(key)) {
            const list = this.stage.querySelector("[data-scrolls]")
            if (list)
                list.scrollTop = this.places.get(key)
        }
    }

    // What stands on the page and in its rail.
    drawn(moment, view) {
        if (moment.phase === "attract")
            return { nodes: attract(this, moment) }
        if (moment.phase === "home")
            return { nodes: home(this, moment), rail: rail(this, moment, {}) }
        if (moment.phase === "finish")
            return { nodes: finish(this, moment) }
        if (moment.phase === "paused")
            return { nodes: paused(this, moment) }
        const screen = this.screens[view.activity_kind][view.kind]
        const drawing = screen(view, this.context(view))
        return { nodes: drawing.nodes, rail: rail(this, moment, drawing) }
    }

    // What a kind's screen may use besides the kit. `local` is its own, and gone with the screen.
    context(view) {
        return {
            act: (action, answer) => this.act(action, answer),
            offer: id => view.actions.find(one => one.id === id),
            offers: verb => view.actions.filter(one => one.verb === verb),
            slot: name => view.slots[name] || [],
            local: this.local,
            redraw: () => this.redraw(),
            busy: on => (this.busy = on),
            portrait: innerHeight > innerWidth,
            contrast: this.station.state.preferences.contrast,
            step: this.station.state.preferences.text_step,
            filmsMuted: !this.station.state.preferences.sound,
        }
    }
}

const page = new Page(document.getElementById("stage"))
page.open().catch(() => {
    draw(page.stage, opening("This iPad can’t reach the hub. Tell a host, or wait: it tries again by itself."))
    setTimeout(() => location.reload(), 10000)
})
