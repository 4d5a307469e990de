"""What must be right before the doors open, beyond what a start needs: the rules that `kiosk check` enforces.

A rule is a function of a `Subject` that yields faults one by one, in a file of its own, and stands in `RULES`. So does,
for one activity, whatever else has to be true of each of them: a language that is complete or marked as a draft.
Whoever checks while somebody writes stops asking for more as soon as something changes. What takes long (listening to
clips) is kept by fingerprint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.content.checks.contrast import contrast
from kiosk.content.checks.counting import Counts, counted
from kiosk.content.checks.describing import describing
from kiosk.content.checks.hearing import Hearing
from kiosk.content.checks.links import links
from kiosk.content.checks.reading import reading
from kiosk.content.checks.size import size
from kiosk.content.checks.sound import sound
from kiosk.content.checks.subject import Subject, read_activity, read_venue
from kiosk.content.checks.transcripts import transcripts
from kiosk.content.checks.unused import unused
from kiosk.content.faults import Fault, Faults
from kiosk.content.reader import read_file
from kiosk.content.theme import FILE, check_theme

__all__ = ["Counts", "Hearing", "Subject", "check", "check_whole", "counted", "read_activity", "read_venue"]

RULES: tuple[Callable[[Subject], Iterator[Fault]], ...] = (describing, transcripts, reading, links, unused, sound)
"""From quick to slow."""


def check(subject: Subject) -> Iterator[Fault]:
    """What the rules find in one activity, or in the venue itself."""
    for rule in RULES:
        yield from rule(subject)


def check_whole(content: Path) -> Iterator[Fault]:
    """What is true of no single activity: the colours, and how large everything is together."""
    faults = Faults()
    theme, document = check_theme(content / FILE, faults), read_file(content / FILE, FILE, faults)
    if theme and document:
        yield from contrast(theme, document)
    yield from size(content)
