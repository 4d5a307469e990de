"""`make torture`: what the tests try for seconds, for as long as you like. Prints what was done, and the seed.

Worlds of kiosks, a network and a centre in which everything goes wrong, and a kiosk's writer that is killed (kill -9)
again and again. Nothing acknowledged may be missing, nothing may be there twice. Ends with 1 when something is.
"""

from __future__ import annotations

import argparse
import logging
import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test
from store.store_stage import query
from sync_world import World

from kiosk.store import Entry, Store
from kiosk.store.database import FILE_NAME, connect_for_reading

WORLDS = 25
STEPS = 40
LOOK_EVERY = 500
LONGEST_LIFE_S = 0.03


def worlds(first: int, until: float) -> None:
    """Run worlds until then, in batches, each with a seed of its own."""
    number = first
    while time.monotonic() < until:
        print(f"  seed {number}: {dict(World.told)}", flush=True)
        machine = seed(number)(World)
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=WORLDS, stateful_step_count=STEPS, deadline=None, database=None,
                phases=[Phase.generate, Phase.shrink], suppress_health_check=list(HealthCheck),
            ),
        )  # fmt: skip
        number += 1


def kills(folder: Path, count: int, draw: random.Random) -> Counter[str]:
    """Kill the writer `count` times while it records. What it acknowledged before has to be there after."""
    told: Counter[str] = Counter()
    acknowledged: dict[int, int] = {}
    for life in range(count):
        acknowledged[life] = _one_life(folder, life, draw.random() * LONGEST_LIFE_S)
        told["kills"] += 1
        told["acknowledged"] += acknowledged[life]
        if (life + 1) % LOOK_EVERY == 0 or life == count - 1:
            told["rows"] = _all_there(folder, acknowledged)
            print(f"  {dict(told)}", flush=True)
    return told


def _one_life(folder: Path, life: int, seconds: float) -> int:
    """Start a writer, kill it so many seconds after its first acknowledgement; how many it gave."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        try:
            _record(folder, life, write)
        finally:
            os._exit(1)
    os.close(write)
    with os.fdopen(read, "rb") as told:
        first = told.read(1)
        time.sleep(seconds)
        os.kill(pid, signal.SIGKILL)
        rest = told.read()
    os.waitpid(pid, 0)
    return len(first) + len(rest)


def _record(folder: Path, life: int, told: int) -> None:
    store = Store.open(folder, station="torture", release="r1", app="0")
    for number in range(1_000_000):
        ticket = store.record(Entry("notice", "zone", detail={"life": life, "number": number}))
        if ticket.wait(30):
            os.write(told, b".")


def _all_there(folder: Path, acknowledged: dict[int, int]) -> int:
    lives: Counter[int] = Counter()
    told = "SELECT detail ->> 'life', count(*), max(detail ->> 'number') FROM interaction GROUP BY 1"
    for life, rows, last in query(folder, told):
        assert rows == last + 1, f"life {life} has a gap"
        lives[life] = rows
    lost = {life: (lives[life], count) for life, count in acknowledged.items() if lives[life] < count}
    assert not lost, f"acknowledged and not there: {lost}"
    for log, rows, last in query(folder, "SELECT log, count(*), max(seq) FROM interaction GROUP BY log"):
        assert rows == last, f"log {log} has a gap"
    with closing(connect_for_reading(folder / FILE_NAME)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return sum(lives.values())


def main() -> int:
    parser = argparse.ArgumentParser(prog="make torture", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="of worlds; 10 when not given")
    parser.add_argument("--kills", type=int, default=10_000, help="10,000 when not given")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    print(f"seed {given.seed}", flush=True)
    try:
        with TemporaryDirectory() as folder:
            print(f"Killing the writer {given.kills:,} times", flush=True)
            killed = kills(Path(folder), given.kills, random.Random(given.seed))
        print(f"Worlds for {given.minutes:g} minutes", flush=True)
        worlds(given.seed, time.monotonic() + given.minutes * 60)
    except Exception:
        traceback.print_exc()
        print(f"Something is missing or there twice. Again by: make torture ARGS='--seed {given.seed}'")
        return 1
    print(f"seed {given.seed}: {dict(killed)}; {dict(World.told)}: nothing missing, nothing twice.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
