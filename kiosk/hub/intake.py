"""What was done on iPads, taken in: once each, in its order, on disk before it is answered for.

An iPad numbers what is done on it and keeps it until it is told that it is held here. How far each has come is written
in the same transaction as what it sent, so what it sends again is known to be here or not, whatever was cut off when.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import msgspec

from kiosk.hub.allowance import Allowance
from kiosk.hub.ipads import Ipads
from kiosk.hub.items import (
    About,
    Begin,
    End,
    Item,
    Note,
    Record,
    Refused,
    Unusable,
    numbered,
    read_about,
    read_body,
    read_item,
)
from kiosk.store.model import Entry, Origin

if TYPE_CHECKING:
    from kiosk.store import Store, Ticket

FACE: Final = "ipad"

WAIT_S: Final = 5.0
"""How long an answer waits for the disk. What is not on it by then is not said to be held, and is sent again."""

OLDEST_MS: Final = 31 * 86_400_000
"""What an iPad says is older than that is taken to be just that old."""

ITEMS_AN_HOUR: Final = 10_000
"""Things of one iPad; more wait there until the hour is over. A delegate makes about 500 an hour."""

NOTES_AN_HOUR: Final = 300
"""Notes of one iPad, as above."""

JUNK_AN_HOUR: Final = 20
"""Unusable things of one iPad that are put into the quarantine. More are counted as held and not kept."""

JUNK_OF_ALL: Final = 200
"""The same, of all iPads together."""

NEWCOMERS_AN_HOUR: Final = 300
"""iPads that were never here before. One in a private window is a new one each time that it loads the page."""


def identity(key: str) -> str:
    """What an iPad is known by here. Its key, with which one can send in its name, is kept nowhere."""
    return sha256(key.encode()).hexdigest()[:32]


class Intake:
    """Takes what iPads send into a store. Every call is safe from any thread.

    `station` is the name of the kiosk or hub, `zone` the id of its zone; `monotonic` gives seconds.
    """

    def __init__(self, *, store: Store, ipads: Ipads, station: str, zone: str, monotonic: Callable[[], float]) -> None:
        self._store = store
        self._ipads = ipads
        self._station = station
        self._zone = zone
        self._lock = threading.Lock()
        self._items = Allowance(ITEMS_AN_HOUR, monotonic=monotonic)
        self._notes = Allowance(NOTES_AN_HOUR, monotonic=monotonic)
        self._junk = Allowance(JUNK_AN_HOUR, monotonic=monotonic)
        self._junk_of_all = Allowance(JUNK_OF_ALL, monotonic=monotonic)
        self._newcomers = Allowance(NEWCOMERS_AN_HOUR, monotonic=monotonic)

    def take(self, data: bytes, timeout_s: float = WAIT_S) -> int:
        """Take a request's body; waits for the disk. Returns the number up to which all of this iPad is on disk.

        Raises Refused when it is no such body, or when too many iPads are new.
        """
        body = read_body(data)
        ipad = identity(body.ipad)
        about = read_about(body.about)
        items = [(number, read_item(raw)) for number, raw in numbered(body.items)]
        with self._lock:
            station = self._meet(ipad, about)
            if body.first > self._store.taken(ipad) + 1:
                # It let go of what was held here once: the recordings were begun anew since then.
                self._store.skip(of=Origin(ipad, body.first - 1, 0, station))
            for number, item in items:
                taken = self._store.taken(ipad)
                if number > taken + 1:
                    break
                if number == taken + 1:
                    age = 0 if isinstance(item, Unusable) else min(max(0, body.sent - item.time), OLDEST_MS)
                    id_ = item.id if isinstance(item, Record | Note) else ""
                    ticket = self._hand_in(item, Origin(ipad, number, age, station, about.release, id_))
                    if ticket is None or ticket.dropped:
                        break
        held = self._store.held(ipad, timeout_s)
        # It said how much it had yet to send before it knew what is held now.
        left = about.unsent - sum(number <= held for number, _ in items)
        self._ipads.see(ipad, msgspec.structs.replace(about, unsent=max(0, left)))
        return held

    def _meet(self, ipad: str, about: About) -> str:
        """The name of an iPad as a station."""
        known = ipad in self._ipads or self._store.taken(ipad) > 0
        if not known and not self._newcomers.spend():
            raise Refused("Too many iPads are new here: try again in an hour.", 429)
        return f"{self._station}/iPad {self._ipads.see(ipad, about).number}"

    def _hand_in(self, item: Item | Unusable, of: Origin) -> Ticket | None:
        """None when this iPad has to wait until its hour is over."""
        if not self._items.spend(of.ipad):
            return None
        match item:
            case Begin(visit=visit, session=session):
                return self._store.begin_visit(visit, self._zone, session=session, face=FACE, of=of)
            case Record():
                entry = Entry(item.verb, self._zone, item.activity, item.screen, item.detail, item.visit, face=FACE)
                return self._store.record(entry, of=of)
            case Note():
                if not self._notes.spend(of.ipad):
                    return None
                return self._store.note(item.kind, item.text.strip(), visit=item.visit, activity=item.activity, of=of)
            case End(visit=visit):
                return self._store.end_visit(visit, item.as_recorded, of=of)
            case Unusable():
                if self._junk.spend(of.ipad) and self._junk_of_all.spend():
                    return self._store.set_aside(f"{of.station} sent: {item.problem}", item.content, of=of)
                return self._store.skip(of=of)
