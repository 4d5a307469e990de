// The pledge wall on an iPad: one thing to do differently, from notes or in one's own words, and the wall of all of them.

import { h } from "/face/dom.mjs"

export function screens(kit) {
    const { t } = kit
    // Quotes within a quote are single ones.
    const quoted = text => `“${text.replaceAll("“", "‘").replaceAll("”", "’")}”`

    function starters(view, ctx) {
        const [own, look] = [ctx.offer("own-words"), ctx.offer("look")]
        return {
            nodes: [
                kit.hills([0.44, 0.72]),
                h("div.scroll.pledge", { "data-scrolls": true },
                    h("header", kit.zoneMark(view.zone.number, view.zone.name), h("div.pledge-beside", h("h1", view.props.heading), look && kit.quiet(look.label, { act: () => ctx.act("look"), icon: "eye", id: "look" })), h("p.lead", view.props.prompt)),
                    h("div.pledge-notes",
                        ctx.offers("pledge").map((one, i) => h(`button.pledge-note.paper.shade-${i % 5}`, { key: one.id, type: "button", "data-id": `starter-${one.id}`, style: { "--i": String(i) }, on: { click: () => ctx.act(one.id, one.props.answer) } }, h("span.speech", one.label))),
                        own && h("button.pledge-note.paper.own", { key: "own", type: "button", "data-id": "own", on: { click: () => ctx.act("own-words") } }, kit.icon("pledge"), h("span.speech", own.label)))),
            ],
        }
    }

    function write(view, ctx) {
        const send = ctx.offer("send")
        const text = ctx.local.text || ""
        const put = () => text.trim() && ctx.act("send", text.trim())
        return {
            nodes: [
                kit.hills([0.4, 0.72]),
                h("div.scroll.pledge.writes", { "data-scrolls": true },
                    h("header", kit.zoneMark(view.zone.number, view.zone.name), h("h1", view.props.heading), h("p.meta", t("A host reads it before anyone sees it. Please don’t name anybody."))),
                    h("div.pledge-writing.paper",
                        h("textarea", { id: "pledge", rows: 4, maxlength: view.props.limit, placeholder: t("I’ll…"), "aria-label": view.props.heading, value: text, once: element => element.focus({ preventScroll: true }), on: { input: event => ((ctx.local.text = event.target.value), ctx.redraw()) } }),
                        h("div.pledge-foot", h("span.meta", t("%1 of %2", [...text].length, view.props.limit)), send && kit.primary(send.label, { act: put, id: "send", arrow: "tick", disabled: !text.trim() })))),
            ],
        }
    }

    // Every note in the column that is shortest so far, so that none lies on another.
    function arranged(view, ctx, count) {
        const notes = ctx.slot("mine").map(one => ({ text: one.text, who: t("Your pledge, just now"), shade: 0 }))
        for (const text of Object.values(view.live || {}).flat())
            notes.push({ text, who: t("Somebody who was here"), shade: 1 + (notes.length % 5) })
        for (const quote of view.props.quotes)
            notes.push({ ...quote, shade: 1 + (notes.length % 5) })
        const stacks = Array.from({ length: count }, () => ({ height: 0, notes: [] }))
        for (const note of notes) {
            const shortest = stacks.reduce((least, one) => (one.height < least.height ? one : least))
            shortest.notes.push(note)
            shortest.height += 3 + note.text.length / 26
        }
        return stacks.map(one => one.notes)
    }

    function wall(view, ctx) {
        const stacks = arranged(view, ctx, ctx.portrait ? (ctx.step > 1 ? 1 : 2) : ctx.step > 1 ? 2 : 3)
        return {
            nodes: [
                kit.evening([0.3, 0.68], [[0.93, 0.03, 8.4, "coral"], [0.87, 0.1, 5.6, "plain"], [0.008, 0.52, 5.6, "sunflower"], [0.955, 0.62, 7.2, "pink"]]),
                h("div.scroll.pledge.on-plum", { "data-scrolls": true, tabindex: "0" },
                    h("header", h("h1", view.props.heading), h("p.lead", { role: "status" }, ctx.slot("waiting")[0]?.text ?? view.props.text)),
                    stacks.every(stack => stack.length === 0) ? h("p.lead.centred.pledge-empty", t("The wall is still empty. The first one could be yours."))
                        : h("div.pledge-stacks", stacks.map((stack, i) => h("ul", { key: i }, stack.map((note, at) => h(`li.pledge-quote.paper.tone-${note.shade}`, { key: at }, h("p.speech", quoted(note.text)), note.who && h("p.who", note.who))))))),
            ],
            primary: "finish",
        }
    }

    return { starters, write, wall }
}
