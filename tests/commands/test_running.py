"""How a kiosk ends: with the visit closed, and everything that happened on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from shell.stand import Stand
from small_venue import write_venue
from store.store_stage import Disk, open_store, query, verbs

from kiosk.commands.running import _end
from kiosk.errors import KnownError
from kiosk.settings import Settings
from kiosk.store import Store

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return write_venue(tmp_path_factory.mktemp("venue"), drawn=True)


def end(stand: Stand, stores: list[Store]) -> None:
    stand._closed = True
    _end(stand.shell, stores)


def test_a_visit_that_goes_on_when_the_kiosk_ends_is_closed_and_all_of_it_is_on_disk(
    settings: Settings, tmp_path: Path
) -> None:
    stand = Stand(settings, data=tmp_path)
    store = stand.open_store()
    stand.wake()
    stand.open("voices")
    stand.bridge.act("hello", "")
    stand.clock.now += 2.0
    end(stand, [store])
    assert verbs(tmp_path) == ["begin", "enter", "play", "end", "heard"]
    assert query(tmp_path, "SELECT how FROM visit") == [("host",)]
    assert query(tmp_path, "SELECT count(DISTINCT visit) FROM interaction") == [(1,)]


def test_recordings_that_opened_only_as_the_kiosk_ended_still_get_everything(
    settings: Settings, tmp_path: Path
) -> None:
    stand = Stand(settings, data=tmp_path)
    stand.wake()
    store = open_store(tmp_path)
    end(stand, [store])
    assert verbs(tmp_path) == ["begin", "end"]


def test_records_that_the_disk_does_not_take_at_the_end_are_told(settings: Settings, tmp_path: Path) -> None:
    disk = Disk()
    stand = Stand(settings, data=tmp_path, connect=disk.connect, background=False)
    store = stand.open_store()
    stand.wake()
    store.flush()
    disk.fails = lambda _: True
    stand.bridge.host_ends_visit()
    with pytest.raises(KnownError, match="could not be written: free some disk space"):
        end(stand, [store])
