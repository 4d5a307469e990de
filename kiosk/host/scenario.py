"""Which scenario of a zone is on. Pure: what the host chose is handed in and comes out as one word to keep.

The choice that is kept is the host's wish. When it can't be shown the first that can is on instead, and the wish
stays kept: it comes back by itself once its activity is mended. A kiosk that restarts has no visit to wait for, so
a switch that was waiting for one has happened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from kiosk.errors import KnownError

When = Literal["now", "after-visit"]


class Room(msgspec.Struct, frozen=True):
    """The scenarios of one zone, as activity ids: those that can be shown, the one that is on (empty: none can be),
    and the one that comes on when the visit ends (empty: no change).

    `keep` is what to keep under `kept_key`. `notice` is a sentence for the host about a choice that can't be had.
    """

    zone: str
    usable: tuple[str, ...] = ()
    on: str = ""
    pending: str = ""
    keep: str = ""
    notice: str = ""


def kept_key(zone: str) -> str:
    """Where a zone's choice is kept over a restart."""
    return f"scenario:{zone}"


def settle(
    zone: str, *, listed: Sequence[str], usable: Sequence[str], kept: str, titles: Mapping[str, str] | None = None
) -> Room:
    """What is on at a start, or after content changed.

    `listed` are the zone's scenarios in `zones.yaml`, `usable` those whose activity is sound, `kept` the host's
    choice or empty. `titles` gives names for people; without one the id is said.
    """
    order = tuple(dict.fromkeys(name for name in listed if name in usable))
    on = kept if kept in order else next(iter(order), "")
    notice = ""
    if not order and listed:
        notice = "None of this zone's scenarios can be shown: see the content faults for what to mend."
    elif kept and kept != on:
        names = titles or {}
        why = "has a content fault" if kept in listed else "is no longer one of this zone's scenarios"
        notice = f"“{names.get(kept, kept)}” {why}, so “{names.get(on, on)}” is on instead."
        if not on:
            notice = f"“{names.get(kept, kept)}” {why}, and there is no other to show."
    return Room(zone, order, on, keep=kept, notice=notice)


def choose(room: Room, scenario: str, when: When, *, visiting: bool) -> Room:
    """The host's choice. With nobody visiting "after this visit" is now. Choosing what is on calls a switch off.

    Raises KnownError for a scenario that can't be shown here.
    """
    if scenario not in room.usable:
        raise KnownError("That scenario can't be shown in this zone: choose one of those that the menu offers.")
    waits = when == "after-visit" and visiting and scenario != room.on
    return msgspec.structs.replace(
        room,
        on=room.on if waits else scenario,
        pending=scenario if waits else "",
        keep=scenario,
        notice="",
    )


def visit_ended(room: Room) -> Room:
    """The switch that waited for the visit happens."""
    return msgspec.structs.replace(room, on=room.pending, pending="") if room.pending else room
