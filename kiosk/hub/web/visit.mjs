// One delegate's or pair's visit, from the first touch to finish or idle. Rule for rule what kiosk/visit.py does.
// Times are seconds of a clock that never jumps and are handed in. Nothing is changed in place.
import * as player from "./player.mjs";
import { own } from "./player.mjs";

export const PREFERENCES = Object.freeze({ text_step: 0, contrast: false, sound: true, language: "en" });

/** The state of a station where nobody is. `asked` is when "still there?" came up, else null; `session` is a code. */
export function Visit() {
  return {
    phase: "attract",
    id: "",
    touched: 0,
    asked: null,
    activity: "",
    walks: {},
    done: [],
    answers: {},
    preferences: { ...PREFERENCES },
    session: "",
  };
}

/** What an event came to: nothing, but for what `more` tells: `happenings`, `note`, `visit`, `began`, `ended` (how). */
export function change(state, more = {}) {
  return { state, happenings: [], note: null, visit: "", began: false, ended: "", ...more };
}

/** The first touch: a new visit begins at the zone's home. The touch does nothing else. */
export function wake(state, visit, now, session = "") {
  if (state.phase !== "attract") return unchanged(state);
  const fresh = { ...Visit(), phase: "home", id: visit, session, touched: now };
  return change(fresh, { happenings: [happening("begin")], visit, began: true });
}

/** Any touch shows that somebody is here, and answers "still there?" with yes. */
export function touch(state, now) {
  if (!state.id) return change(state);
  const happenings = state.asked === null ? [] : [happening("carry-on", state.activity)];
  return change({ ...state, touched: now, asked: null }, { happenings, visit: state.id });
}

/** Go into an activity, where it was left if this visit has been there and not finished it. */
export function openActivity(state, deck) {
  if (state.phase !== "home" && state.phase !== "activity") return unchanged(state);
  const walk = own(state.walks, deck.id);
  let step;
  if (walk && !walk.ended && player.fits(deck, walk)) {
    const resumed = { ...walk, answers: { ...walk.answers, ...state.answers } };
    step = player.stepped(resumed, [player.record("resume", resumed.screen)]);
  } else {
    step = player.start(deck, state.answers);
  }
  return stepped({ ...state, phase: "activity", activity: deck.id }, deck, step);
}

/** Take an action of the activity that is open. One that is not on offer changes nothing. */
export function act(state, deck, action, answer = "") {
  if (state.phase !== "activity") return unchanged(state);
  return stepped(state, deck, player.step(deck, state.walks[deck.id], action, answer));
}

/** One screen back; from an activity's first screen, the zone's home. */
export function back(state, deck) {
  if (state.phase !== "activity") return unchanged(state);
  const step = player.back(deck, state.walks[deck.id]);
  return step.offered ? stepped(state, deck, step) : home(state);
}

/** The zone's home. A walk that is not finished can be resumed from there. */
export function home(state) {
  if ((state.phase !== "activity" && state.phase !== "finish") || !state.id) return unchanged(state);
  const left = happening("home", state.activity);
  return change({ ...state, phase: "home", activity: "" }, { happenings: [left], visit: state.id });
}

/** The delegate is done: the thank-you. The visit ends when they walk away or start again. */
export function finish(state, now) {
  if (state.phase !== "home" && state.phase !== "activity") return unchanged(state);
  const thanks = { ...state, phase: "finish", activity: "", touched: now, asked: null };
  return change(thanks, { happenings: [happening("finish")], visit: state.id });
}

/** Back to the attract picture. `how` is finished, idle, started-again or host. Nothing of the visit stays here. */
export function leave(state, how) {
  if (!state.id) return change(state);
  return change(Visit(), { happenings: [happening("end", "", "", { how })], visit: state.id, ended: how });
}

/** The host's "back in five minutes": the visit in progress ends. */
export function pause(state) {
  return { ...leave(state, "host"), state: { ...Visit(), phase: "paused" } };
}

/** Open again, with the attract picture. */
export function unpause(state) {
  return state.phase === "paused" ? change(Visit()) : unchanged(state);
}

/** Change how the station is for this delegate. */
export function prefer(state, preferences) {
  if (!state.id) return change(state);
  const happenings = [happening("prefer", state.activity, "", preferences)];
  return change({ ...state, preferences }, { happenings, visit: state.id });
}

/** Time passes. While a clip or film plays (`busy`) somebody is here, and the idle clock starts after it. */
export function tick(state, now, timing, busy) {
  if (!state.id) return change(state);
  if (busy) return change({ ...state, touched: now, asked: null }, { visit: state.id });
  if (state.phase === "finish") {
    return now - state.touched >= timing.thanks ? leave(state, "finished") : unchanged(state);
  }
  if (state.asked !== null) return now - state.asked >= timing.countdown ? leave(state, "idle") : unchanged(state);
  if (now - state.touched < timing.idle) return unchanged(state);
  return change({ ...state, asked: now }, { happenings: [happening("still-there", state.activity)], visit: state.id });
}

/** Whole seconds of the countdown that are left; 0 when nothing is being asked. */
export function secondsLeft(state, now, timing) {
  return state.asked === null ? 0 : Math.max(1, Math.trunc(timing.countdown - (now - state.asked) + 0.999));
}

function unchanged(state) {
  return change(state, { visit: state.id });
}

function happening(verb, activity = "", screen = "", detail = {}) {
  return { verb, activity, screen, detail };
}

function stepped(state, deck, step) {
  if (!step.offered) return unchanged(state);
  const walk = step.state;
  const after = {
    ...state,
    walks: { ...state.walks, [deck.id]: walk },
    answers: { ...state.answers, ...walk.answers },
    done: walk.ended && !state.done.includes(deck.id) ? [...state.done, deck.id] : state.done,
    phase: walk.ended ? "home" : state.phase,
    activity: walk.ended ? "" : state.activity,
  };
  const happenings = step.records.map((one) => happening(one.verb, deck.id, one.screen, one.detail));
  return change(after, { happenings, note: step.note, visit: state.id });
}
