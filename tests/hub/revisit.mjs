// Has the same events happen at stations of its own, and tells of the first that comes to something else.
import { Station } from "/web/station.mjs";
import { crc32, freeze, writer } from "/tests/retrace.mjs";

const NAMES = { open_activity: "openActivity", change_scenario: "changeScenario", change_session: "changeSession" };

/** `{happened, wrong}`: how many events there were, and the first that differs as `{station, at, got}`, or null. */
export async function revisit(address) {
  const told = await (await fetch(address)).json();
  freeze(told);
  const write = writer(told);
  let happened = 0;
  for (const [station, events] of told.stations.entries()) {
    const wrong = visited(told, events, write);
    if (wrong) return { happened, wrong: { station, ...wrong } };
    happened += events.length;
  }
  return { happened, wrong: null };
}

function visited({ library, zone, scenario, timing, editions, notes, slips, before }, events, write) {
  let calls = [];
  let now = 0;
  let visits = 0;
  const recorder = {
    beginVisit: (...given) => calls.push(["begin", ...given]),
    endVisit: (...given) => calls.push(["end", ...given]),
    record: (...given) => calls.push(["record", ...given]),
    note: (...given) => calls.push(["note", ...given]),
    approvedNotes: (kind, limit) => (notes[kind] ?? slips).slice(0, limit),
    before: (activity) => before[activity],
  };
  const newId = () => `visit-${visits++}`;
  const station = new Station({ library, zone, scenario, recorder, monotonic: () => now, newId, timing });
  for (const edition of editions) station.learn(edition);
  for (const [at, [seconds, name, given, digest]] of events.entries()) {
    now = seconds;
    const more = name === "tell" ? [station.spot] : [];
    const change = station[NAMES[name] ?? name](...given, ...more) ?? null;
    const seen = write([change, calls, station.moment(), station.secondsLeft(), station.spot]);
    if (crc32(seen) !== digest) return { at, got: seen };
    calls = [];
  }
  return null;
}
