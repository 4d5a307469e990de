"""Full disks, failing disks, and writes that nobody can store: held, in order, once."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store.store_stage import Disk, open_store, query, verbs

from kiosk.errors import KnownError
from kiosk.store import Entry, Store, read_status

CODES = [
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR | 4 << 8,
]


def test_on_a_full_disk_entries_are_held_in_order_and_written_when_there_is_space(tmp_path: Path) -> None:
    disk = Disk()
    store = open_store(tmp_path, connect=disk.connect)
    store.record(Entry("first"))
    assert store.flush()
    store.close()
    (pages,) = query(tmp_path, "PRAGMA page_count")[0]
    disk.page_limit = pages
    store = open_store(tmp_path, connect=disk.connect)
    tickets = [store.record(Entry(f"{number}", detail={"padding": "x" * 1000})) for number in range(100)]
    assert not store.flush()
    status = store.status()
    assert status.held == 100
    assert status.faults == (
        "The disk is full: free some space on it. Held in memory meanwhile: 100; "
        "they will be written as soon as that works.",
    )
    assert not any(ticket.durable for ticket in tickets)
    assert verbs(tmp_path) == ["first"]
    disk.page_limit = 1 << 20
    assert store.flush()
    assert all(ticket.durable for ticket in tickets)
    assert (store.status().held, store.status().faults, store.status().last_seq) == (0, (), 101)
    store.close()
    assert verbs(tmp_path) == ["first", *map(str, range(100))]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_when_the_system_refuses_to_let_the_file_grow_nothing_is_lost(tmp_path: Path) -> None:
    import resource

    store = open_store(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (256 * 1024, hard))
        for number in range(1000):
            store.record(Entry(str(number), detail={"padding": "x" * 400}))
        assert not store.flush()
        assert 0 < store.status().held <= 1000
        assert store.status().faults
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert store.flush()
    store.close()
    assert verbs(tmp_path) == [str(number) for number in range(1000)]


def day(store: Store) -> list[str]:
    """A little of everything, flushed as if time passed. Returns the verbs that it records."""
    visit = store.new_id()
    store.begin_visit(visit, "gp")
    for verb in ("a", "b", "c"):
        store.record(Entry(verb, visit=visit))
    store.flush()
    store.set_kept("scenario", "asha")
    store.note("pledge", "ask")
    store.record(Entry("d", visit=visit))
    store.flush()
    store.decide_note(store.waiting_notes()[0].id, True)
    store.end_visit(visit, "finished")
    store.record(Entry("e"))
    store.flush()
    return ["a", "b", "c", "d", "e"]


def operations_of_a_day(folder: Path) -> tuple[int, int]:
    disk = Disk()
    store = open_store(folder, connect=disk.connect)
    before = disk.operations
    day(store)
    store.close()
    return before, disk.operations


@pytest.mark.parametrize("lasting", [1, 3])
@pytest.mark.parametrize("late", [False, True], ids=["refused", "done-but-unanswered"])
def test_whichever_operation_fails_everything_is_written_once_and_in_order(
    tmp_path: Path, late: bool, lasting: int
) -> None:
    start, end = operations_of_a_day(tmp_path / "whole")
    assert end - start > 12
    for failing in range(start + 1, end + 1):
        folder = tmp_path / str(failing)
        disk = Disk()
        disk.late = late
        disk.code = CODES[failing % len(CODES)]
        disk.fails = range(failing, failing + lasting).__contains__
        store = open_store(folder, connect=disk.connect)
        expected = day(store)
        for _ in range(lasting + 2):
            store.flush()
        assert store.status().held == 0
        assert store.status().faults == ()
        counted = store.status()
        assert store.close() == 0
        assert verbs(folder) == expected, failing
        assert query(folder, "SELECT how FROM visit") == [("finished",)]
        assert query(folder, "SELECT state FROM note") == [("approved",)]
        assert query(folder, "SELECT value FROM kept") == [('"asha"',)]
        assert (counted.last_seq, counted.visits, counted.quarantined) == (5, 1, 0)
        assert read_status(folder).last_seq == 5


def test_whichever_operation_of_the_first_start_fails_it_is_said_and_the_next_start_works(tmp_path: Path) -> None:
    start, _ = operations_of_a_day(tmp_path / "whole")
    assert start > 10
    for failing in range(1, start + 1):
        disk = Disk()
        disk.fails = failing.__eq__
        disk.code = sqlite3.SQLITE_FULL
        folder = tmp_path / str(failing)
        with pytest.raises(KnownError, match="cannot be opened"):
            open_store(folder, connect=disk.connect)
        store = open_store(folder, connect=disk.connect)
        store.record(Entry("tap"))
        store.close()
        assert verbs(folder) == ["tap"]


@pytest.mark.parametrize("code", CODES)
def test_a_start_that_cannot_close_the_visits_before_holds_that_too_and_goes_on(tmp_path: Path, code: int) -> None:
    store = open_store(tmp_path)
    cut = store.new_id()
    store.begin_visit(cut, "gp")
    store.close()
    disk = Disk()
    store = open_store(tmp_path, connect=disk.connect)
    readings = disk.operations
    store.close()
    query(tmp_path, "UPDATE visit SET ended = NULL, how = NULL, lasted = NULL")
    assert readings > 8
    disk = Disk()
    disk.code = code
    disk.fails = lambda operation: operation >= readings - 1
    store = open_store(tmp_path, connect=disk.connect)
    fresh = store.new_id()
    store.begin_visit(fresh, "gp")
    assert store.status().held == 2
    assert len(store.status().faults) == 1
    disk.fails = lambda _: False
    assert store.flush()
    store.close()
    assert dict(query(tmp_path, "SELECT id, how FROM visit")) == {cut: "interrupted", fresh: None}


def test_a_failure_to_open_again_is_not_blamed_on_what_waits_to_be_written(tmp_path: Path) -> None:
    disk = Disk()
    disk.late = True
    store = open_store(tmp_path, connect=disk.connect)
    for verb in ("a", "b", "c"):
        store.record(Entry(verb))
    before = disk.operations
    disk.fails = lambda operation: operation > before + 2
    assert not store.flush()
    assert verbs(tmp_path) == ["a", "b", "c"]
    disk.code = sqlite3.SQLITE_ERROR
    for _ in range(5):
        assert not store.flush()
        assert store.status().held == 3
        assert "restart it" in store.status().faults[0]
    store.record(Entry("d"))
    disk.fails = lambda _: False
    assert store.flush()
    assert store.status().quarantined == 0
    store.close()
    assert verbs(tmp_path) == ["a", "b", "c", "d"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_writer_that_dies_of_our_own_bug_says_so(tmp_path: Path) -> None:
    store = open_store(tmp_path, background=True)
    store._writer._write = None  # type: ignore[assignment, method-assign]
    store._writer._judge = None  # type: ignore[assignment, method-assign]
    store.record(Entry("tap"))
    assert store._writer._thread is not None
    store._writer._thread.join(30)
    assert store.status().faults[0].startswith("Recording has stopped because of a fault in this program: restart it.")
    store.close()


deeds = st.lists(
    st.one_of(
        st.integers(1, 40).map(lambda count: ("record", count)),
        st.just(("flush", 0)),
        st.tuples(st.just("fault"), st.integers(1, 25)),
        st.tuples(st.just("poison"), st.integers(1, 3)),
        st.just(("restart", 0)),
    ),
    max_size=25,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=deeds, late=st.booleans(), code=st.sampled_from(CODES))
def test_in_any_weather_all_that_was_acknowledged_is_there_once_and_in_order(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, int]], late: bool, code: int
) -> None:
    folder = tmp_path_factory.mktemp("weather")
    disk = Disk()
    disk.late, disk.code = late, code
    store = open_store(folder, connect=disk.connect)
    recorded: list[str] = []
    tickets = []
    poisoned = 0
    for deed, count in deeds:
        if deed == "record":
            for _ in range(count):
                recorded.append(f"v{len(recorded)}")
                tickets.append((store.record(Entry(recorded[-1])), recorded[-1]))
        elif deed == "poison":
            poisoned += count
            for _ in range(count):
                store.record(Entry(None))  # type: ignore[arg-type]
        elif deed == "flush":
            store.flush()
            present = verbs(folder)
            acknowledged = [verb for ticket, verb in tickets if ticket.durable]
            assert present[: len(acknowledged)] == acknowledged
        elif deed == "fault":
            disk.fails = (disk.operations + count).__eq__
        else:
            disk.fails = lambda _: False
            assert store.close() == 0
            store = open_store(folder, connect=disk.connect)
    disk.fails = lambda _: False
    assert store.flush()
    assert all(ticket.durable for ticket, _ in tickets)
    assert store.status().last_seq == len(recorded)
    assert store.status().quarantined == poisoned
    store.close()
    assert verbs(folder) == recorded


def test_a_write_that_nobody_can_store_is_quarantined_and_holds_up_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = open_store(tmp_path)
    store.record(Entry("before"))
    store.record(Entry("broken", zone=["not", "a", "zone"]))  # type: ignore[arg-type]
    store.begin_visit("visit", None)  # type: ignore[arg-type]
    store.note("pledge", "private words", activity=object())  # type: ignore[arg-type]
    store.record(Entry("odd \ud800"))
    store.record(Entry("after"))
    assert store.flush()
    assert verbs(tmp_path) == ["before", "after"]
    assert store.status().quarantined == 4
    assert store.status().faults[0].startswith("In quarantine because they could not be stored: 4.")
    store.close()
    contents = [content for (content,) in query(tmp_path, "SELECT content FROM quarantine ORDER BY id")]
    assert "broken" in contents[0]
    assert "begin" in contents[1]
    assert not any("private words" in content for content in contents)
    assert len([record for record in caplog.records if record.exc_info]) == 4


def test_memory_is_bounded_and_what_it_turns_away_is_counted_and_written_down(tmp_path: Path) -> None:
    disk = Disk()
    store = open_store(tmp_path, connect=disk.connect, bound=10)
    disk.fails = lambda _: True
    tickets = [store.record(Entry(str(number))) for number in range(13)]
    setting = store.set_kept("pin/tries", [1.0])
    assert [ticket.dropped for ticket in tickets] == [False] * 10 + [True] * 3
    assert not store.flush()
    status = store.status()
    assert (status.held, status.dropped) == (11, 3)
    assert any("3 were turned away and are lost" in fault for fault in status.faults)
    disk.fails = lambda _: False
    assert store.flush()
    assert setting.durable
    assert not tickets[-1].durable
    assert not tickets[-1].wait(0)
    assert verbs(tmp_path) == [str(number) for number in range(10)]
    store.close()
    assert query(tmp_path, "SELECT problem FROM quarantine") == [
        ("Memory was full while the disk could not be written: 3 entries were turned away.",)
    ]


def test_closing_with_a_dead_disk_says_how_much_could_not_be_written(tmp_path: Path) -> None:
    disk = Disk()
    store = open_store(tmp_path, connect=disk.connect)
    disk.fails = lambda _: True
    store.record(Entry("tap"))
    store.record(Entry("tap"))
    assert store.close() == 2
    again = open_store(tmp_path)
    assert again.close() == 0
