"""What a delegate is shown of those before them: counts, and only where enough of them were there."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from decks import random_deck
from hypothesis import given, settings
from hypothesis import strategies as st
from small_venue import write_venue
from store.store_stage import open_store

from kiosk import player
from kiosk.app import make_station, open_library
from kiosk.before import ENOUGH, shown
from kiosk.content.deck import AGAIN, Action, Deck, Route, Screen
from kiosk.recording import LateRecorder
from kiosk.station import Station
from kiosk.store import Before
from kiosk.store.walks import Walks

SCREENS = (
    Screen("hello", "talk", actions=(Action("ask", "say", routes=(Route("good"),)), Action("form", "say"))),
    Screen("rare", "talk", actions=(Action("ask", "say"),)),
    Screen("good", "ending", ending="good"),
)
DECK = Deck("talk", "scenario", "A talk", "hello", {one.id: one for one in SCREENS})
NOTHING: dict[str, Any] = {"walks": 0, "screens": {}, "steps": {}, "onward": {}, "lies": {}, "reached": {}}


def test_counts_are_shown_once_enough_have_come_to_an_ending() -> None:
    few = Before({"good": ENOUGH - 1}, {"hello": 99}, {"hello/ask": 99}, {"hello/ask": {"good": 99}})
    assert shown(few, DECK) == NOTHING
    enough = msgspec.structs.replace(few, reached={"good": ENOUGH})
    assert shown(enough, DECK) == {
        "walks": ENOUGH,
        "screens": {"hello": 99},
        "steps": {"hello/ask": 99},
        "onward": {"hello/ask": {"good": 99}},
        "lies": {},
        "reached": {"good": ENOUGH},
    }


def test_a_screen_that_few_came_by_tells_nothing() -> None:
    before = Before(
        {"good": 20}, {"hello": 20, "rare": ENOUGH - 1}, {"hello/ask": 20, "rare/ask": 4}, {"rare/ask": {"good": 4}}
    )
    seen = shown(before, DECK)
    assert (seen["screens"], seen["steps"], seen["onward"]) == ({"hello": 20}, {"hello/ask": 20}, {})


def test_what_todays_content_no_longer_has_is_left_out() -> None:
    before = Before(
        {"good": 6, "gone": 50},
        {"hello": 56, "gone": 50},
        {"hello/ask": 30, "hello/gone": 20, "gone/ask": 50},
        {"hello/ask": {"good": 6, "gone": 24}, "hello/gone": {"gone": 20}},
    )
    assert shown(before, DECK) == {
        "walks": 6,
        "screens": {"hello": 56},
        "steps": {"hello/ask": 30},
        "onward": {"hello/ask": {"good": 6}},
        "lies": {},
        "reached": {"good": 6},
    }
    assert shown(msgspec.structs.replace(before, reached={"gone": 50}), DECK) == NOTHING


def test_where_things_lay_is_told_of_those_that_enough_came_by_and_that_are_still_there() -> None:
    put = Action("tea", "lay", puts=("tea", "week"))
    screens = (
        Screen("hello", "talk", actions=(put, Action("off", "back", puts=("tea", "")))),
        Screen("rare", "talk", actions=(put, Action("cake", "lay", puts=("cake", "week")))),
        Screen("later", "talk", actions=(Action("cake", "lay", puts=("cake", "week")),)),
        Screen("good", "ending", ending="good"),
    )
    deck = Deck("board", "board", "A board", "hello", {one.id: one for one in screens})
    lies = {"tea@week": 6, "tea@gone": 3, "gone@week": 5, "cake@week": 1}
    before = Before({"good": 9}, {"hello": 9, "rare": ENOUGH - 1, "later": 9}, lies=lies)
    assert shown(before, deck)["lies"] == {"tea@week": 6}
    assert shown(msgspec.structs.replace(before, reached={"good": ENOUGH - 1}), deck) == NOTHING


@settings(max_examples=300)
@given(st.integers(0, 2**32), st.integers(2, 5))
def test_the_count_of_a_walk_is_the_path_that_the_player_says_still_counts(seed: int, size: int) -> None:
    deck, dice = msgspec.structs.replace(without_again(random_deck(seed, size)), back_unsays=True), Random(seed)
    walks, step, ended = Walks(), player.start(deck), None
    for _ in range(40):
        for record in step.records:
            walks.take("v1", deck.id, record.screen, record.verb, record.detail)
            if record.verb == "reach":
                ended = step.state
        offered = [action.id for action in player.offers(deck, step.state)]
        if dice.random() < 0.3 or not offered:
            step = player.back(deck, step.state)
        else:
            step = player.step(deck, step.state, dice.choice(offered), "a")
    walks.take("v1", "", "", "end", {})
    before = walks.before(deck.id)
    assert before.steps == ({} if ended is None else dict.fromkeys(ended.path, 1))
    assert sum(before.reached.values()) == (ended is not None)


def without_again(deck: Deck) -> Deck:
    """The same deck with no way to begin afresh: that is another walk."""
    screens = {}
    for name, screen in deck.screens.items():
        actions = tuple(
            msgspec.structs.replace(one, routes=tuple(route for route in one.routes if route.to != AGAIN))
            for one in screen.actions
        )
        screens[name] = msgspec.structs.replace(screen, actions=actions)
    return msgspec.structs.replace(deck, screens=screens)


@pytest.fixture
def station(tmp_path: Path) -> Station:
    venue = write_venue(tmp_path)
    library = open_library(venue)
    recorder = LateRecorder()
    recorder.attach(open_store(tmp_path / "recordings"))
    return make_station(library, library.zones[0], settings=venue, recorder=recorder)


def talked(station: Station, choice: str) -> dict[str, Any]:
    """One visit that talks in the kitchen to the end. Returns the last view."""
    station.wake()
    station.open_activity("kitchen")
    if choice == "sew":
        station.act("quilt")
    station.act("talk")
    station.act(choice)
    while station.moment()["view"]["kind"] != "reflect":
        onward = next(one for one in station.moment()["view"]["actions"] if one["verb"] == "next")
        station.act(onward["id"])
    view: dict[str, Any] = station.moment()["view"]
    return view


def test_a_debrief_shows_those_before_and_never_the_one_who_looks(station: Station) -> None:
    for visit in range(ENOUGH):
        view = talked(station, "sew" if visit < 2 else "name")
        assert view["before"] == {**NOTHING, "path": view["before"]["path"]}
        station.leave("idle" if visit else "finished")
    before = talked(station, "sew")["before"]
    assert before["path"][:3] == ["look/quilt", "look/talk", "hello/sew"]
    assert before["walks"] == ENOUGH
    assert before["reached"] == {"better": 2, "fine": 3}
    assert before["screens"] == {"look": 5, "hello": 5}
    assert before["steps"] == {"look/quilt": 2, "look/talk": 5, "hello/sew": 2, "hello/name": 3}
    assert before["onward"]["hello/sew"] == {"better": 2}


def test_another_go_in_the_same_visit_is_not_among_those_before(station: Station) -> None:
    for _ in range(ENOUGH):
        talked(station, "name")
        station.leave("finished")
    talked(station, "name")
    station.act("again")
    assert talked(station, "name")["before"]["walks"] == ENOUGH


def test_a_screen_that_does_not_ask_is_told_nothing(station: Station) -> None:
    station.wake()
    station.open_activity("kitchen")
    assert "before" not in station.moment()["view"]
