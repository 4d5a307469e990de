"""How old a reader has to be to read a text with ease."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kiosk.content.base import Location
from kiosk.content.checks.subject import Subject
from kiosk.content.faults import Fault
from kiosk.content.texts import texts_of

OLDEST = 12.0
"""Years; the texts aim at 9 to 11."""
FEWEST = 20
"""Words below which a text has no reading age: one long word would settle it."""
SOME = 6
"""Words that a sentence has at least, to be named as the hardest."""
QUOTED = 140
"""Characters of a sentence that are told."""

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+|[.,]\d+)*")
_END = re.compile(r"(?<=[.!?…])[’”\"')\]]*\s+|(?<=[.!?…][’”\"')\]])\s+|\n\s*\n")


def reading(subject: Subject) -> Iterator[Fault]:
    """Warnings for texts that read as older than `OLDEST`, unless the author says in `hard_to_read:` why they stay."""
    reasons = [_key(reason.begins) for reason in subject.model.hard_to_read]
    needed: set[int] = set()
    found: set[int] = set()
    for at, text, _ in texts_of(subject.model):
        excused = {number for number, begins in enumerate(reasons) if _key(text).startswith(begins)}
        found |= excused
        age = reading_age(text)
        if age is None or age <= OLDEST:
            continue
        needed |= excused
        if not excused:
            hard = hardest(text)
            what = f"{_name(at)} has a reading age of {age:.1f}; its hardest sentence is “{_cut(hard)}”"
            do = "use shorter sentences or shorter words, or say in `hard_to_read:` why it stays"
            yield subject.fault(at, what, do, "warning")
    for number, reason in enumerate(subject.model.hard_to_read):
        here = ("hard_to_read", number)
        if number not in found:
            what = f"no text here begins with “{_cut(reason.begins)}”"
            yield subject.fault(here, what, "correct how it begins, or take this reason away", "warning")
        elif number not in needed:
            what = f"“{_cut(reason.begins)}” reads easily enough"
            yield subject.fault(here, what, "take this reason away", "warning")


@cache
def reading_age(text: str) -> float | None:
    """Years: five more than the grade that textstat gives by the Automated Readability Index. None: too short for one.

    The index goes by letters a word and words a sentence: Senter and Smith, 1967.
    """
    return _grade(text) + 5 if len(_WORD.findall(text)) >= FEWEST else None


def sentences(text: str) -> list[str]:
    """A text's sentences, each on one line. A line that breaks off, such as a heading, is one as well."""
    return [" ".join(part.split()) for part in _END.split(text) if _WORD.search(part)]


def hardest(text: str) -> str:
    """The sentence that makes a text most difficult: of those with a few words, where there are any."""
    found = sentences(text)
    long = [one for one in found if len(_WORD.findall(one)) >= SOME]
    return max(long or found, key=_grade)


def _grade(text: str) -> float:
    # Slow to import, so only where something is measured.
    from textstat import automated_readability_index

    return float(automated_readability_index(text))


def _key(text: str) -> str:
    return " ".join(text.split())


def _name(at: Location) -> str:
    key = next(part for part in reversed(at) if isinstance(part, str))
    return f"`{key}`"


def _cut(text: str) -> str:
    line = _key(text)
    return line if len(line) <= QUOTED else f"{line[: QUOTED - 1]}…"
