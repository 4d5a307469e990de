"""`kiosk tour`."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.app import open_library, zone_of
from kiosk.commands.offscreen import open_offscreen
from kiosk.commands.terminal import out as terminal
from kiosk.commands.terminal import progress
from kiosk.content.languages import ENGLISH
from kiosk.errors import KnownError
from kiosk.settings import Settings
from kiosk.shell.tour import Tour
from kiosk.visit import Preferences


def tour(
    settings: Settings,
    *,
    out: str | None,
    size: str,
    zone: str | None,
    text: int,
    contrast: bool,
    language: str = ENGLISH.code,
) -> int:
    """Look at every screen: tell what does not fit, and with `out` write a PNG of each there, a folder a zone.

    Returns 1 when something does not fit.
    """
    measured = pixels(size)
    with progress("Reading the content") as told:
        library = open_library(settings, told, keep=False)
    edition = library.edition(language)
    if edition is None and language != ENGLISH.code:
        there = ", ".join((ENGLISH.code, *(one.code for one in library.languages)))
        raise KnownError(f"There is no language `{language}`: use one of {there}.")
    zones = [zone_of(library, zone)] if zone else list(library.zones)
    preferences = Preferences(text_step=text - 1, contrast=contrast, language=language)
    count, misfits = 0, 0
    with TemporaryDirectory() as data, progress("Taking pictures") as told:
        still = Settings(data=Path(data), content=settings.content, zones=settings.zones, reduced_motion=True)
        for one in zones:
            with closing(open_offscreen(still, library=library, zone=one, size=measured)) as kiosk:
                if edition:
                    kiosk.shell.station.learn(edition)
                walk = Tour(kiosk.shell, kiosk.desk, kiosk.pins, preferences=preferences)
                for screen in walk.take(Path(out) if out else None, lambda name: told(0, 0, name)):
                    count += 1
                    for sentence in screen.misfits:
                        misfits += 1
                        terminal.print(f"{one.id}/{screen.name}: {sentence}")
                for sentence in kiosk.said:
                    terminal.print(sentence)
    fit = f"{misfits} things don't fit" if misfits > 1 else "one thing doesn't fit" if misfits else "everything fits"
    terminal.print(f"{count} screens at {size}: {fit}.")
    if out:
        terminal.print(f"{count} pictures are in {out}")
    return 1 if misfits else 0


def pixels(text: str) -> tuple[int, int]:
    """Width and height that a person wrote. Raises KnownError when it is none."""
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text)
    if not found:
        raise KnownError(f"The size `{text}` is not a size: write it like 1920x1080.")
    return int(found[1]), int(found[2])
