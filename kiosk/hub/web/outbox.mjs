// What happened here and is not yet known to be on the hub's disk. It is kept on this device first, then sent in order,
// again and again until the hub says how far it holds; only then is it let go.

import { secret } from "/face/ids.mjs"

const BATCH = 200
const FIRST_RETRY = 1000
const LAST_RETRY = 20000

// The hub is there and takes nothing: its disk is full, or an hour’s measure is.
class Busy extends Error {}

export class Outbox {
    // `post(body)` gives `{held}` or throws; `now()` is the wall clock in ms; `about()` what the host may see of this device.
    constructor({ keep, post, now, about, changed = () => {}, later = (work, ms) => setTimeout(work, ms), end = timer => clearTimeout(timer) }) {
        Object.assign(this, { keep, post, now, about, changed, later, end })
        this.next = 1
        this.first = 1
        this.ipad = ""
        this.reached = null
        this.troubled = false
        this.retry = FIRST_RETRY
        this.timer = null
        this.writing = Promise.resolve()
        this.sending = false
        this.pending = []
    }

    // Read what an earlier page left. Before this nothing may be added.
    async open() {
        this.ipad = (await this.keep.get("about", "ipad")) || ""
        if (!this.ipad) {
            this.ipad = secret()
            await this.keep.write([["about", "ipad", this.ipad]])
        }
        const numbers = await this.keep.keys("outbox")
        const let_go = (await this.keep.get("about", "held")) || 0
        this.first = numbers.length ? numbers[0] : let_go + 1
        this.next = (numbers.length ? numbers[numbers.length - 1] : let_go) + 1
        return this
    }

    // How many things wait to be sent.
    get unsent() {
        return this.next - this.first
    }

    // Keeps an item. It gets its number now and is sent when it is on this device's disk.
    add(item) {
        const numbered = { n: this.next++, time: this.now(), ...item }
        this.pending.push(["outbox", numbered.n, numbered])
        if (this.pending.length === 1)
            this.write()
        this.changed()
    }

    // Writes what waits, all that one tap did at once.
    write() {
        const kept = this.writing.then(() => this.keep.write(this.pending.splice(0)))
        this.writing = kept.then(() => (this.troubled = false), () => (this.troubled = true))
        kept.then(() => this.send(), () => this.changed())
    }

    // The hub may be there again: try at once.
    nudge() {
        this.retry = FIRST_RETRY
        this.send()
    }

    async send() {
        if (this.sending)
            return
        this.sending = true
        this.end(this.timer)
        try {
            do {
                const end = this.next
                await this.writing
                const items = await this.keep.some("outbox", this.first, BATCH)
                // What could not be kept here is gone: the hub must not wait for it.
                this.first = items[0]?.n ?? end
                const [last, before] = [items.at(-1)?.n ?? this.first - 1, this.first]
                const answer = await this.post({ ipad: this.ipad, sent: this.now(), about: this.about(), first: this.first, items })
                this.reached = true
                await this.held(answer.held, items)
                if (this.first === before && last >= before)
                    throw new Busy()
                this.retry = FIRST_RETRY
            } while (this.unsent > 0)
        } catch (error) {
            if (!(error instanceof Busy))
                this.reached = false
            this.wait()
        } finally {
            this.sending = false
            this.changed()
        }
    }

    wait() {
        this.timer = this.later(() => this.send(), this.retry)
        this.retry = Math.min(LAST_RETRY, this.retry * 2)
    }

    // The hub holds everything up to a number. What it lost of what it once held can't be sent again: go on as another device.
    async held(number, items) {
        if (number < this.first - 1) {
            await this.begin_anew()
            return
        }
        const last = Math.min(number, this.next - 1)
        const gone = items.filter(item => item.n <= last).map(item => ["outbox", item.n, undefined])
        if (gone.length) {
            await this.keep.write([...gone, ["about", "held", last]])
            this.first = last + 1
        }
        this.changed()
    }

    async begin_anew() {
        await this.writing
        const rest = await this.keep.some("outbox", this.first, 1e9)
        const ipad = secret()
        const moved = rest.map((item, i) => ["outbox", i + 1, { ...item, n: i + 1 }])
        const stale = rest.filter(item => item.n > rest.length).map(item => ["outbox", item.n, undefined])
        await this.keep.write([...stale, ...moved, ["about", "ipad", ipad], ["about", "held", 0]])
        this.ipad = ipad
        this.first = 1
        this.next = rest.length + 1
    }
}
