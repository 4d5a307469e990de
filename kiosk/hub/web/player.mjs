// The walk over a deck: (deck, state, action) -> (state, records). Rule for rule what kiosk/player.py does.
// Decks, states, views and records are plain JSON with the field names of the Python structs. A deck leaves out what
// has its default value; everything made here is whole. Knows no page, no clock, no network, changes nothing in place.

export const END = "@end";
export const AGAIN = "@again";
export const HISTORY = 200;

/** Begin a walk. `answers` are those given elsewhere in the same visit. */
export function start(deck, answers = {}) {
  const state = {
    screen: deck.start,
    flags: [...(deck.flags ?? [])].sort(byCodePoint),
    tallies: { ...deck.tallies },
    answers: { ...answers },
    path: [],
    history: [],
    ended: false,
  };
  return stepped(state, [record("enter", deck.start), ...arrival(deck.screens[deck.start])]);
}

/** Whether a condition is met; none at all is. */
export function holds(when, state) {
  if (!when) return true;
  const has = (names) => names.split("|").some((name) => state.flags.includes(name));
  const amount = (name) => own(state.tallies, name) ?? 0;
  return (
    (when.needs ?? []).every(has) &&
    !(when.unless ?? []).some(has) &&
    Object.entries(when.at_least ?? {}).every(([name, bound]) => amount(name) >= bound) &&
    Object.entries(when.at_most ?? {}).every(([name, bound]) => amount(name) <= bound) &&
    (!when.after || state.path.at(-1) === when.after)
  );
}

/** The actions of the present screen that are on offer, in order. */
export function offers(deck, state) {
  if (state.ended) return [];
  return (deck.screens[state.screen].actions ?? []).filter((action) => holds(action.when, state));
}

/** The moment, as a face draws it. */
export function view(deck, state) {
  const screen = deck.screens[state.screen];
  const slots = {};
  for (const part of screen.parts ?? []) {
    if (holds(part.when, state)) slots[part.slot] = [...(own(slots, part.slot) ?? []), part.props];
  }
  return {
    activity: deck.id,
    screen: screen.id,
    kind: screen.kind,
    props: screen.props ?? {},
    slots,
    actions: offers(deck, state).map((action) => ({
      id: action.id,
      verb: action.verb,
      label: action.label ?? "",
      props: action.props ?? {},
      done: Boolean(action.gives?.length) && action.gives.every((flag) => state.flags.includes(flag)),
      chosen: (action.ask && own(state.answers, action.ask.key)) ?? [],
    })),
    tallies: state.tallies,
    answers: state.answers,
    can_go_back: state.history.length > 0 && !state.ended,
  };
}

/** Take an action. Not on offer, or an answer that it does not ask for: nothing changes, nothing is recorded. */
export function step(deck, state, actionId, answer = "") {
  const action = offers(deck, state).find((one) => one.id === actionId);
  if (!action) return refused(state);
  const { ask } = action;
  const detail = { action: action.id };
  if (action.puts) detail.puts = [...action.puts];
  let answers = state.answers;
  let note = null;
  if (ask) {
    const given = answered(ask, own(answers, ask.key) ?? [], answer);
    if (!given) return refused(state);
    detail.key = ask.key;
    if (ask.kind === "text") {
      note = { kind: ask.note ?? "", text: given[0] };
      detail.characters = characters(given[0]);
      answers = { ...answers, [ask.key]: [""] };
    } else {
      detail.answer = given;
      answers = { ...answers, [ask.key]: given };
    }
  }
  const taken = `${state.screen}/${action.id}`;
  const takes = action.takes ?? [];
  const flags = new Set([...state.flags, ...(action.gives ?? []), taken].filter((flag) => !takes.includes(flag)));
  const tallies = { ...state.tallies };
  for (const [name, amount] of Object.entries(action.tally ?? {})) tallies[name] = (own(tallies, name) ?? 0) + amount;
  let after = { ...state, flags: [...flags].sort(byCodePoint), tallies, answers, path: [...state.path, taken] };
  const to = (action.routes ?? []).find((route) => holds(route.when, after))?.to ?? state.screen;
  const records = [record(action.verb, state.screen, detail)];
  if (to === END) {
    after = { ...after, ended: true };
    records.push(record("complete", state.screen));
  } else if (to === AGAIN) {
    after = start(deck, answers).state;
  } else if (to !== state.screen) {
    detail.to = to;
    const left = { screen: state.screen, flags: state.flags, tallies: state.tallies, steps: state.path.length };
    after = { ...after, screen: to, history: [...state.history, left].slice(-HISTORY) };
    records.push(...arrival(deck.screens[to]));
  }
  return stepped(after, records, note);
}

/** Return to the screen before. In a deck where that unsays, it is as it was then; answers are kept anyway. */
export function back(deck, state) {
  const place = state.history.at(-1);
  if (state.ended || !place) return refused(state);
  let before = { ...state, screen: place.screen, history: state.history.slice(0, -1) };
  if (deck.back_unsays) {
    before = { ...before, flags: place.flags, tallies: place.tallies, path: state.path.slice(0, place.steps) };
  }
  return stepped(before, [record("back", state.screen, { to: place.screen })]);
}

/** Whether a walk begun earlier can be resumed on this deck (its screens may have changed since). */
export function fits(deck, state) {
  return [state, ...state.history].every((place) => Object.hasOwn(deck.screens, place.screen));
}

/** What one step came to. */
export function stepped(state, records, note = null) {
  return { state, records, note, offered: true };
}

/** Something that happened, to be stored as an interaction of the activity. */
export function record(verb, screen, detail = {}) {
  return { verb, screen, detail };
}

/** How long a text is, as Python counts: an emoji is one character and not two. */
export function characters(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

const BLANK = /[\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** A text without the blanks around it: those that Python knows, which are not quite those of `trim`. */
export function strip(text) {
  let from = 0;
  let to = text.length;
  while (from < to && BLANK.test(text[from])) from += 1;
  while (to > from && BLANK.test(text[to - 1])) to -= 1;
  return text.slice(from, to);
}

/** What an object itself holds by a name, which may be one that every object inherits, such as `constructor`. */
export function own(object, name) {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The order in which Python sorts: by character, where a plain sort would put an emoji before `ﬁ`. */
export function byCodePoint(one, other) {
  const end = Math.min(one.length, other.length);
  for (let at = 0; at < end; at += 1) {
    const a = one.charCodeAt(at);
    const b = other.charCodeAt(at);
    if (a !== b) return raised(a) - raised(b);
  }
  return one.length - other.length;
}

/** Half of a character that takes two stands for one beyond all that take one. */
function raised(unit) {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}

function refused(state) {
  return { state, records: [], note: null, offered: false };
}

function arrival(screen) {
  return screen.ending ? [record("reach", screen.id, { ending: screen.ending })] : [];
}

/** The answer that stands after this one is given, or null when it is not one that may be given. */
function answered(ask, before, answer) {
  if (ask.kind === "text") {
    // Half an emoji, as a full text field may cut it, is no text that can be sent or kept.
    const text = strip(answer.replace(/\p{Surrogate}/gu, "\ufffd"));
    const length = characters(text);
    return length > 0 && length <= (ask.max_length ?? 0) ? [text] : null;
  }
  const options = ask.options ?? [];
  if (!options.includes(answer)) return null;
  if (ask.kind === "one") return [answer];
  return options.filter((one) => before.includes(one) !== (one === answer));
}
