// Pictures, clips and films of the zone: fetched once, kept on this device, and shown from there, so that a hub that
// goes away takes nothing with it. SVG is shown as an image only; a look of it (which groups are there) is another image.

const TOGETHER = 3
const PATIENCE = 60000

export class Media {
    // `told` is the feed's `media`; `fetcher(address)` gives a Response; `changed()` is called when something has come.
    constructor({ keep, told, fetcher = address => fetch(address, { signal: AbortSignal.timeout(PATIENCE) }), changed = () => {} }) {
        Object.assign(this, { keep, told, fetcher, changed })
        this.urls = new Map()
        this.texts = new Map()
        this.looks = new Map()
        this.missing = new Set()
        this.wanted = []
        this.loaded = 0
        const audio = typeof Audio === "undefined" ? null : new Audio()
        this.mp3 = Boolean(audio && audio.canPlayType("audio/mpeg"))
    }

    // The file that this browser plays for a clip.
    soundOf(clip) {
        return clip.twin && this.mp3 ? clip.twin.sha : clip.sha
    }

    // Everything that these decks show and play, what is seen first coming first.
    want(decks) {
        const found = new Set(this.wanted)
        for (const deck of decks)
            this.gather(deck, found)
        this.wanted = [...found].filter(sha => this.told[sha] && this.told[sha].kind !== "captions")
        const rank = sha => ["picture", "clip", "twin", "video"].indexOf(this.told[sha].kind)
        this.wanted.sort((a, b) => rank(a) - rank(b))
    }

    gather(thing, found) {
        if (Array.isArray(thing)) {
            for (const one of thing)
                this.gather(one, found)
        } else if (thing && typeof thing === "object") {
            if (thing.sha && thing.seconds !== undefined && !thing.captions)
                found.add(this.soundOf(thing))
            else if (thing.sha && thing.src)
                found.add(thing.sha)
            for (const [name, one] of Object.entries(thing)) {
                if (name !== "twin" && name !== "media")
                    this.gather(one, found)
            }
        }
    }

    // How much of what is wanted is here, 0 to 1.
    get share() {
        return this.wanted.length ? this.wanted.filter(sha => this.urls.has(sha)).length / this.wanted.length : 1
    }

    get complete() {
        return this.wanted.every(sha => this.urls.has(sha))
    }

    // Fetch what is not here yet. Ends when all is here or a try has failed; call it again then.
    async fetchAll() {
        const queue = this.wanted.filter(sha => !this.urls.has(sha))
        const work = async () => {
            for (let sha = queue.shift(); sha; sha = queue.shift())
                await this.fetchOne(sha).catch(() => this.missing.add(sha))
        }
        this.missing.clear()
        await Promise.all(Array.from({ length: TOGETHER }, work))
        return this.missing.size === 0
    }

    async fetchOne(sha) {
        let blob = await this.keep.get("media", sha).catch(() => undefined)
        if (!blob || blob.size !== this.told[sha].size) {
            const answer = await this.fetcher(`/media/${sha}`)
            if (!answer.ok)
                throw new Error(`${sha}: ${answer.status}`)
            blob = await answer.blob()
            if (blob.size !== this.told[sha].size)
                throw new Error(`${sha} came incomplete`)
            await this.keep.write([["media", sha, blob]]).catch(() => {})
        }
        if (this.told[sha].type === "image/svg+xml")
            this.texts.set(sha, await blob.text())
        this.urls.set(sha, URL.createObjectURL(new Blob([blob], { type: this.told[sha].type })))
        this.changed()
    }

    // What earlier releases left behind is let go.
    async tidy() {
        const kept = new Set(this.wanted)
        const stale = (await this.keep.keys("media")).filter(sha => !kept.has(sha))
        if (stale.length)
            await this.keep.write(stale.map(sha => ["media", sha, undefined]))
    }

    // The address of a file: here if it has come, else the hub's.
    url(sha) {
        return this.urls.get(sha) || `/media/${sha}`
    }

    // The address of an SVG with groups shown and hidden; of the picture as it is until that can be made.
    look(sha, { show = [], hide = [], only = [] }) {
        const text = this.texts.get(sha)
        if (!text)
            return only.length ? "" : this.url(sha)
        const key = `${sha} ${show} ${hide} ${only}`
        if (!this.looks.has(key))
            this.looks.set(key, URL.createObjectURL(new Blob([dressed(text, show, hide, only)], { type: "image/svg+xml" })))
        return this.looks.get(key)
    }

    // The ids of groups in a picture.
    groups(sha) {
        const text = this.texts.get(sha)
        if (!text)
            return new Set()
        this.ids ||= new Map()
        if (!this.ids.has(sha))
            this.ids.set(sha, new Set(Array.from(text.matchAll(/\sid="([^"]+)"/g), found => found[1])))
        return this.ids.get(sha)
    }

    // The looks of another activity are not needed any more.
    forget() {
        for (const url of this.looks.values())
            URL.revokeObjectURL(url)
        this.looks.clear()
    }
}

// An SVG with some groups shown and hidden; with `only`, nothing else than those is left in it.
function dressed(text, show, hide, only) {
    const tree = new DOMParser().parseFromString(text, "image/svg+xml")
    for (const id of hide)
        tree.getElementById(id)?.setAttribute("display", "none")
    for (const id of show)
        tree.getElementById(id)?.removeAttribute("display")
    if (only.length) {
        const keep = new Set()
        for (const id of only) {
            for (let one = tree.getElementById(id); one && one.nodeType === 1; one = one.parentNode)
                keep.add(one)
        }
        prune(tree.documentElement, keep, new Set(only))
    }
    return new XMLSerializer().serializeToString(tree)
}

function prune(element, keep, whole) {
    for (const child of [...element.children]) {
        if (whole.has(child.id) || ["defs", "lineargradient", "radialgradient"].includes(child.tagName.toLowerCase()))
            continue
        keep.has(child) ? prune(child, keep, whole) : child.remove()
    }
}

const MOODS = ["guarded", "listening", "moved", "laughing"]

// The groups that make one look of one face, as in kiosk/shell/svg.py. `person` is "" for a portrait by itself.
export function faceGroups(known, person, mood, { mouthOpen = false, eyesClosed = false } = {}) {
    const moods = MOODS.filter(one => person && known.has(`${person}-face-${one}`))
    const show = []
    const hide = []
    let stem = person ? `${person}-` : ""
    if (moods.length) {
        const shown = moods.includes(mood) ? mood : moods[0]
        show.push(`${person}-face-${shown}`)
        hide.push(...moods.filter(one => one !== shown).map(one => `${person}-face-${one}`))
        stem = `${person}-face-${shown}-`
    }
    for (const [part, other, swapped] of [["mouth", "mouth-open", mouthOpen], ["eyes", "eyes-closed", eyesClosed]]) {
        const [first, second] = [stem + part, stem + other]
        const seen = swapped && known.has(second) ? second : first
        show.push(seen)
        hide.push(seen === first ? second : first)
    }
    return { show, hide, parts: moods.length ? show.slice(0, 1) : show }
}
