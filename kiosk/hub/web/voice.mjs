// The clip that plays: one at a time. Its words are lit from the times that the hub worked out, so captions are the same
// on every face. Without a speaker, or muted, time runs on and the captions with it.

const EVERY = 50

// Seconds that a sound may stand still before time runs on without it.
const STILL = 1.5

export class Voice {
    // `media` gives addresses; `ended(sha, seconds, complete)` and `changed()` are told.
    constructor({ media, ended, changed, monotonic = () => performance.now() / 1000, later = (work, ms) => setInterval(work, ms), stopLater = timer => clearInterval(timer) }) {
        Object.assign(this, { media, ended, changed, monotonic, later, stopLater })
        this.captions = {}
        this.clip = null
        this.audio = null
        this.muted = false
        this.paused = false
        this.loud = 0
        this.timer = null
    }

    // The clip that plays by its fingerprint, or "".
    get key() {
        return this.clip ? this.clip.sha : ""
    }

    // A browser lets a page make a sound only after a touch: call this in one.
    unlock() {
        if (this.context || typeof AudioContext === "undefined")
            return
        this.context = new AudioContext()
        this.analyser = this.context.createAnalyser()
        this.analyser.fftSize = 512
        this.analyser.connect(this.context.destination)
        this.samples = new Uint8Array(this.analyser.fftSize)
        this.player = new Audio()
        this.context.createMediaElementSource(this.player).connect(this.analyser)
    }

    play(clip) {
        this.stop()
        this.clip = clip
        this.began = this.monotonic()
        this.held = 0
        this.paused = false
        this.silent = true
        if (this.player) {
            this.context.resume()
            this.player.src = this.media.url(this.media.soundOf(clip))
            this.player.muted = this.muted
            this.player.onended = () => this.finish(true)
            const mine = clip
            this.player.play().then(() => {
                if (this.clip === mine)
                    Object.assign(this, { silent: false, moved: [0, this.monotonic()] })
            }, () => {})
        }
        this.timer = this.later(() => this.beat(), EVERY)
        this.changed()
    }

    // Seconds into the clip.
    get position() {
        if (!this.clip)
            return 0
        if (!this.silent)
            return this.player.currentTime
        return Math.min(this.clip.seconds, (this.paused ? this.pausedAt : this.monotonic()) - this.began - this.held)
    }

    beat() {
        if (!this.clip)
            return
        this.watch()
        if (this.silent && !this.paused && this.position >= this.clip.seconds) {
            this.finish(true)
            return
        }
        this.loud = this.measure()
        this.changed()
    }

    // A browser may say that it plays and not do so: a device is gone, a call holds the speaker. The words go on.
    watch() {
        const now = this.monotonic()
        if (this.silent || this.paused || this.player.currentTime !== this.moved[0]) {
            this.moved = [this.player?.currentTime, now]
        } else if (now - this.moved[1] > STILL) {
            this.player.pause()
            Object.assign(this, { silent: true, began: now - this.moved[0], held: 0 })
        }
    }

    measure() {
        if (this.silent || this.paused || !this.analyser)
            return 0
        this.analyser.getByteTimeDomainData(this.samples)
        let sum = 0
        for (const sample of this.samples)
            sum += (sample - 128) ** 2
        return Math.min(1, Math.sqrt(sum / this.samples.length) / 32)
    }

    pause() {
        if (!this.clip || this.paused)
            return
        this.paused = true
        this.pausedAt = this.monotonic()
        this.player?.pause()
        this.changed()
    }

    resume() {
        if (!this.clip || !this.paused)
            return
        this.paused = false
        this.held += this.monotonic() - this.pausedAt
        this.player?.play().catch(() => {})
        this.changed()
    }

    mute(on) {
        this.muted = on
        if (this.player)
            this.player.muted = on
    }

    stop() {
        if (this.clip)
            this.finish(false)
    }

    finish(complete) {
        const [clip, seconds] = [this.clip, complete ? this.clip.seconds : this.position]
        this.stopLater(this.timer)
        this.clip = null
        this.loud = 0
        if (this.player) {
            this.player.onended = null
            this.player.pause()
        }
        this.ended(clip.sha, Math.round(seconds * 10) / 10, complete)
        this.changed()
    }

    // The characters of the clip's text that are lit now, and how far has been said: `{from, to, said}`.
    get lit() {
        const times = this.clip && this.captions[this.clip.sha]
        if (!times)
            return { from: 0, to: 0, said: 0 }
        const last = (list, at) => list.reduce((found, one) => (one[0] <= at ? one : found), null)
        const at = this.position
        const phrase = last(times.phrases, at) || times.phrases[0]
        const word = last(times.words, at)
        return { from: phrase ? phrase[1] : 0, to: phrase ? phrase[2] : 0, said: word ? word[2] : 0 }
    }
}
