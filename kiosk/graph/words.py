"""Words for a picture that is drawn without knowing its typeface: how wide they may be, and where to break them."""

from __future__ import annotations

import unicodedata

from kiosk.content.deck import When

BOLD = 1.14
"""How much wider than the regular cut a bold one may be."""
_EMS = {
    **dict.fromkeys("'ijlIJ.,’‘· |", 0.35),
    **dict.fromkeys("ft()[]/:;!-r", 0.43),
    **dict.fromkeys("csz“”?–", 0.56),
    **dict.fromkeys("w→M&", 0.9),
    **dict.fromkeys("mW—…@%", 1.02),
}
"""Widths as shares of the type size, from the widest of the typefaces that may stand in."""
MOST_NAMES = 3
"""Names of one condition that are written out; the others are only counted."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text of `size` pixels can get in whatever typeface stands in: an upper bound."""
    return size * sum(map(_em, text)) * (BOLD if bold else 1)


def _em(character: str) -> float:
    if known := _EMS.get(character):
        return known
    if unicodedata.combining(character):
        return 0.0
    if ord(character) < 0x250:
        return 0.79 if character.isupper() else 0.65
    return 1.1


def wrap(text: str, size: float, room: float, *, bold: bool = False, most: int = 40) -> tuple[str, ...]:
    """The text in lines that fit `room` pixels, at most `most` of them: the last then ends in an ellipsis."""
    size *= BOLD if bold else 1
    lines: list[str] = []
    line = ""
    for word in text.split():
        for piece in _pieces(word, size, room):
            longer = f"{line} {piece}" if line else piece
            if width(longer, size) <= room:
                line = longer
                continue
            lines.append(line)
            line = piece
    lines.append(line)
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and width(f"{last}…", size) > room:
        last = last[:-1]
    return (*lines[: most - 1], f"{last.rstrip()}…")


def _pieces(word: str, size: float, room: float) -> list[str]:
    """A word that is too long for a line, cut up."""
    pieces, piece = [], ""
    for character in word:
        if piece and width(piece + character, size) > room:
            pieces.append(piece)
            piece = ""
        piece += character
    return [*pieces, piece]


def flag(name: str) -> str:
    """A flag as an author knows it: `noticed tapestries`, `cost is free`."""
    return name.replace(":", " ").replace("=", " is ")


def condition(when: When) -> str:
    """What must be so, in words; nothing when nothing must."""
    told = [_clause(clause) for clause in when.needs]
    told += [f"not {_clause(clause)}" for clause in when.unless]
    told += [f"{name} {amount} or more" for name, amount in when.at_least.items()]
    told += [f"{name} {amount} or fewer" for name, amount in when.at_most.items()]
    if when.after:
        told.append(f"straight after {when.after}")
    return ", ".join(told)


def _clause(clause: str) -> str:
    names = [flag(name) for name in clause.split("|")]
    if len(names) > MOST_NAMES + 1:
        names = [*names[:MOST_NAMES], f"{len(names) - MOST_NAMES} others"]
    return " or ".join(names)
