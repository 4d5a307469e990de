"""Which PINs are too easily guessed to be one."""

from __future__ import annotations

from itertools import pairwise

DIGITS = 6
_FAVOURITES = frozenset({"112233", "123321", "147258", "159753", "246810", "258369", "314159", "456852", "654456"})


def is_pin(text: str) -> bool:
    """Whether this could be a PIN at all: six of the digits 0 to 9."""
    return len(text) == DIGITS and text.isascii() and text.isdecimal()


def why_trivial(pin: str) -> str:
    """One sentence that says why this can't be a PIN and what to do; empty when it can. It doesn't repeat the PIN."""
    if not is_pin(pin):
        return f"A PIN has exactly {DIGITS} digits and nothing else: choose {DIGITS} digits."
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if len(steps) == 1:
        return "Digits that are all the same or go up or down evenly are guessed first: mix them up."
    if pin == pin[:2] * 3 or pin == pin[:3] * 2 or len(set(pin)) < 3:
        return "Digits that repeat are guessed first: use at least three different ones, in no pattern."
    if pin in _FAVOURITES:
        return "That is one of the PINs that people guess first: choose another."
    return ""
