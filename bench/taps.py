"""Tap to the next frame that is drawn: real events through the real shell, and through Chromium's page of the same.

The kiosk's time runs from the lifted finger to the end of the next frame. Chromium's is its own measure of the same,
the duration of the event (Event Timing, W3C): from the time stamp of the click until the next frame is presented, in
steps of 8 ms. What it does not report took less than 16 ms and counts as 8.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import chromium, pages
from bench.row import Row, share
from bench.start import offscreen
from bench.tapped import ZONE
from kiosk.app import open_library
from kiosk.settings import of_this_process

ROUNDS = 2
TAPS = 100
"""In each round, on each side; they take turns."""
HELD_S = 0.06
REST_S = 0.35
"""Between taps, until what came in stands still."""
PATIENCE_S = 900.0
NONE = "Chromium is not installed"


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        found = chromium.program()
        ours: list[float] = []
        theirs: list[float] = []
        for _ in range(ROUNDS):
            ours += tapped("speed", folder, TAPS)
            if found:
                theirs += _browser(found, folder)
    return [
        Row(
            name=f"tap to next frame, p{percent} of {len(ours)}",
            value=share(ours, percent),
            unit="ms",
            beside=f"Chromium, headless, {len(theirs)} taps" if theirs else NONE,
            other=share(theirs, percent) if theirs else None,
            aim="≤ 0.5×" if percent == 95 and theirs else "",
        )
        for percent in (50, 95, 99)
    ]


def tapped(what: str, folder: Path, count: int) -> list[float]:
    """What `bench.tapped` finds in a process of its own. Raises RuntimeError with its last words when it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.tapped", what, str(folder / "data"), str(count)],
        env={**os.environ, **offscreen(folder)},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"Tapping failed: {done.stderr.strip().splitlines()[-1:]}")
    found: list[float] = json.loads(done.stdout)
    return found


def _browser(program: str, folder: Path) -> list[float]:
    """Milliseconds of each click. The first round of all screens is not counted."""
    settings = of_this_process(data=str(folder / "data"))
    url = pages.write(folder, "walk", pages.walk(open_library(settings), settings, ZONE))
    took: list[float] = []
    with chromium.driven(program, folder / "profile", url) as pipe:
        time.sleep(1)
        for number in range(TAPS + TAPS // 4):
            x, y = pipe.evaluate("place()")
            pipe.press(x, y)
            time.sleep(HELD_S)
            pipe.release(x, y)
            time.sleep(REST_S)
            last = float(pipe.evaluate("drawn()"))
            if number >= TAPS // 4:
                took.append(last)
    return took
