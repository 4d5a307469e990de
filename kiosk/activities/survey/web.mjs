// A survey on an iPad: one question to a page, its answers as plants, cards or words.

import { h } from "/face/dom.mjs"

const LEAVES = [
    "M110 190C92 160 66 150 44 156C58 182 84 196 110 190Z",
    "M110 190C128 160 154 150 176 156C162 182 136 196 110 190Z",
    "M110 150C94 122 70 114 50 118C62 144 86 156 110 150Z",
    "M110 150C126 122 150 114 170 118C158 144 134 156 110 150Z",
    "M110 112C96 88 76 80 58 84C68 106 90 116 110 112Z",
    "M110 112C124 88 144 80 162 84C152 106 130 116 110 112Z",
]

// From seed (0) to bloom (4): decoration, the label says which.
export function plant(level) {
    const leaves = LEAVES.slice(0, [0, 2, 4, 6, 6][level])
    const petals = Array.from({ length: 8 }, (_, i) => h("ellipse.petal", { key: i, cx: 110, cy: 22, rx: 13, ry: 21, transform: `rotate(${i * 45} 110 50)`, class: i % 2 ? "light" : "" }))
    return h("svg.plant", { viewBox: "0 0 220 233", "aria-hidden": "true" },
        h("ellipse.ground", { cx: 110, cy: 221, rx: 84, ry: 10 }),
        h("path.soil", { d: "M30 214C44 192 80 188 110 190C140 188 176 192 190 214C150 222 70 222 30 214Z" }),
        level === 0 ? h("ellipse.seed", { cx: 110, cy: 190, rx: 15, ry: 12 }) : h("path.stem", { d: `M110 206V${[0, 164, 116, 84, 64][level]}` }),
        leaves.map((d, i) => h("path.leaf", { key: `leaf${i}`, d, class: i % 2 ? "light" : "" })),
        level === 3 ? [h("path.petal", { key: "bud", d: "M110 90C90 74 92 48 110 28C128 48 130 74 110 90Z" }), h("path.petal.light", { key: "fold", d: "M110 88C102 72 102 52 110 30C118 52 118 72 110 88Z" })] : null,
        level === 4 ? [petals, h("circle.heart", { key: "heart", cx: 110, cy: 50, r: 19 })] : null)
}

export function screens(kit) {
    const { t } = kit
    const chosen = one => one.chosen.includes(one.props.answer)

    // Every question: where we are, what is asked, how far it has come.
    function question(view, ctx, answers) {
        const { heading, question: asked, help, progress } = view.props
        return {
            nodes: [
                kit.hills([0.34, 0.66]),
                h("div.scroll.survey", { "data-scrolls": true },
                    h("header", kit.zoneMark(view.zone.number, heading), h("h1.asked", asked), help && h("p.lead", help)),
                    answers),
            ],
            middle: progress && kit.stitches(progress.value, progress.total, t("Question %1 of %2", progress.value, progress.total)),
            primary: ctx.offer("next") ? "next" : "skip",
            quiet: !ctx.offer("next"),
        }
    }

    // Five steps from seed to bloom, or from one end to the other.
    function steps(view, ctx) {
        const before = (view.answers[view.props.before_key] || [])[0]
        const options = ctx.offers("answer")
        return question(view, ctx, h("div.steps", { role: "radiogroup", "aria-label": view.props.question }, options.map((one, i) =>
            h(`button.step.paper${chosen(one) ? ".chosen" : ""}`, { key: one.id, type: "button", role: "radio", "aria-checked": String(chosen(one)), "data-id": `answer-${one.props.answer}`, on: { click: () => ctx.act(one.id, one.props.answer) } },
                before === one.props.answer && h("span.tab.before", t("Before today")),
                chosen(one) && h("span.tab.now", kit.icon("tick"), before === undefined ? t("Now") : t("Now")),
                plant(Math.round((i * 4) / Math.max(1, options.length - 1))),
                h("span.step-label", one.label)))))
    }

    return {
        scale: steps,
        rating: steps,
        choice: (view, ctx) => question(view, ctx, h("div.options", { role: view.props.many ? "group" : "radiogroup", "aria-label": view.props.question }, ctx.offers("answer").map(one =>
            h(`button.option.paper${chosen(one) ? ".chosen" : ""}`, { key: one.id, type: "button", role: view.props.many ? "checkbox" : "radio", "aria-checked": String(chosen(one)), "data-id": `answer-${one.props.answer}`, on: { click: () => ctx.act(one.id, one.props.answer) } },
                h(`span.mark${view.props.many ? ".box" : ""}`, chosen(one) && kit.icon("tick")), h("span.words", one.label))))),
        words: (view, ctx) => {
            const send = ctx.offer("send")
            const said = (view.answers[view.props.key] || []).length > 0
            const text = ctx.local.text || ""
            return question(view, ctx, h("div.writing.paper",
                h("label.prompt", { for: "words" }, said ? t("Thank you. A host has your words. You can write some more.") : t("A host reads it before anyone sees it. Please don’t name anybody.")),
                h("textarea", { id: "words", rows: 5, maxlength: view.props.limit, value: text, on: { input: event => ((ctx.local.text = event.target.value), ctx.redraw()) } }),
                h("div.row.writing-foot", h("span.meta", t("%1 of %2", text.length, view.props.limit)),
                    send && kit.quiet(send.label, { act: () => (ctx.act("send", text), (ctx.local.text = ""), ctx.redraw()), icon: "arrow", id: "send" }))))
        },
        thanks: (view, ctx) => {
            const level = key => Number((view.answers[key] || [])[0] || 0) - 1
            const grown = view.props.measures.map(one => ({ ...one, now: level(one.key), was: one.before_key ? level(one.before_key) : -1 })).filter(one => one.now >= 0)
            const step = (when, one, at) => h("div.grown-step", plant(at), h("small", when), h("b", one.labels[at]))
            const { heading, text, moment, code } = view.props
            const address = session => code.address.replace("{session}", encodeURIComponent(session))
            return {
                nodes: [
                    kit.evening([0.42, 0.76], [[0.944, 0.04, 7.8, "sunflower"], code ? [0.6, 0.04, 6.2, "plain"] : [0.92, 0.12, 6.2, "plain"], [0.945, 0.87, 8.4, "coral"], [0.62, 0.88, 6.6, "pink"]]),
                    h(`div.scroll.survey.thanked${code ? ".coded" : ""}`, { "data-scrolls": true, tabindex: "0" },
                        h("div.thanked-words",
                            h("header", h("h1", heading), h("p.lead", text)),
                            grown.length > 0 && h("div.garden", grown.map(one => h("div.grown.paper", { key: one.key }, h("h2", one.text),
                                h("div.grown-steps", one.was >= 0 && step(t("Before today"), one, one.was), step(moment === "before" ? t("Today") : t("Now"), one, one.now)))))),
                        code && kit.codeCard(address(view.session), code.title, code.help, address(""))),
                ],
                primary: "finish",
            }
        },
    }
}
