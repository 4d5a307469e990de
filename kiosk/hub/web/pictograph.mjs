// A number as marks, drawn as large as there is room for. Colours are the stylesheet's: --mark, --mark-second,
// --mark-third and --mark-empty.

import { h } from "/face/dom.mjs"
import { grid, mark, path, place } from "/face/marks.mjs"

// A box whose size is known to what is drawn in it: `inside({width, height, rem})`, pixels. `key` is its own on the screen.
export function roomFor(ctx, key, more, inside) {
    const sizes = (ctx.local.sizes ||= {})
    const watch = element => new ResizeObserver(([{ contentRect: { width, height } }]) => {
        sizes[key] = { width, height, rem: parseFloat(getComputedStyle(document.documentElement).fontSize) }
        ctx.redraw()
    }).observe(element)
    return h(`div.marks-room${more}`, { key, "aria-hidden": "true", once: watch }, sizes[key] && sizes[key].width > 0 && inside(sizes[key]))
}

// `value` marks are filled, a part of one as that part; the rest of `total` are outlined, room is kept for `most`. `largest` is
// in rem, `columns` 0: as many as make them largest; `piled`: from the bottom. `each`: one by one, so that new ones can move.
export function pictograph({ name, value, total = 0, most = 0, largest = 100, columns = 0, piled = false, each = false }, { width, height, rem }) {
    const box = mark(name)
    const count = Math.max(1, total, most, Math.ceil(value - 0.001))
    const laid = grid(name, count, width, height, largest * rem, columns, total > 0)
    const whole = Math.floor(value + 0.001)
    const rest = value - whole > 0.001 ? value - whole : 0
    const [wide, high] = [laid.columns * laid.step, laid.rows * box.h]
    const layers = (from, to, shape, key) => [0, 1, 2].map(tone => h(`path.tone-${tone}`, { key: `${key}${tone}`, d: path(name, from, to, tone, shape, piled) })).filter(one => one.attributes.d)
    const [x, y] = place(name, whole, laid, piled)
    const open = path(name, whole, Math.max(total, Math.ceil(value - 0.001)), -1, laid, piled)
    return h(`svg.marks${piled ? ".piled" : ""}`, { viewBox: `0 0 ${wide} ${high}`, style: { width: `${wide * laid.zoom}px`, height: `${high * laid.zoom}px` } },
        open && h("path.open", { key: "open", d: open }),
        each ? Array.from({ length: whole }, (_, at) => h("g.one", { key: `one${at}` }, layers(at, at + 1, laid, "tone"))) : layers(0, whole, laid, "tone"),
        rest > 0 && h("svg.part", { key: `part${whole}`, x, y, width: box.w * rest, height: box.h, viewBox: `0 0 ${box.w * rest} ${box.h}`, overflow: "hidden" }, layers(0, 1, { ...laid, rows: 1 }, "part")))
}
