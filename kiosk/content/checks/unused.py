"""Nothing lies about in the content that nobody is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from kiosk.content.checks.named import files_of
from kiosk.content.checks.subject import Subject
from kiosk.content.companions import clip_beside, twin_of
from kiosk.content.faults import Fault
from kiosk.content.unfit import Unfit

MEDIA = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".ogg", ".mp3", ".wav", ".mp4", ".webm")


def unused(subject: Subject) -> Iterator[Fault]:
    """Files that are empty, that nothing names, or that are nothing to show; and MP3 twins that are none."""
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
        elif name.endswith(".mp3") and (clip := clip_beside(name)) in named:
            twin = twin_of(subject.folder, subject.played[clip], clip) if clip in subject.played else None
            if isinstance(twin, Unfit):
                yield Fault(path, 1, f"this file {twin.what}", twin.do)
        else:
            yield Fault(path, 1, "nothing uses this file", f"name it in `{subject.document.file}`, or take it away")
