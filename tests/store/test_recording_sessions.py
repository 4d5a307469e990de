"""Everything that is recorded of a visit carries the session in which it began, whoever tells of it and when."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store.store_stage import NOON, Clock, open_store, query

from kiosk.store import Entry, Store, memory


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path)
    yield store
    store.close()


def rows(store: Store, folder: Path) -> list[tuple[str, str, str]]:
    store.flush()
    return query(folder, "SELECT visit, verb, session FROM interaction ORDER BY log, seq")


def test_what_is_of_a_visit_is_of_its_session_also_after_its_end(store: Store, tmp_path: Path) -> None:
    store.begin_visit("in", "gp", session="J12")
    store.begin_visit("out", "gp")
    for visit in ("in", "out", ""):
        store.record(Entry("enter", "gp", visit=visit))
    store.end_visit("in", "finished")
    store.record(Entry("heard", "gp", visit="in"))
    assert rows(store, tmp_path) == [
        ("in", "enter", "J12"), ("out", "enter", ""), ("", "enter", ""), ("in", "heard", "J12"),
    ]  # fmt: skip


def test_what_names_a_session_itself_is_of_that_one(store: Store, tmp_path: Path) -> None:
    store.begin_visit("in", "gp", session="J12")
    for session in ("K7", ""):
        store.record(Entry("host-pause", "gp", visit="in", session=session))
    assert [one for *_, one in rows(store, tmp_path)] == ["K7", ""]


def test_the_first_beginning_of_a_visit_counts(store: Store, tmp_path: Path) -> None:
    store.begin_visit("in", "gp", session="J12")
    store.begin_visit("in", "gp", session="K7")
    store.record(Entry("enter", "gp", visit="in"))
    assert rows(store, tmp_path) == [("in", "enter", "J12")]
    assert query(tmp_path, "SELECT session FROM visit") == [("J12",)]


def test_a_restart_forgets_no_visit_in_progress(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.begin_visit("on-an-ipad", "gp", session="J12", face="ipad")
    store.begin_visit("here", "gp", session="J12")
    store.close()
    store = open_store(tmp_path)
    for visit in ("on-an-ipad", *store.interrupted):
        store.record(Entry("enter", "gp", visit=visit))
    assert rows(store, tmp_path) == [("on-an-ipad", "enter", "J12"), ("here", "enter", "J12")]
    store.close()


def test_only_the_latest_visits_are_remembered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(memory, "VISITS", 2)
    clock = Clock()
    store = open_store(tmp_path, clock=clock)
    visits = [store.new_id() for _ in range(3)]
    for visit in visits:
        store.begin_visit(visit, "gp", session="J12")
    assert store.visits_in("J12", NOON) == 2
    store.close()
    store = open_store(tmp_path, clock=clock)
    assert store.visits_in("J12", NOON) == 2
    for visit in visits:
        store.record(Entry("enter", "gp", visit=visit))
    assert [one for *_, one in rows(store, tmp_path)] == ["", "J12", "J12"]
    store.close()


def test_visits_are_counted_from_when_the_session_began(tmp_path: Path) -> None:
    clock = Clock()
    store = open_store(tmp_path, clock=clock)
    store.begin_visit("yesterday", "gp", session="J12")
    clock.now += 60
    store.begin_visit("today", "gp", session="J12")
    store.begin_visit("of-another", "gp", session="J1")
    assert [store.visits_in("J12", since) for since in (NOON, NOON + 60, NOON + 61)] == [2, 1, 0]
    store.close()
