// What a page needs before its first screen: what the zone holds, its decks, the icons, and how each kind draws itself.

const PATIENCE = 15000

export async function json(address) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) })
    if (!answer.ok)
        throw new Error(`${address}: ${answer.status}`)
    return answer.json()
}

export async function load() {
    const [feed, icons] = await Promise.all([json("/feed"), json("/icons.json")])
    const [decks, kinds] = await Promise.all([Promise.all(Object.values(feed.decks).map(json)), Promise.all(feed.kinds.map(drawing))])
    return { feed, icons, decks, kinds }
}

// A kind's own stylesheet is there before its first screen is drawn.
async function drawing(kind) {
    const [module] = await Promise.all([import(`/kinds/${kind}/web.mjs`), styled(`/kinds/${kind}/web.css`)])
    return module
}

function styled(address) {
    return new Promise(resolve => {
        const link = document.createElement("link")
        Object.assign(link, { rel: "stylesheet", href: address, onload: resolve, onerror: resolve })
        document.head.append(link)
    })
}
