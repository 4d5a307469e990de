// Takes the steps of a trace again, and tells of the first that comes to something else.
import * as player from "/web/player.mjs";

/** `{taken, wrong}`: how many steps were taken, and the first that differs as `{at, got}`, or null. */
export async function retraceAll(address) {
  const traces = await (await fetch(address)).json();
  let taken = 0;
  for (const [number, trace] of traces.entries()) {
    const wrong = retrace(trace);
    taken += wrong ? wrong.at : trace.steps.length;
    if (wrong) return { taken, wrong: { ...wrong, trace: number } };
  }
  return { taken, wrong: null };
}

function retrace({ deck, answers, steps }) {
  freeze(deck);
  const write = writer(deck);
  const screens = Object.entries(deck.screens).slice(0, -1);
  const smaller = { ...deck, screens: Object.fromEntries(screens) };
  const states = [];
  for (const [at, [from, action, answer, digest]] of steps.entries()) {
    const came = from < 0 ? player.start(deck, answers) : taken(deck, states[from], action, answer);
    states.push(came.state);
    const { state } = came;
    const seen = [came, player.view(deck, state), player.fits(deck, state), player.fits(smaller, state)];
    const told = write(seen);
    if (crc32(told) !== digest) return { at, got: told };
  }
  return null;
}

function taken(deck, state, action, answer) {
  return action === null ? player.back(deck, state) : player.step(deck, state, action, answer);
}

/** Nothing of a deck may be changed by walking it: that throws from now on. */
export function freeze(value) {
  if (value && typeof value === "object" && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
}

/** Writes JSON with the names of objects in the order of their characters. What belongs to `known` is written once. */
export function writer(known) {
  const kept = new WeakMap();
  const write = (value) => {
    if (value === null || typeof value !== "object") return JSON.stringify(value) ?? '"undefined"';
    return kept.get(value) ?? fresh(value);
  };
  const fresh = (value) => {
    if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
    const names = Object.keys(value).sort(byCharacter);
    return `{${names.map((name) => `${JSON.stringify(name)}:${write(value[name])}`).join(",")}}`;
  };
  const keep = (value) => {
    if (value && typeof value === "object") {
      Object.values(value).forEach(keep);
      kept.set(value, fresh(value));
    }
  };
  keep(known);
  return write;
}

function byCharacter(one, other) {
  const a = Array.from(one, (character) => character.codePointAt(0));
  const b = Array.from(other, (character) => character.codePointAt(0));
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) if (a[at] !== b[at]) return a[at] - b[at];
  return a.length - b.length;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte >>> 0;
});
const encoder = new TextEncoder();
let bytes = new Uint8Array(1 << 16);

/** As zlib has it, of a text in UTF-8. */
export function crc32(text) {
  if (bytes.length < text.length * 3) bytes = new Uint8Array(text.length * 4);
  const { written } = encoder.encodeInto(text, bytes);
  let crc = 0xffffffff;
  for (let at = 0; at < written; at += 1) crc = TABLE[(crc ^ bytes[at]) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
