"""What a host has decided for a zone: its scenario, whether it is paused, which notes may be seen.

It holds for every screen of the zone. Whoever draws one is told of changes by a call and sees to its own visit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

import msgspec

from kiosk.content.deck import Deck, Props
from kiosk.content.library import Zone
from kiosk.errors import KnownError
from kiosk.host import scenario
from kiosk.host.menu import HostAction
from kiosk.host.scenario import Room, When
from kiosk.store.model import Entry, Note

T = TypeVar("T")


class Keeper(Protocol):
    """What a duty needs of the store; see `kiosk.store.Store`."""

    def get_kept(self, key: str, default: T, /) -> T: ...
    def set_kept(self, key: str, value: Any, /) -> object: ...
    def record(self, entry: Entry, /) -> object: ...
    def waiting_notes(self) -> tuple[Note, ...]: ...
    def approved_notes(self, kind: str, limit: int, /) -> tuple[Note, ...]: ...
    def decide_note(self, id_: str, approve: bool, /) -> object: ...


class Choice(msgspec.Struct, frozen=True):
    """A scenario that a host may choose, as it is shown."""

    id: str
    title: str
    summary: str
    picture: Props
    on: bool
    pending: bool


class Duty:
    """Until a store is attached nothing can be decided. Single-threaded: one thread calls it."""

    def __init__(self, *, zone: Zone, decks: Mapping[str, Deck]) -> None:
        self._zone, self._decks = zone, decks
        self._store: Keeper | None = None
        self.room: Room = self._settle("")
        self.when: When = "now"
        """What the latest change of scenario waits for, on screens where somebody is visiting."""
        self.paused = False
        self.changed: Callable[[], None] = lambda: None

    def attach(self, store: Keeper) -> None:
        """The store is open: the scenario that was chosen last is on again."""
        self._store = store
        self.room = self._settle(store.get_kept(scenario.kept_key(self._zone.id), ""))
        self.changed()

    def do(self, action: HostAction, *, visit: str = "") -> None:
        """Record what a host did and keep what follows for the zone. `visit` is whose screen it was done over."""
        store = self._store
        if store is None:
            return
        store.record(Entry(action.verb, self._zone.id, detail=action.detail, visit=visit))
        match action.verb:
            case "host-switch":
                self.when = action.detail["when"]
                self.room = scenario.choose(self.room, action.detail["scenario"], self.when, visiting=bool(visit))
                store.set_kept(scenario.kept_key(self.room.zone), self.room.keep)
            case "host-pause":
                self.paused = True
            case "host-resume":
                self.paused = False
            case "host-approve" | "host-decline":
                self._decide(store, action.detail["note"], approve=action.verb == "host-approve")
        self.changed()

    def visit_ended(self) -> None:
        """A switch that waited for this screen's visit happens."""
        self.room = scenario.visit_ended(self.room)

    @property
    def wanted(self) -> str:
        """The scenario that is to be on wherever nobody is in the middle of another."""
        return self.room.pending or self.room.on

    def choices(self) -> tuple[Choice, ...]:
        """The scenarios to choose from."""
        room = self.room
        return tuple(
            Choice(name, deck.title, deck.summary, deck.picture, name == room.on, name == room.pending)
            for name in room.usable
            for deck in (self._decks[name],)
        )

    def waiting(self) -> tuple[Note, ...]:
        """Notes that wait for a yes or no."""
        return self._store.waiting_notes() if self._store else ()

    def _decide(self, store: Keeper, note: str, *, approve: bool) -> None:
        try:
            store.decide_note(note, approve)
        except KeyError:
            raise KnownError("That note has been decided on already.") from None

    def _settle(self, kept: str) -> Room:
        titles = {name: deck.title for name, deck in self._decks.items()}
        zone = self._zone
        return scenario.settle(zone.id, listed=zone.listed, usable=zone.scenarios, kept=kept, titles=titles)
