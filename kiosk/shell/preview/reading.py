"""What is read of an activity while its author writes, and how that is said. No Qt, no disk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

import msgspec

from kiosk.content.compiling import Draft
from kiosk.content.deck import Deck, Props
from kiosk.content.faults import Fault
from kiosk.content.library import Library

Tokens = Props


class Reading(msgspec.Struct, frozen=True):
    """One reading of the files: the draft, the look (None: it can't be used), all that is wrong, how long it took.

    `library` is the venue with this activity alone, in every language; None where there is no deck.
    """

    draft: Draft
    library: Library | None
    tokens: Tokens | None
    faults: tuple[Fault, ...]
    seconds: float


class Examined(msgspec.Struct, frozen=True):
    """What takes longer: every way walked, and what `kiosk check` wants besides. `complete`: no way was left out."""

    faults: tuple[Fault, ...]
    checks: tuple[Fault, ...] = ()
    stuck: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    never_offered: tuple[str, ...] = ()
    complete: bool = True
    states: int = 0
    seconds: float = 0.0


class Told(NamedTuple):
    """A fault as the author is told of it. One that `stops` keeps the activity from being shown."""

    fault: Fault
    stops: bool

    @property
    def severity(self) -> str:
        if self.stops:
            return "Stops the show"
        return "Before opening" if self.fault.severity == "error" else "To look at"


def told(faults: Iterable[Fault], checks: Iterable[Fault]) -> list[Told]:
    """All that is wrong, the worst first: `faults` of what is read and walked, `checks` of what can be shown."""
    found = {fault: Told(fault, fault.severity == "error") for fault in faults}
    found |= {fault: Told(fault, False) for fault in checks if fault not in found}
    return sorted(found.values(), key=lambda one: (not one.stops, one.fault.severity != "error", one.fault))


def heading(faults: Sequence[Told]) -> str:
    """`4 faults, 1 stops the show`."""
    stops = sum(one.stops for one in faults)
    if not faults:
        return "No faults"
    if all(one.fault.severity == "warning" for one in faults):
        return f"{len(faults)} to look at"
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    if not stops:
        return f"{count}, none stops the show"
    if stops == len(faults):
        return f"{count}: the show stops" if stops > 1 else "1 fault stops the show"
    return f"{count}, {stops} {'stops' if stops == 1 else 'stop'} the show"


def row(one: Told, folder: str) -> Props:
    """A fault as a face draws it, its code in marks of its own."""
    fault = one.fault
    file = fault.file.removeprefix(f"{folder}/")
    return {
        "where": f"{file}:{fault.line}",
        "line": fault.line,
        "tone": "stops" if one.stops else "opening" if fault.severity == "error" else "look",
        "severity": one.severity,
        "what": _marked(f"{fault.what[:1].upper()}{fault.what[1:]}."),
        "do": _marked(f"{fault.do[:1].upper()}{fault.do[1:]}."),
    }


def _marked(text: str) -> str:
    text = re.sub(r"([.?!]”?)\.$", r"\1", text)
    return re.sub(r"`([^`]+)`", r"<b>\1</b>", escape(text, quote=False))


def clean(walked: bool, zone: str) -> list[Props]:
    """What was looked at and found to be well, and what is still to do: `{text, done}`."""
    return [
        {"text": "Keys and words", "done": True},
        {"text": "Pictures, clips and films", "done": True},
        {"text": "Every path, reading age, loudness, contrast", "done": walked},
        {"text": f"On offer in {zone}" if zone else "No zone offers it yet: add it to zones.yaml", "done": bool(zone)},
    ]


def counts(deck: Deck, ways: int) -> str:
    """`31 screens, 36 ways on, 5 endings`."""
    endings = sum(bool(screen.ending) for screen in deck.screens.values())
    said = [_count(len(deck.screens), "screen", "screens"), _count(ways, "way on", "ways on")]
    return ", ".join([*said, *([_count(endings, "ending", "endings")] if endings else [])])


def walked(deck: Deck, found: Examined) -> str:
    """What walking every path came to, in a sentence."""
    if not found.complete:
        return f"There are more than {found.states:,} ways through: not all of them were walked."
    troubles = (
        (found.stuck, "screen where nothing leads on", "screens where nothing leads on"),
        (found.lost, "screen without a way in", "screens without a way in"),
        (found.never_offered, "choice never on offer", "choices never on offer"),
    )
    told = ", ".join(_count(len(names), one, several) for names, one, several in troubles if names)
    what = told or f"all {len(deck.screens)} screens are reached and nobody gets stuck"
    return f"Every path walked in {max(0.1, found.seconds):.1f} s ({found.states:,} moments): {what}."


def _count(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"


def screen_at(draft: Draft, line: int) -> str:
    """The screen that a line of the file belongs to; empty where it belongs to none."""
    if draft.deck is None:
        return ""
    begun = [(at, name) for name, at in draft.lines.items() if name in draft.deck.screens and at <= line]
    return max(begun)[1] if begun else ""
