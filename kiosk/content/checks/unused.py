"""Nothing lies about in the content that nobody is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from kiosk.content.checks.named import files_of
from kiosk.content.checks.subject import Subject
from kiosk.content.deck import Media
from kiosk.content.faults import Fault
from kiosk.content.media import probe

MEDIA = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".ogg", ".mp3", ".wav", ".mp4", ".webm")
APART = 0.15
"""Seconds that a clip and its MP3 twin may differ by: MP3 fills up its first and last frame."""


def unused(subject: Subject) -> Iterator[Fault]:
    """Files that are empty, that nothing names, or that are nothing to show; and MP3 twins of another length."""
    named = set(files_of(subject.model))
    for name, size, _ in subject.files:
        path = subject.before + name
        if not size:
            if name not in named:
                yield Fault(path, 1, "this file is empty", "take it away, or export it again")
        elif name in named or name in subject.own:
            continue
        elif PurePosixPath(name).suffix.lower() not in MEDIA:
            yield Fault(path, 1, "this file is nothing that can be shown or played", "keep it outside the content")
        elif twin := _twin_of(name, named):
            yield from _unlike(subject, name, twin)
        else:
            yield Fault(path, 1, "nothing uses this file", f"name it in `{subject.document.file}`, or take it away")


def _twin_of(name: str, named: set[str]) -> str:
    """The OGG clip that an MP3 of the same name stands beside, for those who play no OGG; empty: none."""
    path = PurePosixPath(name)
    beside = str(path.with_suffix(".ogg"))
    return beside if path.suffix == ".mp3" and beside in named else ""


def _unlike(subject: Subject, name: str, twin: str) -> Iterator[Fault]:
    path, found = subject.before + name, probe(subject.folder, name, "clip")
    if not isinstance(found, Media):
        yield Fault(path, 1, f"this file {found.what}", found.do)
    elif twin in subject.played and abs(found.seconds - subject.played[twin].seconds) > APART:
        lasts = f"{found.seconds:.1f} seconds and `{PurePosixPath(twin).name}` {subject.played[twin].seconds:.1f}"
        yield Fault(path, 1, f"this clip lasts {lasts}", "make it again from the OGG")
