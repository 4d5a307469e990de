// The huddle on an iPad: cards are taken up from the table and laid on the board, by dragging, by tapping or by key.

import { h } from "/face/dom.mjs"
import { rooms } from "/face/room.mjs"
import { rounds } from "/kinds/board/rounds.mjs"

const DRAG = 12

export function screens(kit) {
    const { t } = kit
    const room = rooms(kit)

    function talk(view, ctx) {
        const { props } = view
        const { local } = ctx
        const takes = ctx.offers("take")
        const laid = ctx.slot("laid")
        const onTable = takes.filter(one => !laid.some(other => other.card === one.props.card)).map(one => ({ card: one.props.card, title: one.label }))
        const titleOf = card => takes.find(one => one.props.card === card)?.label || ""
        const inHand = local.dragged || local.held || ""
        const said = (takes.find(one => one.props.card === local.told) || { props: ctx.slot("says")[0] }).props
        const person = props.people[said.by]
        const open = ctx.offers("lay").filter(one => one.props.card === inHand).map(one => one.props.column)
        const count = Math.max(0, view.tallies[props.progress.tally] || 0)
        const last = view.actions[view.actions.length - 1].id
        // In a room of its own size, or where large words need it, board and table stand beside the picture, not on it.
        const beside = !ctx.portrait && (ctx.contrast || ctx.step > 1)
        const onPicture = !ctx.portrait && !beside

        const takeUp = card => {
            local.told = card
            ctx.act(takes.find(one => one.props.card === card).id)
        }
        const focusOn = (...wanted) => requestAnimationFrame(() => wanted.map(one => document.querySelector(one)).find(one => one)?.focus())
        const hold = (card, byKey) => {
            local.held = card
            takeUp(card)
            if (byKey)
                focusOn(".huddle-goal:enabled", "[data-id='putBack']")
        }
        const lay = (card, column, byKey) => {
            const way = ctx.offers("lay").find(one => one.props.card === card && one.props.column === column)
            local.held = ""
            way ? ctx.act(way.id) : ctx.redraw()
            if (byKey)
                focusOn(".huddle-table .huddle-card", ".rail > .primary")
        }
        const putBack = byKey => {
            const way = ctx.offers("back").find(one => one.props.card === local.held)
            const card = local.held
            local.held = ""
            local.told = way ? local.told : ""
            way ? ctx.act(way.id) : ctx.redraw()
            if (byKey)
                focusOn(`[data-id="card-${card}"]`)
        }
        Object.assign(local, { hold, lay })

        // One finger, from touching a card to letting it go. What a drag comes to is asked of the newest drawing.
        const grab = card => ({
            pointerdown: event => {
                if (!event.isPrimary || event.button > 0)
                    return
                event.currentTarget.setPointerCapture(event.pointerId)
                local.from = [event.clientX, event.clientY]
                local.moved = false
            },
            pointermove: event => {
                if (!local.from)
                    return
                if (!local.moved && Math.hypot(event.clientX - local.from[0], event.clientY - local.from[1]) > DRAG) {
                    local.moved = true
                    local.where = [event.clientX, event.clientY]
                    local.dragged = card
                    if (local.held !== card)
                        local.held = ""
                    takeUp(card)
                }
                if (local.moved)
                    carry(local, ctx, event)
            },
            pointerup: () => drop(local, ctx),
            pointercancel: () => ((local.over = ""), drop(local, ctx)),
            click: event => (local.moved ? (local.moved = false) : local.hold(card, event.detail === 0)),
        })

        const card = (one, { colour = "", away = false } = {}) => h(`button.huddle-card.paper${colour ? `.in-${colour}` : ""}${away ? ".away" : ""}`, { key: one.card, type: "button", "data-id": `card-${one.card}`, on: grab(one.card) }, h("span", one.title))

        // The columns, the places in them, and the cards that lie there.
        const surface = h(`section.huddle-board${onPicture ? "" : ".paper"}`, { key: "board", "aria-label": props.heading, style: onPicture ? boxed(props.board, props.room) : {} },
            h("h1", props.heading),
            h("div.huddle-columns", props.columns.map(column => {
                const cards = laid.filter(one => one.column === column.id)
                const free = open.includes(column.id)
                const aimed = local.over === column.id && free
                return h(`div.huddle-column.of-${column.colour}${free ? ".free" : ""}`, { key: column.id, "data-column": column.id, on: { click: event => free && local.held && !event.target.closest("button") && lay(local.held, column.id, false) } },
                    h("h2", kit.icon(column.icon), h("span", column.label)),
                    cards.map(one => card(one, { colour: column.colour, away: local.dragged === one.card })),
                    Array.from({ length: Math.max(0, props.places - cards.length) }, (_, i) => h(`span.huddle-slot${aimed && i === 0 ? ".aimed" : ""}`, { key: `place${i}`, "aria-hidden": "true" })))
            })))

        const late = local.held && open.length === 0 && !laid.some(one => one.card === local.held)
        const lies = laid.find(one => one.card === local.held)?.column
        const hand = () => h("div.huddle-hand", { key: "hand", on: { keydown: event => event.key === "Escape" && putBack(true) } },
            h("div.huddle-held", h("div.huddle-lifted.paper", { role: "img", "aria-label": t("In your hand: %1", titleOf(local.held)), class: local.dragged ? "away" : "", on: grab(local.held) }, h("span", titleOf(local.held))),
                kit.quiet(t("Put it back"), { act: event => putBack(event.detail === 0), icon: "again", id: "putBack" })),
            late ? h("p.huddle-late", t("One card from this round is on the board. Put that one back, and there is room for this."))
                : h("div.huddle-goals", props.columns.map(column => {
                    const free = open.includes(column.id)
                    const [name, full] = free || lies === column.id ? [column.label, ""] : t("%1\n(full)", column.label).split("\n")
                    return h(`button.huddle-goal.of-${column.colour}`, { key: column.id, type: "button", disabled: !free, "data-id": `lay-${column.id}`, on: { click: event => lay(local.held, column.id, event.detail === 0) } }, kit.icon(column.icon), h("span", name, full && h("small", full)))
                })))
        const table = () => h("div.huddle-table", { key: "table" }, h("p", props.hint), h(`div.huddle-cards.of-${Math.min(6, onTable.length)}`, onTable.map(one => card(one, { away: local.dragged === one.card }))))
        const panel = (onTable.length > 0 || local.held) && h(`section.huddle-panel.paper.sheet-depth`, { key: "panel" }, local.held && !local.moved ? hand() : table())

        const atLeft = person.side === "right"
        const near = ctx.portrait || beside
        const tail = near ? { "--tail-at": ctx.portrait ? "44%" : "40%" } : tailed(person, props.room, atLeft)
        const bubble = h("div.huddle-says", { key: "says", style: tail }, kit.bubble(person.about, said.text, { clip: said.clip, tail: ctx.contrast ? "" : "up" }))
        const people = h("div.huddle-people", { key: "people" }, kit.speaking(props.room, { person: person.figure, mood: "", view: near ? about(person, props.room, ctx) : null, clip: said.clip, describe: props.room.describe }))
        const flying = local.dragged && h("div.huddle-lifted.paper.flying", { key: "flying", "aria-hidden": "true", once: element => place(element, local.where) }, h("span", titleOf(local.dragged)))
        const layout = onPicture ? ".on-picture" : beside ? ".beside" : ".upright"
        return {
            nodes: [
                onPicture ? h(`div.huddle${layout}${atLeft ? ".at-left" : ""}`, { key: "huddle" }, h("div.huddle-room", { style: { "--ratio": String(props.room.width / props.room.height) } }, people, surface), h("div.huddle-foot", bubble, panel))
                    : h(`div.huddle${layout}`, { key: "huddle", "data-scrolls": true, tabindex: beside ? false : "0" }, h("div.huddle-who", { tabindex: beside ? "0" : false }, people, bubble), h("div.huddle-work", surface, panel)),
                flying,
            ],
            middle: kit.stitches(count, props.progress.total, t("%1 of %2 laid", count, props.progress.total)),
            primary: last,
            quiet: Boolean(inHand),
        }
    }

    function place(element, [x, y]) {
        if (!element)
            return
        const box = element.parentNode.getBoundingClientRect()
        element.style.left = `${x - box.left}px`
        element.style.top = `${y - box.top}px`
    }

    function carry(local, ctx, event) {
        local.where = [event.clientX, event.clientY]
        place(document.querySelector(".huddle-lifted.flying"), local.where)
        const over = [...document.querySelectorAll("[data-column]")].find(one => {
            const box = one.getBoundingClientRect()
            return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom + 24
        })?.dataset.column || ""
        if (over !== (local.over || "")) {
            local.over = over
            ctx.redraw()
        }
    }

    // The click that follows a drag is none: it comes after this.
    function drop(local, ctx) {
        const [card, column] = [local.dragged, local.over]
        local.from = null
        if (!card)
            return
        local.dragged = local.over = ""
        setTimeout(() => (local.moved = false))
        column ? local.lay(card, column, false) : ctx.redraw()
    }

    const percent = (part, whole) => `${(part / whole) * 100}%`
    const boxed = ([x, y, width, height], picture) => ({ left: percent(x, picture.width), top: percent(y, picture.height), width: percent(width, picture.width), height: percent(height, picture.height) })

    // Where along the bubble its tail stands: below the face of who speaks.
    function tailed(person, picture, atLeft) {
        const [x, , width] = person.portrait
        const [across, down] = [innerWidth, innerHeight * 0.864]
        const wide = Math.max(across, (down * picture.width) / picture.height)
        const face = ((x + width / 2) / picture.width) * wide - (wide - across) / 2
        const from = across * (atLeft ? 0.02 : 0.51)
        return { "--tail-at": `${Math.max(8, Math.min(84, ((face - from) / (across * 0.47)) * 100 - 3))}%` }
    }

    // As much of the portrait as a band of this shape shows, the faces in it.
    function about(person, picture, ctx) {
        const [x, y, width, height] = person.portrait
        const high = Math.min(height, width * (ctx.portrait ? 0.36 : 0.62))
        return [x, Math.min(y + height * 0.06, picture.height - high), width, high]
    }

    const KINDS = { form: ["document", "A form to fill in"], kind: ["heart", "A kind full stop"], open: ["speech", "A door opened"] }

    // What lay on the board in the end, column by column, each card with the sort of thing that it was.
    function ended(laid) {
        if (laid.length === 0)
            return h("p", t("The board stayed empty. That happens in good meetings, too."))
        const columns = [...new Set(laid.map(one => one.place))].map(place => laid.filter(one => one.place === place))
        return columns.map(cards => h("section.huddle-ended", { key: cards[0].place, class: `of-${cards[0].colour}` }, h("h2", kit.icon(cards[0].icon), h("span", cards[0].column)),
            h("ul", cards.map(one => h("li", { key: one.card }, kit.icon(KINDS[one.style][0]), h("span", one.title, h("small", t(KINDS[one.style][1]))))))))
    }

    function ways(view, ctx) {
        const { before, props } = view
        const few = before.walks === 0
        const moments = ctx.slot("moments")
        const spot = (one, total) => h(`span.huddle-spot.of-${one.column.colour}${one.own ? ".own" : ""}`, { key: one.column.id }, kit.icon(one.own ? "tick" : one.column.icon),
            h("span", !one.own ? t("%1: %2", one.column.label, one.count) : total === 0 ? t("%1: you", one.column.label) : one.count === 0 ? t("%1: only you", one.column.label) : t("%1: you, and %2", one.column.label, one.count)))
        const drawn = rounds(moments, ctx.slot("laid"), props.columns, before).map((one, i) => ({
            total: one.total,
            name: t("%1. %2’s turn", t("Round %1 of %2", i + 1, moments.length), one.speaker),
            words: one.total === 0 && !few ? t("Only a few came by this round before you.") : "",
            beads: one.beads.map(bead => ({
                ...bead,
                say: bead.id ? bead.say : bead.own ? t("You laid no card from this round") : t("No card from this round"),
                more: bead.spots.some(each => each.own || each.count > 0) && h("span.huddle-spots", bead.spots.filter(each => each.own || (each.count > 0 && !few)).map(each => spot(each, one.total))),
            })),
        }))
        const agreed = { name: t("The agreed board"), total: 0, beads: [], words: few ? t("Until now every card could still be moved.") : t("Until now every card could still be moved or put back. So the numbers say where the cards lay at the end.") }
        return room.ways(view, ctx, {
            columns: [...drawn, agreed],
            first: t("You are among the first here. When a few more have agreed a board, their threads will lie beside yours."),
            words: t("%1 boards were agreed here before yours. The gold thread is your way; a number says how many laid that card before you.", before.walks),
        })
    }

    return {
        look: room.look,
        talk,
        ending: room.ending,
        roads: room.roads,
        ways,
        reflect: (view, ctx) => room.reflect(view, ctx, { tab: t("What you laid"), sign: "tick", path: ended(ctx.slot("laid")) }),
    }
}
