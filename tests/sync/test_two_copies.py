"""A disk that was copied, or put back from an older copy, and a centre that was: all is there, once."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from central_stage import Centre, Kiosk
from store.store_stage import Clock, query
from sync_stage import Desk, Weather

from sync.central.database import Database, open_database
from sync.central.migrating import migrate


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    made = Centre(_database(tmp_path / "central"))
    yield made
    made.close()
    made.database.close()


@pytest.fixture
def joined(centre: Centre) -> Kiosk:
    return centre.kiosk()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """Starts a kiosk on a folder; with `of`, on a copy of another's disk, which stands still meanwhile."""
    made: list[Desk] = []

    def start(name: str, of: Desk | None = None) -> Desk:
        if of:
            of.stop()
            shutil.rmtree(tmp_path / name, ignore_errors=True)
            shutil.copytree(of.folder, tmp_path / name)
            of.start()
        made.append(Desk(tmp_path / name, Clock()))
        return made[-1]

    yield start
    for one in made:
        if one.store:
            one.store.close()


def _database(folder: Path) -> Database:
    database = open_database(folder)
    migrate(database)
    return database


def send(centre: Centre, joined: Kiosk, *desks: Desk) -> None:
    """Rounds until a kiosk has nothing more to send."""
    for one in desks:
        line = Weather(centre.port, joined.token)
        agent = one.agent(line)
        while agent.round() == 0:
            pass
        line.close()
        assert agent.state.problem == ""
        assert one.store and one.store.status().unsent == 0


def held(centre: Centre) -> Counter[str]:
    return Counter(id_ for (id_,) in centre.ask("SELECT id FROM interaction"))


def logs(one: Desk) -> int:
    return int(query(one.folder, "SELECT count(*) FROM log")[0][0])


def test_two_kiosks_from_one_disk_both_keep_what_they_recorded(
    centre: Centre, joined: Kiosk, desk: Callable[..., Desk]
) -> None:
    one = desk("one")
    one.record(5)
    two = desk("two", of=one)
    one.record(3)
    two.record(4)
    send(centre, joined, one, two, one)
    assert held(centre) == Counter({*one.ids(), *two.ids()})
    assert (logs(one), logs(two)) == (1, 2)


def test_rows_that_two_copies_both_hold_are_there_once_though_both_have_to_move_them(
    centre: Centre, joined: Kiosk, desk: Callable[..., Desk]
) -> None:
    first = desk("first")
    first.record(2)
    one = desk("one", of=first)
    one.record(3)
    two = desk("two", of=one)
    one.record(1)
    two.record(2)
    first.record(1)
    send(centre, joined, first, one, two, one, first)
    assert held(centre) == Counter({*first.ids(), *one.ids(), *two.ids()})


def test_a_kiosk_put_back_from_an_older_copy_goes_on_in_a_new_log(
    centre: Centre, joined: Kiosk, desk: Callable[..., Desk], tmp_path: Path
) -> None:
    one = desk("one")
    one.record(4)
    desk("copy", of=one).stop()
    one.record(6)
    send(centre, joined, one)
    lost = one.ids()
    one.stop()
    shutil.rmtree(one.folder)
    shutil.copytree(tmp_path / "copy", one.folder)
    one.start()
    send(centre, joined, one)
    one.record(2)
    send(centre, joined, one)
    assert held(centre) == Counter({*lost, *one.ids()})
    assert logs(one) == 2


def test_a_kiosk_put_back_from_before_its_log_parted_has_nothing_there_twice(
    centre: Centre, joined: Kiosk, desk: Callable[..., Desk], tmp_path: Path
) -> None:
    other = desk("other")
    other.record(2)
    one = desk("one", of=other)
    one.record(3)
    desk("copy", of=one).stop()
    other.record(1)
    send(centre, joined, other, one)
    assert logs(one) == 2
    one.stop()
    shutil.rmtree(one.folder)
    shutil.copytree(tmp_path / "copy", one.folder)
    one.start()
    one.record(1)
    send(centre, joined, one)
    assert held(centre) == Counter({*other.ids(), *one.ids()})


def test_a_centre_put_back_from_an_older_copy_is_filled_again(
    centre: Centre, joined: Kiosk, desk: Callable[..., Desk]
) -> None:
    one = desk("one")
    one.record(3)
    send(centre, joined, one)
    centre.tamper(
        "DELETE FROM interaction WHERE seq > 1",
        "UPDATE log SET held = 1, last_id = (SELECT id FROM interaction WHERE seq = 1)",
    )
    assert len(held(centre)) == 1
    send(centre, joined, one)
    assert held(centre) == Counter(one.ids())
    assert logs(one) == 1


@pytest.mark.parametrize("common", [1, 63, 64, 65, 128, 700])
def test_where_copies_part_is_found_in_a_log_of_any_length(
    centre: Centre, joined: Kiosk, desk: Callable[..., Desk], common: int
) -> None:
    one = desk("one")
    one.record(common)
    two = desk("two", of=one)
    one.record(90)
    two.record(80)
    send(centre, joined, one, two)
    assert held(centre) == Counter({*one.ids(), *two.ids()})
    assert query(two.folder, "SELECT max(seq) FROM interaction GROUP BY log ORDER BY log") == [(common,), (80,)]
