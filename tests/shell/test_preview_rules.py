"""Rules behind the preview: a walk in a changed deck, words about faults and walks, which editor hears of a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from decks import decks
from hypothesis import given
from hypothesis import strategies as st

from kiosk import player
from kiosk.commands.editors import command, open_line
from kiosk.content.compiling import Draft
from kiosk.content.deck import END, Action, Ask, Deck, Route, Screen
from kiosk.content.faults import Fault
from kiosk.graph.plan import HEIGHT, plan
from kiosk.player import State
from kiosk.shell.preview import reading
from kiosk.shell.preview.drawing import drawn
from kiosk.shell.preview.reading import Examined, Told
from kiosk.shell.preview.retrace import reach, retrace, way

ERROR = Fault("doreen/activity.yaml", 12, "nothing leads on from `ask`", "give its choice a `goto:`")
OTHER = Fault("doreen/activity.yaml", 13, "more", "mend it")
WARNING = Fault("doreen/activity.yaml", 30, "`a` < `b`", "look at it", "warning")


def step(name: str, to: str, **more: object) -> Action:
    return Action(name, "say", name, routes=(Route(to),), **more)  # type: ignore[arg-type]


def deck(**screens: tuple[Action, ...]) -> Deck:
    made = {name: Screen(name, "talk", {}, actions=actions) for name, actions in screens.items()}
    return Deck("small", "scenario", "Small", next(iter(screens)), made)


SMALL = deck(a=(step("on", "b"),), b=(step("on", "c"), step("end", END)), c=(step("end", END),))


def walked(over: Deck, *steps: str) -> State:
    state = player.start(over).state
    for one in steps:
        state = player.back(over, state).state if one == "back" else player.step(over, state, one).state
    return state


# --- a walk in a changed deck -----------------------------------------------------------------------------------------


@given(decks(), st.lists(st.integers(0, 5), max_size=8))
def test_a_walk_over_the_same_deck_comes_to_the_same_screen(over: Deck, choices: list[int]) -> None:
    state = player.start(over).state
    for number in choices:
        offers = player.offers(over, state)
        if number == 5:
            state = player.back(over, state).state
        elif offers:
            action = offers[number % len(offers)]
            answer = action.ask.options[0] if action.ask and action.ask.options else "x"
            after = player.step(over, state, action.id, answer).state
            state = state if after.ended else after
    assert retrace(over, state).screen == state.screen


def test_a_walk_goes_as_far_as_it_still_leads() -> None:
    gone = deck(a=(step("on", "b"),), b=(step("end", END),))
    assert retrace(gone, walked(SMALL, "on", "on")).screen == "b"


def test_a_screen_that_is_reached_otherwise_now_is_gone_to() -> None:
    moved = deck(a=(step("over", "c"),), c=(step("end", END),))
    assert retrace(moved, walked(SMALL, "on", "on")).screen == "c"


def test_a_walk_that_went_back_is_where_it_went_back_to() -> None:
    state = retrace(SMALL, walked(SMALL, "on", "on", "back"))
    assert state.screen == "b" and way(state) == ["a", "b"]


def test_answers_are_given_again_where_they_are_asked_for() -> None:
    asked = deck(a=(step("yes", "b", ask=Ask("k", "one", ("yes",)), props={"answer": "yes"}),), b=(step("end", END),))
    state = player.step(asked, player.start(asked).state, "yes", "yes").state
    assert retrace(asked, state).answers == {"k": ("yes",)}


def test_a_screen_without_a_way_in_can_be_looked_at_too() -> None:
    lost = deck(a=(step("end", END),), z=(step("end", END),))
    assert reach(lost, "z").screen == "z"
    assert way(reach(lost, "z")) == ["z"]


# --- the small graph --------------------------------------------------------------------------------------------------


def test_every_screen_is_a_pill_and_every_way_a_line() -> None:
    made = plan(SMALL)
    assert [(pill.name, pill.sort) for pill in made.pills] == [("a", "start"), ("b", "screen"), ("c", "screen")]
    assert [(line.begin, line.end) for line in made.lines] == [("a", "b"), ("b", "c")]


@given(decks())
def test_no_pill_lies_on_another_and_all_are_inside(over: Deck) -> None:
    made = plan(over)
    assert [pill.name for pill in made.pills] == list(over.screens)
    for number, one in enumerate(made.pills):
        assert one.x >= 0 and one.x + one.width <= made.width + 0.1
        assert one.y >= 0 and one.y + HEIGHT <= made.height + 0.1
        for other in made.pills[:number]:
            assert one.x != other.x or abs(one.y - other.y) >= HEIGHT


def test_dead_ends_and_screens_without_a_way_in_are_told_apart() -> None:
    made = plan(deck(a=(step("on", "b"),), b=(), z=(step("on", "b"),)))
    assert {pill.name: pill.sort for pill in made.pills} == {"a": "start", "b": "stuck", "z": "lost"}
    found = plan(SMALL, stuck=["b"], lost=["c"])
    assert {pill.name: pill.sort for pill in found.pills} == {"a": "start", "b": "stuck", "c": "lost"}


def test_what_is_to_mend_stands_below_its_pill() -> None:
    draft = Draft("doreen/activity.yaml", SMALL, (), {"a": 3, "b": 10, "c": 20})
    told = drawn(plan(SMALL, lost=["c"]), ["a", "b"], draft, [ERROR])
    assert [(pill["name"], pill["note"], pill["here"]) for pill in told["pills"]] == [
        ("a", "", False), ("b", "to mend, :12", True), ("c", "no way in, :20", False),
    ]  # fmt: skip
    assert [one["text"] for one in told["legend"]] == ["the way you walked", "no way in (1)"]
    assert told["way"].count("M") == 1 and told["lines"].count("M") == 1


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("faults", "told"),
    [
        ([], "No faults"),
        ([WARNING], "1 to look at"),
        ([ERROR], "1 fault stops the show"),
        ([ERROR, WARNING], "2 faults, 1 stops the show"),
        ([ERROR, OTHER, WARNING], "3 faults, 2 stop the show"),
        ([ERROR, OTHER], "2 faults: the show stops"),
    ],
)
def test_the_heading_says_how_bad_it_is(faults: list[Fault], told: str) -> None:
    assert reading.heading([Told(fault, fault.severity == "error") for fault in faults]) == told


def test_what_can_be_shown_but_is_not_fit_to_open_with_is_told_so() -> None:
    found = reading.told([WARNING], [ERROR])
    assert [one.severity for one in found] == ["Before opening", "To look at"]
    assert reading.heading(found) == "2 faults, none stops the show"
    assert [one.severity for one in reading.told([ERROR], [ERROR])] == ["Stops the show"]


def test_a_fault_is_told_with_its_code_marked_and_nothing_else_taken_for_markup() -> None:
    told = reading.row(Told(ERROR, True), "doreen")
    assert told["where"] == "activity.yaml:12"
    assert told["what"] == "Nothing leads on from <b>ask</b>."
    assert told["do"] == "Give its choice a <b>goto:</b>."
    assert reading.row(Told(WARNING, False), "doreen")["what"] == "<b>a</b> &lt; <b>b</b>."


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Examined((), states=9, seconds=1.2), "Every path walked in 1.2 s (9 moments): all 3 screens are reached and"),
        (
            Examined((), stuck=("b",), lost=("c",), states=9),
            "1 screen where nothing leads on, 1 screen without a way in",
        ),
        (Examined((), never_offered=("a/x", "a/y"), states=9), "2 choices never on offer."),
        (Examined((), complete=False, states=60_000), "more than 60,000 ways through: not all of them were walked."),
    ],
)
def test_a_walk_over_every_path_is_told_in_a_sentence(found: Examined, told: str) -> None:
    assert told in reading.walked(SMALL, found)


@pytest.mark.parametrize(("line", "screen"), [(1, ""), (3, "a"), (9, "a"), (10, "b"), (99, "c")])
def test_a_line_belongs_to_the_screen_that_begins_above_it(line: int, screen: str) -> None:
    draft = Draft("x/activity.yaml", SMALL, (), {"a": 3, "b": 10, "b/on": 12, "c": 20})
    assert reading.screen_at(draft, line) == screen


# --- editors ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"VISUAL": "code"}, ["code", "--goto", "/x/a.yaml:7"]),
        ({"VISUAL": "code --wait"}, ["code", "--wait", "--goto", "/x/a.yaml:7"]),
        ({"EDITOR": "/usr/bin/gedit"}, ["/usr/bin/gedit", "+7", "/x/a.yaml"]),
        ({"VISUAL": "vim", "EDITOR": "kate"}, ["kate", "--line", "7", "/x/a.yaml"]),
        ({"EDITOR": "vim"}, []),
        ({"EDITOR": ""}, []),
        ({}, []),
    ],
)
def test_an_editor_with_a_window_is_told_the_line(environment: dict[str, str], words: list[str]) -> None:
    assert command(environment, Path("/x/a.yaml"), 7) == words


def test_without_one_the_place_is_copied_and_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    started: list[list[str]] = []
    told = open_line({}, Path("/x/a.yaml"), 7, copied.append, started.append)
    assert copied == ["/x/a.yaml:7"] and told.startswith("Copied: /x/a.yaml:7.")
    # An editor that is named and not there.
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert open_line({"VISUAL": "code"}, Path("/x/a.yaml"), 7, copied.append, started.append).startswith("Copied")
    monkeypatch.setattr("shutil.which", lambda word: word)
    told = open_line({"VISUAL": "code"}, Path("/x/a.yaml"), 7, copied.append, started.append)
    assert told == "Line 7 opens in code." and started == [["code", "--goto", "/x/a.yaml:7"]]
