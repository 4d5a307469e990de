"""One place to touch, whatever draws it: the visit, the decks and what is recorded of them.

A face calls the events, then draws `moment()`. Everything that happened has then been handed to the recorder.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from kiosk import player, visit
from kiosk.before import shown
from kiosk.content.deck import Deck, Props
from kiosk.content.languages import ENGLISH, Edition
from kiosk.content.library import Library, Zone
from kiosk.recording import Recorder
from kiosk.store.model import Entry, How
from kiosk.visit import Change, Phase, Preferences, Timing, Visit

QUOTES = 60
"""How many approved notes a wall holds at most."""
SLIP = 160
"""Characters of a note that still fit on the slip of paper of the attract picture."""


class Spot(NamedTuple):
    """A place in a visit: its id, the activity and the screen; empty where there is none."""

    visit: str
    activity: str
    screen: str


class Station:
    """Holds the state of one station and turns events into records. Single-threaded: one face calls it."""

    def __init__(
        self,
        *,
        library: Library,
        zone: Zone,
        scenario: str,
        recorder: Recorder,
        monotonic: Callable[[], float],
        new_id: Callable[[], str],
        timing: Timing,
        face: str = "kiosk",
    ) -> None:
        self.library, self.zone, self.scenario = library, zone, scenario
        self.session = ""
        self.state = Visit()
        self.timing = timing
        self._editions: dict[str, Edition] = {}
        self._recorder, self._monotonic, self._new_id, self._face = recorder, monotonic, new_id, face

    @property
    def deck(self) -> Deck | None:
        """The deck of the activity that is open."""
        return self.deck_of(self.state.activity) if self.state.activity else None

    @property
    def edition(self) -> Edition | None:
        """What is shown instead of English."""
        return self._editions.get(self.state.preferences.language)

    def learn(self, edition: Edition) -> None:
        """From now on a delegate who prefers its language is shown this."""
        self._editions[edition.language.code] = edition

    def knows(self, code: str) -> bool:
        """Whether the station can speak a language at once."""
        return code == ENGLISH.code or code in self._editions

    def deck_of(self, name: str) -> Deck:
        """The deck of an activity in the language that is spoken now."""
        edition = self.edition
        return edition.decks[name] if edition and name in edition.decks else self.library.decks[name]

    @property
    def activities(self) -> tuple[str, ...]:
        """What this zone offers now, the scenario that is on first."""
        on = (self.scenario,) if self.scenario in self.library.decks else ()
        return (*on, *(name for name in self.zone.activities if name not in on))

    def view(self) -> player.View | None:
        """The screen of the activity that is open."""
        deck = self.deck
        if deck is None or self.state.phase is not Phase.ACTIVITY:
            return None
        return player.view(deck, self.state.walks[deck.id])

    def wake(self) -> Change:
        return self._take(visit.wake(self.state, self._new_id(), self._monotonic(), self.session))

    def touch(self) -> Change:
        return self._take(visit.touch(self.state, self._monotonic()))

    def open_activity(self, name: str) -> Change:
        """Open an activity that this zone offers; anything else changes nothing."""
        if name not in self.activities:
            return Change(self.state, visit=self.state.id)
        return self._take(visit.open_activity(self.state, self.deck_of(name)))

    def act(self, action: str, answer: str = "") -> Change:
        deck = self.deck
        return self._take(visit.act(self.state, deck, action, answer)) if deck else Change(self.state)

    def back(self) -> Change:
        deck = self.deck
        return self._take(visit.back(self.state, deck)) if deck else Change(self.state)

    def home(self) -> Change:
        return self._take(visit.home(self.state))

    def finish(self) -> Change:
        return self._take(visit.finish(self.state, self._monotonic()))

    def leave(self, how: str) -> Change:
        return self._take(visit.leave(self.state, how))

    def pause(self) -> Change:
        return self._take(visit.pause(self.state))

    def unpause(self) -> Change:
        return self._take(visit.unpause(self.state))

    def prefer(self, preferences: Preferences) -> Change:
        return self._take(visit.prefer(self.state, preferences))

    def tick(self, *, busy: bool) -> Change:
        return self._take(visit.tick(self.state, self._monotonic(), self.timing, busy=busy))

    def seconds_left(self) -> int:
        """Of the "still there?" countdown; 0 when it is not up."""
        return visit.seconds_left(self.state, self._monotonic(), self.timing)

    @property
    def spot(self) -> Spot:
        """Where the delegate stands now."""
        walk = self.state.walks.get(self.state.activity)
        return Spot(self.state.id, self.state.activity, walk.screen if walk else "")

    def tell(self, verb: str, detail: dict[str, Any], spot: Spot) -> None:
        """Record something that a face noticed by itself, such as a clip that came to its end, where it began."""
        self._recorder.record(self._entry(verb, spot.activity, spot.screen, detail, spot.visit))

    def change_scenario(self, name: str) -> None:
        """Switch this zone's scenario. A walk through the old one can't go on; the host ends the visit or waits."""
        self.scenario = name

    def change_session(self, code: str) -> None:
        """Another session is on, or none: visits that begin from now on are of it."""
        self.session = code

    def moment(self) -> dict[str, Any]:
        """All that a face draws, as plain JSON. See docs/architecture.md for its shape."""
        state, edition = self.state, self.edition
        spoken = edition or self.library
        zone = edition.zones[self.zone.id] if edition else self.zone
        number = self.zone.number
        moment: dict[str, Any] = {
            "phase": state.phase.value,
            "venue": {"name": spoken.name, "title": spoken.title},
            "words": spoken.words,
            "zone": {
                "id": self.zone.id, "number": number, "name": zone.name, "colour": self.zone.colour,
                "heading": zone.heading, "intro": zone.intro, "picture": self._zone_picture(),
            },
            "languages": self._languages(),
            "rtl": self._rtl(),
            "preferences": msgspec.to_builtins(state.preferences),
            "cards": self._cards() if state.phase is Phase.HOME else [],
            "done": sum(name in state.done for name in self.activities),
            "total": len(self.activities),
            "live": {},
            "view": None,
        }  # fmt: skip
        if state.phase is Phase.ATTRACT and (montage := spoken.words["attract"].get("montage")):
            moment["live"] = {
                kind: [one for one in self._approved(kind) if len(one) <= SLIP] for kind in montage["live"]
            }
        view, deck = self.view(), self.deck
        if view and deck:
            moment["view"] = {
                **_plain(view),
                "activity_kind": deck.kind,
                "session": state.session,
                "title": deck.title,
                "zone": {"number": number, "name": zone.name},
                "live": {kind: self._approved(kind) for kind in view.props.get("live", ())},
            }
            if view.props.get("before"):
                path = list(state.walks[deck.id].path)
                moment["view"]["before"] = {**shown(self._recorder.before(deck.id), deck), "path": path}
        return moment

    def _cards(self) -> list[dict[str, Any]]:
        cards = []
        for name in self.activities:
            deck, walk = self.deck_of(name), self.state.walks.get(name)
            cards.append(
                {
                    "id": name,
                    "kind": deck.kind,
                    "title": deck.title,
                    "summary": deck.summary,
                    "minutes": deck.minutes,
                    "company": deck.company,
                    "picture": deck.picture,
                    "done": name in self.state.done,
                    "begun": walk is not None and not walk.ended,
                }
            )
        return cards

    def _languages(self) -> list[dict[str, str]]:
        """What a delegate may choose from; nothing where there is only English."""
        every = (ENGLISH, *self.library.languages) if self.library.languages else ()
        return [{"code": one.code, "name": one.name, "note": one.note} for one in every]

    def _rtl(self) -> bool:
        """Whether the page runs from right to left. An activity that is not translated is read as English is."""
        edition, open_now = self.edition, self.state.activity
        return edition is not None and edition.language.rtl and (not open_now or open_now in edition.decks)

    def _zone_picture(self) -> Props:
        names = self.activities
        return self.library.decks[names[0]].picture if names else {}

    def _approved(self, kind: str) -> list[str]:
        return [note.text for note in self._recorder.approved_notes(kind, QUOTES)]

    def _take(self, change: Change) -> Change:
        """Keep a change's state and hand what happened to the recorder, in order."""
        if change.began:
            self._recorder.begin_visit(change.visit, self.zone.id, session=change.state.session, face=self._face)
        for happening in change.happenings:
            self._recorder.record(
                self._entry(happening.verb, happening.activity, happening.screen, happening.detail, change.visit)
            )
        if change.note:
            self._recorder.note(change.note.kind, change.note.text, visit=change.visit, activity=self.state.activity)
        if change.ended:
            self._recorder.end_visit(change.visit, _how(change.ended))
        self.state = change.state
        return change

    def _entry(self, verb: str, activity: str, screen: str, detail: dict[str, Any], visit_id: str) -> Entry:
        return Entry(verb, self.zone.id, activity, screen, detail, visit_id, face=self._face)


def _plain(view: player.View) -> dict[str, Any]:
    """As a face gets it: lists, never tuples, which QML can't read."""
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(view))
    return plain


def _how(ended: str) -> How:
    match ended:
        case "idle":
            return "idle"
        case "host":
            return "host"
        case _:
            return "finished"
