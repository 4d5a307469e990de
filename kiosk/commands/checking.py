"""`kiosk check`: every fault of the content in one go."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from kiosk.activities import kinds
from kiosk.app import open_library
from kiosk.audio import decoder
from kiosk.commands.spoken import tell_language, translations
from kiosk.commands.terminal import out, progress
from kiosk.content.checks import Hearing, Subject, check_whole, counted, read_activity, read_venue
from kiosk.content.checks import check as faults_of
from kiosk.content.compiling import compile_folder
from kiosk.content.faults import Fault
from kiosk.content.languages import Language
from kiosk.content.library import ACTIVITY
from kiosk.errors import KnownError
from kiosk.settings import Settings

CHECKED = "checked"
"""The folder among the data that keeps what need not be looked at twice."""


def check(settings: Settings, *, folder: str | None, as_json: bool) -> int:
    """List the faults of one activity's folder, or of the whole venue. Returns 1 when there is an error among them."""
    hearing = Hearing(decoder(), settings.data / CHECKED / "clips.json")
    try:
        checked = _folder(settings, folder, hearing) if folder else _venue(settings, hearing)
    finally:
        hearing.keep()
    found = sorted(set(checked.faults))
    errors = sum(fault.severity == "error" for fault in found)
    if as_json:
        told_faults = [msgspec.to_builtins(fault) for fault in found]
        out.print(msgspec.json.encode({"faults": told_faults, "errors": errors}).decode())
        return 1 if errors else 0
    for fault in found:
        out.print(str(fault) if fault.severity == "error" else f"{fault} (warning)")
    for language in checked.languages:
        tell_language(language)
    told = f"{errors} to mend, {len(found) - errors} to look at" if found else "no faults"
    out.print(f"{checked.what} ({counted(checked.subjects)}): {told}.")
    return 1 if errors else 0


class _Checked(NamedTuple):
    """What was checked, what is wrong with it, the files that hold together, and how far each language is there."""

    what: str
    faults: Iterable[Fault]
    subjects: list[Subject]
    languages: tuple[Language, ...]


def _folder(settings: Settings, folder: str, hearing: Hearing) -> _Checked:
    path = Path(folder) if Path(folder).is_dir() else settings.content / folder
    if not path.is_dir():
        raise KnownError(f"There is no folder {folder}: name an activity's folder.")
    path = path.resolve()
    venue = read_venue(settings.zones, settings.content, hearing=hearing) if settings.content.is_dir() else None
    hosts = venue.hosts if venue else frozenset[str]()
    subject = read_activity(path, kinds(), hosts=hosts, hearing=hearing)
    subjects = [subject] if subject else []
    compiled = compile_folder(path, kinds())
    spoken, languages = translations(path, compiled.deck)
    return _Checked(path.name, [*compiled.faults, *spoken, *_deep(subjects)], subjects, languages)


def _venue(settings: Settings, hearing: Hearing) -> _Checked:
    with progress("Reading the content") as told:
        library = open_library(settings, told, kept=CHECKED)
    venue = read_venue(settings.zones, settings.content, hearing=hearing)
    hosts = venue.hosts if venue else frozenset[str]()
    folders = sorted(path.parent for path in settings.content.glob(f"[!._]*/{ACTIVITY}"))
    read = [venue, *(read_activity(path, kinds(), hosts=hosts, hearing=hearing) for path in folders)]
    subjects = [one for one in read if one]
    faults = [*library.faults, *_deep(subjects), *check_whole(settings.content)]
    return _Checked(library.name, faults, subjects, library.languages)


def _deep(subjects: list[Subject]) -> list[Fault]:
    found: list[Fault] = []
    with progress("Checking") as told:
        for number, subject in enumerate(subjects):
            told(number, len(subjects), subject.folder.name)
            found += faults_of(subject)
        told(len(subjects), len(subjects), "")
    return found
