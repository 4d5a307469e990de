// What the screens of every scenario share: the room to look round, the person in it, and the screens after the talk.

import { h } from "/face/dom.mjs"

const SHEETS = {
    right: ["0 0 340 1080", "M340 0H90C30 150 96 300 40 470C-4 620 70 760 10 1080H340Z", "M340 0H150C100 160 156 320 106 480C64 640 132 780 80 1080H340Z"],
    left: ["0 0 340 1080", "M0 0H250C310 150 244 300 300 470C344 620 270 760 330 1080H0Z", "M0 0H190C240 160 184 320 234 480C276 640 208 780 260 1080H0Z"],
    bottom: ["0 0 1080 340", "M0 340V70C160 0 330 110 560 70C790 30 900 100 1080 50V340Z", "M0 340V150C200 90 380 190 600 150C820 110 940 170 1080 130V340Z"],
}

export function rooms(kit) {
    const { t } = kit

    const crop = (thing, room) => ({ id: thing.id, name: thing.label, found: true, picture: room, view: thing.box })

    // The person in the room, and the torn sheet that words lie on.
    function scene(view, ctx, { mood, clip }, ...words) {
        const { room, person } = view.props
        const side = ctx.portrait ? "bottom" : person.side === "left" ? "left" : "right"
        const [box, far, near] = SHEETS[side]
        return h(`div.scene.${side}`,
            h("div.scene-picture", kit.speaking(room, { person: person.figure, mood, view: ctx.portrait || ctx.contrast ? person.portrait : person.view, clip, describe: room.describe })),
            h("svg.talk-sheet", { viewBox: box, preserveAspectRatio: "none", "aria-hidden": "true" }, h("path.shade", { d: far }), h("path.far", { d: far }), h("path.near", { d: near })),
            h("div.scene-words", words))
    }

    const about = person => (person.about.startsWith(person.name) ? person.about : t("%1, %2", person.name, person.about))

    function dial(clock, gone) {
        const left = clock.minutes - gone
        return h("div.dial.clock", { role: "timer", "aria-label": `${left} ${left === 1 ? t("minute left") : t("minutes left")}`, style: { "--share": String(gone / clock.minutes) } }, h("b", String(left)), h("small", left === 1 ? t("minute left") : t("minutes left")))
    }

    // Look round: touch what catches your eye.
    function look(view, ctx) {
        const { room, heading, hint, clock } = view.props
        const things = ctx.offers("notice")
        const found = things.filter(thing => thing.done)
        const opened = things.find(thing => thing.id === ctx.local.open)
        const touch = thing => {
            ctx.local.open = thing.id
            ctx.local.pointed = ""
            thing.done ? ctx.redraw() : ctx.act(thing.id)
        }
        const pick = (slot) => {
            const thing = things.find(one => one.id === slot.id)
            if (thing.done)
                return touch(thing)
            ctx.local.open = ""
            ctx.local.pointed = thing.id
            document.querySelector(`[data-id="thing-${thing.id}"]`)?.scrollIntoView({ inline: "center", block: "nearest", behavior: "smooth" })
            document.querySelector(`[data-id="thing-${thing.id}"]`)?.focus({ preventScroll: true })
            ctx.redraw()
        }
        const percent = (x, y) => ({ left: `${(x / room.width) * 100}%`, top: `${(y / room.height) * 100}%` })
        const start = element => (element.scrollLeft = (view.props.person.portrait[0] + view.props.person.portrait[2] / 2) / room.width * element.scrollWidth - element.clientWidth / 2)
        const slots = [...found, ...things.filter(thing => !thing.done)].map(thing => (thing.done ? { ...crop({ ...thing.props, label: thing.label }, room), id: thing.id } : { id: thing.id, found: false }))
        const card = h("div.look-card.paper", h("h1", heading), h("p", hint), clock && h("p.meta", kit.icon("clock"), `${clock.minutes} ${t("minutes left")}`))
        return {
            nodes: [
                h("div.room-window", { key: "window", "data-scrolls": true, once: start },
                    h("div.room", { style: { "--ratio": String(room.width / room.height) } },
                        kit.picture(room, { view: null }),
                        things.map((thing, i) => h(`button.hotspot${thing.done ? ".found" : ""}${opened?.id === thing.id ? ".current" : ""}${ctx.local.pointed === thing.id ? ".pointed" : ""}`, { key: thing.id, type: "button", "data-id": `thing-${thing.id}`, style: { ...percent(...thing.props.marker), "--i": String(i) }, "aria-label": thing.done ? t("%1, noticed", thing.label) : t("Something to notice"), on: { click: () => touch(thing) } }, h("span.disc", kit.icon(thing.done ? "tick" : "plus")))))),
                card,
                opened && h(`div.note.paper.sheet-depth${opened.props.marker[0] < room.width * 0.5 ? ".at-right" : ".at-left"}`, { key: "note", role: "status" },
                    h("p.you-noticed", kit.icon("tick"), t("You noticed")), h("h2", opened.label), h("p.note-text", opened.props.text),
                    kit.primary(t("Keep it in mind"), { act: () => ((ctx.local.open = ""), ctx.redraw()), id: "keep" })),
            ],
            middle: h("div.look-middle", h("span.label", t("%1 of %2", found.length, things.length)), kit.tray(slots, { act: pick })),
            primary: "talk",
            tight: true,
            quiet: Boolean(opened),
        }
    }

    function ending(view, ctx) {
        const { mood, heading, paragraphs } = view.props
        return {
            nodes: scene(view, ctx, { mood }, h("div.scroll-words", { "data-scrolls": true, tabindex: "0" }, h("p.where", t("Where your talk led")), h("h1.asked", heading), h("svg.thread", { viewBox: "0 0 320 44", "aria-hidden": "true" }, h("path", { d: "M6 30C60 4 110 4 160 22S250 44 300 18" })), paragraphs.map((text, i) => h("p.told", { key: i }, text)))),
            primary: "roads",
        }
    }

    const person = i => h("svg.person", { key: i, viewBox: "0 0 50 66", "aria-hidden": "true" }, h("circle", { cx: 25, cy: 15, r: 12 }), h("path", { d: "M25 30C10 30 4 40 4 62H46C46 40 40 30 25 30Z" }))

    function lane(road, taken, most, farthest, who) {
        const paid = road.hours === 1 ? t("1 hour") : road.hours === 0 ? t("None") : t("%1 hours", road.hours)
        return h(`section.lane.paper${taken ? ".taken" : ""}`,
            h("div.lane-picture", kit.picture(road.picture), kit.torn("right")),
            h("div.lane-way", h("h2", road.title), h("ol.steps-on", road.steps.map((step, i) => h("li", { key: i }, h("span.disc", kit.icon(step.icon)), h("span", step.text)))),
                road.feels && h("p.feels", h("span.speech", t("“%1”", road.feels)), " ", h("b", who))),
            h("div.lane-week",
                h("p", h("b", t("People in the week: %1", road.people))), h("div.people", { role: "img", "aria-label": t("%1 of 10", road.people) }, Array.from({ length: 10 }, (_, i) => h(`span${i < road.people ? ".in" : ""}`, { key: i }, person(i)))), h("p.small", road.people_text),
                h("div.two", h("div", h("b", t("Paid care a week")), h("span.bar", { "aria-hidden": "true" }, h("span", { style: { width: `${(road.hours / most) * 100}%` } })), h("p.small", road.pounds ? t("%1, £%2", paid, kit.number(road.pounds)) : paid)),
                    road.miles_text && h("div", h("b", t("How far")), h("span.bar.miles", { "aria-hidden": "true" }, h("span", { style: { width: `${(road.miles / farthest) * 100}%` } })), h("p.small", road.miles_text)))))
    }

    function roads(view, ctx) {
        const { heading, intro, usual, different, note, person: whose } = view.props
        const most = Math.max(1, usual.hours, different.hours)
        const farthest = Math.max(1, usual.miles ?? 0, different.miles ?? 0)
        return {
            nodes: [kit.hills([0.24, 0.68]), h("div.scroll.roads", { "data-scrolls": true, tabindex: "0" }, h("header", h("h1.asked", heading), h("p", intro)), lane(usual, false, most, farthest, whose.name), lane(different, true, most, farthest, whose.name), h("p.meta", note))],
            primary: ctx.offers("next")[0].id,
        }
    }

    // Everybody's ways through the talk, moment by moment. `columns` are {name, total, beads: [{say, own, count, more?}], words?}:
    // `more` stands below what a bead says, `words` below all of them.
    function ways(view, ctx, { columns, first, words }) {
        const { before, props } = view
        const few = before.walks === 0
        const ends = props.endings.map(one => ({ ...one, own: one.id === props.ending, count: before.reached[one.id] || 0 })).filter(one => one.own || (!few && one.count > 0))
        const bead = one => h(`span.bead${one.own ? ".own" : ""}`, { "aria-hidden": "true" }, few ? (one.own ? kit.icon("tick") : "") : String(one.count))
        return {
            nodes: [
                kit.hills([0.3, 0.7], [0.03, 0.04], ".ways-hills"),
                h("div.scroll.ways", { "data-scrolls": true, tabindex: "0" },
                    h("header", h("h1.asked", props.heading), h("p.lead", few ? first : words)),
                    h("div.ways-both",
                        h("ol.moments", columns.map((column, i) => h("li.moment.paper", { key: i }, h("p.where", column.name),
                            h("ul", column.beads.filter(one => one.own || (one.count > 0 && !few)).map((one, at) => h(`li${one.own ? ".own" : ""}`, { key: at }, bead(one), h("span", one.say, one.more)))), column.words && h("p.small", column.words)))),
                        h("section.ends.paper", h("h2", few ? t("Where your talk led") : t("Where the talks led")), h("ul", ends.map(one => h(`li${one.own ? ".own" : ""}`, { key: one.id }, bead(one), h("span", one.title)))), h("p.meta", t("There are %1 endings in all.", props.endings.length))))),
            ],
            primary: "reflect",
        }
    }

    // What to take along. `path` is what was said or done, drawn by the kind.
    function reflect(view, ctx, { tab, sign = "speech", path }) {
        const { heading, tomorrow, title, endings, room } = view.props
        const [noticed, missed, others] = [ctx.slot("noticed"), ctx.slot("missed"), view.before?.screens.look || 0]
        const shown = ctx.local.page || "path"
        const count = thing => view.before.steps[`look/${thing.id}`] || 0
        const tabs = [["path", tab, sign], ["things", t("What was there"), "eye"]]
        return {
            nodes: [
                kit.hills([0.5, 0.74], [0.04, 0.03], ".ways-hills"),
                h("div.scroll.reflect", { "data-scrolls": true },
                    h("section.trying", h("h1", heading), h("p.speech.try", t("“%1”", tomorrow)), h("p.where", title), h("p.meta", t("One of %1 endings", endings)), ctx.offer("again") && kit.quiet(ctx.offer("again").label, { act: () => ctx.act("again"), icon: "again", id: "have-another-go" })),
                    h("section.went",
                        h("div.chips", { role: "tablist" }, tabs.map(([name, text, sign]) => h(`button.chip${shown === name ? ".on" : ""}`, { key: name, type: "button", role: "tab", "aria-selected": String(shown === name), "data-id": `tab-${name}`, on: { click: () => ((ctx.local.page = name), ctx.redraw()) } }, kit.icon(sign), h("span", text)))),
                        h("div.paper.went-sheet", { role: "tabpanel" }, shown === "path" ? path : [
                            noticed.length > 0 && h("p", h("b", t("You noticed %1 of %2", noticed.length, noticed.length + missed.length))),
                            kit.tray(noticed.map(thing => crop(thing, room))),
                            missed.length > 0 && h("p", h("b", noticed.length ? t("Also there, for another visit") : t("There to be noticed, for another visit"))),
                            h("ul.missed", missed.map(thing => h("li", { key: thing.id }, h("span.slot.found", kit.picture(room, { view: thing.box, describe: "" })), h("span", h("b", thing.label), others > 0 && h("small", t("%1 of %2 before you noticed it", count(thing), others)), thing.missed && h("span", thing.missed)))))]))),
            ],
            primary: "finish",
        }
    }

    return { scene, about, dial, crop, look, ending, roads, ways, reflect }
}

// The moments of one's own way, as kiosk/shell/ui/threads.js has them: `{total, beads: [{say, own, count}]}`.
export function columns(moments, before) {
    const known = Object.fromEntries(moments.map(one => [one.screen, one.choices]))
    return before.path.map(step => step.split("/")).filter(([screen]) => known[screen]).map(([screen, chosen]) => ({
        screen,
        total: before.screens[screen] || 0,
        beads: known[screen].map(choice => ({ say: choice.say, own: choice.id === chosen, count: before.steps[`${screen}/${choice.id}`] || 0 })),
    }))
}
