// The poster on an iPad: all the numbers as one quilt of paper patches, and one number opened.

import { h } from "/face/dom.mjs"
import { pictograph, roomFor } from "/face/pictograph.mjs"

// How wide the quilt is against its height, and how much wider than high a patch is whose picture stands beside its words.
const QUILT = { across: 1.72, tall: 0.88 }
const ASIDE = 2.3

export function screens(kit) {
    const { t, voice } = kit

    const cloth = one => ({ "--tint": `var(--${one.colour}-tint)`, "--deep": `var(--${one.colour}-deep)`, "--on-deep": `var(--${one.colour}-ink-on-deep)` })

    const patch = one => `.po-patch.mark-${one.mark}${one.deep ? ".deep" : ""}`

    // Marks, or two lots of them under each other on one scale with a word beside each.
    function marks(number, ctx, key, largest) {
        const two = number.rows.length > 1
        return h(`div.po-marks${two ? ".two" : ""}`, { "aria-hidden": "true" }, number.rows.map((row, i) => h(`div.po-row${i + 1 < number.rows.length ? ".before" : ""}`, { key: i, style: { "--lines": String(row.lines) } },
            row.label && h("span.po-label", row.label),
            roomFor(ctx, `${key}/${i}`, "", room => pictograph({ name: number.mark, value: row.value, total: row.total, largest, columns: number.columns, piled: number.mark === "coin" }, room)))))
    }

    function poster(view, ctx) {
        const { heading, title, numbers } = view.props
        const opened = ctx.slot("opened").map(one => one.number)
        const way = ctx.portrait ? "portrait" : "landscape"
        const shape = ctx.portrait ? QUILT.tall : QUILT.across
        const rows = new Map()
        for (const one of [{ heading: true, box: title[way] }, ...numbers.map(number => ({ number, box: number[way] }))]) {
            const top = one.box[1].toFixed(4)
            rows.set(top, [...(rows.get(top) || []), one])
        }
        const titled = () => h("div.po-patch.po-title", kit.zoneMark(view.zone.number, view.zone.name), h("h1", heading))
        const touch = ({ number, box }) => {
            const done = opened.includes(number.action)
            return h(`button${patch(number)}${box[2] > 0.7 && box[2] * shape > ASIDE * box[3] ? ".aside" : ""}`, { type: "button", "data-id": `number-${number.action}`, style: cloth(number), on: { click: () => ctx.act(number.action) } },
                h("span.po-words", h("span.card-title", number.figure), " ", h("span.po-says", number.label), done && h("span.unseen", `. ${t("Opened")}`)),
                marks(number, ctx, number.action, 15),
                done && h("span.po-tick", kit.icon("tick")))
        }
        const sewn = [...rows.entries()].sort((a, b) => a[0] - b[0]).map(([top, pieces]) => h("div.po-line", { key: top, style: { "--tall": String(pieces[0].box[3] * 100) } },
            pieces.sort((a, b) => a.box[0] - b.box[0]).map(one => h("div.po-place", { key: one.number?.action || "title", style: { "--wide": String(one.box[2] * 100) } }, one.heading ? titled() : touch(one)))))
        const count = t("%1 of %2 opened", opened.length, numbers.length)
        const finish = ctx.offer("finish")
        return {
            nodes: [kit.hills([0.46, 0.74], [0.02, 0.03]), h("div.scroll.po-scroll", { "data-scrolls": true }, h("div.po-quilt.sheet-depth", sewn))],
            middle: h("p.po-count", finish ? count : t("Touch a number to open it.")),
            primary: finish ? "finish" : "",
        }
    }

    function number(view, ctx) {
        const { figure, label, paragraphs, scale, source, progress } = view.props
        const listen = ctx.offer("listen")
        const after = ctx.offer("after")
        const speaking = Boolean(listen) && listen.props.clip.sha === voice.key
        return {
            nodes: [
                !ctx.portrait && ctx.step < 2 && kit.hills([0.84, 0.94], [0.02, 0.02]),
                h("div.scroll.po-number", { "data-scrolls": true },
                    h("div.po-sheet.paper.sheet-depth", h(`div${patch(view.props)}`, { style: cloth(view.props) }, marks(view.props, ctx, "open", 24), h("p.po-scale", scale))),
                    h("div.po-right",
                        h("h1", figure),
                        h("p.po-what", label),
                        speaking ? kit.caption(listen.props.clip.text) : paragraphs.map((text, i) => h("p.po-text", { key: i }, text)),
                        h("p.meta", t("Where it comes from: %1", source)),
                        h("div.po-controls", listen && kit.voiceControls(listen, ctx),
                            after && h("button.quiet", { key: "after", type: "button", "data-id": "after", on: { click: () => ctx.act("after") } }, h("span", after.label), kit.icon("next"))))),
            ],
            middle: kit.stitches(progress.value, progress.total, t("Number %1 of %2", progress.value, progress.total)),
            primary: "next",
        }
    }

    return { poster, number }
}
