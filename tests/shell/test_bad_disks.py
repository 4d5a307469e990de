"""Everything that disks can do wrong, at the real window: a clear sentence each, and nothing lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from shell.stand import ONE_VISIT, PINS, Make, Stand, one_visit
from store.store_stage import Disk, open_store, query, verbs

from kiosk.errors import KnownError
from kiosk.host.menu import Stage
from kiosk.store import Entry
from kiosk.store.database import FILE_NAME
from kiosk.visit import Phase


def test_on_a_full_disk_delegates_carry_on_the_host_sees_red_and_nothing_is_lost(make: Make, tmp_path: Path) -> None:
    disk = Disk()
    stand = make(opened=False, connect=disk.connect, background=False)
    store = stand.open_store()
    one_visit(stand)
    assert store.flush()
    disk.code, disk.fails = sqlite3.SQLITE_FULL, lambda _: True
    one_visit(stand)
    assert not store.flush(0)
    stand.finger.key_f10()
    pin_while_full(stand)
    stand.after(1.5)
    shown = stand.words()
    assert any("The disk is full: free some space on it" in words for words in shown), shown
    assert any("Don't switch off: " in words and "held in memory" in words for words in shown)
    assert "1 thing wants a look" in shown
    stand.finger.tap_object("toVisitors")
    one_visit(stand)
    disk.fails = lambda _: False
    assert store.flush()
    told = [verb for verb in verbs(tmp_path) if not verb.startswith("host-")]
    assert told == ONE_VISIT * 3
    assert store.status().faults == ()


def pin_while_full(stand: Stand) -> None:
    """On a disk that takes nothing there is one try each half minute, the first that long after the start."""
    for _ in range(3):
        stand.after(31.0)
        stand.enter_pin(PINS["host"])
        if stand.stage() is Stage.OPEN:
            return
    raise AssertionError(stand.words())


def test_a_file_that_may_grow_no_further_holds_what_came_until_it_may(make: Make, tmp_path: Path) -> None:
    disk = Disk()
    stand = make(opened=False, connect=disk.connect, background=False)
    store = stand.open_store()
    store.flush()
    ((pages,),) = query(tmp_path, "PRAGMA page_count")
    store.close()
    stand.close()
    disk.page_limit = pages + 2
    full = make(opened=False, connect=disk.connect, background=False)
    store = full.open_store()
    full.wake()
    for _ in range(150):
        full.bridge._open("walk")
        full.bridge.station.home()
    assert not store.flush(0)
    held = store.status()
    assert held.held > 0 and "The disk is full" in held.faults[0]
    assert full.phase() is Phase.HOME
    disk.page_limit = 0
    full.close()
    assert len(verbs(tmp_path)) == 301


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "data", Path("/proc/kiosk")):
        with pytest.raises(KnownError, match="--data"):
            open_store(folder)
    disk = Disk()
    disk.code, disk.fails = sqlite3.SQLITE_READONLY, lambda _: True
    with pytest.raises(KnownError, match="check that the folder is writable"):
        open_store(tmp_path / "data", connect=disk.connect)


def test_a_corrupt_database_is_set_aside_the_kiosk_goes_on_and_the_host_is_told(make: Make, tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.record(Entry("begin", "front"))
    store.close()
    file = tmp_path / FILE_NAME
    spoiled = file.read_bytes()[:100] + b"\x55" * (file.stat().st_size - 100)
    file.write_bytes(spoiled)
    stand = make()
    one_visit(stand)
    assert stand.verbs() == ONE_VISIT
    (aside,) = [path for path in tmp_path.glob("*.sqlite3") if path.name != FILE_NAME]
    assert aside.read_bytes() == spoiled
    stand.host()
    stand.after(1.5)
    assert any(aside.name in words and "keep that file" in words for words in stand.words())


def test_a_second_kiosk_on_the_same_data_folder_is_told_which_and_the_first_loses_nothing(
    make: Make, tmp_path: Path
) -> None:
    stand = make()
    with pytest.raises(KnownError, match=f"Another kiosk is already using the data folder {tmp_path}"):
        open_store(tmp_path)
    one_visit(stand)
    assert stand.verbs() == ONE_VISIT
