"""Walks a station's activities by touch, from the attract picture to the thank-you, as a thorough delegate would."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count

from kiosk import player
from kiosk.content.deck import END, Action, Deck
from kiosk.errors import KnownError
from kiosk.player import State
from kiosk.shell.taps import Finger
from kiosk.shell.tour import shape, steering
from kiosk.station import Station
from kiosk.visit import Phase

MOST_STATES = 60_000
TRIED = {"notice": 2, "play": 1}
"""What a thorough delegate does on a screen before going on, and how often."""
PASSED_BY = ("watch", "notice", "again")
"""What leads nowhere."""

Told = Callable[[str], None]


def way_out(deck: Deck, state: State) -> list[tuple[str, str]]:
    """A way from a state to the end, as (action, answer). Raises KnownError when none is found."""
    far, tallies = distances(deck), steering(deck)
    order = count()
    queue: list[tuple[int, int, State, tuple[tuple[str, str], ...]]] = [(far[state.screen], 0, state, ())]
    seen = {shape(state, tallies)}
    while queue and len(seen) < MOST_STATES:
        _, _, here, way = heappop(queue)
        for action in player.offers(deck, here):
            if action.verb in PASSED_BY or (action.ask and action.ask.kind == "text"):
                continue
            answer = answer_for(action)
            after = player.step(deck, here, action.id, answer).state
            onward = (*way, (action.id, answer))
            if after.ended:
                return list(onward)
            if shape(after, tallies) not in seen:
                seen.add(shape(after, tallies))
                heappush(queue, (far[after.screen], next(order), after, onward))
    raise KnownError(f"There is no way out of {deck.id} from {state.screen}: run `kiosk check`.")


def distances(deck: Deck) -> dict[str, int]:
    """For each screen the fewest steps to the end, were every action on offer."""
    far = {END: 0}
    while True:
        nearer = {
            name: 1 + min(far[route.to] for action in screen.actions for route in action.routes if route.to in far)
            for name, screen in deck.screens.items()
            if any(route.to in far for action in screen.actions for route in action.routes)
        }
        if all(far.get(name) == steps for name, steps in nearer.items()):
            return {name: far.get(name, len(deck.screens)) for name in deck.screens}
        far |= nearer


def answer_for(action: Action) -> str:
    """An answer that an action can carry."""
    if action.ask is None or action.ask.kind == "text":
        return ""
    return str(action.props.get("answer", action.ask.options[0]))


class Walker:
    """Touches a station's window. Every step is proved: what was touched is what the station took."""

    def __init__(self, *, station: Station, finger: Finger) -> None:
        self._station, self._finger = station, finger

    def visit(self, told: Told) -> str:
        """One whole visit: wake, every activity to its end, thank-you. Returns the visit's id."""
        station, finger = self._station, self._finger
        finger.tap_object("invitation")
        finger.wait_for(lambda: station.state.phase is Phase.HOME, "Waking the kiosk")
        visit = station.state.id
        for name in station.activities:
            told(name)
            self._through(name)
        finger.tap_object("finish")
        finger.wait_for(lambda: station.state.phase is Phase.FINISH, "The thank-you")
        finger.tap_object("done")
        finger.wait_for(lambda: station.state.phase is Phase.ATTRACT, "The end of the visit")
        return visit

    def _through(self, name: str) -> None:
        station, deck = self._station, self._station.deck_of(name)
        self._finger.tap_object(f"card-{name}")
        self._finger.wait_for(lambda: station.state.activity == name, f"Opening {deck.title}")
        tried: set[str] = set()
        while not station.state.walks[name].ended:
            state = station.state.walks[name]
            if state.screen not in tried:
                tried.add(state.screen)
                self._try_things(deck, state)
                state = station.state.walks[name]
            action, answer = way_out(deck, state)[0]
            self._take(deck, action, answer)
        self._finger.wait_for(lambda: station.state.phase is Phase.HOME, f"The end of {deck.title}")

    def _try_things(self, deck: Deck, state: State) -> None:
        for verb, times in TRIED.items():
            for action in [one for one in player.offers(deck, state) if one.verb == verb][:times]:
                self._take(deck, action.id, "")

    def _take(self, deck: Deck, action_id: str, answer: str) -> None:
        """Touch an action by its words and see the station take just that one."""
        station = self._station
        before = station.state.walks[deck.id]
        action = next(one for one in player.offers(deck, before) if one.id == action_id)
        expected = player.step(deck, before, action_id, answer).state
        self._finger.tap(action.label)
        what = f"“{action.label}” on {deck.id}/{before.screen}"
        self._finger.wait_for(lambda: station.state.walks[deck.id] is not before, what)
        now = station.state.walks[deck.id]
        if (now.screen, now.path, now.ended) != (expected.screen, expected.path, expected.ended):
            to = END if expected.ended else expected.screen
            raise KnownError(f"{what} led to {now.screen} by {now.path[-1:]}, where {to} was expected.")
