"""What a host has decided for a zone: its scenario, its session, whether it is paused, which notes may be seen.

It holds for every screen of the zone. Whoever draws one is told of changes by a call and sees to its own visit.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, Literal, Protocol, TypeVar

import msgspec

from kiosk.content.deck import Deck, Props
from kiosk.content.library import Zone
from kiosk.errors import KnownError
from kiosk.host import scenario
from kiosk.host.menu import HostAction
from kiosk.host.scenario import Room, When
from kiosk.sessions import present
from kiosk.sessions.code import read_code
from kiosk.sessions.present import Session
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
    def visits_in(self, session: str, since: float, /) -> int: ...


class Choice(msgspec.Struct, frozen=True):
    """A scenario that a host may choose, as it is shown."""

    id: str
    title: str
    summary: str
    picture: Props
    on: bool
    pending: bool


def kept_session(store: Keeper, zone: str) -> Session | None:
    """The session that a host started, before the last restart maybe, and did not end. It may be over by itself."""
    kept = store.get_kept(present.kept_key(zone), None)
    return msgspec.convert(kept, Session | None)


def kept_code(store: Keeper, zone: str, now: float) -> str:
    """The code of that session, if it is not over: what is on before a duty is there to ask. Empty for none."""
    session = kept_session(store, zone)
    return session.code if session and not present.is_over(session, now) else ""


class Duty:
    """Until a store is attached nothing can be decided. Single-threaded: one thread calls it.

    `clock` gives seconds since 1970.
    """

    def __init__(self, *, zone: Zone, decks: Mapping[str, Deck], clock: Callable[[], float] = time.time) -> None:
        self._zone, self._decks, self._clock = zone, decks, clock
        self._store: Keeper | None = None
        self.room: Room = self._settle("")
        self.when: When = "now"
        """What the latest change of scenario waits for, on screens where somebody is visiting."""
        self.paused = False
        self.session: Session | None = None
        self.changed: Callable[[], None] = lambda: None

    def attach(self, store: Keeper) -> None:
        """The store is open: the scenario that was chosen last is on again, and so is the session."""
        self._store = store
        self.room = self._settle(store.get_kept(scenario.kept_key(self._zone.id), ""))
        self.session = kept_session(store, self._zone.id)
        if not self.tick():
            self.changed()

    def do(self, action: HostAction, *, visit: str = "") -> None:
        """Record what a host did and keep what follows for the zone. `visit` is whose screen it was done over.

        Raises KnownError for what can't be done.
        """
        store = self._store
        if store is None:
            return
        if action.verb == "host-session":
            self._start_session(store, read_code(action.detail["session"]), visit)
        elif action.verb == "host-session-end":
            self._end_session(store, "host", visit)
        else:
            self._record(store, action, visit)
            self._follow(store, action, visiting=bool(visit))
        self.changed()

    def tick(self) -> bool:
        """Time passes. Returns whether that ended the session."""
        if not (self._store and self.session and present.is_over(self.session, self._clock())):
            return False
        self._end_session(self._store, "time", "")
        self.changed()
        return True

    def _follow(self, store: Keeper, action: HostAction, *, visiting: bool) -> None:
        match action.verb:
            case "host-switch":
                self.when = action.detail["when"]
                self.room = scenario.choose(self.room, action.detail["scenario"], self.when, visiting=visiting)
                store.set_kept(scenario.kept_key(self.room.zone), self.room.keep)
            case "host-pause":
                self.paused = True
            case "host-resume":
                self.paused = False
            case "host-approve" | "host-decline":
                self._decide(store, action.detail["note"], approve=action.verb == "host-approve")

    def _start_session(self, store: Keeper, code: str, visit: str) -> None:
        if code == self.code:
            raise KnownError(f"Session {code} is on already: end it first to begin it anew.")
        if self.session:
            self._end_session(store, "another", visit)
        self._keep_session(store, Session(code, self._clock()))
        self._record(store, HostAction("host-session", {"session": code}), visit)

    def _end_session(self, store: Keeper, how: Literal["host", "another", "time"], visit: str) -> None:
        if not self.session:
            raise KnownError("No session is on: there is nothing to end.")
        self._record(store, HostAction("host-session-end", {"session": self.code, "how": how}), visit)
        self._keep_session(store, None)

    def _keep_session(self, store: Keeper, session: Session | None) -> None:
        self.session = session
        store.set_kept(present.kept_key(self._zone.id), session)

    def _record(self, store: Keeper, action: HostAction, visit: str) -> None:
        """What a host does is of the session that is on, whichever the visit beneath began in."""
        store.record(Entry(action.verb, self._zone.id, detail=action.detail, visit=visit, session=self.code))

    def visit_ended(self) -> None:
        """A switch that waited for this screen's visit happens."""
        self.room = scenario.visit_ended(self.room)

    @property
    def code(self) -> str:
        """Of the session that is on; empty for none."""
        return self.session.code if self.session else ""

    def told(self) -> dict[str, Any]:
        """What iPads are told of it; see `kiosk.hub.hub.Hub.tell`."""
        return {"scenario": self.wanted, "when": self.when, "paused": self.paused, "session": self.code}

    def seen(self) -> dict[str, Any]:
        """What a host sees of it, here or on a tablet: `{scenarios, pending, paused, session, notes}`.

        `session` is `{code, since, visits}`: since when on this kiosk's clock, such as 09:40, and how many visits have
        begun in it. All are empty or 0 where none is on.
        """
        session, store = self.session, self._store
        return {
            "scenarios": [msgspec.to_builtins(one) for one in self.choices()],
            "pending": self.room.pending,
            "paused": self.paused,
            "session": {
                "code": self.code,
                "since": time.strftime("%H:%M", time.localtime(session.since)) if session else "",
                "visits": store.visits_in(session.code, session.since) if store and session else 0,
            },
            "notes": [{"id": note.id, "kind": note.kind, "text": note.text} for note in self.waiting()],
        }

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
