"""What takes long about an activity, in a process of its own that can be ended: every path, every check.

`python -m kiosk.commands.examining FOLDER CONTENT ZONES KEPT` prints an `Examined` as JSON.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import msgspec

from kiosk.activities import kinds
from kiosk.audio import decoder
from kiosk.content.checks import Hearing, check, check_whole, read_activity, read_venue
from kiosk.content.compiling import draft, walk_faults
from kiosk.content.theme import FILE as THEME
from kiosk.content.walk import walk
from kiosk.shell.preview.reading import Examined

KINDNESS = 10
"""The niceness of the process: the author's window comes first."""


def examine(folder: Path, *, content: Path, zones: Path, kept: Path) -> Examined:
    """Walk every path of an activity, and check it as `kiosk check` does. `kept` is a file for what was listened to."""
    begun = time.monotonic()
    read = draft(folder, kinds())
    if read.deck is None:
        return Examined(read.faults)
    found = walk(read.deck)
    walked = time.monotonic() - begun
    hearing = Hearing(decoder(), kept)
    venue = read_venue(zones, content, hearing=hearing)
    subject = read_activity(folder, kinds(), hosts=venue.hosts if venue else frozenset(), hearing=hearing)
    colours = (fault for fault in check_whole(content) if fault.file == THEME)
    checks = (*(check(subject) if subject else ()), *colours)
    hearing.keep()
    return Examined(
        faults=walk_faults(read, found),
        checks=checks,
        stuck=tuple(dead.screen for dead in found.dead_ends),
        lost=found.unreached,
        never_offered=tuple(name for name in found.never_offered if name in read.lines or not read.lines),
        complete=found.complete,
        states=found.states,
        seconds=walked,
    )


class Examination:
    """Runs `examine` elsewhere. `run` waits for it on the thread that calls it; `stop` ends it from another."""

    def __init__(self, folder: Path, *, content: Path, zones: Path, kept: Path) -> None:
        self._paths = [str(folder), str(content), str(zones), str(kept)]
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def run(self) -> Examined | None:
        """What was found. None: it was stopped."""
        words = [sys.executable, "-m", "kiosk.commands.examining", *self._paths]
        with self._lock:
            process = self._process = subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        told, _ = process.communicate()
        with suppress(msgspec.DecodeError):
            return msgspec.json.decode(told, type=Examined)
        return None

    @property
    def running(self) -> bool:
        with self._lock:
            return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """End it, if it runs."""
        with self._lock:
            if self._process and self._process.poll() is None:
                self._process.kill()


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(KINDNESS)
    folder, content, zones, kept = map(Path, sys.argv[1:])
    sys.stdout.buffer.write(msgspec.json.encode(examine(folder, content=content, zones=zones, kept=kept)))
