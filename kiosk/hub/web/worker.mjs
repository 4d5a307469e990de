// Where the page is trusted, this keeps all that it needs to start, of one release and as a whole, so that it starts with
// no hub at all. A newer whole is kept beside the older one, each part checked against what the hub said it must be, and
// takes its place only when nothing is missing. A page that has begun with one gets nothing of another.

const PATIENCE = 2000
const SWITCHING = 10000
const LONGEST = 30000
const TOGETHER = 4
const NOW = "kiosk-now"
const PRESENT = "/present"
const LEFT_ALONE = /^\/(intake|events|media|host|ready|whole|worker\.mjs|favicon\.ico)(\/|$)/

const name = tag => `kiosk-whole-${tag}`
const bound = new Map()
const keeping = new Map()

addEventListener("install", event => event.waitUntil(told(LONGEST).then(keep).then(() => skipWaiting())))
addEventListener("activate", event => event.waitUntil(clients.claim()))
addEventListener("fetch", event => {
    const { request } = event
    const { origin, pathname } = new URL(request.url)
    if (request.method !== "GET" || origin !== location.origin || LEFT_ALONE.test(pathname))
        return
    if (request.mode !== "navigate")
        event.respondWith(part(event))
    else if (pathname === "/")
        event.respondWith(page(event))
})

// What the hub has now: `{tag, files}`. Throws when it does not answer soon.
async function told(patience = PATIENCE) {
    const answer = await fetch("/whole", { cache: "no-store", signal: AbortSignal.timeout(patience) })
    if (!answer.ok)
        throw new Error(`The hub answered ${answer.status}.`)
    return answer.json()
}

// The tag of the whole that pages start with; "" before there is one.
async function present() {
    const kept = await caches.match(PRESENT, { cacheName: NOW })
    return kept ? kept.text() : ""
}

// Keep a whole, and have pages start with it from now on. Throws when a part can't be had; those that came stay for the next try.
function keep(list) {
    if (!keeping.has(list.tag))
        keeping.set(list.tag, kept(list).finally(() => keeping.delete(list.tag)))
    return keeping.get(list.tag)
}

async function kept({ tag, files }) {
    const cache = await caches.open(name(tag))
    const queue = Object.entries(files)
    const work = async () => {
        for (let next = queue.shift(); next; next = queue.shift()) {
            if (!(await cache.match(next[0])))
                await cache.put(next[0], await fetched(...next))
        }
    }
    await Promise.all(Array.from({ length: TOGETHER }, work))
    const before = await present()
    const now = await caches.open(NOW)
    await now.put(PRESENT, new Response(tag))
    for (const one of await caches.keys()) {
        if (![NOW, name(tag), name(before)].includes(one))
            await caches.delete(one)
    }
}

// A part as it must be, with the headers that a page needs to be safe.
async function fetched(address, tag) {
    const answer = await fetch(address, { cache: "no-cache", signal: AbortSignal.timeout(LONGEST) })
    const body = await answer.arrayBuffer()
    const sum = Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", body)), byte => byte.toString(16).padStart(2, "0")).join("")
    if (!answer.ok || !sum.startsWith(tag))
        throw new Error(`${address} is not what the hub said.`)
    const headers = new Headers(answer.headers)
    for (const one of ["content-encoding", "content-length", "vary"])
        headers.delete(one)
    return new Response(body, { headers })
}

// The page itself: of what the hub has now if that is here or comes soon, else of what is kept.
async function page(event) {
    const before = await present()
    let tag = before
    try {
        const list = await told()
        if (list.tag !== before) {
            const coming = keep(list)
            event.waitUntil(coming.catch(() => {}))
            await Promise.race([coming, new Promise(resolve => setTimeout(resolve, SWITCHING))])
            tag = await present()
        }
    } catch {
        tag = before
    }
    const found = tag && (await caches.match("/", { cacheName: name(tag) }))
    if (!found)
        return fetch(event.request)
    bound.set(event.resultingClientId, tag)
    return found
}

// Something that a page asks for: of the whole that it began with. Pages for staff are none of this.
async function part(event) {
    const { request, clientId } = event
    const client = await clients.get(clientId)
    if (client && new URL(client.url).pathname !== "/")
        return fetch(request)
    const { pathname, search } = new URL(request.url)
    const tag = bound.get(clientId) || (await present())
    const found = tag && (await caches.match(pathname + search, { cacheName: name(tag) }))
    return found || fetch(request)
}
