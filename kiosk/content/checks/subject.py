"""What the rules look at: one YAML file that holds together, with the files that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kiosk.content.base import Activity, Clip, Kind, Location, Picture, Video, media_of
from kiosk.content.checks.hearing import Hearing
from kiosk.content.deck import Media
from kiosk.content.faults import Fault, Faults, Severity
from kiosk.content.library import ACTIVITY, Listing, listing
from kiosk.content.media import probe
from kiosk.content.reader import Document, read_file
from kiosk.content.theme import FILE as THEME
from kiosk.content.translation import WORDS, is_translation
from kiosk.content.validate import validate
from kiosk.content.venue import Venue

ICONS = "icons"
"""The folder of the content whose drawings belong to the program's own screens."""


@dataclass(frozen=True, kw_only=True)
class Subject:
    """An activity, or the venue, as its rules see it.

    `files` are those that it may use, named as in its YAML; `own` those that are there without being named in it.
    `before` is what stands before such a name to make it a path from the content folder.
    """

    document: Document
    model: Activity | Venue
    folder: Path
    files: Listing
    own: frozenset[str]
    before: str
    hosts: frozenset[str]
    hearing: Hearing

    @cached_property
    def media(self) -> tuple[tuple[Location, Picture | Clip | Video], ...]:
        """Every picture, clip and video that it names, with where it stands."""
        return tuple(media_of(self.model))

    @cached_property
    def played(self) -> Mapping[str, Media]:
        """Its clips and videos by name, each looked at. What can't be used isn't in it: that is told elsewhere."""
        found: dict[str, Media] = {}
        for _, one in self.media:
            if isinstance(one, Clip | Video) and one.file not in found:
                seen = probe(self.folder, one.file, "clip" if isinstance(one, Clip) else "video")
                if isinstance(seen, Media):
                    found[one.file] = seen
        return found

    def fault(self, at: Location, what: str, do: str, severity: Severity = "error") -> Fault:
        """Something to mend at a place of its YAML."""
        return Fault(self.document.file, self.document.line(at), what, do, severity)


def read_activity(
    folder: Path, kinds: Mapping[str, Kind], *, hosts: frozenset[str], hearing: Hearing
) -> Subject | None:
    """One activity's folder. None where its YAML doesn't hold together: that has to be mended first."""
    faults = Faults()
    document = read_file(folder / ACTIVITY, f"{folder.name}/{ACTIVITY}", faults)
    data = document.data if document and isinstance(document.data, dict) else {}
    kind = kinds.get(str(data.get("kind")))
    model = validate(document, kind.model, faults) if document and kind else None
    if document is None or model is None:
        return None
    files = listing(folder)
    own = {ACTIVITY, *(name for name, _, _ in files if is_translation(name))}
    return Subject(
        document=document, model=model, folder=folder, files=files, own=frozenset(own),
        before=f"{folder.name}/", hosts=hosts, hearing=hearing,
    )  # fmt: skip


def read_venue(zones: Path, content: Path, *, hearing: Hearing) -> Subject | None:
    """The venue with all of the content that belongs to no activity. None where its YAML doesn't hold together."""
    faults = Faults()
    document = read_file(zones, zones.name, faults)
    model = validate(document, Venue, faults) if document else None
    if document is None or model is None:
        return None
    files = tuple(_outside_activities(content))
    icons = {name for name, _, _ in files if name.startswith(f"{ICONS}/") and name.endswith(".svg")}
    words = {name for name, _, _ in files if name.startswith(f"{WORDS}/") and name.endswith(".yaml")}
    return Subject(
        document=document, model=model, folder=content, files=files, own=frozenset({THEME, *icons, *words}), before="",
        hosts=frozenset(model.links), hearing=hearing,
    )  # fmt: skip


def _outside_activities(content: Path) -> Iterator[tuple[str, int, int]]:
    for path in sorted(content.iterdir()):
        if path.is_file():
            seen = path.stat()
            yield path.name, seen.st_size, seen.st_mtime_ns
        elif not path.name.startswith((".", "_")) and not (path / ACTIVITY).exists():
            for name, size, changed in listing(path):
                yield f"{path.name}/{name}", size, changed
