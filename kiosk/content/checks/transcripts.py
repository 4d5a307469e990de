"""What is written beside a clip or a video can be said in the time that it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.content.base import Clip, Picture
from kiosk.content.checks.subject import Subject
from kiosk.content.faults import Fault

SLOWEST, FASTEST = 1.3, 4.5
"""Words a second. People who read aloud say two to four."""
PAUSES = 2.0
"""Seconds in which nothing need be said."""
_WORD = re.compile(r"[^\W_]+(?:[’'\-–.,][^\W_]+)*")


def transcripts(subject: Subject) -> Iterator[Fault]:
    """Texts that are too long for their clip or video, or too short for their clip: those of another, most likely."""
    for at, one in subject.media:
        if isinstance(one, Picture) or one.file not in subject.played:
            continue
        words, seconds = count(one.text), subject.played[one.file].seconds
        if words > FASTEST * seconds:
            much = "much"
        elif isinstance(one, Clip) and words < SLOWEST * (seconds - PAUSES):
            much = "little"
        else:
            continue
        what = f"`text` is too {much} for `{one.file}`: {words} word{'s' * (words != 1)} in {seconds:.1f} seconds"
        yield subject.fault((*at, "text"), what, "write down every word that is said in it, and no other")


def count(text: str) -> int:
    """How many words are said; a number of five figures or more is taken to be said figure by figure."""
    return sum(len(word) if word.isdigit() and len(word) > 4 else 1 for word in _WORD.findall(text))
