"""How much anybody may ask for within an hour. Pure: time is handed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

HOUR_S: Final = 3600.0


class Allowance:
    """So many an hour for each name, given back all at once when the hour that began with the first is over.

    `monotonic` gives seconds. Not thread-safe.
    """

    def __init__(self, most: int, *, monotonic: Callable[[], float]) -> None:
        self._most = most
        self._monotonic = monotonic
        self._spent: dict[str, tuple[float, int]] = {}

    def left(self, who: str = "") -> int:
        """How many more there are within this hour."""
        now = self._monotonic()
        # Nobody is remembered for longer than their hour.
        self._spent = {name: one for name, one in self._spent.items() if now - one[0] < HOUR_S}
        return self._most - self._spent.get(who, (now, 0))[1]

    def spend(self, who: str = "") -> bool:
        """Take one. False when there are none left."""
        if self.left(who) < 1:
            return False
        began, spent = self._spent.get(who, (self._monotonic(), 0))
        self._spent[who] = (began, spent + 1)
        return True
