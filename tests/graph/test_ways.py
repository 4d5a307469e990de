"""The shortest way to each ending can be walked, and none is shorter."""

from __future__ import annotations

import msgspec
from charts import troubled
from decks import decks
from hypothesis import given, settings

from kiosk import player
from kiosk.content.deck import END, Deck
from kiosk.graph.ways import shortest_ways


def by_the_player(deck: Deck, deepest: int) -> dict[str, int]:
    """How many steps each ending is away, by trying everything with the player, level by level."""
    level = [player.start(deck).state]
    found: dict[str, int] = {}
    seen = set()
    for depth in range(deepest + 1):
        following = []
        for state in level:
            at = deck.screens[state.screen].ending
            found.setdefault(state.screen if at else "", depth)
            for action in player.offers(deck, state):
                for answer in ("", *(action.ask.options if action.ask else ()), "x"):
                    done = player.step(deck, state, action.id, answer)
                    plain = msgspec.structs.replace(done.state, answers={}, path=done.state.path[-1:], history=())
                    key = msgspec.json.encode((plain, sorted(plain.tallies.items())))
                    if done.offered and not done.state.ended and key not in seen:
                        seen.add(key)
                        following.append(done.state)
        level = following
    return found


@settings(max_examples=80)
@given(decks())
def test_no_shorter_way_is_found_by_trying_everything(deck: Deck) -> None:
    nearest = by_the_player(deck, 5)
    for way in shortest_ways(deck):
        if way.end in nearest:
            assert len(way.path) == nearest[way.end]
        elif way.end != END:
            assert not way.path or len(way.path) > 5


def test_an_ending_that_nobody_reaches_has_no_way() -> None:
    ways = {way.end: way for way in shortest_ways(troubled())}
    assert ways["good"].path == ("begin/ask", "middle/gone")
    assert ways["good"].title == "This is good"
    assert ways["bad"].path == ()


def test_looking_stops_at_the_limit() -> None:
    assert [way.path for way in shortest_ways(troubled(), most=1)] == [(), ()]
