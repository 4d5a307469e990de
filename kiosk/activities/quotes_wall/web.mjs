// What people said, one quote at a time on paper. It goes on by itself; a touch goes on, back, or holds it.

import { h } from "/face/dom.mjs"

const [MOST, LEAST] = [92, 27]

// The largest size at which the words fill no more than the room, and the longest of them one line. Pixels of the drawing.
export function fit(words, across, down, grown, letter) {
    const longest = Math.max(...words.split(/[\s-]+/).map(word => [...word].length))
    let tried = MOST
    for (; tried * grown(tried) > LEAST; tried -= 2) {
        const pixels = tried * grown(tried)
        const perLine = across / (letter * pixels)
        const lines = Math.ceil(words.length / Math.max(1, perLine - Math.min(5, longest / 2)))
        if (longest * (letter + 0.1) * pixels <= across && (lines + 0.5) * 1.18 * pixels <= down)
            break
    }
    return tried * grown(tried)
}

export function screens(kit) {
    const { t } = kit
    const quoted = text => `“${text.replaceAll("“", "‘").replaceAll("”", "’")}”`

    // One that came lately after every two that were there.
    function woven(view) {
        const fresh = Object.values(view.live || {}).flat().map(text => ({ text, who: t("Somebody who was here") }))
        const quotes = view.props.quotes
        const found = []
        for (let i = 0; i < quotes.length || fresh.length > 0; i++) {
            if (i < quotes.length)
                found.push(quotes[i])
            if (fresh.length > 0 && (i % 2 === 1 || i >= quotes.length))
                found.push(fresh.shift())
        }
        return found
    }

    function wall(view, ctx) {
        const { local } = ctx
        const all = woven(view)
        local.turn ??= 0
        const at = (((local.at ?? 0) % all.length) + all.length) % all.length
        const go = steps => {
            local.was = at
            local.at = (at + steps + all.length) % all.length
            local.turn++
            local.due = Date.now() + view.props.seconds * 1000
            ctx.redraw()
        }
        local.go = go
        const begin = element => {
            local.due = Date.now() + view.props.seconds * 1000
            const clock = setInterval(() => {
                if (!element.isConnected)
                    clearInterval(clock)
                else if (!local.held && Date.now() >= local.due)
                    local.go(1)
            }, 250)
            new ResizeObserver(() => {
                const unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 10
                local.pane = [element.clientWidth / unit, element.clientHeight / unit]
                ctx.redraw()
            }).observe(element)
        }
        const text = [1, 1.2, 1.4][ctx.step] * (ctx.contrast ? 1.25 : 1)
        const grown = size => (size > 48 ? 1 + (text - 1) / 2 : text)
        const slip = (number, turn, leaving) => {
            const [across, down] = local.pane || [1500, 560]
            const pad = ctx.portrait ? 60 : 72
            const said = quoted(all[number].text)
            const size = fit(said, across - 2 * pad, down - 2 * pad - 60 * text - 22, grown, ctx.contrast ? 0.6 : 0.53)
            return h(`figure.wall-slip.paper.sheet-depth.slip-${number % 6}.turn-${number % 4}${leaving ? ".leaving" : ""}`, { key: turn, "aria-hidden": leaving ? "true" : false, style: { "--said": `${size / 10}rem`, "--pad": `${pad / 10}rem` } }, h("blockquote.speech", said), all[number].who && h("figcaption", all[number].who))
        }
        return {
            nodes: [
                kit.evening([0.34, 0.72], [[0.925, 0.04, 8.6, "coral"], [0.87, 0.1, 5.6, "plain"], [0.02, 0.8, 7.6, "sunflower"], [0.935, 0.78, 8.4, "pink"]]),
                h("div.scroll.said-wall", { "data-scrolls": true },
                    h("header", h("h1", view.props.heading), h("p", view.props.text)),
                    h("div.wall-montage", { once: begin, on: { click: () => go(1) } }, local.was !== undefined && slip(local.was, local.turn - 1, true), slip(at, local.turn, false)),
                    h("div.wall-buttons",
                        kit.quiet(t("The one before"), { act: () => go(-1), icon: "back", alone: true, id: "before" }),
                        kit.quiet(local.held ? t("Go on") : t("Hold it there"), { act: () => ((local.held = !local.held), (local.due = Date.now() + view.props.seconds * 1000), ctx.redraw()), icon: local.held ? "play" : "pause", id: "hold" }),
                        kit.quiet(t("The next one"), { act: () => go(1), icon: "next", alone: true, id: "after" }),
                        h("b.wall-count", t("%1 of %2", at + 1, all.length)))),
            ],
            primary: "finish",
        }
    }

    return { wall }
}
