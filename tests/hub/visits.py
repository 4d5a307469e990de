"""What the Python station does with random visits, event by event, for the JavaScript one to be held against."""

from __future__ import annotations

from random import Random
from typing import Any

import msgspec
from decks import strange_deck
from hub.traces import TEXTS, allowed, digest, whole_numbers

from kiosk import player
from kiosk.before import shown
from kiosk.content.deck import END, Action, Ask, Deck, Props, Route, Screen
from kiosk.content.languages import Edition
from kiosk.content.library import Library, Zone
from kiosk.station import QUOTES, SLIP, Station
from kiosk.store.model import Before, Entry, How, Note
from kiosk.visit import Phase, Preferences, Timing

TIMING = Timing()
SHORT = (0.0, 0.0625, 0.25, 1.5)
LONG = (4.0, 19.9375, 20.0, 24.9375, 25.0, 59.9375, 60.0, 60.125)
"""Seconds from one event to the next. Their sums are exact, so that a limit can be met to the dot."""
HOWS = ("finished", "idle", "started-again", "host")
NOTES = {"": [], "pledge": [f"Pledge {number}" for number in range(QUOTES + 5)]}
SLIPS = ["😀" * SLIP, "😀" * (SLIP + 1), "x" * SLIP, "x" * (SLIP + 1), "short"]
"""Approved notes of every kind that has none of its own."""


class Told:
    """A recorder that keeps what it is told, and knows some notes and some of those before.

    The zone is the same for all; a browser leaves it to its hub.
    """

    def __init__(self, zone: str, before: dict[str, Before]) -> None:
        self.zone = zone
        self.calls: list[Any] = []
        self._before = before

    def begin_visit(self, visit: str, zone: str, *, session: str, face: str) -> None:
        assert (zone, face) == (self.zone, "kiosk")
        self.calls.append(["begin", visit, session])

    def end_visit(self, visit: str, how: How) -> None:
        self.calls.append(["end", visit, how])

    def record(self, entry: Entry) -> None:
        assert (entry.zone, entry.face) == (self.zone, "kiosk")
        fields = ("verb", "activity", "screen", "detail", "visit")
        self.calls.append(["record", {name: getattr(entry, name) for name in fields}])

    def note(self, kind: str, text: str, *, visit: str, activity: str) -> None:
        self.calls.append(["note", kind, text, {"visit": visit, "activity": activity}])

    def approved_notes(self, kind: str, limit: int) -> tuple[Note, ...]:
        texts = NOTES.get(kind, SLIPS)[:limit]
        return tuple(Note("", 0, kind, text, "", "", "approved", 1, 0) for text in texts)

    def before(self, activity: str) -> Before:
        return self._before[activity]


class Visits:
    """Random visits at one zone. `events` are [seconds, event, what it is given, digest], one list for each station."""

    def __init__(self, library: Library, zone: Zone, seed: int, *, stations: int, length: int) -> None:
        self.random = Random(seed)
        self.zone = zone
        self.names = tuple(dict.fromkeys((*zone.scenarios, *zone.activities)))
        self.editions = [_plain_edition(edition, self.names) for edition in library.editions.values()]
        decks = {name: _plain_deck(library.decks[name]) for name in self.names}
        self.library = msgspec.structs.replace(library, words=whole_numbers(library.words), decks=decks)
        self.before = {name: self._before(deck) for name, deck in decks.items()}
        self.now = 0.0
        self.seen: list[list[Any]] = []
        self.events = [self._station(length) for _ in range(stations)]

    def told(self) -> dict[str, Any]:
        """As the browser gets it: the library as a hub would give it, and the events."""
        library, zone = self.library, self.zone
        return {
            "library": {
                "venue": {"name": library.name, "title": library.title},
                "words": library.words,
                "languages": library.languages,
                "cards": _cards(library.decks),
                "decks": library.decks,
            },
            "zone": zone,
            "scenario": self._scenario,
            "timing": TIMING,
            "editions": [_told_edition(edition) for edition in self.editions],
            "notes": NOTES,
            "slips": SLIPS,
            "before": {name: shown(self.before[name], library.decks[name]) for name in self.names},
            "stations": self.events,
        }

    def path(self, station: int, at: int) -> list[str]:
        return [" ".join([name, *map(str, given)]) for _, name, given, _ in self.events[station][: at + 1]]

    @property
    def _scenario(self) -> str:
        return self.zone.scenarios[0] if self.zone.scenarios else ""

    def _station(self, length: int) -> list[Any]:
        told, ids = Told(self.zone.id, self.before), iter(range(10_000))
        station = Station(
            library=self.library, zone=self.zone, scenario=self._scenario, recorder=told,
            monotonic=lambda: self.now, new_id=lambda: f"visit-{next(ids)}", timing=TIMING,
        )  # fmt: skip
        for edition in self.editions:
            station.learn(edition)
        self.now = 0.0
        events: list[Any] = []
        seen: list[Any] = []
        for _ in range(length):
            name, given = self._event(station)
            self.now += self.random.choice(LONG if name == "tick" or self.random.random() < 0.05 else SHORT)
            change = self._happen(station, name, given)
            all_ = [change, told.calls, station.moment(), station.seconds_left(), station.spot._asdict()]
            seen.append(whole_numbers(msgspec.to_builtins(all_)))
            told.calls.clear()
            events.append([self.now, name, given, digest(seen[-1])])
        self.seen.append(seen)
        return events

    def _happen(self, station: Station, name: str, given: list[Any]) -> Any:
        match name:
            case "prefer":
                return station.prefer(Preferences(**given[0]))
            case "tick":
                return station.tick(busy=given[0])
            case "tell":
                return station.tell(given[0], given[1], station.spot)
            case _:
                return getattr(station, name)(*given)

    def _event(self, station: Station) -> tuple[str, list[Any]]:
        """What happens next: mostly what somebody would do there, sometimes anything at all."""
        random = self.random
        anything: list[tuple[str, list[Any]]] = [
            ("wake", []), ("touch", []), ("back", []), ("home", []), ("finish", []), ("leave", [random.choice(HOWS)]),
            ("pause", []), ("unpause", []), ("prefer", [self._preferences()]), ("tick", [random.random() < 0.3]),
            ("tick", [False]), ("tick", [False]), ("act", ["nothing", "a"]), ("open_activity", ["constructor"]),
            ("open_activity", [random.choice(self.names)]),
            ("tell", ["heard", {"seconds": random.randint(0, 9) / 4}]),
            ("change_scenario", [random.choice((*self.zone.scenarios, ""))]),
            ("change_session", [random.choice(("", "J12", "K7"))]),
        ]  # fmt: skip
        if random.random() < 0.2:
            return random.choice(anything)
        view, deck = station.view(), station.deck
        if view and deck and station.state.asked is None:
            return self._in_activity(station, deck)
        if station.state.asked is not None or station.state.phase is Phase.FINISH:
            return random.choice([("tick", [False]), ("tick", [False]), ("touch", []), ("home", [])])
        if station.state.phase is Phase.HOME:
            return "open_activity", [random.choice(self.names)]
        return random.choice([("wake", []), ("unpause", []), ("tick", [False]), ("home", [])])

    def _in_activity(self, station: Station, deck: Deck) -> tuple[str, list[Any]]:
        offered = player.offers(deck, station.state.walks[deck.id])
        if not offered or self.random.random() < 0.12:
            return "back", []
        # What leads on comes last on most screens, and else would seldom be taken.
        action = offered[-1] if self.random.random() < 0.4 else self.random.choice(offered)
        return "act", [action.id, self.random.choice(TEXTS if self.random.random() < 0.1 else allowed(action))]

    def _preferences(self) -> Props:
        code = self.random.choice(("en", "xx", *(edition.language.code for edition in self.editions)))
        return {
            "text_step": self.random.randint(0, 2),
            "contrast": self.random.random() < 0.5,
            "sound": self.random.random() < 0.5,
            "language": code,
        }

    def _before(self, deck: Deck) -> Before:
        count = self.random.randint
        steps = [f"{name}/{action.id}" for name, screen in deck.screens.items() for action in screen.actions]
        return Before(
            reached={screen.ending: count(0, 9) for screen in deck.screens.values() if screen.ending},
            screens={name: count(0, 9) for name in deck.screens},
            steps={step: count(0, 9) for step in steps},
            onward={step: {self.random.choice(list(deck.screens)): count(1, 9)} for step in steps},
        )


def made_up(seed: int) -> Library:
    """A zone of generated activities, which ask for the same answers and are soon ended."""
    decks = {f"deck-{n}": msgspec.structs.replace(strange_deck(seed + n), id=f"deck-{n}") for n in range(6)}
    # A note whose action ends its activity still belongs to it.
    last = Action("say", "write", ask=Ask("why", "text", max_length=8, note="comment"), routes=(Route(END),))
    decks["write"] = Deck("write", "page", "Write", "a", {"a": Screen("a", "page", actions=(last,))})
    names = tuple(decks)
    activities, scenarios = ("write", *names[:4]), names[3:6]
    zone = Zone("nowhere", 9, "Nowhere", "teal", "Here", "Nothing", activities, scenarios, scenarios)
    words: dict[str, Props] = {"attract": {"montage": {"live": ["pledge", "comment"]}}, "pause": {}, "finish": {}}
    return Library("Venue", "Title", words, (zone,), decks, {}, (), (), "")


def _plain_deck(deck: Deck) -> Deck:
    plain = msgspec.to_builtins(msgspec.structs.replace(deck, screens=dict(deck.screens)))
    return msgspec.convert(whole_numbers(plain), Deck)


def _plain_edition(edition: Edition, names: tuple[str, ...]) -> Edition:
    decks = {name: _plain_deck(edition.decks[name]) for name in names if name in edition.decks}
    return msgspec.structs.replace(edition, words=whole_numbers(edition.words), decks=decks)


def _told_edition(edition: Edition) -> Props:
    told: Props = {name: getattr(edition, name) for name in ("language", "name", "title", "words", "zones", "decks")}
    return {**told, "cards": _cards(edition.decks)}


def _cards(decks: dict[str, Deck]) -> dict[str, Props]:
    fields = ("kind", "title", "summary", "minutes", "company", "picture")
    return {name: {field: getattr(deck, field) for field in fields} for name, deck in decks.items()}
