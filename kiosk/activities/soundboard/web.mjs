// The soundboard on an iPad: leaders to touch, one of them big; touch what to hear, and read it as it is said.

import { h } from "/face/dom.mjs"

const LONG = 150

export function screens(kit) {
    const { t, voice } = kit

    const waves = speaking => h(`svg.sb-waves${speaking ? ".on" : ""}`, { viewBox: "0 0 112 150", "aria-hidden": "true" }, h("path", { d: "M10 52c10 14 10 32 0 46M36 32c20 26 20 60 0 86M62 12c30 38 30 88 0 126" }))

    // The leader who is chosen, big: the mouth moves with the voice.
    const speaker = (leader, told) => h("div.sb-speaker",
        h("div.sb-face", kit.speaking(leader.picture, { person: "", clip: told?.props.clip, describe: leader.picture.describe })), waves(told && !voice.paused))

    // What the leader can be asked to say.
    const titles = (clips, ctx) => h("ul.sb-titles", clips.map(one => h("li", { key: one.id },
        h("button.sb-title.paper", { type: "button", "data-id": `clip-${one.id}`, "aria-label": one.done ? `${one.label}. ${t("Heard")}` : false, on: { click: () => ctx.act(one.id) } },
            h(`span.disc${one.done ? ".done" : ""}`, kit.icon(one.done ? "tick" : "play")), h("span", one.label)))))

    // A clip that plays: its words, hold it, hear it again, go back to the titles.
    function telling(told, ctx) {
        const { clip } = told.props
        const again = () => {
            ctx.act(told.id)
            ctx.act(told.id)
        }
        return [
            h(`div.sb-words${clip.text.length > LONG ? ".long" : ""}`, kit.caption(clip.text)),
            h("div.sb-controls",
                h("button.primary.sb-pause", { type: "button", "data-id": "pause", on: { click: () => (voice.paused ? voice.resume() : voice.pause()) } }, kit.icon(voice.paused ? "play" : "pause"), h("span", voice.paused ? t("Go on") : t("Pause"))),
                kit.quiet(t("Again"), { act: again, icon: "again", id: "replay" }),
                kit.quiet(t("Something else"), { act: () => ctx.act(told.id), icon: "speech", id: "others" }),
                kit.clipTime(voice.position, clip.seconds)),
        ]
    }

    const leaders = (view, ctx, heard) => h("div.sb-leaders",
        kit.hills([0.1], [0.035], ".sb-hill"),
        h(`div.sb-row.of-${view.props.leaders.length}`, { role: "radiogroup", "aria-label": view.props.heading }, view.props.leaders.map(one => {
            const on = one.id === view.props.leader.id
            const ticked = heard.includes(one.id)
            return h(`button.sb-leader${on ? ".on" : ""}`, { key: one.id, type: "button", role: "radio", "aria-checked": String(on), "aria-label": `${one.name}, ${one.role}${ticked ? `. ${t("Heard")}` : ""}`, "data-id": `to-${one.id}`, on: { click: () => on || ctx.act(`to-${one.id}`) } },
                h("span.sb-disc", h("span.sb-round", kit.picture(one.picture, { describe: "" })), ticked && h("span.sb-tick", kit.icon("tick"))),
                h("span.sb-who", h("b", one.name), h("small", one.role)))
        })))

    function board(view, ctx) {
        const { leader, heading } = view.props
        const clips = ctx.offers("play")
        const told = clips.find(one => one.props.clip.sha === voice.key)
        const heard = ctx.slot("heard").map(one => one.leader)
        const finish = ctx.offer("finish")
        return {
            nodes: h("div.scroll.sb", { "data-scrolls": true },
                h(`div.sb-top${told ? ".telling" : ""}`,
                    speaker(leader, told),
                    h("div.sb-head", kit.zoneMark(view.zone.number, heading), h(`div.sb-name${told ? ".unseen" : ""}`, h("h1", leader.name), !told && h("p", t("%1. Touch one to hear it.", leader.role)))),
                    told ? telling(told, ctx) : titles(clips, ctx)),
                leaders(view, ctx, heard)),
            middle: h("p.sb-count", finish ? null : h("span", t("Touch a face to listen.")), " ", h("span", t("%1 of %2 heard.", heard.length, view.props.leaders.length))),
            primary: finish ? "finish" : "",
        }
    }

    return { board }
}
