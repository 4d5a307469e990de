"""The hub: how soon it is there, what a first load takes, and thirty iPads tapping on it beside the kiosk's screen."""

from __future__ import annotations

import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bench import chromium
from bench.processes import PATIENCE, started
from bench.row import Row, share
from bench.start import offscreen
from kiosk.host.pin import PinGuard
from kiosk.store import Store

STARTS = 5
SECONDS = 30.0
"""How long the iPads tap."""
LOADS = 5
SWITCHES = 40
ZONE = "living-room"
PIN = "402951"
NONE = "Chromium is not installed"
_LOADED = """
(async () => {
    const until = performance.now() + 20000
    while (!performance.getEntriesByName("first-screen").length && performance.now() < until)
        await new Promise(resolve => setTimeout(resolve, 20))
    const parts = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    const first = performance.getEntriesByName("first-screen")[0].startTime
    await new Promise(resolve => setTimeout(resolve, 1500))
    const all = performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation"))
    const sizes = all.filter(one => !one.name.includes("/media/") && !one.name.startsWith("blob:"))
    return JSON.stringify([first, sizes.reduce((sum, one) => sum + one.transferSize, 0), parts.length])
})()
"""


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        # What is kept from a first start: the content, the typefaces.
        with hub(folder) as (port, _):
            for name in ("fraunces", "atkinson", "atkinson-bold"):
                _get(port, f"/fonts/{name}.woff")
        starts = []
        for _ in range(STARTS):
            with hub(folder) as (_, seconds):
                starts.append(seconds)
        with hub(folder) as (port, _):
            loads = _loads(folder, port)
            taps = ipads(port, SECONDS)
        _set_pin(folder)
        with hub(folder) as (port, _):
            switches = switched(port)
        frames = _frames(folder)
    found = [
        Row(
            name=f"hub, start to first page, median of {STARTS}",
            value=statistics.median(starts),
            unit="s",
            aim="< 1.2 s",
        ),
        *loads,
        Row(name=f"30 iPads on one hub, tap to recorded, p50 of {len(taps)}", value=share(taps, 50), unit="ms"),
        Row(
            name=f"30 iPads on one hub, tap to recorded, p99 of {len(taps)}",
            value=share(taps, 99),
            unit="ms",
            aim="< 100 ms",
        ),
    ]
    switching = Row(
        name=f"switch to iPad, p95 of {len(switches)}", value=share(switches, 95), unit="ms", aim="< 1000 ms"
    )
    return [*found, switching, *frames]


@contextmanager
def hub(folder: Path) -> Iterator[tuple[int, float]]:
    """A `kiosk hub` on a port of this machine, and how many seconds it took until its page was there."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    line = [sys.executable, "-m", "kiosk", "hub", "--data", str(folder / "hub"), "--zone", ZONE, "--port", str(port)]
    begun = time.perf_counter()
    with started(line, environment={"KIOSK_HUB_ADDRESS": "127.0.0.1"}):
        while not _get(port, "/"):
            if time.perf_counter() - begun > PATIENCE:
                raise TimeoutError("The hub's page did not come.")
            time.sleep(0.005)
        yield port, time.perf_counter() - begun


def ipads(port: int, seconds: float) -> list[float]:
    """Milliseconds from tap to recorded, of thirty iPads. Raises RuntimeError with their last words when they fail."""
    line = [sys.executable, "-m", "bench.ipads", str(port), str(seconds)]
    done = subprocess.run(line, capture_output=True, text=True, timeout=seconds + PATIENCE, check=False)
    if done.returncode:
        raise RuntimeError(f"The iPads failed: {done.stderr.strip().splitlines()[-1:]}")
    found: list[float] = json.loads(done.stdout)
    return found


def switched(port: int) -> list[float]:
    """Milliseconds from a host's touch until each of thirty iPads is told. Raises RuntimeError as above."""
    line = [sys.executable, "-m", "bench.switched", str(port), PIN, str(SWITCHES)]
    done = subprocess.run(line, capture_output=True, text=True, timeout=PATIENCE * 4, check=False)
    if done.returncode:
        raise RuntimeError(f"Switching failed: {done.stderr.strip().splitlines()[-1:]}")
    found: list[float] = json.loads(done.stdout)
    return found


def _set_pin(folder: Path) -> None:
    """Let the bench be a host."""
    with closing(Store.open(folder / "hub", station="bench", release="bench", app="bench")) as store:
        PinGuard(kept=store).set_pin("host", PIN)


def _loads(folder: Path, port: int) -> list[Row]:
    """A new iPad's first load: nothing of it is kept from before."""
    program = chromium.program()
    if program is None:
        return [Row(name="first load to first screen", value=0.0, unit="s", beside=NONE)]
    seconds, sizes = [], []
    for number in range(LOADS):
        with chromium.driven(program, folder / f"profile-{number}", f"http://127.0.0.1:{port}/") as pipe:
            first, size, _ = json.loads(_when_there(pipe))
            seconds.append(first / 1000)
            sizes.append(size / 1000)
    return [
        Row(name=f"first load to first screen, median of {LOADS}", value=statistics.median(seconds), unit="s"),
        Row(name="bytes of the first load, media apart", value=statistics.median(sizes), unit="kB", aim="< 300 kB"),
    ]


def _when_there(pipe: chromium.Pipe) -> str:
    """What the page answers once there is one."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return str(pipe.evaluate(_LOADED))
        except RuntimeError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def _frames(folder: Path) -> list[Row]:
    """Tap to the next frame on the kiosk's own screen, with thirty iPads and without, in turns in one process."""
    line = [sys.executable, "-m", "bench.tapped", "ipads", str(folder / "data"), "60"]
    environment = {**os.environ, **offscreen(folder), "KIOSK_HUB_ADDRESS": "127.0.0.1"}
    done = subprocess.run(line, env=environment, capture_output=True, text=True, timeout=900, check=False)
    if done.returncode:
        raise RuntimeError(f"Tapping failed: {done.stderr.strip().splitlines()[-1:]}")
    alone, beside = json.loads(done.stdout)
    return [
        Row(
            name=f"tap to next frame with 30 iPads, p99 of {len(beside)}", value=share(beside, 99), unit="ms",
            beside=f"the same without them, {len(alone)} taps", other=share(alone, 99), aim="≤ 1.5×",
        )
    ]  # fmt: skip


def _get(port: int, path: str) -> bool:
    try:
        wire = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        wire.request("GET", path)
        return wire.getresponse().status == 200
    except OSError:
        return False
