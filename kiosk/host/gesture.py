"""The hidden way in: one finger held still in the top right corner for two seconds, or a key. Pure.

Places are pixels from the top left of the window, times seconds of a monotonic clock.
"""

from __future__ import annotations

import msgspec

HOLD = 2.0
CORNER = 120.0


class Watch(msgspec.Struct, frozen=True):
    """The fingers that are down, and since when the only one has been held in the corner (None: it isn't)."""

    fingers: frozenset[int] = frozenset()
    since: float | None = None


def in_corner(x: float, y: float, *, width: float, corner: float = CORNER) -> bool:
    """Whether a place is in the square of `corner` pixels at the top right of a window `width` wide."""
    return width - corner <= x <= width and 0 <= y <= corner


def pressed(watch: Watch, finger: int, *, inside: bool, now: float) -> Watch:
    """A finger (a mouse is one too) went down. A second one calls it off until all are up again."""
    alone = not watch.fingers - {finger}
    return Watch(watch.fingers | {finger}, now if alone and inside else None)


def moved(watch: Watch, finger: int, *, inside: bool) -> Watch:
    """A finger moved. Leaving the corner calls it off; coming back doesn't count."""
    return watch if inside or finger not in watch.fingers else Watch(watch.fingers)


def released(watch: Watch, finger: int, *, now: float) -> tuple[Watch, bool]:
    """A finger went up. True when it had been held long enough and `held` was never asked in between.

    When the system takes the touches away instead, begin again with a new Watch.
    """
    if finger not in watch.fingers:
        return watch, False
    return Watch(watch.fingers - {finger}), _long_enough(watch, now)


def held(watch: Watch, *, now: float) -> tuple[Watch, bool]:
    """Ask now and then while a finger is down. True once, when it has been held long enough."""
    return (Watch(watch.fingers), True) if _long_enough(watch, now) else (watch, False)


def is_key(key: str, *, control: bool = False, shift: bool = False, repeated: bool = False) -> bool:
    """Whether a key is the hidden way in: F10, or Ctrl+Shift+H. A key held down doesn't knock again."""
    if repeated:
        return False
    return key.upper() == "F10" or (control and shift and key.upper() == "H")


def _long_enough(watch: Watch, now: float) -> bool:
    return watch.since is not None and now - watch.since >= HOLD
