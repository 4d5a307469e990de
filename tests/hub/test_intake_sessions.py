"""A visit that began on an iPad in a session carries it, with all that is recorded in it, whenever that arrives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub.intake_stage import Hub, Pad, uuid

from kiosk.store import read_interactions


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    hub = Hub(tmp_path)
    yield hub
    hub.store.close()


def sessions(hub: Hub) -> list[str]:
    return [session for (session,) in hub.rows("session")]


def test_the_visit_and_all_that_is_recorded_in_it_carry_the_session(hub: Hub) -> None:
    Pad().does("begin", session="J12").does().does().does("end").does().sends(hub)
    assert hub.rows("session", "visit") == [("J12",)]
    assert sessions(hub) == ["J12"] * 3


def test_without_one_it_carries_none(hub: Hub) -> None:
    Pad().does("begin").does().sends(hub)
    Pad("f" * 32).does("begin", session="", visit=uuid(0xE00)).does(visit=uuid(0xE00)).sends(hub)
    assert hub.rows("session", "visit") == [("",), ("",)]
    assert sessions(hub) == ["", ""]


def test_what_comes_after_a_restart_of_the_hub_carries_it_too(hub: Hub) -> None:
    pad = Pad().does("begin", session="J12").does()
    pad.sends(hub)
    hub.restart()
    pad.does().sends(hub)
    hub.passes(60)
    hub.restart()
    pad.does("end").does()
    pad.sends(hub)
    hub.restart()
    pad.does().sends(hub)
    assert sessions(hub) == ["J12"] * 4


def test_each_visit_keeps_its_own(hub: Hub) -> None:
    first, second = Pad("a" * 32), Pad("b" * 32)
    second.visit = uuid(0xB00)
    first.does("begin", session="J12").does().sends(hub)
    second.does("begin", session="K7").does().sends(hub)
    first.does().sends(hub)
    assert sessions(hub) == ["J12", "K7", "J12"]


@pytest.mark.parametrize("junk", ["j12", "J1234", "L1", "J12\n", " J12", "<b>", 12, None, ["J12"]])
def test_a_session_that_is_none_is_set_aside_with_the_beginning_and_holds_up_nothing(hub: Hub, junk: object) -> None:
    assert Pad().does("begin", session=junk).does().sends(hub) == 2
    assert hub.rows("session", "visit") == []
    assert sessions(hub) == [""]
    assert len(hub.rows("problem", "quarantine")) == 1


def test_an_export_has_it(hub: Hub) -> None:
    Pad().does("begin", session="J12").does().sends(hub)
    assert [row["session"] for row in read_interactions(hub.folder)] == ["J12"]
