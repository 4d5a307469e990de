// A story on an iPad: a picture or a film, its parts as tabs, the words, and a voice that reads them.

import { h } from "/face/dom.mjs"

export function screens(kit) {
    const { t, voice } = kit

    // A film of a part: what can be done with it. `now` is its own place in what the screen remembers.
    function reel(film, ctx) {
        const now = (ctx.local.film ||= { playing: false, paused: false, over: false, broken: false, reading: false, at: 0, length: film.seconds })
        const change = (...changes) => {
            Object.assign(now, ...changes)
            ctx.busy(now.playing && !now.paused)
            ctx.redraw()
        }
        const ended = changes => change({ playing: false, paused: false, reading: true, at: 0 }, changes)
        const begin = () => now.screen.play().catch(error => {
            if (error.name === "NotAllowedError")
                change({ paused: true })
            else if (error.name !== "AbortError")
                ended({ broken: true })
        })
        return {
            now,
            start() {
                Object.assign(now, { playing: true, paused: false, over: false, broken: false, reading: false, at: 0, address: kit.media.url(film.sha) })
                ctx.busy(true)
                ctx.act("watch")
            },
            hold: () => (now.screen.pause(), change({ paused: true })),
            resume: () => (change({ paused: false }), begin()),
            again: () => ((now.screen.currentTime = 0), change({ paused: false, at: 0 }), begin()),
            stop: () => (now.screen.pause(), ended({ over: now.over, reading: false })),
            read: () => change({ reading: !now.reading }),
            // The film itself. It begins in the touch that asked for it, as browsers want it.
            shown: () => h("video.cs-film", {
                key: "film", src: now.address, playsinline: true, disablepictureinpicture: true, preload: "auto", muted: ctx.filmsMuted, tabindex: "-1", "aria-label": film.describe,
                once: element => ((now.screen = element), begin()),
                on: {
                    timeupdate: event => change({ at: event.target.currentTime, length: event.target.duration || film.seconds }),
                    ended: () => ended({ over: true }),
                    error: () => ended({ broken: true }),
                },
            }),
            lit() {
                const [, from, to] = film.captions.filter(one => one[0] <= now.at).pop() || [0, 0, 0]
                return { from, to }
            },
        }
    }

    function frame(one, view, film) {
        const now = film?.now
        return h("div.cs-frame.paper.sheet-depth",
            h("div.cs-picture", kit.picture(one, { view }), now?.playing && film.shown()),
            now && !now.playing && !now.broken && h(`button.primary.cs-watch${now.over ? ".quietly" : ""}`, { type: "button", "data-id": "watch", on: { click: film.start } }, kit.icon(now.over ? "again" : "play"), h("span", now.over ? t("Watch again") : t("Watch"))),
            now?.broken && h("p.cs-sorry.paper", { role: "status" }, t("This film can’t be shown on this screen, but here are its words, and the story goes on.")))
    }

    function filmControls(film) {
        const { now } = film
        if (!now.playing)
            return h("div.cs-controls", kit.quiet(now.reading ? t("Back to the story") : t("Read its words"), { act: film.read, icon: now.reading ? "back" : "captions", id: "read" }))
        return h("div.cs-controls",
            kit.quiet(now.paused ? t("Go on") : t("Pause"), { act: now.paused ? film.resume : film.hold, icon: now.paused ? "play" : "pause", id: "listen" }),
            kit.quiet(t("Again"), { act: film.again, icon: "again", id: "replay" }),
            kit.quiet(t("Stop"), { act: film.stop, icon: "close", id: "stop" }),
            kit.clipTime(now.at, now.length))
    }

    function part(view, ctx) {
        const { heading, paragraphs, picture, tabs, tab, progress, video } = view.props
        const film = video && reel(video, ctx)
        const watching = Boolean(film?.now.playing)
        const listen = ctx.offer("listen")
        const speaking = Boolean(listen) && listen.props.clip.sha === voice.key
        const region = ctx.portrait ? picture.portrait || picture.view : picture.view
        const words = film?.now.reading ? [video.text] : paragraphs
        return {
            nodes: [
                kit.hills(ctx.portrait ? [0.28, 0.84] : [0.56, 0.8], [0.03, 0.03]),
                h(`div.scroll.cs${film ? ".with-film" : ""}${watching ? ".watching" : ""}`, { "data-scrolls": true },
                    h("div.cs-left", frame(picture, region, film), film && filmControls(film)),
                    h("div.cs-right",
                        kit.zoneMark(view.zone.number, view.zone.name),
                        h("h1", heading),
                        h(`div.cs-tabs${tabs.length > 3 ? ".many" : ""}`, { role: "tablist", "aria-label": heading }, tabs.map(one =>
                            h(`button.chip${one.action === tab ? ".on" : ""}`, { key: one.action, type: "button", role: "tab", "aria-selected": String(one.action === tab), "data-id": `tab-${one.action}`, on: { click: () => one.action === tab || ctx.act(one.action) } }, one.label))),
                        h("div.cs-sheet.paper", { role: "tabpanel", "aria-label": tabs.find(one => one.action === tab)?.label, tabindex: watching ? "0" : false },
                            watching ? kit.caption(video.text, film.lit()) : speaking ? kit.caption(listen.props.clip.text) : [
                                film?.now.over && h("p.cs-over", t("That was the film. Go on, watch it again, or read its words here.")),
                                words.map((text, i) => h("p", { key: i }, text)),
                            ]),
                        listen && h("div.cs-controls", kit.voiceControls(listen, ctx)))),
            ],
            middle: kit.stitches(progress.value, progress.total, t("Part %1 of %2", progress.value, progress.total)),
            primary: "next",
            quiet: watching,
        }
    }

    return { part }
}
