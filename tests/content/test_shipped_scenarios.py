"""What every scenario that ships must be, whoever wrote it: rich enough to practise in, and no test to be passed."""

from __future__ import annotations

from functools import cache
from itertools import chain
from pathlib import Path
from statistics import median

import pytest

from kiosk.activities import kinds
from kiosk.content.compiling import compile_folder
from kiosk.content.deck import Action, Deck, Screen
from kiosk.content.walk import Findings, walk

CONTENT = Path(__file__).parents[2] / "content"
STYLES = ("form", "kind", "open")
SCENARIOS = tuple(
    file.parent.name
    for file in sorted(CONTENT.glob("*/activity.yaml"))
    if {f"kind: {kind.name}" for kind in kinds().values() if kind.room} & set(file.read_text("utf-8").splitlines())
)

every_scenario = pytest.mark.parametrize("name", SCENARIOS)


@cache
def deck_of(name: str) -> Deck:
    compiled = compile_folder(CONTENT / name, kinds())
    assert compiled.deck is not None, [str(fault) for fault in compiled.faults]
    return compiled.deck


@cache
def findings_of(name: str) -> Findings:
    return walk(deck_of(name))


def turns(name: str) -> dict[str, Screen]:
    """The moments of a talk at which something can be chosen."""
    return {id_: screen for id_, screen in deck_of(name).screens.items() if screen.kind == "talk" and choices(screen)}


def choices(screen: Screen) -> list[Action]:
    """What a turn offers to choose from: things to say, or cards to take up."""
    return [action for action in screen.actions if styles(action)]


def styles(action: Action) -> set[str]:
    if action.verb == "take":
        return {action.props["style"]} if "style" in action.props else set()
    return {style for style in STYLES if action.verb == "say" and action.tally.get(style)}


def lengths(screen: Screen, style: str) -> list[int]:
    return [len(action.label) for action in screen.actions if style in styles(action)]


def opened_by_noticing(name: str) -> list[Action]:
    actions = chain.from_iterable(choices(screen) for screen in turns(name).values())
    return [action for action in actions if any(need.startswith("noticed:") for need in action.when.needs)]


def longest_talk(name: str) -> int:
    """The most turns of a talk in which none comes twice."""
    onward = {
        id_: {route.to for action in screen.actions for route in action.routes} & turns(name).keys()
        for id_, screen in turns(name).items()
    }
    first = next(iter(onward))

    def most(turn: str, on_the_way: frozenset[str]) -> int:
        return 1 + max((most(to, on_the_way | {to}) for to in onward[turn] - on_the_way), default=0)

    return most(first, frozenset({first}))


def test_scenarios_ship() -> None:
    assert SCENARIOS


@every_scenario
def test_there_are_eight_things_to_notice_and_not_all_of_them_tell(name: str) -> None:
    things = [action for action in deck_of(name).screens["look"].actions if action.verb == "notice"]
    assert len(things) >= 8
    assert {thing.props["telling"] for thing in things} == {True, False}


@every_scenario
def test_a_talk_can_go_on_for_eight_turns(name: str) -> None:
    assert longest_talk(name) >= 8


@every_scenario
def test_there_are_four_endings_and_each_can_be_reached(name: str) -> None:
    endings = {screen.ending for screen in deck_of(name).screens.values() if screen.ending}
    assert len(endings) >= 4
    assert set(findings_of(name).endings) == endings


@every_scenario
def test_nobody_gets_stuck_and_everything_can_be_said(name: str) -> None:
    found = findings_of(name)
    assert found.complete
    assert (found.unreached, found.dead_ends, found.never_offered, found.missing) == ((), (), (), ())


@every_scenario
def test_noticing_opens_something_to_say(name: str) -> None:
    assert len(opened_by_noticing(name)) >= 3


@every_scenario
def test_nearly_every_turn_offers_all_three_kinds_of_question(name: str) -> None:
    every = turns(name)
    short = [id_ for id_, screen in every.items() if set(chain(*map(styles, screen.actions))) != set(STYLES)]
    assert len(short) <= len(every) / 8, short


@every_scenario
def test_the_length_of_a_choice_does_not_give_its_kind_away(name: str) -> None:
    typical = {
        style: median(chain.from_iterable(lengths(screen, style) for screen in turns(name).values()))
        for style in STYLES
    }
    assert max(typical.values()) <= 1.2 * min(typical.values()), typical


@every_scenario
def test_the_open_choice_is_not_always_the_longest_nor_always_the_shortest(name: str) -> None:
    """Pure chance would make it either in about a third of the turns."""
    longest = shortest = counted = 0
    for screen in turns(name).values():
        own = lengths(screen, "open")
        others = [*lengths(screen, "form"), *lengths(screen, "kind")]
        if own and others:
            counted += 1
            longest += min(own) > max(others)
            shortest += max(own) < min(others)
    assert longest <= counted * 0.6, f"longest in {longest} of {counted} turns"
    assert shortest <= counted * 0.6, f"shortest in {shortest} of {counted} turns"


@every_scenario
def test_a_question_mark_does_not_give_its_kind_away(name: str) -> None:
    """Open choices tell as well as ask, and kind ones ask as well as tell."""
    said: dict[str, list[bool]] = {style: [] for style in STYLES}
    for screen in turns(name).values():
        for action in screen.actions:
            for style in styles(action):
                said[style].append("?" in action.label)
    for style, asked in said.items():
        assert 0.2 <= sum(asked) / len(asked) <= 0.8, (style, sum(asked), len(asked))


@every_scenario
def test_the_open_choice_is_not_always_in_the_same_place(name: str) -> None:
    """Of the choices that need nothing to be noticed or known."""
    places = [
        [styles(action) for action in screen.actions if not action.when.needs].index({"open"})
        for screen in turns(name).values()
        if any(styles(action) == {"open"} and not action.when.needs for action in screen.actions)
    ]
    assert max(places.count(place) for place in set(places)) <= len(places) * 0.7, places


@every_scenario
def test_every_road_can_be_told_from_the_usual_one(name: str) -> None:
    """No ending is a dead end: each has its own road, with at least as many people in it, and a thing to try."""
    for screen in deck_of(name).screens.values():
        if screen.kind == "roads":
            usual, different = screen.props["usual"], screen.props["different"]
            assert usual["steps"] != different["steps"], screen.id
            assert different["people"] >= usual["people"], screen.id
            assert different["hours"] <= usual["hours"], screen.id
            assert different["pounds"] <= usual["pounds"], screen.id
            assert different["feels"] != usual["feels"], screen.id
            assert usual["miles_text"] and different["miles_text"], screen.id
        if screen.kind == "reflect":
            assert screen.props["tomorrow"]
