"""Which iPads there are: numbers that stay, names that people give, and what each last said of itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub.intake_stage import Hub, Pad
from store.store_stage import Clock

from kiosk.hub.intake import identity
from kiosk.hub.ipads import NAME_LIMIT, Ipads
from kiosk.hub.items import About


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    hub = Hub(tmp_path)
    yield hub
    hub.store.close()


class Kept:
    """What is kept, without a disk."""

    def __init__(self) -> None:
        self.value: dict[str, dict[str, object]] = {}
        self.times = 0

    def get_kept(self, key: str, default: dict[str, object]) -> dict[str, object]:
        return self.value.get(key, default)

    def set_kept(self, key: str, value: dict[str, object]) -> None:
        self.value[key] = value
        self.times += 1


def test_a_host_sees_what_each_ipad_last_said_of_itself(hub: Hub) -> None:
    pad = Pad()
    pad.about = {"battery": 0.42, "charging": True, "unsent": 3, "release": "r2", "activity": "asha", "visit": True,
                 "ready": "r3/asha"}  # fmt: skip
    hub.monotonic.now = 7.0
    pad.sends(hub)
    (ipad,) = hub.ipads.all()
    assert (ipad.number, ipad.title, ipad.seen) == (1, "iPad 1", 7.0)
    assert ipad.about == About("", 0.42, True, 3, "r2", "asha", True, "r3/asha")
    pad.about = {"unsent": 0}
    pad.sends(hub)
    assert hub.ipads.all()[0].about == About()


def test_what_is_held_here_is_not_said_to_be_unsent(hub: Hub) -> None:
    pad = Pad().does().does()
    pad.about = {"unsent": 3}
    body = pad.body()
    hub.take(body)
    hub.take(body)
    assert hub.ipads.all()[0].about.unsent == 1


def test_an_ipad_keeps_its_number_and_its_name_through_a_restart_and_was_not_seen_since(hub: Hub) -> None:
    for who in ("a", "b"):
        Pad(who * 32).sends(hub)
    hub.ipads.rename(identity("b" * 32), "By the  window\n")
    hub.restart()
    one, other = hub.ipads.all()
    assert (one.number, one.title, one.seen) == (1, "iPad 1", None)
    assert (other.number, other.title, other.seen) == (2, "By the window", None)
    Pad("b" * 32).does().sends(hub)
    assert hub.rows("station") == [("gp-1/iPad 2",)]


def test_the_name_that_a_host_gives_counts_before_the_one_that_it_brings() -> None:
    ipads = Ipads(keeper=Kept(), monotonic=Clock(0.0))
    assert ipads.see("a", About(name=" Blue \u202e" + "x" * 99)).title == ("Blue " + "x" * 99)[:NAME_LIMIT]
    ipads.rename("a", "Green")
    assert ipads.see("a", About(name="Blue")).title == "Green"
    ipads.rename("a", " ")
    assert ipads.see("a", About()).title == "iPad 1"
    with pytest.raises(KeyError):
        ipads.rename("b", "Grey")


def test_one_too_many_takes_the_number_of_the_one_that_was_not_seen_for_the_longest_time() -> None:
    clock, kept = Clock(0.0), Kept()
    ipads = Ipads(keeper=kept, monotonic=clock, most=3)
    for who in ("a", "b", "c", "a"):
        clock.now += 1
        ipads.see(who, About())
    assert ipads.see("d", About()).number == 2
    assert [one.id for one in ipads.all()] == ["a", "d", "c"]
    again = Ipads(keeper=kept, monotonic=clock, most=3)
    again.see("c", About())
    again.see("e", About())
    assert [(one.id, one.number) for one in again.all()] == [("e", 1), ("d", 2), ("c", 3)]


def test_nothing_is_written_while_the_same_ipads_come_again() -> None:
    kept = Kept()
    ipads = Ipads(keeper=kept, monotonic=Clock(0.0))
    for _ in range(5):
        ipads.see("a", About(name="Blue"))
    assert kept.times == 1
    assert "a" in ipads
    assert "b" not in ipads
