"""`kiosk preview`: one activity in a window while it is written. Composes a shell of its own, which records nothing."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from kiosk.activities import kinds
from kiosk.app import make_station
from kiosk.audio import Sound, open_sound
from kiosk.commands.editors import open_line
from kiosk.commands.examining import Examination
from kiosk.commands.needs import require_display
from kiosk.content.compiling import compile_library, draft
from kiosk.content.editions import with_editions
from kiosk.content.faults import Faults
from kiosk.content.library import ACTIVITY, Library, Zone, listing
from kiosk.content.reader import read_file
from kiosk.content.theme import FILE as THEME
from kiosk.content.theme import check_theme, tokens
from kiosk.content.translation import read_languages
from kiosk.errors import KnownError
from kiosk.recording import LateRecorder
from kiosk.settings import Settings
from kiosk.shell.bridge import Bridge
from kiosk.shell.engine import Face, application, open_face
from kiosk.shell.offload import Offload, Threads
from kiosk.shell.preview.desk import Preview
from kiosk.shell.preview.reading import Examined, Reading
from kiosk.shell.preview.watching import Watch
from kiosk.shell.preview.window import open_window
from kiosk.shell.window import later

NEVER = 1e9
"""Seconds before the kiosk asks whether somebody is still there."""


def preview(settings: Settings, *, folder: str) -> int:
    """Open the author's window and stay until it is closed."""
    path = Path(folder) if Path(folder).is_dir() else settings.content / folder
    if not (path / ACTIVITY).is_file():
        raise KnownError(f"There is no activity in {folder}: name a folder that holds an {ACTIVITY}.")
    require_display(os.environ, sys.platform)
    app = application(offscreen=False)
    offload = Threads()
    with TemporaryDirectory(prefix="kiosk-preview-") as scratch:
        examination = Examination(
            path.resolve(), content=settings.content, zones=settings.zones, kept=Path(scratch) / "clips.json"
        )
        desk = open_desk(
            replace(settings, data=Path(scratch)),
            folder=path.resolve(),
            sound=open_sound(off_thread=lambda work: offload.run(work, lambda _: None)),
            offload=offload,
            aside=Threads(),
            examine=examination.run,
            stop=examination.stop,
        )
        desk.window.show()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: later(0, app, app.exit))
        app.exec()
        desk.close()
    return 0


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The author's window and all that it needs."""

    window: Any
    preview: Preview
    watch: Watch
    bridge: Bridge
    face: Face
    sound: Sound
    offload: Offload
    aside: Offload
    stop: Callable[[], None]

    def close(self) -> None:
        """In reverse order of the start."""
        self.stop()
        self.bridge.stop()
        self.window.close()
        self.face.close()
        self.sound.close()
        self.aside.close()
        self.offload.close()


def open_desk(
    settings: Settings,
    *,
    folder: Path,
    sound: Sound,
    offload: Offload,
    aside: Offload,
    examine: Callable[[], Examined | None],
    stop: Callable[[], None],
    clock: Callable[[], str] = lambda: datetime.now().astimezone().strftime("%H:%M:%S"),
    environment: Any = os.environ,
) -> Desk:
    """The author's window, not shown yet, with the first reading under way. Needs a QGuiApplication.

    `settings.data` is a folder for drawn pictures that may be thrown away; nothing else is written.
    """
    content = settings.content.resolve()
    theme = folder.parent / THEME if (folder.parent / THEME).is_file() else content / THEME
    venue = _venue(settings)
    recorder = LateRecorder()
    recorder.close()
    zone, offered = _zone(settings, venue, folder.name)
    station = make_station(venue, zone, settings=replace(settings, idle=NEVER), recorder=recorder)

    def lookup(sha: str) -> Path | None:
        media = station.library.media.get(sha)
        return (
            next((root / media.path for root in (folder.parent, content) if (root / media.path).is_file()), None)
            if media
            else None
        )

    face = open_face(
        theme=theme,
        icons=content / "icons",
        lookup=lookup,
        cache=settings.data / "pictures",
        later=lambda work: offload.run(work, lambda _: None),
        report=lambda _: None,
        properties={"reducedMotion": settings.reduced_motion},
        arabic=any(one.file.direction == "rtl" for one in read_languages(folder.parent, Faults()).values()),
    )
    bridge = Bridge(
        window=face.window, station=station, sound=sound, offload=offload, content=folder.parent, speak=face.speak
    )  # fmt: skip
    window = open_window(face)
    desk = Preview(
        window=window,
        bridge=bridge,
        shell=face.window,
        folder=folder,
        read=lambda: read(settings, folder, theme, venue),
        examine=examine,
        stop=stop,
        offload=offload,
        aside=aside,
        clock=clock,
        open_line=lambda file, line, copy: open_line(environment, file, line, copy),
        offered=offered,
    )
    watch = Watch(folder, [theme])
    watch.changed.connect(desk.reread)
    desk.reread()
    return Desk(
        window=window, preview=desk, watch=watch, bridge=bridge, face=face, sound=sound, offload=offload, aside=aside,
        stop=stop,
    )  # fmt: skip


def read(settings: Settings, folder: Path, theme: Path, venue: Library) -> Reading:
    """Everything that one look at the files tells. `venue` is the library without any activity."""
    begun = time.monotonic()
    found = draft(folder, kinds())
    faults = Faults(found.faults)
    look = check_theme(theme, faults)
    library = None
    if found.deck:
        library = with_editions(
            msgspec.structs.replace(
                venue, decks={folder.name: found.deck}, media={**venue.media, **found.deck.media}, faults=()
            ),
            zones=settings.zones, content=folder.parent, kinds=kinds(), folders={folder.name: listing(folder)},
            cache=None, program="",
        )  # fmt: skip
        # Of the languages only what is wrong in this folder: the words of the program are somebody else's.
        faults.extend(fault for fault in library.faults if fault.file.startswith(f"{folder.name}/"))
    return Reading(found, library, tokens(look) if look else None, tuple(faults), time.monotonic() - begun)


def _venue(settings: Settings) -> Library:
    """The venue without its activities. Raises KnownError where its YAML can't be used."""
    return compile_library(
        zones=settings.zones, content=settings.content, kinds={}, folders={}, cache=None, program="", progress=None
    )  # fmt: skip


def _zone(settings: Settings, venue: Library, activity: str) -> tuple[Zone, str]:
    """The zone that offers the activity, or else the first: with this activity and no other. Then its name, or none."""
    document = read_file(settings.zones, settings.zones.name, Faults())
    zones = document.data["zones"] if document else []
    offering = [
        number
        for number, zone in enumerate(zones)
        if activity in (*zone.get("activities", ()), *zone.get("scenarios", ()))
    ]
    zone = venue.zones[offering[0] if offering else 0]
    return msgspec.structs.replace(zone, activities=(activity,), scenarios=()), zone.name if offering else ""
