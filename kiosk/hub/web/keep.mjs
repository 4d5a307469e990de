// What this device keeps: one IndexedDB with the outbox, what it is called, and the media of the zone. Where the browser
// keeps nothing (a private window), everything lives as long as the page, and `lasting` says so.

const NAME = "kiosk"
const STORES = ["outbox", "about", "media"]
const PATIENCE = 5000
const TRIES = 3

// Some browsers now and then never answer: they are asked again.
export async function openKeep() {
    for (let i = 0; i < TRIES; i++) {
        try {
            return new Keep(await soon(opening()))
        } catch (error) {
            if (error !== "late")
                break
        }
    }
    return new Keep(null)
}

// What opens too late is closed again.
function soon(request) {
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
            asked(request).then(base => base.close()).catch(() => {})
            reject("late")
        }, PATIENCE)
        asked(request).then(resolve, reject).finally(() => clearTimeout(timer))
    })
}

function opening() {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
        for (const name of STORES)
            request.result.createObjectStore(name)
    }
    return request
}

function asked(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
    })
}

class Keep {
    constructor(base) {
        this.base = base
        this.memory = Object.fromEntries(STORES.map(name => [name, new Map()]))
    }

    get lasting() {
        return this.base !== null
    }

    async get(store, key) {
        return this.base ? asked(this.base.transaction(store).objectStore(store).get(key)) : this.memory[store].get(key)
    }

    async keys(store) {
        return this.base ? asked(this.base.transaction(store).objectStore(store).getAllKeys()) : [...this.memory[store].keys()]
    }

    // The values with keys from `from`, in order, `most` at most.
    async some(store, from, most) {
        if (this.base)
            return asked(this.base.transaction(store).objectStore(store).getAll(IDBKeyRange.lowerBound(from), most))
        const keys = [...this.memory[store].keys()].filter(key => key >= from).sort((a, b) => a - b)
        return keys.slice(0, most).map(key => this.memory[store].get(key))
    }

    // All of it or nothing: `[[store, key, value], …]`; a value that is undefined removes the key.
    async write(changes) {
        if (!this.base) {
            for (const [store, key, value] of changes)
                value === undefined ? this.memory[store].delete(key) : this.memory[store].set(key, value)
            return
        }
        const change = this.base.transaction([...new Set(changes.map(one => one[0]))], "readwrite", { durability: "strict" })
        for (const [store, key, value] of changes)
            value === undefined ? change.objectStore(store).delete(key) : change.objectStore(store).put(value, key)
        await new Promise((resolve, reject) => {
            change.oncomplete = () => resolve()
            change.onabort = change.onerror = () => reject(change.error)
        })
    }
}
