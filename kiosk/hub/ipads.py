"""The iPads of this zone as the host sees them: which there are, how they are doing, what they still have to send."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import count
from typing import Any, Final, Protocol

import msgspec

from kiosk.hub.items import About

IPADS: Final = 60
"""How many are remembered. One more takes the place of the one that was not seen for the longest time."""

NAME_LIMIT: Final = 40
"""Characters of an iPad's name."""

_KEPT: Final = "ipads"


class Keeper(Protocol):
    """What keeps the numbers and names; see `kiosk.store.Store`."""

    def get_kept(self, key: str, default: dict[str, Any], /) -> dict[str, Any]: ...
    def set_kept(self, key: str, value: Any, /) -> object: ...


class Ipad(msgspec.Struct, frozen=True):
    """One iPad. `id` is not its key; `name` is what the host calls it, empty where they don't.

    `seen` is seconds of the monotonic clock, None when it has not come since the start; `about` what it said then.
    """

    id: str
    number: int
    name: str = ""
    seen: float | None = None
    about: About = About()

    @property
    def title(self) -> str:
        """What people call it."""
        return self.name or _printable(self.about.name) or f"iPad {self.number}"


class Ipads:
    """Gives numbers from 1 on, the lowest that is free, which stay through a restart. Safe from any thread.

    `monotonic` gives seconds; `most` is how many are remembered.
    """

    def __init__(self, *, keeper: Keeper, monotonic: Callable[[], float], most: int = IPADS) -> None:
        self._keeper = keeper
        self._monotonic = monotonic
        self._most = most
        self._lock = threading.Lock()
        kept = keeper.get_kept(_KEPT, {})
        self._known = {id_: Ipad(id_, one["number"], one["name"]) for id_, one in kept.items()}

    def __contains__(self, id_: str) -> bool:
        with self._lock:
            return id_ in self._known

    def see(self, id_: str, about: About) -> Ipad:
        """An iPad has come, and says this of itself."""
        with self._lock:
            before = self._known.get(id_)
            number = before.number if before else self._free_number()
            self._known[id_] = now = Ipad(id_, number, before.name if before else "", self._monotonic(), about)
            if before is None:
                self._keep()
            return now

    def all(self) -> tuple[Ipad, ...]:
        """By number."""
        with self._lock:
            return tuple(sorted(self._known.values(), key=lambda one: one.number))

    def rename(self, id_: str, name: str) -> None:
        """The host calls it something else; empty: by its number. Raises KeyError for one that isn't there."""
        with self._lock:
            self._known[id_] = msgspec.structs.replace(self._known[id_], name=_printable(name))
            self._keep()

    def _free_number(self) -> int:
        if len(self._known) >= self._most:
            longest = min(self._known.values(), key=lambda one: (one.seen is not None, one.seen or 0.0, one.number))
            del self._known[longest.id]
        taken = {one.number for one in self._known.values()}
        return next(number for number in count(1) if number not in taken)

    def _keep(self) -> None:
        self._keeper.set_kept(_KEPT, {one.id: {"number": one.number, "name": one.name} for one in self._known.values()})


def _printable(name: str) -> str:
    return " ".join("".join(one if one.isprintable() else " " for one in name).split())[:NAME_LIMIT]
