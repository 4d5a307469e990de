// One place to touch, whatever draws it: the visit, the decks and what is recorded. What kiosk/station.py does.
// A page calls the events, then draws `moment()`. Everything that happened has then been handed to the recorder.
import * as player from "./player.mjs";
import * as visit from "./visit.mjs";
import { characters, own } from "./player.mjs";

export const QUOTES = 60;
/** Characters of a note that still fit on the slip of paper of the attract picture. */
export const SLIP = 160;
const HOWS = ["idle", "host"];
const ENGLISH = { code: "en", name: "English", note: "" };

/**
 * Holds the state of one station. `library` is what `/feed` gives, with `decks` by name, as far as they are fetched: an
 * activity whose deck isn't there yet is not opened. `zone` is the feed's. `recorder` has
 *   beginVisit(visit, session), endVisit(visit, how), record({verb, activity, screen, detail, visit}),
 *   note(kind, text, {visit, activity}), approvedNotes(kind, limit) -> [text],
 *   before(activity) -> what `shown` in kiosk/before.py makes of it.
 */
export class Station {
  constructor({ library, zone, scenario, recorder, monotonic, newId, timing }) {
    Object.assign(this, { library, zone, scenario, recorder, monotonic, newId, timing });
    this.session = "";
    this.state = visit.Visit();
    this.editions = new Map();
  }

  /** The deck of the activity that is open, or null. */
  get deck() {
    return this.state.activity ? this.deckOf(this.state.activity) : null;
  }

  /** What is shown instead of English, or null: `{language, name, title, words, zones, cards, decks}`. */
  get edition() {
    return this.editions.get(this.state.preferences.language) ?? null;
  }

  /** From now on a delegate who prefers its language is shown this. */
  learn(edition) {
    this.editions.set(edition.language.code, edition);
  }

  /** Whether the station can speak a language at once. */
  knows(code) {
    return code === ENGLISH.code || this.editions.has(code);
  }

  /** The deck of an activity in the language that is spoken now; null: it is not here. */
  deckOf(name) {
    return own(this.edition?.decks ?? {}, name) ?? own(this.library.decks, name) ?? null;
  }

  /** What this zone offers now, the scenario that is on first. */
  get activities() {
    const on = Object.hasOwn(this.library.cards, this.scenario) ? [this.scenario] : [];
    return [...on, ...this.zone.activities.filter((name) => !on.includes(name))];
  }

  /** The screen of the activity that is open, or null. */
  view() {
    const deck = this.deck;
    return deck && this.state.phase === "activity" ? player.view(deck, this.state.walks[deck.id]) : null;
  }

  wake() {
    return this.#take(visit.wake(this.state, this.newId(), this.monotonic(), this.session));
  }

  touch() {
    return this.#take(visit.touch(this.state, this.monotonic()));
  }

  /** Open an activity that this zone offers; anything else changes nothing. */
  openActivity(name) {
    const deck = this.activities.includes(name) ? this.deckOf(name) : null;
    return deck ? this.#take(visit.openActivity(this.state, deck)) : visit.change(this.state, { visit: this.state.id });
  }

  act(action, answer = "") {
    const deck = this.deck;
    return deck ? this.#take(visit.act(this.state, deck, action, answer)) : visit.change(this.state);
  }

  back() {
    const deck = this.deck;
    return deck ? this.#take(visit.back(this.state, deck)) : visit.change(this.state);
  }

  home() {
    return this.#take(visit.home(this.state));
  }

  finish() {
    return this.#take(visit.finish(this.state, this.monotonic()));
  }

  leave(how) {
    return this.#take(visit.leave(this.state, how));
  }

  pause() {
    return this.#take(visit.pause(this.state));
  }

  unpause() {
    return this.#take(visit.unpause(this.state));
  }

  prefer(preferences) {
    return this.#take(visit.prefer(this.state, preferences));
  }

  tick(busy) {
    return this.#take(visit.tick(this.state, this.monotonic(), this.timing, busy));
  }

  /** Of the "still there?" countdown; 0 when it is not up. */
  secondsLeft() {
    return visit.secondsLeft(this.state, this.monotonic(), this.timing);
  }

  /** Where the delegate stands now: `{visit, activity, screen}`, empty where there is none. */
  get spot() {
    const { id, activity, walks } = this.state;
    return { visit: id, activity, screen: own(walks, activity)?.screen ?? "" };
  }

  /** Record something that a page noticed by itself, such as a clip that came to its end, where it began. */
  tell(verb, detail, spot) {
    this.recorder.record({ verb, activity: spot.activity, screen: spot.screen, detail, visit: spot.visit });
  }

  /** Switch this zone's scenario. A walk through the old one can't go on; the host ends the visit or waits. */
  changeScenario(name) {
    this.scenario = name;
  }

  /** Another session is on, or none: visits that begin from now on are of it. */
  changeSession(code) {
    this.session = code;
  }

  /** All that a page draws, as plain JSON. See docs/architecture.md for its shape. */
  moment() {
    const { state, edition, library, zone } = this;
    const spoken = edition ? { venue: { name: edition.name, title: edition.title }, words: edition.words } : library;
    const { name, heading, intro } = edition ? edition.zones[zone.id] : zone;
    const activities = this.activities;
    const view = this.view();
    return {
      phase: state.phase,
      venue: spoken.venue,
      words: spoken.words,
      zone: {
        id: zone.id, number: zone.number, name, colour: zone.colour, heading, intro,
        picture: activities.length ? library.cards[activities[0]].picture : {},
      },
      languages: library.languages.length ? [ENGLISH, ...library.languages].map(named) : [],
      rtl: this.#rtl(),
      preferences: state.preferences,
      cards: state.phase === "home" ? activities.map((one) => this.#card(one)) : [],
      done: activities.filter((one) => state.done.includes(one)).length,
      total: activities.length,
      live: state.phase === "attract" ? this.#slips(spoken.words) : {},
      view: view && this.#shown(view, { number: zone.number, name }),
    };
  }

  #shown(view, zone) {
    const deck = this.deck;
    const shown = {
      ...view,
      activity_kind: deck.kind,
      session: this.state.session,
      title: deck.title,
      zone,
      live: this.#approved(view.props.live ?? []),
    };
    if (view.props.before) shown.before = { ...this.recorder.before(deck.id), path: this.state.walks[deck.id].path };
    return shown;
  }

  #card(name) {
    const card = own(this.edition?.cards ?? {}, name) ?? this.library.cards[name];
    const { kind, title, summary, minutes, company, picture } = card;
    const walk = own(this.state.walks, name);
    const begun = Boolean(walk) && !walk.ended;
    return { id: name, kind, title, summary, minutes, company, picture, done: this.state.done.includes(name), begun };
  }

  /** Whether the page runs from right to left. An activity that is not translated is read as English is. */
  #rtl() {
    const { activity } = this.state;
    const { edition } = this;
    return Boolean(edition?.language.rtl) && (!activity || Object.hasOwn(edition.decks, activity));
  }

  /** Of the approved notes, those that fit the slip of the attract picture. */
  #slips(words) {
    const live = this.#approved(words.attract.montage?.live ?? []);
    const fitting = Object.entries(live).map(([kind, texts]) => [kind, texts.filter((one) => characters(one) <= SLIP)]);
    return Object.fromEntries(fitting);
  }

  #approved(kinds) {
    return Object.fromEntries(kinds.map((kind) => [kind, this.recorder.approvedNotes(kind, QUOTES)]));
  }

  /** Keep a change's state and hand what happened to the recorder, in order. */
  #take(change) {
    if (change.began) this.recorder.beginVisit(change.visit, change.state.session);
    for (const { verb, activity, screen, detail } of change.happenings) {
      this.recorder.record({ verb, activity, screen, detail, visit: change.visit });
    }
    if (change.note) {
      const { kind, text } = change.note;
      this.recorder.note(kind, text, { visit: change.visit, activity: this.state.activity });
    }
    if (change.ended) this.recorder.endVisit(change.visit, HOWS.includes(change.ended) ? change.ended : "finished");
    this.state = change.state;
    return change;
  }
}

function named({ code, name, note = "" }) {
  return { code, name, note };
}
