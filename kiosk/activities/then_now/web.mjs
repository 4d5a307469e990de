// The same time told twice, on an iPad: a strip of moments, then above and now below, what is counted along it, and the sum.

import { h } from "/face/dom.mjs"
import { pictograph, roomFor } from "/face/pictograph.mjs"

// After the last scrolling of a finger, milliseconds.
const STILL = 140

export function screens(kit) {
    const { t, voice, number } = kit
    const row = (one, sum, ctx, key, more) => roomFor(ctx, key, more, room => pictograph({ name: one.mark, value: sum / one.each, most: one.most, columns: one.most, each: true }, room))

    // One half of a moment. Only in the middle of the strip can it be listened to.
    function half(side, title, name, ctx, current) {
        const listen = current && ctx.offers("play").find(one => one.id === side.listen)
        const speaking = Boolean(listen) && listen.props.clip.sha === voice.key
        return h(`div.tn-side.${name}`,
            h("div.tn-picture", kit.picture(side.picture, { view: (ctx.portrait && side.picture.portrait) || side.picture.view })),
            h("div.tn-words",
                h("div.tn-foot", h("h2", title), listen && kit.voiceControls(listen, ctx, { time: false, words: listen.label })),
                speaking ? kit.caption(listen.props.clip.text) : h("p", side.text)))
    }

    function counts(one, at, props, ctx) {
        const line = (name, label) => h(`div.tn-count.${name}`, h("span.tn-side-name", label), row(one, one[name][at], ctx, `${one.label}/${name}`, ""), h("b", number(one[name][at])))
        return h("section.tn-counted", { key: one.label }, h("p.tn-what", h("b", one.label), " ", h("small", one.scale)), line("then", props.then_label), line("now", props.now_label))
    }

    function strip(view, ctx) {
        const { props } = view
        const { moments } = props
        const { moment: at, onward } = ctx.slot("at")[0]
        const { local } = ctx
        const place = (index, smoothly) => {
            const one = local.strip?.querySelectorAll("li")[index]
            local.byHand = false
            if (one)
                local.strip.scrollTo({ left: one.offsetLeft + one.offsetWidth / 2 - local.strip.clientWidth / 2, behavior: smoothly && !matchMedia("(prefers-reduced-motion: reduce)").matches ? "smooth" : "instant" })
        }
        const go = index => {
            const said = ctx.offers("play").find(one => one.props.clip.sha === voice.key)
            if (!moments[index] || !ctx.offer(moments[index].action))
                return place(local.at, true)
            if (said)
                ctx.act(said.id)
            ctx.act(moments[index].action)
        }
        // A finger has moved it: the moment that lies in the middle then is the one.
        const moved = () => {
            clearTimeout(local.still)
            local.still = setTimeout(() => {
                const middle = local.strip.scrollLeft + local.strip.clientWidth / 2
                const index = [...local.strip.querySelectorAll("li")].findIndex(one => middle >= one.offsetLeft && middle < one.offsetLeft + one.offsetWidth)
                if (index >= 0 && index !== local.at && local.strip.isConnected)
                    local.byHand ? local.go(index) : place(local.at)
            }, STILL)
        }
        const byHand = () => (local.byHand = true)
        const shape = `${innerWidth}/${innerHeight}/${ctx.step}/${ctx.contrast}`
        if (local.strip && (local.at !== at || local.shape !== shape)) {
            const smoothly = local.at !== at && local.shape === shape
            requestAnimationFrame(() => place(at, smoothly))
        }
        Object.assign(local, { at, shape, go })
        const keys = event => {
            const on = document.documentElement.dir === "rtl" ? -1 : 1
            const way = { ArrowLeft: -on, ArrowRight: on }[event.key]
            if (way) {
                event.preventDefault()
                go(at + way)
            }
        }
        const arrow = (index, name, said) => moments[index] && h(`button.quiet.alone.tn-arrow.${name}`, { key: name, type: "button", "data-id": name, "aria-label": t(said, moments[index].label), on: { click: () => go(index) } }, kit.icon(name === "before" ? "back" : "next"))
        return {
            nodes: h("div.scroll.tn", { "data-scrolls": true, on: { keydown: keys } },
                h("header.tn-head", kit.zoneMark(view.zone.number, view.zone.name), h("h1", props.heading)),
                h("div.tn-film",
                    h("ul.tn-strip", { "data-sideways": true, tabindex: "0", "aria-label": props.heading, once: element => ((local.strip = element), place(at)), on: { scroll: moved, pointerdown: byHand, touchstart: byHand, wheel: byHand } }, moments.map((one, i) => {
                        const current = i === at
                        return h(`li.tn-moment${current ? ".current" : ""}${i <= at ? ".sewn" : ""}`, { key: one.action, "aria-hidden": current ? false : "true" },
                            half(one.then, props.then_label, "then", ctx, current),
                            h("p.tn-band", h("span", one.label)),
                            half(one.now, props.now_label, "now", ctx, current),
                            Math.abs(i - at) === 1 && h("button.tn-pick", { type: "button", tabindex: "-1", "data-id": `pick-${one.action}`, "aria-label": t("Show %1", one.label), on: { click: () => go(i) } }))
                    })),
                    arrow(at - 1, "before", "Back to %1"), arrow(at + 1, "after", "On to %1")),
                h("div.tn-counts", { "aria-live": "polite" }, props.counted.map(one => counts(one, at, props, ctx)))),
            middle: kit.stitches(at + 1, moments.length, t("%1 of %2", at + 1, moments.length)),
            primary: onward,
        }
    }

    function total(view, ctx) {
        const { props } = view
        const lane = (name, label) => h(`section.tn-lane.paper.${name}`, { key: name }, h("h2", label), props.counted.map(one => {
            const sum = one[name].at(-1)
            return h("div.tn-sum", { key: one.label }, h("p", one.label), h("div", h("b.speech", number(sum)), row(one, sum, ctx, `${name}/${one.label}`, "")))
        }))
        return {
            nodes: [
                !ctx.portrait && ctx.step < 2 && kit.hills([0.93, 0.98], [0.012, 0.01]),
                h("div.scroll.tn-total", { "data-scrolls": true, tabindex: "0" },
                    h("h1", props.heading),
                    h("div.tn-lanes", lane("then", props.then_label), lane("now", props.now_label)),
                    h("section.tn-tomorrow.paper", h("p.tn-above", props.tomorrow_heading), h("p.speech", props.tomorrow)),
                    h("p.meta", props.how)),
            ],
            primary: "finish",
        }
    }

    return { strip, total }
}
