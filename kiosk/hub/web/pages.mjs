// What belongs to every zone: attract, home, finish, "back in five minutes", the rail, and the sheets that ask.

import { h } from "/face/dom.mjs"

// Letters of the main button, in plain size, that leave room for the words on the rail's other buttons.
const CROWD = 18

export const opening = (text = "One moment…") => h("p.opening", { key: "opening", role: "status" }, text)

export function attract(page, moment) {
    const { kit } = page
    const words = moment.words.attract
    const one = innerHeight > innerWidth ? words.portrait : words.landscape
    return [
        one && kit.picture(one, { describe: one.describe }),
        h("button.invite", { type: "button", "data-id": "wake", "aria-label": `${moment.venue.title}. ${words.invitation}`, on: { click: () => page.ask("wake") } }),
        h("h1.attract-title", moment.venue.title),
        languageButton(page, moment, moment.languages.slice(1).slice(0, 4).map(one => one.name).join(" · ")),
        h("div.invitation", { "aria-hidden": "true" }, kit.icon("hand"), h("span", h("b", words.invitation), h("small", words.promise))),
    ]
}

// The other languages by their own names, for whoever looks for one; at home the one that is spoken.
function languageButton(page, moment, text) {
    const { kit } = page
    return moment.languages.length > 1 && h("button.quiet.languages", { key: "languages", type: "button", "data-id": "languages", "aria-label": `${kit.t("Choose a language")}: ${text}`, on: { click: () => ((page.asking = "languages"), page.redraw()) } }, kit.icon("language"), h("span", text))
}

export function home(page, moment) {
    const { kit } = page
    const { zone } = moment
    const one = zone.picture
    const spoken = moment.languages.find(language => language.code === moment.preferences.language) || { name: "English" }
    return [
        kit.hills([0.36, 0.64]),
        one?.sha && h("div.home-picture", kit.picture(one, { view: [one.width * 0.12, 0, one.width * 0.88, one.width * 0.36], describe: "" }), kit.torn("left")),
        h("div.scroll.home-scroll", { "data-scrolls": true },
            h("header.home-front", h("div.home-top", kit.zoneMark(zone.number, zone.name), languageButton(page, moment, spoken.name)), h("h1", zone.heading), h("p.lead", zone.intro)),
            moment.cards.length
                ? h(`div.cards.of-${Math.min(4, moment.cards.length)}`, moment.cards.map((card, i) => activityCard(page, card, i)))
                : h("p.lead.nothing", kit.t("There is nothing to try here just now. A host will know where to go instead."))),
    ]
}

function activityCard(page, card, i) {
    const { kit } = page
    return h("button.card.paper", { key: card.id, type: "button", "data-id": `card-${card.id}`, style: { "--i": String(i) }, on: { click: () => page.ask("open", card.id) } },
        h("span.card-picture", card.picture.sha && kit.picture(card.picture, { describe: "" }), kit.torn("bottom"), card.done && h("span.done-tab", kit.icon("tick"), kit.t("Done"))),
        h("span.card-words", h("span.card-title", card.title), h("span.card-text", card.summary)),
        h("span.card-meta", h("span", kit.icon("clock"), kit.t("%1 min", card.minutes)), card.company && h("span", kit.icon("people"), card.company)),
        h("span.card-go", kit.icon("next")))
}

export function finish(page, moment) {
    const { kit } = page
    const words = moment.words.finish
    return [
        kit.hills([0.3, 0.7], [0.03, 0.04]),
        h("div.thanks", h("h1", words.heading), h("p.lead", words.text), kit.stitches(Math.max(3, moment.total), Math.max(3, moment.total)),
            h("div.row", kit.quiet(kit.t("One more thing"), { act: () => page.ask("home"), icon: "back", id: "backHome" }), kit.primary(kit.t("All done"), { act: () => page.ask("leave"), arrow: "tick", id: "done" }))),
    ]
}

export function paused(page, moment) {
    const { kit } = page
    const words = moment.words.pause
    return [kit.hills([0.66, 0.82], [0.03, 0.03]), h("div.pausing", words.picture && h("div.pause-picture", kit.picture(words.picture, { fit: "meet" })), h("div", h("h1", words.heading), h("p.lead", words.text)))]
}

// Whether the hub is there, said quietly and only when there is something to say.
// `short`: a sign alone, where the rail has much else to hold.
function state(page, short) {
    const { kit, outbox, news } = page
    const said = (more, sign, first, second) => h(`p.state${more}`, { key: "state", role: "status", "aria-label": `${first}. ${second}` }, kit.icon(sign), !short && h("span", { "aria-hidden": "true" }, h("b", first), h("small", second)))
    if (outbox.troubled)
        return said(".worry", "warning", kit.t("This iPad can’t keep answers"), kit.t("Please tell a host. You can carry on."))
    if (news.reached === false || outbox.reached === false)
        return said(short ? ".short" : "", "wifi-off", kit.t("Working without the hub"), kit.t("All is well. Your answers are safe here."))
    return null
}

export function rail(page, moment, drawing) {
    const { kit } = page
    const inside = moment.phase === "activity"
    const wish = moment.preferences
    const next = drawing.primary && moment.view?.actions.find(one => one.id === drawing.primary)
    // A long main button leaves no room for the words on the others.
    const crowded = inside && next && next.label.length * [1, 1.2, 1.4][wish.text_step] * (wish.contrast ? 1.25 : 1) > CROWD
    return h(`nav.rail${crowded ? ".crowded" : ""}`, { key: "rail", "aria-label": kit.t("Where to go") },
        inside ? [kit.quiet(kit.t("Home"), { act: () => page.ask("home"), icon: "home", alone: drawing.tight, id: "home" }), kit.quiet(kit.t("Back"), { act: () => page.ask("back"), icon: "back", alone: drawing.tight, id: "back" })]
            : kit.quiet(kit.t("Start again"), { act: () => (page.asking = "start-again", page.redraw()), icon: "again", id: "startAgain" }),
        h("div.middle", state(page, inside), inside ? drawing.middle : kit.stitches(moment.done, moment.total, kit.t("%1 of %2 done", moment.done, moment.total))),
        inside && kit.quiet(kit.t("Start again"), { act: () => (page.asking = "start-again", page.redraw()), icon: "again", alone: true, id: "again" }),
        kit.quiet(kit.t("Text size"), { act: () => page.ask("text-size"), icon: "text-size", alone: true, pressed: wish.text_step > 0, id: "textSize" }),
        kit.quiet(kit.t("Contrast"), { act: () => page.ask("contrast"), icon: "contrast", alone: true, pressed: wish.contrast, id: "contrast" }),
        kit.quiet(wish.sound ? kit.t("Sound on") : kit.t("Sound off"), { act: () => page.ask("sound"), icon: wish.sound ? "sound-on" : "sound-off", alone: true, id: "sound" }),
        next && kit.primary(next.label, { act: () => page.act(next.id), quiet: drawing.quiet }),
        !inside && kit.primary(kit.t("Finish"), { act: () => page.ask("finish"), arrow: "tick", id: "finish" }))
}

// A sheet over the page; it takes the focus, and the page behind takes no touches.
function sheet(name, outside, ...inside) {
    return h("div.overlay", { key: name, on: { click: event => event.target === event.currentTarget && outside() } },
        h("div.asking.paper.sheet-depth", { role: "dialog", "aria-modal": "true", "aria-label": name, tabindex: "-1", once: element => element.focus() }, inside))
}

export function overlays(page, moment) {
    const { kit, station } = page
    const left = station.secondsLeft()
    if (left > 0) {
        return sheet(kit.t("Still there?"), () => page.ask("carry-on"),
            h("div.countdown", h("span.dial", { style: { "--share": String(1 - left / station.timing.countdown) } }, h("b", String(left)), h("small", left === 1 ? kit.t("second") : kit.t("seconds"))),
                h("div", h("h1", kit.t("Still there?")), h("p.lead", kit.t("Take all the time you need. If the room is empty we’ll tidy up, and the next visitor starts fresh.")))),
            h("p.meta.centred", kit.t("Touching anywhere carries on too.")),
            h("div.row", kit.primary(kit.t("Yes, carry on"), { act: () => page.ask("carry-on"), id: "carryOn" }), kit.quiet(kit.t("Finish now"), { act: () => page.ask("start-again"), id: "finishNow" })))
    }
    if (page.asking === "languages") {
        const close = () => ((page.asking = ""), page.redraw())
        return sheet(kit.t("Choose a language"), close,
            h("h2.sheet-title", kit.icon("language"), kit.t("Choose a language")),
            h("div.language-list", { role: "radiogroup", "aria-label": kit.t("Choose a language") }, moment.languages.map(one => h(`button.option.paper${one.code === moment.preferences.language ? ".chosen" : ""}`, { key: one.code, type: "button", role: "radio", lang: one.code, "aria-checked": String(one.code === moment.preferences.language), "data-id": `language-${one.code}`, on: { click: () => page.speak(one.code) } }, h("b", one.name), one.note && h("small", one.note)))))
    }
    if (page.asking === "start-again") {
        const keep = () => ((page.asking = ""), page.redraw())
        return sheet(kit.t("Start again?"), keep,
            h("h1", kit.t("Start again?")), h("p.lead", kit.t("This finishes your visit here and clears the screen for whoever comes next.")),
            h("div.row", kit.primary(kit.t("No, keep going"), { act: keep, id: "kept" }), kit.quiet(kit.t("Yes, start again"), { act: () => page.ask("start-again"), icon: "again", id: "sure" })))
    }
    return null
}
