// Finding a group on an iPad: the list and the map, one group with the walk there, people who might love it.

import { h } from "/face/dom.mjs"
import { cut, signSpot, way } from "/kinds/community_finder/map.mjs"

const COLOURS = ["coral", "leaf", "plum", "teal", "sunflower"]

export function screens(kit) {
    const { t } = kit
    const edge = view => kit.zoneMark(view.zone.number, view.zone.name)

    // One group in the list: what it is, when and where, and the few facts that decide. All of it is the target.
    function row(one, { colour = "", kept = false, terse = false, act }) {
        const group = one.props
        const facts = [["boot", t(terse ? "%1 min" : "%1 min walk", group.walk)], ["money", group.free ? t("Free") : group.cost], ["step-free", group.step_free ? t("Step-free") : ""]].filter(fact => fact[1])
        return h(`button.finder-row.paper${kept ? ".kept" : ""}${terse ? ".terse" : ""}`, { key: one.id, type: "button", "data-id": `group-${one.id}`, on: { click: act } },
            h(`span.sign-disc.${colour || "plain"}`, kit.icon(group.icon), kept && h("span.saved", { role: "img", "aria-label": t("Saved") }, kit.icon("tick"))),
            h("span.row-words", h("span.card-title", group.name), h("span.when", terse ? group.when : `${group.when} · ${group.where}`), h("span.facts", facts.map(([sign, text]) => h("span", { key: sign }, kit.icon(sign), text)))),
            !terse && kit.icon("next", ".go"))
    }

    // The map, cut so that the door and every pin that was shown here are on it; with `walk`, the way to the only pin.
    function town(ctx, { map, door, label, pins, colourOf, walk = false, pick, over }) {
        const { local } = ctx
        const torn = ctx.portrait ? "bottom" : "left"
        local.spots = [...new Set([...(local.spots || []), ...[door, ...pins.map(pin => pin.at)].map(String)])]
        const measure = element => new ResizeObserver(() => {
            const unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 10
            local.pane = [element.clientWidth / unit, element.clientHeight / unit]
            ctx.redraw()
        }).observe(element)
        const inside = []
        if (local.pane?.[0]) {
            const [across, down] = local.pane
            const seen = cut(map, local.spots.map(spot => spot.split(",").map(Number)), across, down, { torn, walk })
            const scale = across / seen[2]
            const place = at => [at[0] * scale, at[1] * scale]
            const stand = at => ({ left: `${place(at)[0] / 10}rem`, top: `${place(at)[1] / 10}rem` })
            const size = walk ? 108 : pins.length <= 6 ? 92 : pins.length <= 16 ? 68 : 50
            const [wide, high] = [map.width * scale, map.height * scale]
            const start = element => element.parentNode.scrollTo(seen[0] / map.width * element.offsetWidth, seen[1] / map.height * element.offsetHeight)
            const d = walk && way(place(door), place(pins[0].at))
            inside.push(h("div.town-whole", { key: `${across} ${down}`, style: { width: `${wide / 10}rem`, height: `${high / 10}rem` }, once: start },
                kit.picture(map, { view: null, describe: "" }),
                walk && h("svg.town-way", { viewBox: `0 0 ${wide} ${high}`, "aria-hidden": "true" }, h("defs", h("mask", { id: "walked", maskUnits: "userSpaceOnUse", x: 0, y: 0, width: wide, height: high }, h("path.walked", { d, pathLength: 1 }))), h("g", { mask: "url(#walked)" }, h("path.halo", { d }), h("path.sewn", { d }))),
                pins.map(pin => h(`${walk ? "span" : "button"}.pin.${colourOf(pin)}`, { key: `pin-${pin.id}`, type: walk ? false : "button", tabindex: walk ? false : "-1", "data-id": `pin-${pin.id}`, role: walk ? "img" : false, "aria-label": pin.name, style: { ...stand(pin.at), "--size": `${size / 10}rem`, "z-index": String(Math.round(place(pin.at)[1])) }, on: walk ? {} : { click: () => pick(pin.id) } }, h("span.drop"), h("span.face", kit.icon(pin.icon)))),
                h("span.town-door", { role: "img", "aria-label": label, style: stand(door) }, kit.icon("home")),
                over && over({ seen: at => [place(at)[0] - seen[0] * scale, place(at)[1] - seen[1] * scale], from: [seen[0] * scale, seen[1] * scale], across, down })))
        }
        return h(`div.town.torn-${torn}`, { key: "town" }, h("div.town-pan", { tabindex: "0", role: "group", "aria-label": map.describe, once: measure }, inside), torn === "left" ? kit.torn("right") : kit.torn("bottom"))
    }

    // What to look for: the first filter as a strip of chips, each other one as a pill that switches or opens a sheet.
    function filterBar(view, ctx) {
        const { local } = ctx
        const options = ctx.offers("filter")
        const of = filter => options.filter(one => one.props.filter === filter)
        const [first, ...others] = view.props.filters
        const chip = (text, on, id, sign, act, more = {}) => h(`button.chip${on ? ".on" : ""}`, { key: id, type: "button", "data-id": id, "aria-pressed": String(on), on: { click: act }, ...more }, sign && kit.icon(sign), h("span", text))
        const strip = () => document.querySelector(".finder-strip")
        const atEnd = one => one.scrollLeft + one.clientWidth >= one.scrollWidth - 8
        const list = () => [".finder-list", ".finder"].map(one => document.querySelector(one)).find(one => one.scrollHeight > one.clientHeight + 2)
        return h("div.finder-bar",
            h("div.finder-first",
                h("div.finder-strip", { role: "group", "aria-label": first.label, on: { scroll: event => atEnd(event.target) !== Boolean(local.stripEnd) && ((local.stripEnd = atEnd(event.target)), ctx.redraw()) } }, of(first.id).map(one => chip(one.label, one.done, one.id, one.props.icon, () => ctx.act(one.id)))),
                kit.quiet(local.stripEnd ? t("Back to the first ones") : t("More of these"), { act: () => strip().scrollTo({ left: atEnd(strip()) ? 0 : strip().scrollLeft + strip().clientWidth * 0.75, behavior: "smooth" }), icon: local.stripEnd ? "back" : "next", alone: true, id: "stripAhead" })),
            h("div.finder-pills", others.map(filter => {
                const choices = of(filter.id)
                const chosen = choices.find(one => one.done)
                const on = chosen !== undefined && chosen.props.option !== "all"
                const many = choices.length > 2
                return chip(chosen && (on || many) ? chosen.label : choices[1].label, on, `filter-${filter.id}`, "", () => (many ? ((local.opened = filter.id), ctx.redraw()) : ctx.act(choices.find(one => !one.done).id)), many ? { "aria-haspopup": "dialog", "aria-pressed": false } : {})
            }), ctx.offers("look").length > 0 && kit.quiet(t("More"), { act: () => list()?.scrollBy({ top: list().clientHeight * 0.7, behavior: "smooth" }), icon: "down", alone: true, id: "more" })))
    }

    function filterSheet(view, ctx) {
        const filter = view.props.filters.find(one => one.id === ctx.local.opened)
        if (!filter)
            return null
        const close = () => {
            ctx.local.opened = ""
            ctx.redraw()
            document.querySelector(`[data-id="filter-${filter.id}"]`)?.focus()
        }
        return h("div.overlay", { key: "sheet", on: { click: event => event.target === event.currentTarget && close(), keydown: event => event.key === "Escape" && close() } },
            h("div.asking.paper.sheet-depth", { role: "dialog", "aria-modal": "true", "aria-label": filter.label, tabindex: "-1", once: element => element.focus() },
                h("h2", filter.label),
                h("div.finder-options", ctx.offers("filter").filter(one => one.props.filter === filter.id).map(one => h(`button.chip${one.done ? ".on" : ""}`, { key: one.id, type: "button", "data-id": one.id, "aria-pressed": String(one.done), on: { click: () => (close(), ctx.act(one.id)) } }, h("span", one.label))))))
    }

    // The way to the people: their faces side by side, and the question.
    const peopleDoor = (way, faces, ctx) => h("button.finder-people.paper", { key: "people", type: "button", "data-id": "people", on: { click: () => ctx.act("people") } },
        h("span.faces", faces.slice(0, ctx.step > 1 ? 1 : ctx.portrait ? 5 : 3).map((face, i) => h("span.face", { key: i }, kit.picture(face, { view: [face.width * 0.24, face.height * 0.06, face.width * 0.52, face.height * 0.52], describe: "" })))),
        h("span.row-words", h("span.card-title", way.label), h("span.when", way.props.note)), kit.icon("next", ".go"))

    function list(view, ctx) {
        const { props } = view
        const groups = ctx.offers("look")
        const kept = ctx.slot("kept").map(group => group.id)
        const interests = ctx.offers("filter").filter(one => one.props.filter === "interest" && one.props.option !== "all").map(one => one.props.option)
        const colourOf = group => COLOURS[Math.max(0, interests.indexOf(group.interest)) % COLOURS.length]
        const people = ctx.offer("people")
        const everything = () => ctx.offers("filter").filter(one => one.props.option === "all" && !one.done).forEach(one => ctx.act(one.id))
        return {
            nodes: [
                h("div.finder",
                    h("header.finder-head", edge(view), h("h1.finder-title", props.heading)),
                    filterBar(view, ctx),
                    h("div.finder-list", { "data-scrolls": true },
                        people && groups.length > 0 && peopleDoor(people, props.faces, ctx),
                        groups.map(one => row(one, { colour: colourOf(one.props), kept: kept.includes(one.id), act: () => ctx.act(one.id) })),
                        groups.length === 0 && h("div.finder-empty", h("p.lead", props.empty), kit.quiet(t("Show everything"), { act: everything, icon: "again", id: "showAll" }))),
                    town(ctx, { map: props.map, door: props.door, label: props.door_label, pins: groups.map(one => one.props), colourOf, pick: id => ctx.act(id) })),
                filterSheet(view, ctx),
            ],
            middle: h("p.finder-count", { role: "status" }, kept.length ? t("%1 saved", kept.length) : t("%n of %1 groups", props.count).replace("%n", groups.length)),
            primary: ctx.offer("take") ? "take" : "finish",
        }
    }

    const DAYS = [["monday", "Mon"], ["tuesday", "Tue"], ["wednesday", "Wed"], ["thursday", "Thu"], ["friday", "Fri"], ["saturday", "Sat"], ["sunday", "Sun"]]

    function group(view, ctx) {
        const { props } = view
        const one = props.group
        const facts = [["calendar", one.when], ["map-pin", one.where], ["money", one.cost], ["step-free", one.step_free ? t("Step-free all the way in") : t("There are steps: ask about them first")], ["people", one.bring], ["hand", one.join]]
        const sign = [t("%1 minutes’ walk", one.walk), t("from %1", props.door_label)]
        const drop = ctx.offer("drop")
        const help = t("All of this, on your own phone")
        return {
            nodes: h("div.finder.one",
                h("div.finder-words", { "data-scrolls": true, tabindex: "0" },
                    h("div.finder-mark", kit.zoneMark(view.zone.number, props.heading)), h("h1.finder-title", one.name), h("p.finder-what", one.what),
                    h("div.finder-both",
                        h("ul.finder-facts.paper", facts.map(([sign, text]) => h("li", { key: sign }, kit.icon(sign), h("span", text)))),
                        h("div.finder-code.paper", kit.code(one.carry, help), h("b", help))),
                    h("ul.finder-days.paper", { "aria-label": DAYS.filter(([day]) => one.days.includes(day)).map(([, word]) => t(word)).join(", ") }, DAYS.map(([day, word]) => h(`li${one.days.includes(day) ? ".on" : ""}`, { key: day, "aria-hidden": one.days.includes(day) ? false : "true" }, t(word)))),
                    drop && h("div", kit.quiet(drop.label, { act: () => ctx.act("drop"), icon: "tick", id: "drop" }))),
                town(ctx, { map: props.map, door: props.door, label: props.door_label, pins: [one], colourOf: () => COLOURS[0], walk: true, over: ({ seen, from, across, down }) => {
                    const [x, y] = signSpot(sign, seen(one.at), seen(props.door), across, down, ctx)
                    return h("div.town-sign.paper", { key: "sign", style: { left: `${(x + from[0]) / 10}rem`, top: `${(y + from[1]) / 10}rem`, "--widest": `${(across * 0.7) / 10}rem` } }, h("b", sign[0]), h("span", sign[1]))
                } })),
            primary: ctx.offer("keep") ? "keep" : ctx.offer("take") ? "take" : "",
        }
    }

    const people = (view, ctx) => ({
        nodes: [
            kit.hills([0.3, 0.7]),
            h("div.scroll.finder-page", { "data-scrolls": true },
                h("header", edge(view), h("div.finder-beside", h("h1.finder-title", view.props.heading), kit.quiet(ctx.offer("list").label, { act: () => ctx.act("list"), icon: "map-pin", id: "allGroups" })), h("p.meta", view.props.text)),
                h("div.finder-persons", ctx.offers("look").map(one => h("button.finder-person.paper", { key: one.id, type: "button", "data-id": `person-${one.id}`, on: { click: () => ctx.act(one.id) } },
                    h("span.likeness", kit.picture(one.props.picture, { describe: "" }), kit.torn("right")),
                    h("span.row-words", h("span.card-title", one.props.name), h("span.when", one.props.about)), kit.icon("next", ".go"))))),
        ],
        primary: ctx.offer("take") ? "take" : "",
    })

    function person(view, ctx) {
        const who = view.props.person
        return {
            nodes: h("div.finder-asks",
                h("section.finder-who",
                    h("div.likeness", kit.picture(who.picture, { view: ctx.portrait ? null : who.picture.view || null }), !ctx.portrait && kit.torn("bottom")),
                    h("div.who-words", { tabindex: "0" }, h("h1.finder-name", who.name), h("p.about", who.about), h("ul.wishes", who.wishes.map((wish, i) => h("li", { key: i }, kit.icon("speech"), h("span.speech", t("“%1”", wish))))))),
                h("section.finder-choices", { "data-scrolls": true },
                    h("div.finder-beside", h("h2", view.props.heading), kit.quiet(ctx.offer("people").label, { act: () => ctx.act("people"), icon: "people", id: "everybody" })),
                    h("div.finder-pairs", ctx.offers("match").map(one => row(one, { terse: true, act: () => ctx.act(one.id) }))))),
            primary: ctx.offer("take") ? "take" : "",
        }
    }

    function reasons(told, name) {
        const lines = told.lines.length ? told.lines : [{ icon: "sun", say: "", text: told.none }]
        return h(`section.finder-reasons.paper.${name}`, h("h2", told.title), h("ul", lines.map((line, i) => h("li", { key: i }, kit.icon(line.icon), h("div", line.say && h("p.speech", t("“%1”", line.say)), h(`p${line.say ? ".soft" : ""}`, line.text))))))
    }

    // What a person says to a group, why it could work and what might stand in the way. Never right or wrong.
    function reply(view, ctx) {
        const { props } = view
        const { person: who, group: one } = props
        const ways = [["drop", "tick"], ["keep-mine", "heart"], ["drop-mine", "tick"], ["another", "again"]].filter(([id]) => ctx.offer(id))
        const below = ctx.step > 1 || ctx.contrast
        const buttons = h("div.reply-ways", ways.map(([id, sign]) => kit.quiet(ctx.offer(id).label, { act: () => ctx.act(id), icon: sign, id: `way-${id}` })))
        return {
            nodes: h("div.finder-reply",
                h("div.likeness", kit.picture(who.picture, { view: ctx.portrait ? who.picture.view || null : null }), !ctx.portrait && kit.torn("right")),
                h("div.reply-words", { "data-scrolls": true },
                    kit.bubble(who.name, props.says, { tail: "" }),
                    h("div.reply-group", h("span.sign-disc.plain", kit.icon(one.icon)), h("div", h("h1", one.name), h("p", `${one.when} · ${one.where}`)), kit.quiet(ctx.offer("map").label, { act: () => ctx.act("map"), icon: "map-pin", id: "map", alone: ctx.portrait || ctx.step > 1 })),
                    h("div.reply-reasons", reasons(props.why, "why"), h("div", reasons(props.way, "way"), reasons(props.start, "start"))),
                    below && buttons),
                !below && buttons),
            primary: ctx.offer("keep") ? "keep" : ctx.offer("take") ? "take" : "",
        }
    }

    // What was saved, and for each a code with its words for the delegate's own phone.
    function take(view, ctx) {
        const groups = ctx.slot("kept")
        const at = Math.min(ctx.local.at || 0, groups.length - 1)
        const turn = by => ((ctx.local.at = (at + by + groups.length) % groups.length), ctx.redraw())
        const many = groups.length > 1
        const title = many ? t("On your phone: code %1 of %2", at + 1, groups.length) : t("On your phone")
        return {
            nodes: [
                kit.hills([0.34, 0.8]),
                h("div.scroll.finder-take", { "data-scrolls": true, tabindex: "0" },
                    h("header", edge(view), h("h1", view.props.heading)),
                    h("ul.finder-kept", groups.map((one, i) => h(`li.paper${i === at ? ".coded" : ""}`, { key: `${one.id}/${one.for}` }, kit.icon(one.icon), h("div", one.for && h("p.for", one.for), h("h2", one.name), h("p", `${one.when} · ${one.where}`), h("p.soft", one.join))))),
                    h("div.finder-phone", kit.codeCard(groups[at].carry, title, many ? view.props.many : view.props.text),
                        many && h("div.row", kit.quiet(t("The code before"), { act: () => turn(-1), icon: "back", alone: true, id: "codeBefore" }), kit.quiet(t("Next code"), { act: () => turn(1), icon: "next", id: "codeAfter" })))),
            ],
            primary: "finish",
        }
    }

    return { list, group, people, person, reply, take }
}
