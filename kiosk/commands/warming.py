"""`kiosk warm`: every picture drawn ahead for this station, so that no delegate waits for one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import replace

from kiosk.app import VERSION, open_library, zone_of
from kiosk.commands.terminal import out, progress
from kiosk.content.library import Library, write_kept
from kiosk.settings import Settings

KEPT = "warm.json"
LOWEST = 19
"""The niceness of a process that leaves the machine to everybody else; Windows is told in `begin`."""


def warm(settings: Settings, *, size: tuple[int, int]) -> int:
    """Bring up every screen of the zone offscreen, `size` real pixels large; what is drawn stays with the data."""
    from kiosk.commands.offscreen import open_offscreen
    from kiosk.shell.tour import Tour
    from kiosk.visit import Preferences

    if hasattr(os, "nice"):
        os.nice(LOWEST)
    with progress("Reading the content") as told:
        library = open_library(settings, told)
    zone = zone_of(library, settings.zone)
    # Its own recordings, this station's pictures. The folder may be left over: this is ended when the kiosk ends.
    scratch = settings.data / "warming"
    shutil.rmtree(scratch, ignore_errors=True)
    with progress("Drawing the pictures") as told:
        apart = replace(settings, data=scratch)
        opened = open_offscreen(apart, library=library, zone=zone, size=size, pictures=settings.data / "pictures")
        with closing(opened) as kiosk:
            count = 0
            for name in Tour(kiosk.shell, kiosk.desk, kiosk.pins, preferences=Preferences()).screens():
                told(0, 0, name)
                count += 1
    shutil.rmtree(scratch, ignore_errors=True)
    write_kept(settings.data / KEPT, _state(library, zone.id, size))
    out.print(f"The pictures of {count} screens are drawn.")
    return 0


def is_warm(settings: Settings, library: Library, zone: str, size: tuple[int, int]) -> bool:
    """Whether the pictures of just this content, zone and screen have been drawn."""
    with suppress(OSError):
        return (settings.data / KEPT).read_bytes() == _state(library, zone, size)
    return False


def begin(settings: Settings, zone: str, size: tuple[int, int]) -> subprocess.Popen[bytes]:
    """The same in a process of its own that gives way to this one. End it before this process ends."""
    words = ["warm", "--zone", zone, "--size", f"{size[0]}x{size[1]}", "--data", str(settings.data)]
    words += ["--content", str(settings.content), "--zones", str(settings.zones)]
    return subprocess.Popen(
        [sys.executable, "-m", "kiosk", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "IDLE_PRIORITY_CLASS", 0),
    )


def _state(library: Library, zone: str, size: tuple[int, int]) -> bytes:
    return json.dumps({"app": VERSION, "release": library.release, "zone": zone, "size": size}).encode()
