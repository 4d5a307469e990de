"""Every clip is about as loud as the others, and begins when it is touched."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.base import Clip
from kiosk.content.checks.subject import Subject
from kiosk.content.faults import Fault

LOUDNESS = -16.0
"""LUFS that every clip aims at."""
WITHIN = 1.0
"""LU that it may miss it by: less is hardly heard."""
MOST_LEAD = 0.06
"""Seconds of silence that a clip may begin with."""


def sound(subject: Subject) -> Iterator[Fault]:
    """Clips that are too loud, too quiet or late. The sound of videos is not measured: nothing here decodes it."""
    told = set()
    for at, one in subject.media:
        if not isinstance(one, Clip) or one.file in told or one.file not in subject.played:
            continue
        told.add(one.file)
        here = (*at, "file")
        heard = subject.hearing.of(subject.folder / one.file, subject.played[one.file].sha256)
        if heard is None:
            yield subject.fault(here, f"`{one.file}` can't be played", "export it again as OGG Vorbis")
            continue
        off = heard.loudness - LOUDNESS
        if abs(off) > WITHIN:
            what = f"`{one.file}` is too {'loud' if off > 0 else 'quiet'}: {heard.loudness:.1f} LUFS"
            yield subject.fault(here, what, f"make it {abs(off):.1f} dB {'quieter' if off > 0 else 'louder'}")
        if heard.lead > MOST_LEAD:
            what = f"`{one.file}` begins with {heard.lead:.2f} seconds of silence"
            yield subject.fault(here, what, f"cut it to {MOST_LEAD:.2f} or less")
