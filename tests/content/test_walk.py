"""What walking a deck finds out, held against trying everything with the player itself."""

from __future__ import annotations

import time
from random import Random

import msgspec
from decks import decks
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk import player
from kiosk.content.deck import AGAIN, END, Action, Deck, Part, Route, Screen, When
from kiosk.content.graph import BACK
from kiosk.content.walk import Findings, safe_screens, walk

MOST = 4_000
MOST_WITH_BACK = 700
REMEMBERED = 4
"""How many screens are gone back by who tries everything; the walk knows no such bound."""


def everything(deck: Deck) -> tuple[list[player.State], set[int], dict[int, set[int]]]:
    """Every state of a small deck, by the player alone: (states, those from which an end can be reached, steps).

    A tally above what any condition of these decks asks for (3) is held at 5, and no path is kept but its last step.
    Going back is tried where it leads to states of their own; it never counts as a way to an end.
    """
    most = MOST if deck.back_unsays else MOST_WITH_BACK
    begin = _plain(deck, player.start(deck).state)
    states, index = [begin], {msgspec.json.encode(begin): 0}
    leads: dict[int, set[int]] = {}
    at = 0

    def met(state: player.State) -> int:
        after = _plain(deck, state)
        key = msgspec.json.encode(after)
        if key not in index:
            index[key] = len(states)
            states.append(after)
        return index[key]

    while at < len(states) and len(states) < most:
        leads[at] = set()
        if states[at].history:
            met(player.back(deck, states[at]).state)
        for action in player.offers(deck, states[at]):
            for answer in ("", *(action.ask.options if action.ask else ()), "x"):
                done = player.step(deck, states[at], action.id, answer)
                if not done.offered:
                    continue
                leads[at].add(met(done.state))
        at += 1
    ends = {number for number, state in enumerate(states) if state.ended}
    while more := {number for number, to in leads.items() if number not in ends and to & ends}:
        ends |= more
    return states, ends, leads


def _plain(deck: Deck, state: player.State) -> player.State:
    tallies = {name: min(amount, 5) for name, amount in sorted(state.tallies.items()) if amount}
    places = () if deck.back_unsays or state.ended else state.history[-REMEMBERED:]
    history = tuple(player.Place(place.screen, (), {}, 0) for place in places)
    return msgspec.structs.replace(state, tallies=tallies, answers={}, path=state.path[-1:], history=history)


@settings(max_examples=1000)
@given(decks())
def test_a_walk_finds_what_trying_everything_finds(deck: Deck) -> None:
    states, ends, leads = everything(deck)
    whole = len(leads) == len(states)
    found = walk(deck)
    assert found.complete or not whole
    live = [state for state in states if not state.ended]
    reached = {state.screen for state in live}
    offered = {f"{state.screen}/{one.id}" for state in live for one in player.offers(deck, state)}
    shown = {
        (state.screen, index)
        for state in live
        for index, part in enumerate(deck.screens[state.screen].parts)
        if player.holds(part.when, state)
    }
    assert not set(found.unreached) & reached
    assert not set(found.never_offered) & offered
    assert not set(found.never_shown) & shown
    if not whole:
        return
    assert set(found.unreached) == set(deck.screens) - reached
    assert (
        set(found.never_offered)
        == {f"{name}/{one.id}" for name in reached for one in deck.screens[name].actions} - offered
    )
    if deck.back_unsays:
        assert (
            set(found.never_shown)
            == {(name, index) for name in reached for index in range(len(deck.screens[name].parts))} - shown
        )
    stuck = {state.screen for number, state in enumerate(states) if number not in ends}
    assert {dead.screen for dead in found.dead_ends} == stuck
    assert not safe_screens(deck) & stuck
    assert set(found.endings) == {deck.screens[name].ending for name in reached} - {""}


@settings(max_examples=200)
@given(decks())
def test_the_path_to_a_dead_end_can_be_walked_and_leads_there(deck: Deck) -> None:
    for dead in walk(deck).dead_ends:
        state = player.start(deck).state
        for step in dead.path:
            if step == BACK:
                assert player.back(deck, state).offered
                state = player.back(deck, state).state
                continue
            screen, _, action = step.partition("/")
            assert state.screen == screen
            one = next(one for one in deck.screens[screen].actions if one.id == action)
            answer = one.ask.options[0] if one.ask and one.ask.options else "x" if one.ask else ""
            state = player.step(deck, state, action, answer).state
        assert state.screen == dead.screen


def deck_of(*screens: Screen, **more: object) -> Deck:
    return Deck("deck", "page", "Deck", screens[0].id, {one.id: one for one in screens}, **more)  # type: ignore[arg-type]


def go(name: str, to: str, **more: object) -> Action:
    return Action(name, "next", name, routes=(Route(to),), **more)  # type: ignore[arg-type]


def test_a_screen_that_nothing_leads_to_is_found() -> None:
    found = walk(deck_of(Screen("one", "page", actions=(go("out", END),)), Screen("two", "page")))
    assert found.unreached == ("two",)
    assert not found.clean


def test_a_screen_without_a_way_out_is_a_dead_end_with_the_way_into_it() -> None:
    found = walk(
        deck_of(
            Screen("one", "page", actions=(go("out", END), go("in", "two"))),
            Screen("two", "page", actions=(Action("look", "look"),)),
        )
    )
    assert [(dead.screen, dead.path) for dead in found.dead_ends] == [("two", ("one/in",))]


def test_a_way_out_that_opens_only_to_who_looked_first_is_a_dead_end_for_who_did_not() -> None:
    look = Action("look", "look", gives=("seen",))
    found = walk(
        deck_of(
            Screen("room", "page", actions=(look, go("talk", "talk"))),
            Screen("talk", "page", actions=(go("say", END, when=When(needs=("seen",))),)),
        )
    )
    assert [(dead.screen, dead.path) for dead in found.dead_ends] == [("talk", ("room/talk",))]
    assert not found.never_offered


def test_a_route_to_nowhere_is_named() -> None:
    found = walk(deck_of(Screen("one", "page", actions=(go("lost", "nowhere"), go("out", END)))))
    assert found.missing == (("one/lost", "nowhere"),)


def test_a_deck_that_starts_nowhere_is_named() -> None:
    deck = Deck("deck", "page", "Deck", "nowhere", {"one": Screen("one", "page")})
    found = walk(deck)
    assert found.missing == (("start", "nowhere"),)
    assert found.unreached == ("one",)


def test_beginning_again_forgets_what_was_seen() -> None:
    found = walk(
        deck_of(
            Screen(
                "one",
                "page",
                parts=(Part("note", {}, When(needs=("one/more", "two/deep"))),),
                actions=(go("more", "two"), go("out", END)),
            ),
            Screen("two", "page", actions=(Action("deep", "look"), go("again", AGAIN))),
            back_unsays=True,
        )
    )
    assert found.never_shown == (("one", 0),)


def test_a_part_that_two_exclusive_choices_would_have_to_open_is_never_shown() -> None:
    both = Part("both", {}, When(needs=("one/left", "one/right")))
    either = Part("either", {}, When(needs=("one/left|one/right",)))
    found = walk(
        deck_of(
            Screen("one", "page", actions=(go("left", "two"), go("right", "two"))),
            Screen("two", "page", parts=(both, either), actions=(go("out", END),)),
            back_unsays=True,
        )
    )
    assert found.never_shown == (("two", 0),)


def scenario(things: int, turns: int) -> Deck:
    """A room in which each thing opens a choice of some turn, and a debrief that knows every choice made."""
    looks = [Action(f"t{n}", "notice", gives=(f"noticed:t{n}",)) for n in range(things)]
    screens = [Screen("look", "look", actions=(*looks, go("talk", "turn0")))]
    for turn in range(turns):
        to = f"turn{turn + 1}" if turn + 1 < turns else "end"
        late = (Route("end", When(at_least={"minutes": 12})), Route(to))
        open_ = When(needs=(f"noticed:t{turn % things}",))
        screens.append(
            Screen(
                f"turn{turn}",
                "talk",
                actions=(
                    Action("form", "say", tally={"minutes": 1}, routes=late),
                    Action("kind", "say", tally={"minutes": 2}, routes=late),
                    Action("asset", "say", when=open_, gives=(f"trust{turn % 3}",), routes=late),
                ),
            )
        )
    said = [
        Part("said", {}, When(needs=(f"turn{turn}/{choice}",)))
        for turn in range(turns)
        for choice in ("form", "kind", "asset")
    ]
    saw = [Part("noticed", {}, When(needs=(f"noticed:t{n}",))) for n in range(things)]
    missed = [Part("missed", {}, When(unless=(f"noticed:t{n}",))) for n in range(things)]
    screens.append(Screen("end", "reflect", {}, (*said, *saw, *missed), (go("again", AGAIN), go("out", END))))
    return deck_of(*screens, back_unsays=True)


def test_a_room_of_thirteen_things_and_twelve_turns_is_walked_whole_and_soon() -> None:
    before = time.process_time()
    found = walk(scenario(13, 12))
    assert found.clean, found
    assert time.process_time() - before < 20, "this takes a second or two; far more means it grew out of hand"


def test_a_deck_too_large_to_walk_whole_says_so() -> None:
    found = walk(scenario(13, 12), most=30)
    assert not found.complete
    assert found.states <= 350


def finder(groups: int) -> Deck:
    """Groups to save and drop, each on a page of its own: far too many combinations to try."""
    kept = "|".join(f"kept{n}" for n in range(groups))
    pages = [
        Screen(
            f"at{n}",
            "group",
            actions=(
                Action("keep", "keep", gives=(f"kept{n}",), when=When(unless=(f"kept{n}",))),
                Action("drop", "drop", takes=(f"kept{n}",), when=When(needs=(f"kept{n}",))),
                go("back", "list"),
            ),
        )
        for n in range(groups)
    ]
    shown = tuple(Part("kept", {}, When(needs=(f"kept{n}",))) for n in range(groups))
    rows = [go(f"g{n}", f"at{n}") for n in range(groups)]
    out = (go("take", END, when=When(needs=(kept,))), go("done", END, when=When(unless=(kept,))))
    return deck_of(Screen("list", "list", {}, shown, (*rows, *out)), *pages)


def test_a_finder_of_forty_groups_is_known_to_be_sound_without_trying_every_combination() -> None:
    found = walk(finder(40))
    assert found.clean, found
    assert found.states < 60_000


def test_what_is_on_offer_only_to_who_goes_back_is_on_offer() -> None:
    send = go("send", "two", gives=("sent",))
    seen = Part("seen", {}, When(needs=("two/look",)))
    first = Screen("one", "page", {}, (seen,), (send, go("next", "two", when=When(needs=("sent",)))))
    second = Screen("two", "page", actions=(Action("look", "look"), go("out", END)))
    assert walk(deck_of(first, second)).clean
    found = walk(deck_of(first, second, back_unsays=True))
    assert (found.never_offered, found.never_shown) == (("one/next",), (("one", 0),))


def test_a_screen_that_only_who_went_back_can_come_to_is_reached_and_a_trap_there_is_told_with_the_way() -> None:
    look = Action("look", "look")
    trap = go("trap", "three", when=When(needs=("two/look",)))
    found = walk(
        deck_of(
            Screen("one", "page", actions=(go("on", "two"), trap)),
            Screen("two", "page", actions=(look, go("out", END))),
            Screen("three", "page"),
        )
    )
    assert not found.unreached
    assert [(dead.screen, dead.path) for dead in found.dead_ends] == [
        ("three", ("one/on", "two/look", BACK, "one/trap"))
    ]


def test_to_go_back_is_no_way_out() -> None:
    found = walk(deck_of(Screen("one", "page", actions=(go("out", END), go("in", "two"))), Screen("two", "page")))
    assert [dead.screen for dead in found.dead_ends] == ["two"]


def test_who_begins_again_has_nothing_to_go_back_to() -> None:
    first = Screen("one", "page", actions=(go("on", "two"),))
    second = Screen("two", "page", actions=(go("again", AGAIN), go("out", END)))
    both = Part("both", {}, When(needs=("two/again",)))
    assert walk(deck_of(msgspec.structs.replace(first, parts=(both,)), second)).never_shown == (("one", 0),)


def questions(count: int) -> Deck:
    """Questions to answer or to skip, the last in words: each answer doubles what one may go back with."""
    screens = []
    for number in range(count):
        to = f"q{number + 1}" if number + 1 < count else "thanks"
        given = (f"answered{number}",)
        answer = go("send", to, gives=given) if to == "thanks" else Action("answer", "answer", gives=given)
        on = (go("next", to, when=When(needs=given)), go("skip", to, when=When(unless=given)))
        screens.append(Screen(f"q{number}", "question", actions=(answer, *on)))
    return deck_of(*screens, Screen("thanks", "thanks", actions=(go("out", END),)))


def test_a_survey_of_sixteen_questions_is_known_to_be_sound_without_trying_every_combination() -> None:
    found = walk(questions(16))
    assert found.clean, found
    assert found.states < 10_000


@settings(max_examples=300)
@given(decks(), st.randoms(use_true_random=False))
def test_where_going_back_unsays_it_leads_only_to_where_one_was(deck: Deck, chance: Random) -> None:
    deck = msgspec.structs.replace(deck, back_unsays=True)
    state = player.start(deck).state
    been = {_at(state)}
    for _ in range(12):
        offers = player.offers(deck, state)
        if offers:
            one = chance.choice(offers)
            answer = one.ask.options[0] if one.ask and one.ask.options else "x" if one.ask else ""
            state = player.step(deck, state, one.id, answer).state
            been.add(_at(state))
        if state.history and chance.random() < 0.5:
            state = player.back(deck, state).state
            assert _at(state) in been


def _at(state: player.State) -> bytes:
    return msgspec.json.encode((state.screen, state.flags, sorted(state.tallies.items()), state.path[-1:]))


def test_a_walk_is_the_same_each_time() -> None:
    first: Findings = walk(scenario(5, 5))
    assert first == walk(scenario(5, 5))


def test_what_is_only_shown_is_forgotten_too_by_who_begins_again() -> None:
    note = Part("note", {}, When(needs=("two/deep",)))
    deep = (Action("deep", "look"), go("again", AGAIN))
    first = Screen("one", "page", parts=(note,), actions=(go("more", "two"), go("out", END)))
    deck = deck_of(first, Screen("two", "page", actions=deep), back_unsays=True)
    assert walk(deck).never_shown == (("one", 0),)


def test_what_is_taken_away_is_missed() -> None:
    missed = Part("missed", {}, When(unless=("lamp",)))
    take = go("take", "two", takes=("lamp",))
    deck = deck_of(
        Screen("one", "page", actions=(take,)),
        Screen("two", "page", parts=(missed,), actions=(go("out", END),)),
        flags=("lamp",),
    )
    assert not walk(deck).never_shown
    assert walk(msgspec.structs.replace(deck, flags=())).clean


def test_a_part_may_ask_for_more_than_any_choice_does() -> None:
    """Choices stop counting at 2; the part goes on to 5."""
    again = Action("again", "say", tally={"turns": 1})
    few = go("few", "two", when=When(at_least={"turns": 1}))
    parts = (Part("many", {}, When(at_least={"turns": 5})), Part("none", {}, When(at_most={"turns": 0})))
    deck = deck_of(
        Screen("one", "page", actions=(again, few)), Screen("two", "page", parts=parts, actions=(go("out", END),))
    )
    assert walk(deck).never_shown == (("two", 1),)
