"""Whatever is cut off, whenever: what an iPad sends is there once, in its order, and nothing of it is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest
from hub.intake_stage import Hub, Pad, uuid
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store.store_stage import Disk, query

from kiosk.hub.intake import identity
from kiosk.store import Entry

CODES = [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY]


def does_a_visit(pad: Pad) -> None:
    pad.does("begin").does().does().does("note", text="listen").does("junk").does().does("end")


def whole(hub: Hub, pad: Pad) -> None:
    """Fails unless all of a visit is there once, in order, and the iPad knows it."""
    assert pad.waiting == []
    assert hub.rows("seq, verb") == [(1, "v2"), (2, "v3"), (3, "v6")]
    assert hub.rows("id, how", "visit") == [(pad.visit, "finished")]
    assert hub.rows("id, text", "note") == [(uuid(4), "listen")]
    assert len(hub.rows("id", "quarantine")) == 1
    assert hub.rows("number", "taken") == [(7,)]
    assert hub.store.status().visits == 1


def operations_of_a_visit(folder: Path) -> tuple[int, int]:
    disk = Disk()
    hub = Hub(folder, connect=disk.connect)
    before = disk.operations
    pad = Pad()
    does_a_visit(pad)
    while pad.waiting:
        pad.sends(hub, most=3)
    whole(hub, pad)
    hub.store.close()
    return before, disk.operations


@pytest.mark.parametrize("late", [False, True], ids=["refused", "done-but-unanswered"])
def test_at_whichever_operation_the_power_is_cut_all_is_there_once_after_it(tmp_path: Path, late: bool) -> None:
    start, end = operations_of_a_visit(tmp_path / "whole")
    assert end - start > 15
    for cut in range(start + 1, end + 1):
        disk = Disk()
        disk.late = late
        hub = Hub(tmp_path / str(cut), connect=disk.connect)
        disk.fails = lambda operation, cut=cut: operation >= cut  # type: ignore[misc]
        pad = Pad()
        does_a_visit(pad)
        for _ in range(4):
            pad.sends(hub, most=3)
        hub.store.close()
        disk.fails = lambda _: False
        hub.begin()
        while pad.waiting:
            pad.sends(hub, most=3)
        whole(hub, pad)
        hub.restart()
        assert hub.store.taken(identity(pad.key)) == 7
        whole(hub, pad)
        hub.store.close()


@pytest.mark.parametrize("lasting", [1, 3])
@pytest.mark.parametrize("late", [False, True], ids=["refused", "done-but-unanswered"])
def test_whichever_operation_fails_for_a_while_all_is_there_once(tmp_path: Path, late: bool, lasting: int) -> None:
    start, end = operations_of_a_visit(tmp_path / "whole")
    for failing in range(start + 1, end + 1):
        disk = Disk()
        disk.late, disk.code = late, CODES[failing % len(CODES)]
        hub = Hub(tmp_path / str(failing), connect=disk.connect)
        disk.fails = range(failing, failing + lasting).__contains__
        pad = Pad()
        does_a_visit(pad)
        for _ in range(lasting + 6):
            pad.sends(hub, most=3)
        whole(hub, pad)
        hub.store.close()


def test_a_write_of_an_ipad_that_nobody_can_store_is_set_aside_and_counts_as_held(tmp_path: Path) -> None:
    hub = Hub(tmp_path)
    body = msgspec.json.encode(Pad().does().does().does("note").body())
    put = hub.store._writer.put

    def spoiled(write):  # type: ignore[no-untyped-def]
        if write.statement == "note":
            write.values["activity"] = object()
        return put(write)

    hub.store._writer.put = spoiled  # type: ignore[method-assign]
    assert hub.take(body) == 3
    assert hub.rows("verb") == [("v1",), ("v2",)]
    ((content,),) = hub.rows("content", "quarantine")
    assert "listen" not in content
    hub.store.close()
    hub.begin()
    assert hub.take(body) == 3
    hub.store.close()


def test_damage_while_running_begins_anew_and_what_was_held_stays_so(tmp_path: Path) -> None:
    disk = Disk()
    hub = Hub(tmp_path, connect=disk.connect)
    one, other = Pad("1" * 32), Pad("2" * 32)
    other.does().does().sends(hub)
    one.does("begin").does().sends(hub)
    disk.code = sqlite3.SQLITE_CORRUPT
    disk.fails = (disk.operations + 2).__eq__
    assert one.does().does().sends(hub) == 2
    assert one.sends(hub) == 4
    assert hub.rows("verb") == [("v3",), ("v4",)]
    hub.restart()
    assert [hub.store.taken(identity(pad.key)) for pad in (one, other)] == [4, 2]
    assert one.does().sends(hub) == 5
    assert other.does().sends(hub) == 3
    assert hub.rows("verb") == [("v3",), ("v4",), ("v5",), ("v3",)]
    hub.store.close()


def test_an_id_that_is_there_already_makes_nobody_believe_that_a_group_has_arrived(tmp_path: Path) -> None:
    disk = Disk()
    hub = Hub(tmp_path, connect=disk.connect)
    pad = Pad().does()
    pad.sends(hub)
    pad.does(id=uuid(1))
    hub.intake.take(msgspec.json.encode(pad.body()), 0.0)
    hub.store.record(Entry("of the kiosk"))
    disk.fails = (disk.operations + 3).__eq__
    assert not hub.store.flush()
    assert hub.store.flush()
    assert hub.rows("verb") == [("v1",), ("v2",), ("of the kiosk",)]
    hub.store.close()


def test_an_error_before_anything_was_begun_makes_nobody_believe_that_a_group_has_arrived(tmp_path: Path) -> None:
    disk = Disk()
    hub = Hub(tmp_path, connect=disk.connect)
    pad = Pad()
    for failing in (1, 2, 3):
        pad.does().sends(hub)
        disk.fails = (disk.operations + failing).__eq__
        pad.does().sends(hub)
        while pad.waiting:
            pad.sends(hub)
    assert [verb for (verb,) in hub.rows("verb")] == [f"v{number}" for number in range(1, 7)]
    hub.store.close()


weather = st.lists(
    st.one_of(
        st.tuples(st.just("does"), st.integers(0, 2), st.integers(1, 12)),
        st.tuples(st.just("sends"), st.integers(0, 2), st.integers(1, 9)),
        st.tuples(st.just("answer is lost"), st.integers(0, 2), st.integers(1, 9)),
        st.tuples(st.just("taps"), st.just(0), st.integers(1, 5)),
        st.tuples(st.just("fault"), st.just(0), st.integers(1, 25)),
        st.tuples(st.just("power cut"), st.just(0), st.integers(1, 12)),
        st.tuples(st.just("restart"), st.just(0), st.just(0)),
    ),
    max_size=30,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=weather, late=st.booleans(), code=st.sampled_from(CODES))
def test_in_any_weather_three_ipads_and_the_kiosk_are_there_once_and_in_order(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, int, int]], late: bool, code: int
) -> None:
    folder = tmp_path_factory.mktemp("weather")
    disk = Disk()
    disk.late, disk.code = late, code
    hub = Hub(folder, connect=disk.connect)
    pads = [Pad(f"{who}" * 32) for who in range(3)]
    for deed, who, count in deeds:
        pad = pads[who]
        if deed == "does":
            for number in range(count):
                pad.does(*(["note"] if number % 5 == 4 else ["junk"] if number % 5 == 3 else []))
        elif deed == "sends":
            pad.sends(hub, most=count)
        elif deed == "answer is lost":
            hub.take(pad.body(most=count))
        elif deed == "taps":
            for _ in range(count):
                hub.store.record(Entry("tap"))
        elif deed == "fault":
            disk.fails = (disk.operations + count).__eq__
        elif deed == "power cut":
            last = disk.operations + count
            disk.fails = lambda operation, last=last: operation >= last  # type: ignore[misc]
            pad.sends(hub, most=count)
            hub.store.close()
            disk.fails = lambda _: False
            hub.begin()
        else:
            disk.fails = lambda _: False
            hub.restart()
    disk.fails = lambda _: False
    for pad in pads:
        while pad.waiting:
            pad.sends(hub)
        assert pad.sends(hub) == pad.made
    numbers = [number for (number,) in query(folder, "SELECT seq FROM interaction ORDER BY seq")]
    assert numbers == list(range(1, len(numbers) + 1))
    for pad in pads:
        station = next((f"gp-1/iPad {one.number}" for one in hub.ipads.all() if one.id == identity(pad.key)), "")
        recorded = [
            verb for (verb,) in query(folder, "SELECT verb FROM interaction WHERE station = ? ORDER BY seq", station)
        ]
        assert recorded == [f"v{n}" for n in range(1, pad.made + 1) if pad.kinds[n] == "record"]
    hub.store.close()
