"""The library: a venue and its decks, compiled once and kept, with everything that is wrong with the content.

YAML is for people and slow to read. What it compiles to is kept beside the data with a listing of the content folder
(name, size and change time of every file); a start reads that, and YAML only where the listing no longer matches.
"""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.content.deck import Deck, Kept, Media, Props, put_back, taken_out
from kiosk.content.faults import Fault
from kiosk.content.languages import Edition, Language, edition_file, kept_form, read_edition
from kiosk.errors import KnownError

if TYPE_CHECKING:
    from kiosk.content.base import Kind

ACTIVITY = "activity.yaml"
COMPILED = "compiled"
"""The folder among the data that keeps compiled forms."""
Listing = tuple[tuple[str, int, int], ...]
"""Each file of a folder: its name from there, size in bytes, change time in ns."""
Progress = Callable[[int, int, str], None]
"""Told how many of how many activities are read, and the one that is next."""


class Zone(msgspec.Struct, frozen=True):
    """A zone with only those activities and scenarios that can be shown. `number` counts from 1.

    `listed` are the scenarios that `zones.yaml` gives it, broken ones among them.
    """

    id: str
    number: int
    name: str
    colour: str
    heading: str
    intro: str
    activities: tuple[str, ...]
    scenarios: tuple[str, ...]
    listed: tuple[str, ...]


class Library(msgspec.Struct, frozen=True):
    """All that a station needs of the content. `left_out` names the activities that could not be used.

    `languages` are those besides English; their editions are kept in the folder `kept`, or here where they can't be.
    """

    name: str
    title: str
    words: dict[str, Props]
    zones: tuple[Zone, ...]
    decks: dict[str, Deck]
    media: dict[str, Media]
    faults: tuple[Fault, ...]
    left_out: tuple[str, ...]
    release: str
    languages: tuple[Language, ...] = ()
    editions: dict[str, Edition] = {}
    kept: str = ""

    def edition(self, code: str) -> Edition | None:
        """The content in a language, read from the disk; None when there is none or it can't be read."""
        if code in self.editions or not self.kept:
            return self.editions.get(code)
        return read_edition(edition_file(Path(self.kept), code), self.release)


class _Kept(msgspec.Struct):
    """The compiled form on disk. `program` is the fingerprint of the code that made it.

    The library's decks are without their screens, which a start reads only as they are shown.
    """

    program: str
    venue: Listing
    folders: dict[str, Listing]
    library: Library
    screens: Kept


class _Named(msgspec.Struct):
    release: str


class _KeptName(msgspec.Struct):
    """Of the compiled form only what it is called."""

    library: _Named


def kept_release(cache: Path) -> str:
    """The release whose compiled form is kept in `cache`: what a kiosk last started with. Empty when there is none."""
    try:
        return msgspec.json.decode((cache / "library.json").read_bytes(), type=_KeptName).library.release
    except (OSError, msgspec.DecodeError):
        return ""


def load(
    *,
    zones: Path,
    content: Path,
    kinds: Callable[[], Mapping[str, Kind]],
    cache: Path | None = None,
    progress: Progress | None = None,
) -> Library:
    """Read the venue and its activities. Raises KnownError when there is no usable `zones.yaml`.

    A broken activity is left out and its faults are in the library. `cache` is a folder for the compiled form; `kinds`
    is asked only when there is YAML to read.
    """
    if not content.is_dir():
        raise KnownError(f"There is no content folder at {content}: say where it is with --content.")
    folders, program = listings(content), _program()
    venue = (*_file_listing(zones), *_loose(content))
    kept = _read(cache / "library.json") if cache else None
    if kept and (kept.program, kept.venue, kept.folders) == (program, venue, folders) and _editions_kept(kept, cache):
        decks = put_back(kept.library.decks, kept.screens)
        return msgspec.structs.replace(kept.library, decks=decks, kept=str(cache))
    from kiosk.content.compiling import compile_library
    from kiosk.content.editions import with_editions

    library = compile_library(
        zones=zones, content=content, kinds=kinds(), folders=folders, cache=cache, program=program, progress=progress
    )
    library = with_editions(
        library, zones=zones, content=content, kinds=kinds(), folders=folders, cache=cache, program=program
    )
    return _keep(library, cache, program, venue, folders) if cache else library


def _keep(library: Library, cache: Path, program: str, venue: Listing, folders: dict[str, Listing]) -> Library:
    """Write the compiled form: editions in files of their own, so that a start reads none of them."""
    unkept = {
        code: edition
        for code, edition in library.editions.items()
        if not write_kept(edition_file(cache, code), kept_form(edition, library.release))
    }
    decks, screens = taken_out(library.decks)
    plain = msgspec.structs.replace(library, decks=decks, editions={})
    write_kept(cache / "library.json", msgspec.json.encode(_Kept(program, venue, folders, plain, screens)))
    return msgspec.structs.replace(library, editions=unkept, kept=str(cache))


def _editions_kept(kept: _Kept, cache: Path | None) -> bool:
    return all(cache is not None and edition_file(cache, one.code).is_file() for one in kept.library.languages)


def listings(content: Path) -> dict[str, Listing]:
    """Every folder of the content with its files. Names that begin with a dot or an underscore are left alone."""
    try:
        with os.scandir(content) as entries:
            folders = sorted(one.name for one in entries if one.is_dir() and not one.name.startswith((".", "_")))
        return {name: listing(content / name) for name in folders}
    except OSError as error:
        raise KnownError(f"The content folder {content} can't be read ({error.strerror}): check its rights.") from None


def listing(folder: Path) -> Listing:
    """The files of one folder and of the folders in it."""
    return tuple(sorted(_files(folder, "")))


def _files(folder: Path, before: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file():
                seen = entry.stat()
                yield before + entry.name, seen.st_size, seen.st_mtime_ns
            elif entry.is_dir(follow_symlinks=False):
                yield from _files(folder / entry.name, f"{before}{entry.name}/")


def _loose(content: Path) -> Listing:
    with os.scandir(content) as entries:
        seen = [(entry.name, entry.stat()) for entry in entries if entry.is_file()]
    return tuple(sorted((name, about.st_size, about.st_mtime_ns) for name, about in seen))


def write_kept(path: Path, data: bytes) -> bool:
    """Write a compiled form. When that can't be done the next start reads the YAML again: nothing is lost."""
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError:
        return False
    return True


def _file_listing(path: Path) -> Listing:
    try:
        seen = path.stat()
    except OSError:
        raise KnownError(f"There is no {path.name} at {path}: say where it is with --zones.") from None
    return ((path.name, seen.st_size, seen.st_mtime_ns),)


def _program() -> str:
    """A fingerprint of the code that compiles: decks made by other code are made anew."""
    here = Path(__file__).parent
    folders = (here, here.parent / "activities")
    files = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    told = []
    for path in (*files, here.parent / "captions.py"):
        seen = path.stat()
        told.append(f"{path.name} {seen.st_size} {seen.st_mtime_ns}")
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def _read(path: Path) -> _Kept | None:
    # Nothing of it is rubbish yet: to look for some, time and again while it grows, doubles the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Kept)
    except (OSError, msgspec.DecodeError):
        return None
    finally:
        if collecting:
            gc.enable()
