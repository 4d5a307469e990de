"""Where cards lay when a board was agreed: played as a station plays it, counted as it happens and read again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from activities.board_story import board
from store.store_stage import open_store, query

from kiosk import player
from kiosk.store import Before, Entry, Store, read_walks

END = ("next", "agree")
"""From the second round to an ending."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path)
    yield store
    store.close()


def visit(store: Store, name: str, *steps: str) -> None:
    """One visit to the small board. A step is an action that must be on offer, or `<` for the way back of the rail."""
    deck = board()
    store.begin_visit(name, "living-room")
    taken = player.start(deck)
    records = list(taken.records)
    for step in steps:
        taken = player.back(deck, taken.state) if step == "<" else player.step(deck, taken.state, step)
        assert taken.offered, step
        records += taken.records
    for one in records:
        store.record(Entry(one.verb, "living-room", "board", one.screen, dict(one.detail), name))
    store.record(Entry("end", "living-room", "", "", {"how": "finished"}, name))
    store.end_visit(name, "finished")


def counted(store: Store, folder: Path) -> Before:
    """What the store has counted; fails when the file tells another story."""
    store.flush()
    log, seq = query(folder, "SELECT log, seq FROM interaction ORDER BY log DESC, seq DESC LIMIT 1")[0]
    before = store.before("board")
    assert read_walks(folder, log, seq).before("board") == before
    return before


@pytest.mark.parametrize(
    ("steps", "lies"),
    [
        (("song-to-week", "next"), {"song@week": 1}),
        (("song-to-week", "song-from-week-to-help", "song-from-help-to-matters", "next"), {"song@matters": 1}),
        (("song-to-week", "song-from-week-to-help", "song-from-help-to-week", "next"), {"song@week": 1}),
        (("song-to-week", "song-from-week", "next"), {}),
        (("song-to-week", "song-from-week", "song-to-week", "song-from-week", "song-to-help", "next"),
         {"song@help": 1}),
        (("song-to-week", "song-from-week", "form-to-help", "next"), {"form@help": 1}),
        (("song-to-week", "next", "song-from-week-to-matters"), {"song@matters": 1}),
        (("song-to-week", "next", "letter-to-week", "song-from-week", "song-to-help"),
         {"song@help": 1, "letter@week": 1}),
        (("take-song", "next"), {}),
        (("song-to-week", "next", "<", "song-from-week-to-help", "next"), {"song@help": 1}),
        (("song-to-week", "next", "song-from-week-to-help", "<", "next"), {"song@week": 1}),
        (("song-to-week", "next", "song-from-week", "<", "next"), {"song@week": 1}),
        (("song-to-week", "next", "<", "<", "talk", "next"), {}),
    ],
    ids=[
        "laid", "moved twice", "moved and back", "put back", "put back twice, laid a third time", "another instead",
        "moved in a later round", "put back in a later round and laid again", "only taken up", "gone back, then moved",
        "moved, then gone back", "put back, then gone back", "gone back to before it was laid",
    ],
)  # fmt: skip
def test_a_card_counts_where_it_lay_when_the_board_was_agreed(
    store: Store, tmp_path: Path, steps: tuple[str, ...], lies: dict[str, int]
) -> None:
    visit(store, "v1", "talk", *steps, *END)
    assert counted(store, tmp_path).lies == lies


def test_a_card_moved_at_the_last_look_counts_there(store: Store, tmp_path: Path) -> None:
    visit(store, "v1", "talk", "song-to-week", "next", "next", "song-from-week-to-help", "agree")
    assert counted(store, tmp_path).lies == {"song@help": 1}


def test_a_board_gone_back_to_from_its_ending_counts_as_it_was_agreed_last(store: Store, tmp_path: Path) -> None:
    visit(store, "v1", "talk", "song-to-week", "next", "next", "agree", "roads", "<", "<", "song-from-week", "agree")
    assert counted(store, tmp_path).lies == {}
    visit(store, "v2", "talk", "song-to-week", "next", "next", "agree", "<", "song-from-week")
    assert counted(store, tmp_path).lies == {"song@week": 1}


def test_putting_a_card_back_takes_back_no_round(store: Store, tmp_path: Path) -> None:
    visit(store, "v1", "keys", "talk", "form-to-help", "next", "letter-to-help", "letter-from-help", *END)
    before = counted(store, tmp_path)
    assert before.screens == {"look": 1, "first": 1, "second": 1, "agree": 1}
    assert before.steps["look/keys"] == before.steps["second/letter-to-help"] == 1


def test_walks_are_added_up(store: Store, tmp_path: Path) -> None:
    visit(store, "v1", "talk", "song-to-week", "next", *END)
    visit(store, "v2", "talk", "song-to-help", "song-from-help-to-week", "next", *END)
    visit(store, "v3", "talk", "song-to-help", "next", *END)
    visit(store, "v4", "talk", "song-to-help", "next")
    assert counted(store, tmp_path).lies == {"song@week": 2, "song@help": 1}
