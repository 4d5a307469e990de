"""The rules of a board, all of them compiled: what can be taken up, where it can be laid, where that leads."""

from __future__ import annotations

import json
from typing import Any

import pytest
from activities.board_story import FIRST, SECOND, STORY, board, card, on_offer, walked
from activities.screen_stage import COMMON

from kiosk import player
from kiosk.activities import kinds
from kiosk.content.deck import Deck
from kiosk.content.walk import walk
from kiosk.graph import shortest_ways


def laid(*steps: str) -> dict[str, str]:
    """Where each card lies after some steps."""
    deck = board()
    return {part["card"]: part["column"] for part in player.view(deck, walked(deck, *steps)).slots.get("laid", [])}


def test_every_card_of_a_round_can_be_taken_up_and_somebody_says_what_it_is_worth() -> None:
    deck = board()
    offers = {one.id: one for one in player.view(deck, walked(deck, "talk")).actions}
    assert [name for name in offers if name.startswith("take-")] == ["take-form", "take-leaflet", "take-song"]
    assert offers["take-song"].props["text"] == "This is what song is worth."
    assert offers["take-song"].props["by"] == "ann"


def test_a_card_that_noticing_opens_is_there_only_for_who_noticed() -> None:
    deck = board()
    assert "take-key" not in on_offer(deck, walked(deck, "talk"), "take")
    assert "take-key" in on_offer(deck, walked(deck, "keys", "talk"), "take")
    assert "key-to-week" in on_offer(deck, walked(deck, "keys", "talk"), "lay")


def test_a_card_that_hearing_opens_is_there_only_for_who_heard() -> None:
    deck = board()
    assert "take-choir" not in on_offer(deck, walked(deck, "talk", "next"), "take")
    assert "take-choir" in on_offer(deck, walked(deck, "talk", "take-song", "next"), "take")


def test_a_card_can_be_laid_in_each_column() -> None:
    assert laid("talk", "take-song", "song-to-help") == {"song": "help"}


def test_one_card_of_a_round_has_room_on_the_board() -> None:
    deck = board()
    state = walked(deck, "talk", "song-to-help")
    assert not {"form-to-help", "leaflet-to-week"} & set(on_offer(deck, state, "lay"))
    assert "take-form" in on_offer(deck, state, "take")


def test_a_card_on_the_board_can_be_moved() -> None:
    assert laid("talk", "song-to-help", "song-from-help-to-week") == {"song": "week"}


def test_a_card_can_be_moved_in_a_later_round_and_at_the_end() -> None:
    assert laid("talk", "song-to-help", "next", "song-from-help-to-week") == {"song": "week"}
    assert laid("talk", "song-to-help", "next", "next", "song-from-help-to-matters") == {"song": "matters"}


def test_a_card_that_is_put_back_makes_room_for_another_of_its_round() -> None:
    assert laid("talk", "song-to-help", "song-from-help") == {}
    assert laid("talk", "song-to-help", "song-from-help", "form-to-help") == {"form": "help"}


def test_a_card_that_was_put_back_later_can_be_laid_again() -> None:
    steps = ("talk", "song-to-help", "next", "song-from-help")
    deck = board()
    state = walked(deck, *steps)
    assert "take-song" in on_offer(deck, state, "take")
    assert "take-form" not in on_offer(deck, state, "take")
    assert laid(*steps, "song-to-week") == {"song": "week"}


def test_a_full_column_takes_no_more() -> None:
    three = [FIRST, SECOND, {**FIRST, "id": "third", "cards": [card("bus", "open"), card("map", "form")]}]
    deck = board(rounds=three)
    state = walked(deck, "talk", "song-to-help", "next", "walk-to-help", "next")
    assert [one for one in on_offer(deck, state, "lay") if one.startswith("bus")] == ["bus-to-matters", "bus-to-week"]
    state = player.step(deck, state, "walk-from-help").state
    assert "bus-to-help" in on_offer(deck, state, "lay")


def test_the_progress_counts_what_lies_on_the_board() -> None:
    deck = board()
    state = walked(deck, "talk", "song-to-help", "next", "walk-to-week")
    assert state.tallies["laid"] == 2
    assert player.step(deck, state, "song-from-help-to-week").state.tallies["laid"] == 2
    assert player.step(deck, state, "song-from-help").state.tallies["laid"] == 1


@pytest.mark.parametrize(
    ("steps", "to"),
    [
        (("talk", "next", "next", "agree"), "empty"),
        (("talk", "form-to-week", "next", "next", "agree"), "forms"),
        (("talk", "form-to-help", "next", "next", "form-from-help-to-week", "agree"), "forms"),
        (("talk", "form-to-week", "next", "walk-to-week", "next", "form-from-week-to-help", "agree"), "mixed"),
        (("talk", "form-to-week", "next", "next", "form-from-week", "agree"), "empty"),
        (("talk", "song-to-week", "next", "next", "agree"), "mixed"),
        (("keys", "talk", "song-to-week", "next", "next", "agree"), "songs"),
    ],
)
def test_what_was_laid_where_decides_where_it_leads(steps: tuple[str, ...], to: str) -> None:
    assert walked(board(), *steps).screen == to


def test_a_placing_is_recorded_with_card_and_column() -> None:
    deck = board()
    taken = player.step(deck, walked(deck, "talk"), "song-to-week")
    (record,) = taken.records
    assert (record.verb, record.screen, record.detail["action"]) == ("lay", "first", "song-to-week")
    assert record.detail["puts"] == ["song", "week"]


def test_the_end_tells_what_lay_where_column_by_column() -> None:
    deck = board()
    state = walked(
        deck, "talk", "song-to-week", "next", "letter-to-matters", "next", "agree", "roads", "ways", "reflect"
    )  # fmt: skip
    told = [(one["title"], one["column"], one["style"]) for one in player.view(deck, state).slots["laid"]]
    assert told == [("The letter card", "What matters", "kind"), ("The song card", "This week", "open")]


def test_the_roads_are_about_those_whose_home_it_is() -> None:
    deck = board()
    state = walked(deck, "talk", "next", "next", "agree", "roads")
    assert player.view(deck, state).props["person"]["name"] == "Cat and Dan"


def large() -> Deck:
    """Eight rounds of three cards in three columns: more boards than could ever be walked one by one."""
    rounds = [
        {**FIRST, "id": f"r{n}", "cards": [card(f"{style}{n}", style) for style in ("form", "kind", "open")]}
        for n in range(8)
    ]
    goto = [
        {"to": "songs", "at_least": {"open-week": 2, "open-matters": 1}, "laid": {"kind3": "help"}},
        {"to": "mixed", "at_least": {"form-week": 2}},
        {"to": "empty"},
    ]
    closing = {**STORY["closing"], "goto": goto}
    return board(rounds=rounds, closing=closing, endings=[one for one in STORY["endings"] if one["id"] != "forms"])


def test_a_board_too_large_to_walk_is_known_to_be_sound() -> None:
    found = walk(large())
    assert found.complete
    assert (found.unreached, found.never_offered, found.dead_ends) == ((), (), ())
    assert set(found.endings) == {"songs", "mixed", "empty"}
    assert found.states < 5_000


def test_its_picture_has_a_way_to_each_ending_without_a_step_that_nothing_hangs_on() -> None:
    deck = large()
    ways = {way.end: way.path for way in shortest_ways(deck)}
    for end, path in ways.items():
        assert walked(deck, *(step.partition("/")[2] for step in path)).screen == end
    assert sum("-to-" in step for step in ways["songs"]) == 4
    assert sum("-to-" in step for step in ways["empty"]) == 0


def told(**changes: Any) -> list[str]:
    """What is wrong with a board, in words."""
    kind = kinds()["board"]
    made = kind.model.model_validate_json(json.dumps({"kind": "board", **COMMON, **STORY, **changes}))
    return [f"{problem.what} — {problem.do}" for problem in kind.problems(made)]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"rounds": [FIRST, {**SECOND, "id": "agree"}]}, "the name `agree` is taken — give the round another id"),
        ({"rounds": [FIRST, {**SECOND, "speaker": "zoe"}]}, "there is no person `zoe` — use one of ann, bob"),
        (
            {"rounds": [FIRST, {**SECOND, "cards": [card("song", "open"), card("x", "form")]}]},
            "the card `song` is there twice — give each an id of its own",
        ),
        (
            {"rounds": [FIRST, {**SECOND, "cards": [card("a", "open", title="a" * 31), card("b", "form")]}]},
            "the title is too long for a card — use 30 letters at most",
        ),
        (
            {"rounds": [FIRST, {**SECOND, "cards": [card("a", "open", heard=["b"]), card("b", "form")]}]},
            "there is no card before this one `b` — use one of form, leaflet, song, key",
        ),
        (
            {"closing": {**STORY["closing"], "goto": [{"to": "mixed", "laid": {"song": "fridge"}}]}},
            "there is no column `fridge` — use one of matters, help, week",
        ),
        (
            {"closing": {**STORY["closing"], "goto": [{"to": "nowhere"}]}},
            "there is no ending `nowhere` — use one of forms, songs, empty, mixed",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_what_to_do(changes: dict[str, Any], sentence: str) -> None:
    assert told(**changes) == [sentence]


def test_a_count_that_is_none_is_told_with_those_there_are() -> None:
    (sentence,) = told(closing={**STORY["closing"], "goto": [{"to": "mixed", "at_least": {"open-fridge": 1}}]})
    assert sentence.startswith("there is no count `open-fridge` — use one of matters, help, week, form, kind, open, ")
