"""What is sent to the centre, how far it says that it has come, and a log that parts from another copy of its disk."""

from __future__ import annotations

import shutil
from pathlib import Path

from store.store_stage import Clock, Disk, open_store, query

from kiosk.store import Entry, Store, read_status
from kiosk.store.outgoing import Log, Outgoing
from sync.protocol import row_of

ROWS = "SELECT log, seq, id FROM interaction ORDER BY log, seq"


def fill(store: Store, count: int, *, verb: str = "notice") -> None:
    for i in range(count):
        store.record(Entry(verb, "living-room", "kitchen", "look", {"thing": i}))
    assert store.flush()


def test_every_row_is_read_as_the_line_that_is_sent(tmp_path: Path) -> None:
    store = open_store(tmp_path, clock=Clock())
    fill(store, 3)
    outgoing = Outgoing(tmp_path)
    (log,) = outgoing.logs()
    assert (log.last, log.sent) == (3, 0)
    rows = [row_of(line) for line in outgoing.lines(log.id, 2, 3)]
    assert [(row.seq, row.verb, row.detail, row.time) for row in rows] == [
        (2, "notice", '{"thing":1}', Clock().now * 1000), (3, "notice", '{"thing":2}', Clock().now * 1000),
    ]  # fmt: skip
    assert outgoing.ids(log.id, [1, 3, 9]) == {
        seq: id_ for _, seq, id_ in query(tmp_path, ROWS) if seq in (1, 3)
    }  # fmt: skip
    store.close()


def test_the_mark_says_how_much_is_unsent_and_may_go_back(tmp_path: Path) -> None:
    store = open_store(tmp_path, clock=Clock())
    fill(store, 5)
    outgoing = Outgoing(tmp_path)
    log = outgoing.logs()[0].id
    for through, unsent, oldest in ((3, 2, Clock().now * 1000), (5, 0, 0), (1, 4, Clock().now * 1000)):
        store.sent(log, through)
        assert store.flush()
        assert store.status().unsent == unsent == read_status(tmp_path).unsent
        assert outgoing.oldest_unsent() == oldest
        assert outgoing.logs() == (Log(log, 5, through),)
    fill(store, 2)
    assert store.status().unsent == 6
    store.close()


def test_a_log_that_parts_keeps_what_is_the_same_and_moves_the_rest(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    fill(store, 6)
    before = query(tmp_path, ROWS)
    (log,) = Outgoing(tmp_path).logs()
    store.sent(log.id, 6)
    store.part(log.id, 4, "another copy")
    fill(store, 2)
    after = query(tmp_path, ROWS)
    assert after[:3] == before[:3]
    assert [(number, seq) for number, seq, _ in after[3:]] == [(2, 1), (2, 2), (2, 3), (2, 4), (2, 5)]
    assert [id_ for *_, id_ in after[3:6]] == [id_ for *_, id_ in before[3:]]
    assert [(one.last, one.sent) for one in Outgoing(tmp_path).logs()] == [(3, 3), (5, 0)]
    assert store.status().unsent == 5
    assert query(tmp_path, "SELECT reason FROM log WHERE number = 2") == [("another copy",)]
    store.close()
    store = open_store(tmp_path)
    fill(store, 1)
    assert query(tmp_path, ROWS)[-1][:2] == (2, 6)
    store.close()


def test_a_log_that_parts_at_its_end_goes_on_in_an_empty_one(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    fill(store, 2)
    (log,) = Outgoing(tmp_path).logs()
    store.part(log.id, 3, "restored")
    fill(store, 1)
    assert [(number, seq) for number, seq, _ in query(tmp_path, ROWS)] == [(1, 1), (1, 2), (2, 1)]
    store.close()


def test_two_copies_that_both_move_the_same_rows_call_their_new_log_the_same(tmp_path: Path) -> None:
    """So the centre holds those rows once."""
    store = open_store(tmp_path / "one")
    fill(store, 4)
    store.close()
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    ids = []
    for name, at in (("one", 3), ("two", 3)):
        store = open_store(tmp_path / name)
        outgoing = Outgoing(tmp_path / name)
        log = outgoing.logs()[0].id
        store.part(log, at, "another copy", begins=outgoing.ids(log, [at])[at])
        fill(store, 1)
        ids.append(Outgoing(tmp_path / name).logs()[-1].id)
        store.close()
    assert ids[0] == ids[1]


def test_a_part_is_done_once_whichever_of_its_steps_fails_or_loses_its_answer(tmp_path: Path) -> None:
    failed = 0
    for step in range(1, 16):
        for late in (False, True):
            disk = Disk()
            folder = tmp_path / f"{step}-{late}"
            store = open_store(folder, connect=disk.connect)
            fill(store, 4)
            (log,) = Outgoing(folder).logs()
            store.part(log.id, 3, "another copy")
            fails = disk.operations + step
            disk.late, disk.fails = late, lambda number, fails=fails: number == fails  # type: ignore[misc]
            store.flush()
            failed += disk.operations >= fails
            disk.fails = lambda _: False
            fill(store, 1)
            found = [(number, seq) for number, seq, _ in query(folder, ROWS)]
            assert found == [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3)], (step, late)
            assert query(folder, "SELECT * FROM quarantine") == []
            store.close()
    assert failed > 10


def test_what_the_centre_refuses_is_set_aside_here_too(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.refused("The centre can't keep it", "[1,\x00]")
    assert store.flush()
    assert query(tmp_path, "SELECT problem FROM quarantine") == [("The centre can't keep it",)]
    assert store.status().quarantined == 1
    store.close()
