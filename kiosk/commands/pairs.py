"""How a translation is written down: one pair after the other, in the order of the English, with room to see."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kiosk.content.base import Location
from kiosk.content.own_words import MOST
from kiosk.content.texts import Heard, key, tidy
from kiosk.content.translation import LONGER, LanguageFile, Pair

WIDE = 100
"""Letters in a line; a longer text is written below its key, line by line."""


class Filled(NamedTuple):
    """The pairs of a file, each with the English that it is for, and what was translated and is English no more."""

    pairs: tuple[tuple[Heard, Pair], ...]
    left: tuple[Pair, ...]


def fill(wanted: Iterable[Heard], known: Sequence[Pair]) -> Filled:
    """A pair for every text that is wanted, once, with what is known of it."""
    said = {key(pair.en): tidy(pair.to) for pair in reversed(known) if pair.to.strip()}
    room: dict[str, Heard] = {}
    for heard in wanted:
        if key(heard.text):
            room.setdefault(key(heard.text), heard)
    pairs = tuple((heard, Pair(en=tidy(heard.text), to=said.get(one, ""))) for one, heard in room.items())
    kept = {key(pair.en): pair for pair in reversed(known) if pair.to.strip() and key(pair.en) not in room}
    return Filled(pairs, tuple(reversed(kept.values())))


def heading(code: str, old: LanguageFile | None, unread: str) -> Iterator[str]:
    """The first lines of a language's file."""
    yield "kind: language"
    yield f"name: {quoted(old.name if old else code)}  # as those who speak it call it"
    yield f"direction: {old.direction if old else 'ltr'}  # ltr, or rtl: from right to left"
    note = old.note if old else None
    yield f"note: {quoted(note)}" if note else "# note: what visitors should know of it before they choose it"
    draft = old.draft if old else unread
    yield f"draft: {quoted(draft)}" if draft else "# no draft: whatever is missing is a fault"


def section(name: str, pairs: Iterable[tuple[Heard | None, Pair]]) -> Iterator[str]:
    """A list of pairs under its key; nothing where there are none."""
    before: Location | None = None
    for number, (heard, pair) in enumerate(pairs):
        if number == 0:
            yield f"{name}:"
        if heard and heard.at != before:
            before = heard.at
            room = f", up to {int(heard.most * LONGER)} letters" if heard.most < MOST else ""
            yield f"  # {' '.join(_part(one) for one in heard.at)}{room}"
        yield from _entry("  - en: ", pair.en)
        yield from _entry("    to: ", pair.to)


def _part(one: str | int) -> str:
    return str(one + 1) if isinstance(one, int) else one


def _entry(before: str, text: str) -> Iterator[str]:
    if len(text) <= WIDE and "\n" not in text:
        yield before + quoted(text)
        return
    yield f"{before}|-"
    for paragraph in text.split("\n"):
        lines = textwrap.wrap(paragraph, WIDE, break_long_words=False, break_on_hyphens=False)
        yield from (f"      {line}" if line else "" for line in lines or ("",))


def quoted(text: str) -> str:
    """A text in quotes, so that nothing in it means anything to YAML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
