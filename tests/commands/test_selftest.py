"""The self-test itself: it passes on what works, and says in one sentence what doesn't."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from small_venue import replace_in, write_venue
from store.store_stage import open_store

from kiosk.app import open_library, zone_of
from kiosk.commands import selftesting
from kiosk.commands.selftesting import _prove, _Watched, _zone, selftest
from kiosk.errors import KnownError
from kiosk.settings import Settings
from kiosk.shell.hosting import HostDesk
from kiosk.station import Station
from kiosk.store import Entry, Store
from kiosk.store.database import FILE_NAME

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def venue(tmp_path: Path) -> Settings:
    return write_venue(tmp_path, drawn=True)


def test_it_visits_every_activity_of_every_zone_and_every_tap_is_kept(
    venue: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert selftest(venue) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("The front room: 6 activities, ")
    assert told[1].startswith("The back room: 1 activities, ")
    assert told[2] == "The kiosk works: every tap was kept."
    assert not venue.data.exists()


def test_the_shipped_living_room_passes(tmp_path: Path) -> None:
    here = Path(__file__).resolve().parents[2]
    shipped = Settings(data=tmp_path, content=here / "content", zones=here / "zones.yaml", reduced_motion=True)
    library = open_library(shipped, keep=False)
    assert library.left_out == ()
    assert _zone(replace(shipped, idle=3600.0), library, zone_of(library, "living-room")) > 20


def test_an_activity_that_cannot_be_shown_is_named(venue: Settings) -> None:
    replace_in(venue.content / "walk" / "activity.yaml", "heading: A walk", "heading: [A walk]")
    with pytest.raises(KnownError, match="walk can't be shown: run `kiosk check`"):
        selftest(venue)


def back(venue: Settings) -> int:
    library = open_library(venue, keep=False)
    return _zone(replace(venue, idle=3600.0), library, zone_of(library, "back"))


def test_a_store_that_loses_a_tap_is_found_out(venue: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Store.record

    def forgetful(self: Store, entry: Entry) -> object:
        return None if entry.verb == "next" else real(self, entry)

    monkeypatch.setattr(Store, "record", forgetful)
    with pytest.raises(KnownError, match="interactions were made and"):
        back(venue)


def test_a_window_that_takes_no_touch_is_found_out(venue: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.shell.taps.PATIENCE", 0.3)
    monkeypatch.setattr(Station, "act", lambda *_: Station.touch(_[0]))
    with pytest.raises(KnownError, match="never happened"):
        back(venue)


def test_a_host_menu_that_does_not_open_is_found_out(venue: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.shell.taps.PATIENCE", 0.5)
    monkeypatch.setattr(HostDesk, "knock", lambda _: None)
    with pytest.raises(KnownError, match="never came up"):
        back(venue)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("DELETE FROM interaction WHERE seq = 2", "have a gap"),
        ("UPDATE interaction SET verb = 'other' WHERE seq = 2", "or not the same"),
        ("UPDATE interaction SET detail = '{\"a\":2}' WHERE seq = 2", "or not the same"),
        ("DELETE FROM interaction WHERE seq = 3", "interactions were made and 2 are on the disk"),
    ],
)
def test_what_the_disk_holds_is_compared_with_what_happened(tmp_path: Path, damage: str, words: str) -> None:
    store = open_store(tmp_path)
    watched = _Watched(store)
    watched.begin_visit("v1", "front", session="", face="kiosk")
    for verb in ("begin", "enter", "end"):
        watched.record(Entry(verb, "front", detail={"a": 1}, visit="v1"))
    store.close()
    assert _prove(tmp_path, watched.entries, "v1") == 3
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection, connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(damage)
    with pytest.raises(KnownError, match=words):
        _prove(tmp_path, watched.entries, "v1")


def test_a_visit_that_was_not_closed_is_found_out(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    watched = _Watched(store)
    watched.record(Entry("begin", "front", visit="v1"))
    store.close()
    with pytest.raises(KnownError, match="not closed"):
        _prove(tmp_path, watched.entries, "v1")


def test_nothing_of_a_selftest_is_left_behind(venue: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[Path] = []

    def zone(settings: Settings, *_: object) -> int:
        used.append(settings.data)
        return 0

    monkeypatch.setattr(selftesting, "_zone", zone)
    selftest(venue)
    assert used and not any(path.exists() for path in used)
