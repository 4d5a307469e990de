"""The rules of a walk, on decks nobody designed."""

from __future__ import annotations

from random import Random
from typing import Any

import msgspec
import pytest
from decks import random_deck
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk import player
from kiosk.content.deck import AGAIN, END, Action, Ask, Deck, Part, Route, Screen, When
from kiosk.player import State

ANSWERS = ("", "a", "b", "c", "x", "  ", "much too long for it", "<b>", "‮", "0")


def random_walk(seed: int, size: int) -> tuple[Deck, list[State]]:
    """A deck and the states of a walk through it, backward steps and wrong answers included."""
    random, deck = Random(seed), random_deck(seed, size)
    states = [player.start(deck).state]
    for _ in range(random.randint(0, 25)):
        if random.random() < 0.15:
            states.append(player.back(deck, states[-1]).state)
            continue
        offered = [action.id for action in player.offers(deck, states[-1])]
        name = random.choice((*offered, *offered, "a0", "nothing"))
        states.append(player.step(deck, states[-1], name, random.choice(ANSWERS)).state)
    return deck, states


def walks() -> st.SearchStrategy[tuple[Deck, list[State]]]:
    return st.builds(random_walk, st.integers(0, 2**32), st.integers(1, 4))


@settings(max_examples=300)
@given(walks())
def test_a_step_that_is_not_on_offer_changes_nothing_and_records_nothing(walk: tuple[Deck, list[State]]) -> None:
    deck, states = walk
    state = states[-1]
    offered = {action.id for action in player.offers(deck, state)}
    for name in {"nothing", "", END, *(one.id for screen in deck.screens.values() for one in screen.actions)} - offered:
        done = player.step(deck, state, name, "a")
        assert (done.state, done.records, done.note, done.offered) == (state, (), None, False)


@settings(max_examples=300)
@given(walks())
def test_where_back_unsays_it_restores_a_screen_exactly_but_for_answers(walk: tuple[Deck, list[State]]) -> None:
    deck, states = walk
    deck = msgspec.structs.replace(deck, back_unsays=True)
    state = states[-1]
    for action in player.offers(deck, state):
        for answer in ANSWERS:
            done = player.step(deck, state, action.id, answer).state
            if len(done.history) > len(state.history):
                again = player.back(deck, done)
                assert again.offered
                assert msgspec.structs.replace(again.state, answers=state.answers) == state
                assert again.state.answers == done.answers
                assert [record.verb for record in again.records] == ["back"]


@settings(max_examples=300)
@given(walks())
def test_elsewhere_back_shows_the_screen_before_and_keeps_what_was_done(walk: tuple[Deck, list[State]]) -> None:
    deck, states = walk
    deck = msgspec.structs.replace(deck, back_unsays=False)
    state = states[-1]
    for action in player.offers(deck, state):
        done = player.step(deck, state, action.id, "a").state
        if len(done.history) > len(state.history):
            again = player.back(deck, done).state
            assert (again.screen, again.history) == (state.screen, state.history)
            assert (again.flags, again.tallies, again.path) == (done.flags, done.tallies, done.path)


@settings(max_examples=300)
@given(walks())
def test_a_walk_ends_at_most_once_and_then_offers_nothing(walk: tuple[Deck, list[State]]) -> None:
    deck, _ = walk
    done = player.start(deck)
    ended = 0
    state = done.state
    for _ in range(40):
        offers = player.offers(deck, state)
        if not offers:
            break
        action = offers[len(state.path) % len(offers)]
        answer = action.ask.options[0] if action.ask and action.ask.options else "x" if action.ask else ""
        done = player.step(deck, state, action.id, answer)
        ended += sum(record.verb == "complete" for record in done.records)
        state = done.state
    assert ended == state.ended
    if state.ended:
        assert player.offers(deck, state) == ()
        assert not player.back(deck, state).offered
        assert not player.view(deck, state).can_go_back


@settings(max_examples=300)
@given(walks())
def test_a_state_survives_being_stored_and_fits_its_own_deck(walk: tuple[Deck, list[State]]) -> None:
    deck, states = walk
    for state in states:
        stored = msgspec.json.decode(msgspec.json.encode(state), type=State)
        assert stored == state
        assert player.fits(deck, stored)
        assert player.view(deck, stored) == player.view(deck, state)
        others = {name: screen for name, screen in deck.screens.items() if name != state.screen}
        assert not player.fits(msgspec.structs.replace(deck, screens=others), stored)


@settings(max_examples=300)
@given(walks(), st.text(max_size=5), st.text(max_size=20))
def test_nothing_that_is_said_makes_a_step_raise(walk: tuple[Deck, list[State]], name: str, answer: str) -> None:
    deck, states = walk
    for action in (name, *(one.id for one in player.offers(deck, states[-1]))):
        done = player.step(deck, states[-1], action, answer)
        assert done.state.screen in deck.screens
        assert list(done.state.flags) == sorted(set(done.state.flags))
        assert len(done.state.history) <= player.HISTORY
        player.view(deck, done.state)
        msgspec.json.encode(done.records)


@settings(max_examples=300)
@given(walks())
def test_a_state_is_never_changed_in_place(walk: tuple[Deck, list[State]]) -> None:
    deck, states = walk
    before = [msgspec.json.encode(state) for state in states]
    for state in states:
        player.back(deck, state)
        for action in player.offers(deck, state):
            player.step(deck, state, action.id, "a")
    assert [msgspec.json.encode(state) for state in states] == before


@settings(max_examples=300)
@given(walks())
def test_what_is_written_never_reaches_a_record(walk: tuple[Deck, list[State]]) -> None:
    deck, states = walk
    for action in player.offers(deck, states[-1]):
        if action.ask and action.ask.kind == "text":
            done = player.step(deck, states[-1], action.id, "zqzq")
            assert b"zqzq" not in msgspec.json.encode(done.records)
            assert b"zqzq" not in msgspec.json.encode(done.state)
            if done.offered:
                assert done.note is not None and done.note.text == "zqzq"


def asking(ask: Ask) -> Deck:
    action = Action("say", "answer", ask=ask, gives=("said",), routes=(Route("two"),))
    two = Screen("two", "page", actions=(Action("out", "next", routes=(Route(END),)),))
    return Deck("deck", "page", "Deck", "one", {"one": Screen("one", "page", actions=(action,)), "two": two})


@pytest.mark.parametrize(
    ("before", "answer", "after"),
    [((), "b", ("b",)), (("a",), "b", ("b",)), ((), "z", None), ((), "", None), (("a",), "a", ("a",))],
)
def test_one_answer_takes_the_place_of_another(
    before: tuple[str, ...], answer: str, after: tuple[str, ...] | None
) -> None:
    deck = asking(Ask("how", "one", ("a", "b", "c")))
    done = player.step(deck, player.start(deck, {"how": before}).state, "say", answer)
    assert done.offered is (after is not None)
    assert done.state.answers["how"] == (before if after is None else after)


@pytest.mark.parametrize(
    ("before", "answer", "after"),
    [((), "c", ("c",)), (("c",), "a", ("a", "c")), (("a", "c"), "a", ("c",)), (("a",), "a", ()), ((), "z", None)],
)
def test_many_answers_are_switched_on_and_off_and_kept_in_order(
    before: tuple[str, ...], answer: str, after: tuple[str, ...] | None
) -> None:
    deck = asking(Ask("how", "many", ("a", "b", "c")))
    done = player.step(deck, player.start(deck, {"how": before}).state, "say", answer)
    assert done.offered is (after is not None)
    assert done.state.answers["how"] == (before if after is None else after)


@pytest.mark.parametrize(
    ("text", "note"), [(" hello ", "hello"), ("12345678", "12345678"), ("123456789", None), ("  ", None)]
)
def test_words_are_a_note_of_limited_length(text: str, note: str | None) -> None:
    deck = asking(Ask("why", "text", max_length=8, note="comment"))
    done = player.step(deck, player.start(deck).state, "say", text)
    assert (done.note.text if done.note else None) == note
    assert done.offered is (note is not None)


def test_answers_given_elsewhere_in_the_visit_are_there_and_survive_beginning_again() -> None:
    again = Screen("one", "page", actions=(Action("again", "again", gives=("x",), routes=(Route(AGAIN),)),))
    deck = Deck("deck", "page", "Deck", "one", {"one": again}, flags=("lit",), tallies={"minutes": 3})
    first = player.start(deck, {"how": ("a",)}).state
    after = player.step(deck, first, "again").state
    assert after == first
    assert after.answers == {"how": ("a",)}


def test_the_first_route_whose_condition_holds_is_taken_and_sees_what_the_step_did() -> None:
    action = Action(
        "go", "next", gives=("key",), tally={"minutes": 5},
        routes=(
            Route("late", When(at_least={"minutes": 6})),
            Route("open", When(needs=("key",), after="hall/go")),
            Route("shut"),
        ),
    )  # fmt: skip
    screens = {name: Screen(name, "page") for name in ("late", "open", "shut")}
    deck = Deck("deck", "page", "Deck", "hall", {"hall": Screen("hall", "page", actions=(action,)), **screens})
    assert player.step(deck, player.start(deck).state, "go").state.screen == "open"
    late = msgspec.structs.replace(deck, tallies={"minutes": 1})
    assert player.step(late, player.start(late).state, "go").state.screen == "late"


def test_parts_are_gathered_by_slot_in_order_while_their_condition_holds() -> None:
    parts = (Part("a", {"n": 1}), Part("b", {"n": 2}), Part("a", {"n": 3}), Part("a", {"n": 4}, When(needs=("no",))))
    deck = Deck("deck", "page", "Deck", "one", {"one": Screen("one", "page", parts=parts)})
    view: Any = player.view(deck, player.start(deck).state)
    assert view.slots == {"a": [{"n": 1}, {"n": 3}], "b": [{"n": 2}]}


def test_an_ending_is_recorded_when_it_is_reached() -> None:
    go = Action("go", "say", routes=(Route("end"),))
    screens = {"one": Screen("one", "page", actions=(go,)), "end": Screen("end", "ending", ending="good")}
    deck = Deck("deck", "page", "Deck", "one", screens)
    done = player.step(deck, player.start(deck).state, "go")
    assert [(one.verb, one.screen, one.detail) for one in done.records] == [
        ("say", "one", {"action": "go", "to": "end"}),
        ("reach", "end", {"ending": "good"}),
    ]


def test_a_long_walk_forgets_its_beginning_rather_than_growing() -> None:
    there, back = Action("go", "next", routes=(Route("b"),)), Action("go", "next", routes=(Route("a"),))
    screens = {"a": Screen("a", "page", actions=(there,)), "b": Screen("b", "page", actions=(back,))}
    deck = Deck("deck", "page", "Deck", "a", screens)
    state = player.start(deck).state
    for _ in range(3 * player.HISTORY):
        state = player.step(deck, state, "go").state
    assert len(state.history) == player.HISTORY
