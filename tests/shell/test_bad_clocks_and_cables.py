"""A clock that jumps and a sound card that is pulled out: nobody waits, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from shell.stand import ONE_VISIT, Make
from store.store_stage import Clock, query, verbs

from kiosk.visit import Phase


@pytest.mark.parametrize("years", [1, -1, 30])
def test_a_clock_that_jumps_years_ends_no_visit_and_keeps_the_order(make: Make, tmp_path: Path, years: int) -> None:
    wall = Clock()
    stand = make(clock=wall)
    stand.wake()
    stand.open("walk")
    wall.now += years * 365 * 86_400.0
    stand.after(5.0)
    assert (stand.phase(), stand.station.state.asked) == (Phase.ACTIVITY, None)
    stand.finger.tap_object("primary")
    stand.finger.tap_object("primary")
    stand.finger.tap_object("finish")
    stand.finger.tap_object("done")
    assert stand.verbs() == ONE_VISIT
    assert stand.store is not None and stand.store.flush()
    assert verbs(tmp_path) == ONE_VISIT
    assert query(tmp_path, "SELECT lasted, how FROM visit") == [(5000, "finished")]
    stand.host()


def test_an_unplugged_sound_card_is_told_to_the_host_comes_back_by_itself_and_nobody_waits(
    make: Make,
) -> None:
    stand = make()
    stand.after(0.5)
    stand.wake()
    stand.open("voices")
    stand.finger.tap_object("clip-hello")
    stand.after(1.0)
    stand.device.unplug()
    stand.after(2.5)
    assert stand.window.property("voiceKey") != ""
    stand.host()
    stand.after(1.5)
    assert any("Check that the speakers are plugged in" in words for words in stand.words())
    stand.device.plug()
    stand.after(65.0)
    assert any(words.startswith("Sound is on") for words in stand.words())
    stand.finger.tap_object("toVisitors")
    assert stand.station.state.activity == "voices"
