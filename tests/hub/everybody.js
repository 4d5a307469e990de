// Run in a page of the kiosk by test_page_for_everybody.py: brings up its screens, and says what somebody could not use.
// Whatever is told is `[rule, element, what is wrong]`.

const SLACK = 1.5 // CSS pixels that letters may stick out of what holds them
const FINGER = 44
const MAIN = 76
const MAINS = ".primary, .choice, .card, .option, .step, .rail > .quiet"

const frame = () => new Promise(resolve => requestAnimationFrame(resolve))

// How a person finds an element again.
function named(element) {
    const names = []
    for (let at = element; at && at !== document.body && names.length < 3; at = at.parentElement) {
        const id = at.dataset?.id ? `[data-id="${at.dataset.id}"]` : ""
        names.unshift(`${at.localName}${[...at.classList].map(one => `.${one}`).join("")}${id}`)
        if (id)
            break
    }
    const words = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40)
    return `${names.join(" > ")}${words ? ` “${words}”` : ""}`
}

function seen(element) {
    for (let at = element; at; at = at.parentElement) {
        const style = getComputedStyle(at)
        if (style.visibility !== "visible" || style.display === "none" || style.opacity === "0" || style.clipPath.startsWith("inset(50%") || at.getAttribute("aria-hidden") === "true" && at.classList.contains("leaving"))
            return false
    }
    return true
}

// Texts that can be seen, each with the box of its letters as far as its scrolling list shows them, and what cuts them off.
function texts(within) {
    const found = []
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement
        if (!node.nodeValue.trim() || !seen(element))
            continue
        const range = document.createRange()
        range.selectNodeContents(node)
        for (const box of range.getClientRects()) {
            if (box.width && box.height)
                found.push({ element, ...clipped(element, box) })
        }
    }
    return found
}

function clipped(element, { left, right, top, bottom }) {
    let cut = null
    const free = { x: true, y: true }
    for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(at)
        const box = at.getBoundingClientRect()
        const hides = { x: overflowX !== "visible", y: overflowY !== "visible" }
        const rolls = { x: ["auto", "scroll"].includes(overflowX) && at.scrollWidth > at.clientWidth + 1, y: ["auto", "scroll"].includes(overflowY) && at.scrollHeight > at.clientHeight + 1 }
        if (hides.x && free.x && !rolls.x && (left < box.left - SLACK || right > box.right + SLACK))
            cut ||= at
        // Letters are lower than their line.
        const spare = (bottom - top) * AIR + SLACK
        if (hides.y && free.y && !rolls.y && (top < box.top - spare || bottom > box.bottom + spare))
            cut ||= at
        free.x &&= !rolls.x
        free.y &&= !rolls.y
        if (hides.x)
            [left, right] = [Math.max(left, box.left), Math.min(right, box.right)]
        if (hides.y)
            [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)]
        if (position === "fixed")
            break
    }
    return { cut, left, right, top, bottom, shown: right - left > 2 && bottom - top > 2 }
}

// What lies there and hides what is below it.
function opaque(element) {
    if (["image", "img", "video", "textarea"].includes(element.localName))
        return true
    const { backgroundColor, backgroundImage, maskImage } = getComputedStyle(element)
    return (backgroundImage !== "none" || !/(, 0\)|\/ 0\)|transparent)$/.test(backgroundColor)) && (maskImage || "none") === "none"
}

function hidden({ element, left, right, top, bottom }) {
    const y = (top + bottom) / 2
    for (const x of [left + 2, (left + right) / 2, right - 2]) {
        for (const at of document.elementsFromPoint(x, y)) {
            if (at === element || at.contains(element) || element.contains(at))
                break
            if (opaque(at))
                return stays(at) ? null : at
        }
    }
    return null
}

// Of the height of a line, what is above and below its letters.
const AIR = 0.2

function overlap(one, two) {
    const [top, bottom] = [one, two].map(({ top, bottom }) => [top + (bottom - top) * AIR, bottom - (bottom - top) * AIR]).reduce(([top, bottom], more) => [Math.max(top, more[0]), Math.min(bottom, more[1])])
    return Math.min(one.right, two.right) - Math.max(one.left, two.left) > 3 && bottom - top > 2
}

// What stays in its place while the list below it is scrolled.
function stays(element) {
    for (let at = element; at; at = at.parentElement) {
        if (getComputedStyle(at).position === "sticky")
            return at
    }
    return null
}

const related = (one, two) => one === two || one.contains(two) || two.contains(one)

// What is cut off, lies on something else, or is too small for a finger. `first`: nothing has been scrolled yet.
function misfits(first) {
    const wrong = []
    const within = document.querySelector(".overlay .asking") || document.body
    const all = texts(within)
    for (const one of all) {
        if (one.cut)
            wrong.push(["cut-off", named(one.element), `by ${named(one.cut).split(" “")[0]}`])
        if (!one.shown)
            continue
        const over = hidden(one)
        if (over)
            wrong.push(["hidden", named(one.element), `below ${named(over)}`])
        const holder = one.element.closest("button, .paper, .state, .po-patch")
        const box = holder?.getBoundingClientRect()
        if (box && first && (one.left < box.left - SLACK || one.right > box.right + SLACK))
            wrong.push(["sticks-out", named(one.element), `of ${named(holder).split(" “")[0]}`])
    }
    const shown = all.filter(one => one.shown)
    for (const [i, one] of shown.entries()) {
        for (const other of shown.slice(i + 1)) {
            if (!related(one.element, other.element) && overlap(one, other) && stays(one.element) === stays(other.element))
                wrong.push(["on-each-other", named(one.element), named(other.element)])
        }
    }
    if (!first)
        return wrong
    for (const at of within.querySelectorAll("*")) {
        const { overflowX } = getComputedStyle(at)
        if (["auto", "scroll"].includes(overflowX) && at.scrollWidth > at.clientWidth + 1 && at.clientWidth > 0 && !at.matches(SIDEWAYS))
            wrong.push(["scrolls-sideways", named(at).split(" “")[0], `${at.scrollWidth} in ${at.clientWidth}`])
    }
    const main = document.documentElement.dataset.step === "0"
    for (const at of within.querySelectorAll("button, textarea, input, select, a[href], [role=button]")) {
        // Every pin of a map is in the list beside it too.
        if (!seen(at) || at.matches(".pin"))
            continue
        const { width, height } = at.getBoundingClientRect()
        const least = main && at.matches(MAINS) ? MAIN : FINGER
        if (Math.round(height) < least || Math.round(width) < FINGER)
            wrong.push(["too-small", named(at), `${Math.round(width)} x ${Math.round(height)}`])
    }
    return wrong
}

const SIDEWAYS = ".room-window, .tn-strip, .tray, .town, .town-pan, .finder-strip"

const least = told => [...new Map(told.map(one => [one.slice(0, 2).join(), one])).values()]

// Everything at rest, as it is when nobody has touched it for a while. What is measured is drawn in the second frame.
async function rest() {
    await document.fonts.ready
    await frame()
    await frame()
    for (const one of document.getAnimations()) {
        try {
            one.finish()
        } catch {
            one.cancel()
        }
    }
}

async function looked(rules) {
    await rest()
    const told = await axe.run(document, { resultTypes: ["violations"], rules })
    const wrong = told.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.target.flat().join(" "), (node.any[0] || node.all[0] || node.none[0] || rule).message || rule.help]))
    wrong.push(...misfits(true))
    for (const list of document.querySelectorAll("[data-scrolls]")) {
        if (list.scrollHeight > list.clientHeight + 1) {
            const before = list.scrollTop
            list.scrollTop = list.scrollHeight
            await frame()
            wrong.push(...misfits(false))
            list.scrollTop = before
        }
    }
    return least(wrong)
}

// The page and the station that it holds, found while it draws.
async function found() {
    const { Station } = await import("/face/station.mjs")
    const moment = Station.prototype.moment
    const station = await new Promise(resolve => {
        Station.prototype.moment = function () {
            resolve(this)
            return moment.call(this)
        }
        dispatchEvent(new Event("resize"))
    })
    Station.prototype.moment = moment
    return station.recorder
}

let count = 0

// Brings up a screen: `pose` is {phase, activity, walk, asking, done, still, touch}, a look [text_step, contrast].
async function bring(page, pose, [text_step, contrast]) {
    const { station } = page
    const now = station.monotonic()
    const inside = pose.phase === "activity"
    page.voice.stop()
    page.asking = pose.asking || ""
    station.state = {
        ...station.state, phase: pose.phase, id: pose.phase === "attract" || pose.phase === "paused" ? "" : `${pose.name} ${++count}`, touched: now,
        asked: pose.still ? now : null, activity: inside ? pose.activity : "", walks: inside ? { [pose.activity]: pose.walk } : {},
        answers: inside ? pose.walk.answers : {}, done: pose.done || [], preferences: { ...station.state.preferences, text_step, contrast },
    }
    page.show()
    if (pose.touch)
        document.querySelector(pose.touch).click()
}

window.everybody = {
    looked,
    async begin(before, notes) {
        const page = (window.everybody.page = await found())
        // What is done here is nobody's visit.
        page.outbox.add = async () => {}
        page.before = activity => before[activity]
        page.approvedNotes = () => notes
    },
    async look(pose, looks, rules) {
        const told = []
        for (const look of looks) {
            await bring(window.everybody.page, pose, look)
            for (const one of await looked(rules))
                told.push([...look, ...one])
        }
        return told
    },
    bring: (pose, look) => bring(window.everybody.page, pose, look).then(rest),
}
