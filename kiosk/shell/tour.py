"""Every screen of a zone brought up offscreen in the real shell, and a picture of each."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk import player
from kiosk.centre import Membership
from kiosk.content.deck import Deck
from kiosk.content.graph import Graph
from kiosk.content.seek import seek
from kiosk.errors import KnownError
from kiosk.host.pages import Page
from kiosk.host.pin import PinName
from kiosk.player import State
from kiosk.shell.fit import misfits
from kiosk.visit import Phase, Preferences, Visit
from sync.agent import State as Sync

if TYPE_CHECKING:
    from kiosk.app import Shell
    from kiosk.shell.hosting import HostDesk

MOST_STATES = 2_000
"""Where there are more, a deck is too large to be walked, and what is left of it is sought."""
PATIENCE = 10.0
"""Seconds that a picture may take to load."""

BRIEF = 0.1
"""Seconds that a screen gets for its layout when no picture of it is taken."""

Told = Callable[[str], None]


class Stop(NamedTuple):
    """A screen that was looked at: its name, and what does not fit on it."""

    name: str
    misfits: list[str]


def reach_every_screen(deck: Deck) -> dict[str, State]:
    """A short walk to each screen of a deck, by screen id: with everything noticed, and with nothing."""
    begun = player.start(deck).state
    reached: dict[str, State] = {}
    tallies = steering(deck)
    for first in (notice_all(deck, begun), begun):
        queue, seen = deque([first]), {shape(first, tallies)}
        reached.setdefault(first.screen, begun)
        while queue and len(seen) < MOST_STATES and len(reached) < len(deck.screens):
            state = queue.popleft()
            for action in player.offers(deck, state):
                if action.verb == "notice":
                    continue
                answer = action.ask.options[0] if action.ask and action.ask.options else "A few words"
                after = player.step(deck, state, action.id, answer).state
                if after.ended or shape(after, tallies) in seen:
                    continue
                seen.add(shape(after, tallies))
                # What is new leads on to what follows it, so it is looked at first.
                (queue.append if after.screen in reached else queue.appendleft)(after)
                reached.setdefault(after.screen, after)
    return reached if len(reached) == len(deck.screens) else {**sought(deck), **reached}


def sought(deck: Deck) -> dict[str, State]:
    """Some walk to each screen of a deck that is too large to be walked in order."""
    graph = Graph(deck)
    seek(graph, 10 * MOST_STATES)
    found: dict[str, State] = {}
    for node in graph.nodes:
        if node.screen in deck.screens and node.screen not in found:
            state = player.start(deck).state
            for step in graph.path(node):
                state = player.step(deck, state, step.partition("/")[2]).state
            found[node.screen] = state
    return found


def notice_all(deck: Deck, state: State) -> State:
    """The same screen after everything there has been noticed."""
    for action in player.offers(deck, state):
        if action.verb == "notice":
            state = player.step(deck, state, action.id).state
    return state


def steering(deck: Deck) -> frozenset[str]:
    """The tallies that some condition of the deck looks at."""
    conditions = [
        when
        for screen in deck.screens.values()
        for when in (
            *(part.when for part in screen.parts),
            *(action.when for action in screen.actions),
            *(route.when for action in screen.actions for route in action.routes),
        )
    ]
    return frozenset(name for when in conditions for name in (*when.at_least, *when.at_most))


def shape(state: State, tallies: frozenset[str]) -> tuple[object, ...]:
    """What tells walks apart. That a step was taken shows on a debrief, but opens nothing."""
    flags = tuple(flag for flag in state.flags if "/" not in flag or ":" in flag)
    return (state.screen, flags, tuple(sorted(item for item in state.tallies.items() if item[0] in tallies)))


def busier(deck: Deck, state: State) -> State:
    """The same screen with a few more of its things done, as a delegate leaves it rather than finds it."""
    for action in player.offers(deck, state)[:3]:
        if action.verb in ("notice", "play", "answer"):
            answer = action.ask.options[0] if action.ask and action.ask.options else ""
            after = player.step(deck, state, action.id, answer).state
            state = after if after.screen == state.screen else state
    return state


IPADS = {
    "join": "http://192.168.8.20:8787/",
    "unsent": 3,
    "ipads": [
        {"title": "iPad 1", "state": "visit", "unsent": 3, "battery": 0.84, "charging": False, "seconds": 2},
        {"title": "iPad 2", "state": "ready", "unsent": 0, "battery": 1.0, "charging": True, "seconds": 9},
        {"title": "By the window", "state": "away", "unsent": 0, "battery": None, "charging": None, "seconds": 640},
    ],
}
"""Some iPads, as `Hub.seen` tells of them: a tour has none of its own."""


class Sender:
    """Sends nothing: to a centre called `centre`, or to none."""

    under_way = False

    def __init__(self, centre: str = "") -> None:
        self._member = Membership("", "", "", "", "", centre) if centre else None

    def seen(self) -> tuple[Membership | None, Sync]:
        return self._member, Sync(receipt=int(time.time() * 1000)) if self._member else Sync()

    def oldest(self) -> int:
        return 0

    def nudge(self) -> None:
        return

    def join(self, url: str, _: str) -> Membership:
        raise KnownError(f"No central store answers at {url}: check the address and the network.")


class Tour:
    """Drives one shell through its screens."""

    def __init__(self, shell: Shell, desk: HostDesk, pins: Mapping[PinName, str], *, preferences: Preferences) -> None:
        self._shell, self._desk, self._pins, self._preferences = shell, desk, pins, preferences

    def screens(self) -> Iterator[str]:
        """Each screen's name while it is up, complete and at rest."""
        for name in self._stops():
            settle(self._shell.face.window)
            yield name

    def take(self, out: Path | None, told: Told) -> Iterator[Stop]:
        """Look at each screen, and take its picture when there is a folder to put it in.

        `told` gets each name as its screen is done.
        """
        window = self._shell.face.window
        for name in self._stops():
            settle(window) if out else lay_out(window)
            found = misfits(window)
            if out:
                self._save(out, name)
            told(name)
            yield Stop(name, found)

    def _stops(self) -> Iterator[str]:
        """Bring up one screen after the other."""
        station = self._shell.station
        here = Visit(Phase.HOME, "tour", preferences=self._preferences)
        yield self._at("attract", Visit())
        yield self._at("home", here)
        yield self._at("still-there", here)
        for name in (*station.zone.scenarios, *station.zone.activities):
            deck = station.deck_of(name)
            for screen, state in reach_every_screen(deck).items():
                walks = {name: busier(deck, state)}
                seen = msgspec.structs.replace(here, phase=Phase.ACTIVITY, activity=name, walks=walks)
                yield self._at(f"{name}/{screen}", seen)
        yield self._at("finish", msgspec.structs.replace(here, phase=Phase.FINISH))
        yield self._at("paused", Visit(Phase.PAUSED))
        self._at("home", here)
        self._desk.knock()
        yield "host-pin"
        self._desk.sending.sender = Sender("The county’s centre")
        self._desk.ask("pin", self._pins["host"])
        self._desk.ipads = lambda: IPADS
        for page in (Page.SCENARIO, Page.SESSION, Page.SOUND, Page.NOTES, Page.IPADS, Page.FAULTS):
            self._desk.ask("page", page)
            yield f"host-{page}"
        self._desk.sending.sender = Sender()
        self._desk.ask("join-wanted", "")
        yield "host-it-pin"
        self._desk.ask("pin", self._pins["it"])
        self._desk.ask("join", "centre.example.org\nABCDEFGH")
        yield "host-join"
        self._desk.ask("close", "")

    def _at(self, name: str, state: Visit) -> str:
        self._shell.station.state = state
        self._shell.bridge.show()
        self._shell.face.window.setProperty("stillThere", 14 if name == "still-there" else 0)
        return name

    def _save(self, out: Path, name: str) -> None:
        window: QQuickWindow = self._shell.face.window
        path = out / self._shell.station.zone.id / f"{name}.png"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            saved = window.grabWindow().save(str(path))
        except OSError as error:
            raise KnownError(f"{path} can't be written ({error.strerror}): name another folder with --out.") from None
        if not saved:
            raise KnownError(f"{path} can't be written: name another folder with --out.")


def settle(window: QQuickWindow) -> None:
    """Let the window draw until its pictures are there and its fades are over."""
    _until(window, 0.5, lambda item: _turning(item) or (item.isVisible() and item.property("loading") is True))


def lay_out(window: QQuickWindow) -> None:
    """Let the window lay out what it shows, without waiting for pictures."""
    _until(window, BRIEF, _turning)


def _until(window: QQuickWindow, least: float, busy: Callable[[QQuickItem], bool]) -> None:
    """Draw for `least` seconds, and on until nothing in the window is busy."""
    begun = time.monotonic()
    while True:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        passed = time.monotonic() - begun
        if passed > PATIENCE or (passed > least and not _any(window.contentItem(), busy)):
            return


def _turning(item: QQuickItem) -> bool:
    return item.property("turning") is True


def _any(item: QQuickItem, busy: Callable[[QQuickItem], bool]) -> bool:
    if busy(item):
        return True
    return item.isVisible() and any(_any(child, busy) for child in item.childItems())
