// A delegate who tries things: looks at the page, chooses what to touch next, and remembers what was tried. Touches and
// typing are the engine's. `leads` is, by screen and action, the kinds of screen that the action may lead to.

// What leads away from the activity or round in it, only scrolls, or shows a film, which takes its time.
const ELSEWHERE = new Set(["home", "back", "again", "textSize", "contrast", "sound", "startAgain", "stripAhead", "more", "have-another-go", "watch"])
const root = document.documentElement

export class Walker {
    constructor({ activity, leads, seen, most }) {
        Object.assign(this, { activity, leads, seen: new Set(seen), most })
        this.tried = new Map()
        // Nothing is to be waited for but what the page itself waits for.
        const still = new CSSStyleSheet()
        still.replaceSync("*, ::before, ::after { animation: none !important; transition: none !important }")
        document.adoptedStyleSheets = [still]
    }

    // Where the page is and what to touch there: `{phase, kind, screen, wide, touch}`; `write`: a field is there to type into first.
    async next() {
        await calm()
        const { phase, activity, screen, kind } = root.dataset
        if (kind)
            this.seen.add(kind)
        const field = document.querySelector("textarea")
        field?.focus()
        const wide = document.scrollingElement.scrollWidth - innerWidth
        return { phase, kind, wide, screen: activity && `${activity}/${screen}`, write: field?.value === "", touch: field?.value === "" ? "" : this.choose(phase, screen) }
    }

    choose(phase, screen) {
        if (phase === "attract")
            return this.mark("wake", document.querySelector("[data-id=wake]"))
        if (phase === "home") {
            const card = document.querySelector(`[data-id="card-${this.activity}"]`)
            return card && reachable(card) && this.mark("card", card)
        }
        const tried = this.tried.get(screen) || this.tried.set(screen, new Map()).get(screen)
        const within = document.querySelector(".page .overlay") || document
        const primary = document.querySelector(".rail > [data-id=primary]:enabled")
        const offered = [...within.querySelectorAll("[data-id]:enabled")].filter(one => one !== primary && !one.closest(".rail") && !ELSEWHERE.has(one.dataset.id))
        const times = one => tried.get(one.dataset.id) || 0
        const fresh = offered.filter(one => times(one) === 0)
        const total = [...tried.values()].reduce((sum, one) => sum + one, 0)
        const wanted = fresh.filter(one => this.promises(screen, one.dataset.id).some(kind => !this.seen.has(kind)))
        const few = total < this.most ? fresh : []
        const rest = offered.sort((a, b) => times(a) - times(b))
        for (const one of [...wanted, ...few, primary, ...rest]) {
            if (one && reachable(one)) {
                tried.set(one.dataset.id, times(one) + 1)
                return this.mark(one.dataset.id, one)
            }
        }
        return null
    }

    promises(screen, id) {
        const found = Object.entries(this.leads[screen] || {}).find(([action]) => id === action || id.endsWith(`-${action}`))
        return found ? found[1] : []
    }

    mark(name, element) {
        document.querySelector("[data-touched]")?.removeAttribute("data-touched")
        element?.setAttribute("data-touched", "")
        return element && name
    }
}

// Whether a finger that comes down on its middle touches it, once it is in sight.
function reachable(element) {
    element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" })
    const box = element.getBoundingClientRect()
    const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    return Boolean(there && element.contains(there))
}

// Until the page has drawn what the touch before came to.
async function calm() {
    const frame = () => new Promise(requestAnimationFrame)
    await frame()
    await frame()
    while (document.querySelector(".choice.chosen"))
        await frame()
}
