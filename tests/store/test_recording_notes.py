"""Free text: held back, decided on, kept for its time and no longer."""

from __future__ import annotations

from pathlib import Path

import pytest
from store.store_stage import DAY, NOON, Clock, open_store, query

from kiosk.store import NOTE_LIMIT, Entry


def test_a_note_waits_for_a_host_and_is_shown_once_approved_latest_first(tmp_path: Path) -> None:
    clock = Clock()
    store = open_store(tmp_path, clock=clock)
    for text in ("listen", "swear", "ask", "visit"):
        store.note("pledge", text, visit="v", activity="wall")
    store.note("comment", "lovely")
    assert store.approved_notes("pledge", 9) == ()
    listen, swear, ask, visit, comment = store.waiting_notes()
    for note, approve in ((ask, True), (swear, False), (listen, True), (visit, True), (comment, True)):
        clock.now += 1
        store.decide_note(note.id, approve)
    assert store.waiting_notes() == ()
    store.close()
    store = open_store(tmp_path, clock=clock)
    assert [note.text for note in store.approved_notes("pledge", 2)] == ["visit", "listen"]
    assert (listen.kind, listen.visit, listen.activity, listen.state) == ("pledge", "v", "wall", "waiting")
    store.close()


def test_a_host_may_take_an_approved_note_off_the_wall(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.note("pledge", "oops")
    (note,) = store.waiting_notes()
    store.decide_note(note.id, True)
    store.decide_note(note.id, False)
    assert store.approved_notes("pledge", 9) == ()
    store.close()
    assert query(tmp_path, "SELECT state FROM note") == [("declined",)]


def test_a_note_that_is_empty_or_too_long_is_refused_and_a_broken_character_replaced(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    for text in ("", "x" * (NOTE_LIMIT + 1)):
        with pytest.raises(ValueError, match="a note has 1 to"):
            store.note("pledge", text)
    store.note("pledge", "a \ud800 b")
    store.close()
    assert query(tmp_path, "SELECT text FROM note") == [("a ? b",)]


def test_a_note_is_not_shown_after_its_time_and_erased_from_the_file_at_the_next_start(tmp_path: Path) -> None:
    clock = Clock()
    store = open_store(tmp_path, clock=clock)
    store.note("pledge", "short-lived-secret", retain_days=10)
    store.note("pledge", "long-lived", retain_days=60)
    clock.now = NOON + 11 * DAY
    assert [note.text for note in store.waiting_notes()] == ["long-lived"]
    store.record(Entry("tap"))
    store.close()
    assert b"short-lived-secret" in (tmp_path / "kiosk.sqlite3").read_bytes()
    store = open_store(tmp_path, clock=clock)
    for file in tmp_path.iterdir():
        assert b"short-lived-secret" not in file.read_bytes(), file.name
    assert [note.text for note in store.waiting_notes()] == ["long-lived"]
    assert query(tmp_path, "SELECT text FROM note") == [("long-lived",)]
    store.close()


def test_a_clock_that_is_a_year_ahead_for_one_run_erases_no_note(tmp_path: Path) -> None:
    clock = Clock()
    store = open_store(tmp_path, clock=clock)
    store.record(Entry("tap"))
    store.note("pledge", "still here", retain_days=90)
    store.close()
    for now in (NOON + 365 * DAY, NOON + DAY):
        clock.now = now
        store = open_store(tmp_path, clock=clock)
        store.record(Entry("tap"))
        store.close()
    store = open_store(tmp_path, clock=clock)
    assert [note.text for note in store.waiting_notes()] == ["still here"]
    store.close()
