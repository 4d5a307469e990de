// A talk on an iPad: look round, talk, see where it leads.

import { h } from "/face/dom.mjs"
import { columns, rooms } from "/face/room.mjs"

const PAUSE = 450

export function screens(kit) {
    const { t } = kit
    const room = rooms(kit)

    function talk(view, ctx) {
        const { props } = view
        const said = ctx.slot("says")[0] || { text: "", mood: "" }
        const noticed = ctx.slot("noticed")
        const gone = props.clock ? Math.min(props.clock.minutes, view.tallies[props.clock.tally] || 0) : 0
        const choose = id => {
            if (ctx.local.chosen)
                return
            ctx.local.chosen = id
            ctx.redraw()
            setTimeout(() => {
                ctx.local.chosen = ""
                ctx.act(id)
            }, PAUSE)
        }
        return {
            tight: noticed.length > 0,
            nodes: [
                room.scene(view, ctx, { mood: said.mood, clip: said.clip },
                    kit.bubble(room.about(props.person), said.text, { clip: said.clip, heading: true, tail: ctx.contrast ? "" : ctx.portrait ? "up" : props.person.side === "left" ? "right" : "left" }),
                    h("p.prompt", props.prompt, props.clock && h("small", t("The clock waits while you read."))),
                    h("div.choices", { "data-scrolls": true }, ctx.offers("say").map(one => kit.choice(one.label, { id: one.id, act: () => choose(one.id), chosen: ctx.local.chosen === one.id, faded: Boolean(ctx.local.chosen) && ctx.local.chosen !== one.id, by: one.props.by || "" })))),
                props.clock && room.dial(props.clock, gone),
            ],
            middle: [noticed.length > 0 && h("div.noticed-tray", h("span.label", t("You’ve noticed")), kit.tray(noticed.map(thing => room.crop(thing, props.room)), { name: t("You’ve noticed") })), kit.stitches(view.tallies[props.progress.tally] || 0, props.progress.total, props.progress.label)],
        }
    }

    const styles = { open: t("An open question"), kind: t("A kind full stop"), form: t("A form question") }

    return {
        look: room.look,
        talk,
        ending: room.ending,
        roads: room.roads,
        ways: (view, ctx) => {
            const had = columns(ctx.slot("moments"), view.before)
            return room.ways(view, ctx, {
                columns: had.map((one, i) => ({ ...one, name: one.total === 0 ? t("Moment %1 of %2", i + 1, had.length) : t("Moment %1 of %2. %3 came by here before you", i + 1, had.length, one.total) })),
                first: t("You are among the first here. When a few more have had this talk, their threads will lie beside yours."),
                words: t("%1 talks were had here before yours. The gold thread is your way; a number says how many went that way before you.", view.before.walks),
            })
        },
        reflect: (view, ctx) => room.reflect(view, ctx, {
            tab: t("What you said"),
            path: h("ol.said-path", ctx.slot("said").map(one => h(`li.${one.style}`, { key: one.step }, h("span.knot", { "aria-hidden": "true" }), h("span", t("“%1”", one.say), styles[one.style] && h("small", styles[one.style]))))),
        }),
    }
}
