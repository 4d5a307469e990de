"""What is recorded, and how it comes back."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from store.store_stage import DAY, NOON, Clock, durable, open_store, query, verbs

from kiosk.errors import KnownError
from kiosk.store import Entry, read_interactions, read_status
from kiosk.store.database import connect_for_writing
from kiosk.store.reader import free_bytes


def test_what_is_recorded_is_on_disk_in_order_with_who_where_and_when(tmp_path: Path) -> None:
    monotonic = Clock(50.0)
    store = open_store(tmp_path, monotonic=monotonic)
    visit = store.new_id()
    monotonic.now += 1.5
    store.record(Entry("enter", zone="gp", activity="asha", screen="door", visit=visit, session="s", group="g"))
    store.record(Entry("choose", detail={"action": "knock", "answer": ["ja", "né"]}, face="ipad"))
    store.close()
    first, second = read_interactions(tmp_path)
    log = store.status().log
    assert first == {
        "log": log, "seq": 1, "id": first["id"], "time": int(NOON * 1000), "offset": 1500, "station": "gp-1",
        "face": "kiosk", "zone": "gp", "session": "s", "group": "g", "visit": visit,
        "visit_started": None, "visit_ended": None, "visit_how": None, "visit_lasted": None,
        "activity": "asha", "screen": "door", "verb": "enter", "detail": {}, "release": "r1", "app": "0.1.0",
    }  # fmt: skip
    assert (second["seq"], second["face"], second["detail"]) == (2, "ipad", {"action": "knock", "answer": ["ja", "né"]})


def test_a_ticket_says_when_its_entry_is_on_disk_and_not_before(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    ticket = store.record(Entry("tap"))
    assert not durable(ticket)
    assert store.status().held == 1
    assert verbs(tmp_path) == []
    assert store.flush()
    assert durable(ticket)
    assert ticket.wait(0)
    assert store.status().held == 0
    assert verbs(tmp_path) == ["tap"]
    store.close()


def test_numbers_go_on_in_the_same_log_after_a_restart(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    log = store.status().log
    store.record(Entry("one"))
    store.close()
    store = open_store(tmp_path)
    store.record(Entry("two"))
    store.close()
    assert verbs(tmp_path) == ["one", "two"]
    status = read_status(tmp_path)
    assert (status.log, status.last_seq, status.interactions, status.unsent) == (log, 2, 2, 2)


def test_a_new_release_counts_from_the_next_entry(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.record(Entry("before"))
    store.set_release("r2")
    store.record(Entry("after"))
    store.close()
    assert query(tmp_path, "SELECT verb, release FROM interaction ORDER BY seq") == [("before", "r1"), ("after", "r2")]


def test_a_detail_is_kept_as_it_was_when_it_was_handed_in(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    detail = {"answer": ["seed"]}
    store.record(Entry("answer", detail=detail))
    detail["answer"].append("bloom")
    store.close()
    assert [row["detail"] for row in read_interactions(tmp_path)] == [{"answer": ["seed"]}]


def test_a_detail_that_is_not_json_is_refused_where_it_is_made(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with pytest.raises(TypeError):
        store.record(Entry("tap", detail={"what": object()}))
    store.close()
    assert verbs(tmp_path) == []


def test_a_visit_holds_when_it_began_and_how_it_ended_and_the_first_end_counts(tmp_path: Path) -> None:
    clock, monotonic = Clock(), Clock(0.0)
    store = open_store(tmp_path, clock=clock, monotonic=monotonic)
    visit = store.new_id()
    store.begin_visit(visit, "living", session="s", group="g", face="ipad")
    clock.now, monotonic.now = NOON + 60, 60.0
    store.end_visit(visit, "finished")
    clock.now, monotonic.now = NOON + 90, 90.0
    store.end_visit(visit, "idle")
    store.close()
    row = query(tmp_path, 'SELECT zone, session, "group", station, face, started, ended, how, lasted FROM visit')
    start = int(NOON * 1000)
    assert row == [("living", "s", "g", "gp-1", "ipad", start, start + 60_000, "finished", 60_000)]


def test_a_visit_cut_by_a_power_loss_is_closed_as_interrupted_at_the_next_start(tmp_path: Path) -> None:
    clock, monotonic = Clock(), Clock(0.0)
    store = open_store(tmp_path, clock=clock, monotonic=monotonic)
    done, cut, untouched = store.new_id(), store.new_id(), store.new_id()
    for visit in (done, cut, untouched):
        store.begin_visit(visit, "gp")
    store.end_visit(done, "finished")
    clock.now, monotonic.now = NOON + 30, 30.0
    store.record(Entry("tap", visit=cut))
    store.close()
    clock.now = NOON + DAY
    store = open_store(tmp_path, clock=clock)
    assert store.interrupted == (cut, untouched)
    ended = int(NOON * 1000)
    assert query(tmp_path, "SELECT id, ended, how, lasted FROM visit ORDER BY id") == [
        (done, ended, "finished", 0),
        (cut, ended + 30_000, "interrupted", 30_000),
        (untouched, ended, "interrupted", 0),
    ]
    store.close()
    again = open_store(tmp_path)
    assert again.interrupted == ()
    again.close()


@pytest.mark.parametrize("jump", [365 * DAY, -365 * DAY, -NOON])
def test_a_clock_that_jumps_breaks_neither_order_nor_ids_nor_how_long_a_visit_lasted(
    tmp_path: Path, jump: float
) -> None:
    clock, monotonic = Clock(), Clock(0.0)
    store = open_store(tmp_path, clock=clock, monotonic=monotonic)
    visit = store.new_id()
    store.begin_visit(visit, "gp")
    store.record(Entry("before", visit=visit))
    clock.now += jump
    monotonic.now += 20
    store.record(Entry("during", visit=visit))
    clock.now -= jump
    monotonic.now += 20
    store.record(Entry("after", visit=visit))
    store.end_visit(visit, "idle")
    store.close()
    assert verbs(tmp_path) == ["before", "during", "after"]
    rows = list(read_interactions(tmp_path))
    ids = [row["id"] for row in rows]
    assert ids == sorted(set(ids))
    assert [row["offset"] for row in rows] == [0, 20_000, 40_000]
    assert {row["visit_lasted"] for row in rows} == {40_000}


def test_what_a_host_sets_is_read_back_at_once_and_after_a_restart(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    assert store.get_kept("scenario/gp", "none") == "none"
    store.set_kept("scenario/gp", "asha")
    store.set_kept("scenario/gp", "tom")
    ticket = store.set_kept("pin/tries", [1.5, 2.5])
    assert store.get_kept("scenario/gp", "none") == "tom"
    assert not durable(ticket)
    store.close()
    assert durable(ticket)
    store = open_store(tmp_path)
    assert store.get_kept("scenario/gp", "none") == "tom"
    assert store.get_kept("pin/tries", [0.0]) == [1.5, 2.5]
    store.close()


def test_status_is_the_same_from_within_and_from_outside(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    for verb in ("one", "two", "three"):
        store.record(Entry(verb))
    store.begin_visit(store.new_id(), "gp")
    store.note("pledge", "I will ask")
    store.flush()
    query(tmp_path, "INSERT INTO mark SELECT number, 2 FROM log")
    outside = read_status(tmp_path, free=lambda _: 1 << 40)
    assert (outside.interactions, outside.visits, outside.unsent, outside.notes_waiting) == (3, 1, 1, 1)
    assert (outside.schema, outside.faults) == (2, ())
    store.close()
    store = open_store(tmp_path)
    inside = store.status()
    assert msgspec.structs.replace(inside, database_bytes=0) == msgspec.structs.replace(outside, database_bytes=0)
    assert inside.database_bytes > 0
    store.close()


def test_little_free_space_is_said_before_it_runs_out(tmp_path: Path) -> None:
    store = open_store(tmp_path, free=lambda _: 12 * 1024 * 1024)
    (fault,) = store.status().faults
    assert fault.startswith("Only 12 MB are free")
    store.close()


def test_every_commit_waits_for_the_disk(tmp_path: Path) -> None:
    with closing(connect_for_writing(tmp_path / "some.sqlite3")) as connection:
        pragmas = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert pragmas == ["wal", 2]


def test_a_data_folder_that_has_gone_is_said_and_does_not_stop_the_host_menu(tmp_path: Path) -> None:
    store = open_store(tmp_path / "data", free=free_bytes)
    (tmp_path / "data").rename(tmp_path / "elsewhere")
    (fault,) = store.status().faults
    assert "cannot be reached" in fault
    store.close()


def test_a_folder_without_recordings_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="There are no recordings in"):
        read_status(tmp_path)
    with pytest.raises(KnownError, match="There are no recordings in"):
        list(read_interactions(tmp_path / "nowhere"))
    assert list(tmp_path.iterdir()) == []
