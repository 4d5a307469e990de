"""Many threads, one writer."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from store.store_stage import Disk, open_store, verbs

from kiosk.errors import KnownError
from kiosk.store import Entry, Ticket


def test_entries_of_many_threads_are_written_once_each_in_its_own_order(tmp_path: Path) -> None:
    store = open_store(tmp_path, background=True)
    tickets: list[list[Ticket]] = [[] for _ in range(6)]
    together = threading.Barrier(6)

    def tap(who: int) -> None:
        together.wait()
        for number in range(300):
            tickets[who].append(store.record(Entry(f"{who}/{number}")))

    threads = [threading.Thread(target=tap, args=(who,)) for who in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.flush(30)
    assert all(ticket.durable for own in tickets for ticket in own)
    assert store.close() == 0
    recorded = verbs(tmp_path)
    assert len(recorded) == 1800
    for who in range(6):
        assert [verb for verb in recorded if verb.startswith(f"{who}/")] == [f"{who}/{number}" for number in range(300)]


def test_the_first_entry_is_written_without_anyone_asking(tmp_path: Path) -> None:
    store = open_store(tmp_path, background=True)
    assert store.record(Entry("tap")).wait(30)
    assert verbs(tmp_path) == ["tap"]
    store.close()


def test_entries_that_come_together_share_a_commit(tmp_path: Path) -> None:
    commits = 0

    class Counting(Disk):
        def connect(self, file: Path) -> sqlite3.Connection:
            connection = super().connect(file)

            def trace(statement: str) -> None:
                nonlocal commits
                commits += statement == "COMMIT"

            connection.set_trace_callback(trace)
            return connection

    store = open_store(tmp_path, background=True, connect=Counting().connect)
    before = commits
    for number in range(1000):
        store.record(Entry(str(number)))
    assert store.flush(30)
    assert commits - before < 100
    store.close()
    assert verbs(tmp_path) == [str(number) for number in range(1000)]


def test_a_durable_entry_means_that_all_before_it_are_durable(tmp_path: Path) -> None:
    store = open_store(tmp_path, background=True)
    tickets = [store.record(Entry(str(number))) for number in range(500)]
    assert tickets[250].wait(30)
    assert all(ticket.durable for ticket in tickets[:251])
    store.close()


def test_the_writer_tries_again_by_itself_when_the_disk_comes_back(tmp_path: Path) -> None:
    disk = Disk()
    store = open_store(tmp_path, background=True, connect=disk.connect)
    failed = threading.Event()

    def fails(_: int) -> bool:
        failed.set()
        return True

    disk.fails = fails
    ticket = store.record(Entry("tap"))
    assert failed.wait(30)
    assert not ticket.durable
    disk.fails = lambda _: False
    assert ticket.wait(30)
    store.close()
    assert verbs(tmp_path) == ["tap"]


def test_closing_writes_what_has_just_come_and_gives_up_on_a_dead_disk_in_time(tmp_path: Path) -> None:
    disk = Disk()
    store = open_store(tmp_path, background=True, connect=disk.connect)
    for number in range(700):
        store.record(Entry(str(number)))
    assert store.close() == 0
    assert len(verbs(tmp_path)) == 700
    store = open_store(tmp_path, background=True, connect=disk.connect)
    disk.fails = lambda _: True
    store.record(Entry("lost"))
    assert store.close(0.3) == 1
    assert "kiosk-writer" not in [thread.name for thread in threading.enumerate()]
    open_store(tmp_path).close()


def test_a_writer_that_hangs_in_the_disk_keeps_the_folder_to_itself(tmp_path: Path) -> None:
    disk = Disk()
    store = open_store(tmp_path, background=True, connect=disk.connect)
    comes_back = threading.Event()
    disk.fails = lambda _: not comes_back.wait(60)
    ticket = store.record(Entry("tap"))
    assert store.close(-4.9) == 1
    with pytest.raises(KnownError, match="Another kiosk"):
        open_store(tmp_path)
    comes_back.set()
    assert ticket.wait(30)
    assert store.close() == 0
    open_store(tmp_path).close()
    assert verbs(tmp_path) == ["tap"]
