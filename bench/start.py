"""Process start to first screen, and memory: the real `kiosk run` beside headless Chromium with the same screen.

Neither has a display and both draw with the CPU, Qt through its software renderer, Chromium through its own.
They start in turns, so that what else the machine does falls on both.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench import chromium, pages
from bench.processes import proportional_memory, started, wait_readable
from bench.row import Row
from kiosk.app import open_library
from kiosk.settings import of_this_process

STARTS = 7
SETTLE_S = 2.0
"""Seconds after the first screen until memory is weighed: what is loaded behind it is then there."""
FEWEST_COLOURS = 40
SCREEN = {"name": "bench", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": 1}
BROWSER = "Chromium, headless"


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from exec to the first complete screen, and megabytes (PSS) a little later."""

    seconds: float
    memory: float


def rows() -> list[Row]:
    """Times as medians; the least and the most stand in the names."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        data = folder / "data"
        cold = kiosk(data, folder)
        kiosk(data, folder)
        found = chromium.program()
        if found is None:
            ours = [kiosk(data, folder) for _ in range(STARTS)]
            return [*_alone(ours), _cold(cold, None)]
        beacon = chromium.Beacon()
        url = _page(folder, beacon.url)
        cold_browser = _browser(found, folder / "profile", url, beacon)
        ours, theirs = [], []
        for _ in range(STARTS):
            theirs.append(_browser(found, folder / "profile", url, beacon))
            ours.append(kiosk(data, folder))
        beacon.close()
    return [
        _compared("start to first screen", [one.seconds for one in ours], [one.seconds for one in theirs], "s", "0.7"),
        _compared("memory (PSS)", [one.memory for one in ours], [one.memory for one in theirs], "MB", "0.35"),
        _cold(cold, cold_browser),
    ]


def kiosk(data: Path, folder: Path) -> Start:
    """One start of the kiosk, and its end. Raises RuntimeError when the screen has no picture on it."""
    ours, theirs = os.pipe()
    line = [sys.executable, "-m", "bench.first_screen", str(theirs), "--data", str(data)]
    begun = time.perf_counter()
    with started(line, environment=offscreen(folder), hand_over=(theirs,)) as process:
        os.close(theirs)
        wait_readable(ours, "the kiosk's first screen")
        if os.read(ours, 6) != b"drawn\n":
            raise RuntimeError("The kiosk ended before its first screen.")
        seconds = time.perf_counter() - begun
        wait_readable(ours, "the colours of the kiosk's first screen")
        colours = int(os.read(ours, 16))
        time.sleep(SETTLE_S)
        memory = proportional_memory(process.pid)
    os.close(ours)
    if colours < FEWEST_COLOURS:
        raise RuntimeError(f"The kiosk's first screen holds {colours} colours: its picture is not there.")
    return Start(seconds, memory)


def offscreen(folder: Path) -> dict[str, str]:
    """The environment in which Qt has a screen of 1920 by 1080 without any display."""
    screen = folder / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    return {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}", "SDL_AUDIODRIVER": "dummy",
        "KIOSK_HUB_ADDRESS": "127.0.0.1", "KIOSK_HUB_PORT": "0",
    }  # fmt: skip


def _browser(program: str, profile: Path, url: str, beacon: chromium.Beacon) -> Start:
    begun = time.perf_counter()
    with started(chromium.words(program, profile, url)) as process:
        beacon.wait()
        seconds = time.perf_counter() - begun
        time.sleep(SETTLE_S)
        return Start(seconds, proportional_memory(process.pid))


def _page(folder: Path, beacon: str) -> str:
    settings = of_this_process(data=str(folder / "data"))
    return pages.write(folder, "attract", pages.attract(open_library(settings), settings, beacon))


def _compared(what: str, ours: list[float], theirs: list[float], unit: str, most: str) -> Row:
    digits = 2 if unit == "s" else 0
    spread = f"{min(ours):.{digits}f}–{max(ours):.{digits}f}"
    other = f"{BROWSER} ({min(theirs):.{digits}f}–{max(theirs):.{digits}f})"
    return Row(
        name=f"{what}, median of {len(ours)} ({spread})",
        value=statistics.median(ours),
        unit=unit,
        beside=other,
        other=statistics.median(theirs),
        aim=f"≤ {most}×",
    )


def _cold(ours: Start, theirs: Start | None) -> Row:
    beside, other = (f"{BROWSER}, new profile", theirs.seconds) if theirs else ("", None)
    return Row(name="very first start, nothing kept yet", value=ours.seconds, unit="s", beside=beside, other=other)


def _alone(ours: list[Start]) -> list[Row]:
    none = "Chromium is not installed"
    return [
        Row(name="start to first screen", value=statistics.median(x.seconds for x in ours), unit="s", beside=none),
        Row(name="memory (PSS)", value=statistics.median(x.memory for x in ours), unit="MB", beside=none),
    ]
