"""The data folder: one kiosk at a time, through kills, damage, newer files and folders that cannot be written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from store.store_stage import Clock, Disk, open_store, query, verbs

from kiosk.errors import KnownError
from kiosk.store import Entry, Store, read_interactions, read_status

RECORD_FOR_EVER = """
import sys
from pathlib import Path
from kiosk.store import Entry, Store
store = Store.open(Path(sys.argv[1]), station="s", release="r", app="a")
visit = store.new_id()
store.begin_visit(visit, "gp")
number = 0
while True:
    number += 1
    if store.record(Entry(str(number), visit=visit)).wait():
        print(number, flush=True)
"""


def test_a_second_kiosk_on_the_same_folder_is_refused_until_the_first_has_closed(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with pytest.raises(KnownError, match="Another kiosk is already using the data folder"):
        open_store(tmp_path)
    store.record(Entry("tap"))
    store.close()
    open_store(tmp_path).close()
    assert verbs(tmp_path) == ["tap"]


def test_a_kiosk_that_is_killed_keeps_all_it_acknowledged_and_leaves_the_folder_free(tmp_path: Path) -> None:
    command = [sys.executable, "-c", RECORD_FOR_EVER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        acknowledged = [int(child.stdout.readline()) for _ in range(25)]
        with pytest.raises(KnownError, match="Another kiosk"):
            open_store(tmp_path)
        child.kill()
        acknowledged += [int(line) for line in child.stdout]
    store = open_store(tmp_path)
    assert len(store.interrupted) == 1
    store.close()
    recorded = verbs(tmp_path)
    assert recorded[: len(acknowledged)] == [str(number) for number in acknowledged]
    assert len(recorded) - len(acknowledged) <= 1
    assert query(tmp_path, "SELECT how FROM visit") == [("interrupted",)]


def test_recordings_are_read_while_a_kiosk_writes_them(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.record(Entry("one"))
    store.flush()
    reading = read_interactions(tmp_path)
    assert next(reading)["verb"] == "one"
    store.record(Entry("two"))
    assert store.flush()
    assert list(reading) == []
    assert [row["verb"] for row in read_interactions(tmp_path)] == ["one", "two"]
    store.close()


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file but those that hold nothing of their own: the lock, and SQLite's index of its own log."""
    names = ("kiosk.lock", "kiosk.sqlite3-shm")
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name not in names}


@pytest.mark.parametrize("in_the_log", [False, True], ids=["at-rest", "cut-short"])
def test_recordings_of_a_newer_version_are_refused_and_not_touched(tmp_path: Path, in_the_log: bool) -> None:
    made, folder = tmp_path / "made", tmp_path / "found"
    store = open_store(made)
    store.record(Entry("tap"))
    store.flush()
    with closing(sqlite3.connect(made / "kiosk.sqlite3")) as connection:
        connection.execute("PRAGMA user_version = 99")
        if in_the_log:
            shutil.copytree(made, folder)
    store.close()
    if not in_the_log:
        shutil.copytree(made, folder)
    before = files_of(folder)
    assert bool(before.get("kiosk.sqlite3-wal")) == in_the_log
    for attempt in (lambda: open_store(folder), lambda: read_status(folder)):
        with pytest.raises(KnownError, match="made by a newer version of this program"):
            attempt()
        assert files_of(folder) == before


def spoil_all(file: Path) -> None:
    file.write_bytes(b"this is not a database at all, whatever its name says" * 100)


def spoil_the_end(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: 4096 * 3 + 100])


def spoil_the_middle(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096 : 4096 * 4] = os.urandom(4096 * 3)
    file.write_bytes(content)


def make_recordings(folder: Path) -> str:
    store = open_store(folder)
    for number in range(200):
        store.record(Entry(str(number), detail={"padding": "x" * 100}))
    store.set_kept("scenario", "asha")
    store.note("pledge", "listen")
    log = store.status().log
    store.close()
    return log


@pytest.mark.parametrize("spoil", [spoil_all, spoil_the_end, spoil_the_middle])
def test_a_damaged_file_is_set_aside_whole_and_a_new_log_begun(tmp_path: Path, spoil: object) -> None:
    log = make_recordings(tmp_path)
    file = tmp_path / "kiosk.sqlite3"
    assert callable(spoil)
    spoil(file)
    damaged = file.read_bytes()
    with pytest.raises(KnownError, match="are damaged"):
        list(read_interactions(tmp_path))
    store = open_store(tmp_path)
    status = store.status()
    assert status.log != log
    assert status.interactions == 0
    (aside,) = tmp_path.glob("kiosk-damaged-*.sqlite3")
    assert aside.read_bytes() == damaged
    assert status.faults == (
        f"Damaged recordings were set aside as {aside.name} in {tmp_path}: keep that file and ask for help with it.",
    )
    store.record(Entry("goes on"))
    store.close()
    assert verbs(tmp_path) == ["goes on"]
    assert query(tmp_path, "SELECT reason FROM log") == [(f"the file before was damaged: {aside.name}",)]


def test_damage_that_a_start_would_not_stumble_upon_is_found_all_the_same(tmp_path: Path) -> None:
    make_recordings(tmp_path)
    file = tmp_path / "kiosk.sqlite3"
    content = bytearray(file.read_bytes())
    with closing(sqlite3.connect(file)) as connection:
        (middle,) = connection.execute("SELECT id FROM interaction WHERE seq = 100").fetchone()
    page = content.index(middle.encode()) // 4096
    content[page * 4096 : (page + 1) * 4096] = os.urandom(4096)
    file.write_bytes(content)
    assert read_status(tmp_path).interactions == 200
    store = open_store(tmp_path)
    assert store.status().interactions == 0
    assert len(store.status().faults) == 1
    store.close()


def test_a_damaged_file_takes_its_write_ahead_log_with_it(tmp_path: Path) -> None:
    made, folder = tmp_path / "made", tmp_path / "found"
    store = open_store(made)
    store.record(Entry("tap"))
    store.flush()
    shutil.copytree(made, folder)
    store.close()
    spoil_all(folder / "kiosk.sqlite3")
    log = (folder / "kiosk.sqlite3-wal").read_bytes()
    assert log
    store = open_store(folder)
    (aside,) = folder.glob("kiosk-damaged-*.sqlite3-wal")
    assert aside.read_bytes() == log
    store.record(Entry("goes on"))
    store.close()
    assert verbs(folder) == ["goes on"]


def test_what_can_be_read_of_settings_and_notes_comes_over_from_a_damaged_file(tmp_path: Path) -> None:
    make_recordings(tmp_path)
    file = tmp_path / "kiosk.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'interaction'").fetchone()
    content = bytearray(file.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = os.urandom(4096)
    file.write_bytes(content)
    open_store(tmp_path).close()
    store = open_store(tmp_path)
    assert store.get_kept("scenario", "none") == "asha"
    assert [note.text for note in store.waiting_notes()] == ["listen"]
    assert len(list(tmp_path.glob("kiosk-damaged-*.sqlite3"))) == 1
    store.close()


def test_two_damaged_files_in_one_second_do_not_overwrite_each_other(tmp_path: Path) -> None:
    for _ in range(2):
        open_store(tmp_path).close()
        spoil_all(tmp_path / "kiosk.sqlite3")
    open_store(tmp_path).close()
    assert len(list(tmp_path.glob("kiosk-damaged-*.sqlite3"))) == 2


def test_damage_found_while_running_begins_a_new_log_with_what_is_in_memory(tmp_path: Path) -> None:
    disk = Disk()
    store = open_store(tmp_path, connect=disk.connect)
    store.set_kept("scenario", "asha")
    store.note("pledge", "listen")
    store.record(Entry("before"))
    assert store.flush()
    log = store.status().log
    disk.code = sqlite3.SQLITE_CORRUPT
    disk.fails = (disk.operations + 2).__eq__
    ticket = store.record(Entry("after"))
    assert not store.flush()
    assert store.status().held == 1
    assert store.flush()
    assert ticket.durable
    assert (store.status().last_seq, store.status().log != log) == (1, True)
    store.close()
    (aside,) = tmp_path.glob("kiosk-damaged-*.sqlite3")
    with closing(sqlite3.connect(aside)) as connection:
        assert connection.execute("SELECT verb FROM interaction").fetchall() == [("before",)]
    assert verbs(tmp_path) == ["after"]
    assert query(tmp_path, "SELECT value FROM kept") == [('"asha"',)]
    assert query(tmp_path, "SELECT text FROM note") == [("listen",)]


def test_a_file_that_was_taken_away_is_begun_anew_with_what_is_in_memory(tmp_path: Path) -> None:
    disk = Disk()
    store = open_store(tmp_path, connect=disk.connect)
    store.set_kept("scenario", "asha")
    store.flush()
    disk.fails = lambda _: True
    store.record(Entry("tap"))
    assert not store.flush()
    for file in tmp_path.glob("kiosk.sqlite3*"):
        file.unlink()
    disk.fails = lambda _: False
    assert store.flush()
    assert store.close() == 0
    assert verbs(tmp_path) == ["tap"]
    assert query(tmp_path, "SELECT value FROM kept") == [('"asha"',)]
    assert query(tmp_path, "SELECT reason FROM log") == [("the file before was gone",)]


def test_an_empty_file_is_a_new_beginning(tmp_path: Path) -> None:
    (tmp_path / "kiosk.sqlite3").touch()
    store = open_store(tmp_path)
    store.record(Entry("tap"))
    store.close()
    assert verbs(tmp_path) == ["tap"]


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that another user can reach."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    yield place
    place.chmod(0o755)
    shutil.rmtree(place)


@pytest.fixture
def no_root() -> Iterator[None]:
    """Someone whom file permissions bind, if we are somebody whom they don't."""
    if sys.platform == "win32":
        pytest.skip("Windows has other permissions")
    bound = os.geteuid() == 0
    if bound:
        os.seteuid(65534)
    yield
    if bound:
        os.seteuid(0)


def test_a_folder_that_cannot_be_written_is_said_plainly(open_place: Path, request: pytest.FixtureRequest) -> None:
    open_place.chmod(0o555)
    request.getfixturevalue("no_root")
    for folder in (open_place, open_place / "new"):
        with pytest.raises(KnownError, match=r"--data\.$"):
            open_store(folder)


def test_a_folder_that_is_a_file_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine")
    with pytest.raises(KnownError, match=r"cannot be made .*--data\.$"):
        open_store(tmp_path / "data")
    assert (tmp_path / "data").read_text() == "mine"


def test_recordings_on_a_read_only_disk_can_be_read(open_place: Path, request: pytest.FixtureRequest) -> None:
    make_recordings(open_place)
    for path in open_place.iterdir():
        path.chmod(0o444)
    open_place.chmod(0o555)
    request.getfixturevalue("no_root")
    assert read_status(open_place).interactions == 200
    assert len(list(read_interactions(open_place))) == 200
    with pytest.raises(KnownError):
        open_store(open_place)


def test_a_store_that_could_not_open_holds_no_lock(tmp_path: Path) -> None:
    disk = Disk()
    disk.fails = lambda _: True
    with pytest.raises(KnownError, match="cannot be opened"):
        open_store(tmp_path, connect=disk.connect)
    Store.open(tmp_path, station="s", release="r", app="a", clock=Clock()).close()
