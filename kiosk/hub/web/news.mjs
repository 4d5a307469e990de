// What the hub tells all iPads: the present state of the zone, whole each time. `reached` says whether it is there now.

const SILENCE = 25000

export class News {
    constructor({ changed, source = address => new EventSource(address), now = () => Date.now(), every = (work, ms) => setInterval(work, ms) }) {
        Object.assign(this, { changed, source, clock: now, every })
        this.now = { number: 0, release: "", scenario: "", when: "now", paused: false, preload: "", session: "", codes: {}, notes: {}, before: {} }
        this.reached = null
        this.last = 0
    }

    open() {
        this.connect()
        this.every(() => this.watch(), 5000)
    }

    connect() {
        this.stream?.close()
        this.last = this.clock()
        this.stream = this.source("/events")
        this.stream.onmessage = event => {
            this.now = { ...this.now, ...JSON.parse(event.data) }
            this.alive(true)
            this.changed()
        }
        this.stream.addEventListener("beat", () => this.alive(true) && this.changed())
        this.stream.onerror = () => this.alive(false) && this.changed()
    }

    // Whether this is news.
    alive(reached) {
        if (reached)
            this.last = this.clock()
        const news = this.reached !== reached
        this.reached = reached
        return news
    }

    // A connection that has gone quiet is as good as gone, though the browser may not have noticed.
    watch() {
        if (this.clock() - this.last > SILENCE) {
            if (this.alive(false))
                this.changed()
            this.connect()
        }
    }
}
