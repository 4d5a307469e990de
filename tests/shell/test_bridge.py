"""A delegate at the real window: real taps on real screens, on a clock that is set by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from shell.stand import Later, Make, Stand, middle

from kiosk.visit import Phase, Preferences

# Waking


@pytest.mark.parametrize("by", ["mouse", "touch"])
@pytest.mark.parametrize("beneath", ["card-kitchen", "finish"])
def test_the_touch_that_wakes_it_presses_nothing_beneath(
    stand: Stand, touchscreen: QPointingDevice, by: str, beneath: str
) -> None:
    stand.wake()
    spot = middle(stand.item(beneath))
    stand.station.leave("finished")
    stand.bridge.show()
    stand.finger.wait_for(lambda: "Touch to begin" in stand.words(), "the attract picture")
    stand.item("invitation")
    before = len(stand.rows())
    if by == "touch":
        stand.touch(touchscreen, spot.x(), spot.y())
    else:
        stand.tap_at(spot.x(), spot.y())
    stand.finger.spin(50)
    assert stand.phase() is Phase.HOME
    assert stand.verbs()[before:] == ["begin"]
    assert stand.station.state.preferences == Preferences()


def test_the_second_touch_opens_what_is_beneath(stand: Stand) -> None:
    stand.wake()
    stand.open("walk")
    assert stand.verbs() == ["begin", "enter"]


# Still there?


def test_still_there_comes_after_the_idle_time_and_counts_twenty_seconds_down_visibly(stand: Stand) -> None:
    stand.wake()
    stand.after(59.5)
    assert "Still there?" not in stand.words()
    stand.after(0.5)
    stand.item("carryOn")
    assert "Still there?" in stand.words()
    for left in range(20, 0, -1):
        assert stand.window.property("stillThere") == left and str(left) in stand.words()
        stand.after(1.0)
    assert stand.phase() is Phase.ATTRACT
    assert stand.verbs() == ["begin", "still-there", "end"]


@pytest.mark.parametrize("where", [(30, 30), (960, 900), (960, 300), (1880, 1040)])
def test_any_touch_carries_on_and_presses_nothing_beneath(
    stand: Stand, touchscreen: QPointingDevice, where: tuple[int, int]
) -> None:
    stand.wake()
    stand.after(60.0)
    stand.item("carryOn")
    stand.touch(touchscreen, *where)
    assert (stand.phase(), stand.station.state.asked) == (Phase.HOME, None)
    assert stand.verbs() == ["begin", "still-there", "carry-on"]
    stand.finger.wait_for(lambda: "Still there?" not in stand.words(), "the end of the question")
    stand.after(59.5)
    assert stand.station.state.asked is None


def test_any_key_carries_on_and_does_nothing_else(stand: Stand) -> None:
    stand.wake()
    stand.item("finish").forceActiveFocus()
    stand.after(60.0)
    stand.item("carryOn")
    QTest.keyClick(stand.window, Qt.Key.Key_Return)
    assert (stand.phase(), stand.station.state.asked) == (Phase.HOME, None)
    assert stand.verbs() == ["begin", "still-there", "carry-on"]


def test_finish_now_ends_the_visit(stand: Stand) -> None:
    stand.wake()
    stand.after(60.0)
    stand.finger.tap_object("finishNow")
    assert stand.phase() is Phase.ATTRACT


def test_every_touch_starts_the_idle_time_anew(stand: Stand) -> None:
    stand.wake()
    for _ in range(3):
        stand.after(40.0)
        stand.tap_at(960, 20)
    assert stand.verbs() == ["begin"]


def test_nobody_is_asked_while_a_film_plays_and_a_film_ends_with_its_screen(stand: Stand) -> None:
    stand.wake()
    stand.open("walk")
    stand.window.busy.emit(True)
    stand.after(300.0)
    assert stand.station.state.asked is None
    stand.finger.tap_object("primary")
    assert stand.station.spot.screen == "part-2"
    stand.after(60.0)
    assert stand.station.state.asked is not None


# The end of a visit


def test_a_delegate_who_walks_away_leaves_no_trace_on_the_window(stand: Stand) -> None:
    stand.wake()
    fresh = stand.station.moment()
    first = stand.station.state.id
    for control in ("textSize", "contrast", "sound"):
        stand.finger.tap_object(control)
    assert stand.station.state.preferences == Preferences(1, True, False)
    stand.open("walk")
    stand.finger.tap_object("primary")
    stand.after(80.0)
    assert stand.phase() is Phase.ATTRACT
    assert stand.window.property("moment")["preferences"] == {
        "text_step": 0, "contrast": False, "sound": True, "language": "en",
    }  # fmt: skip
    assert stand.sound.state().kind == "ok"
    stand.wake()
    assert stand.station.moment() == fresh
    assert stand.station.state.id != first
    stand.open("walk")
    assert stand.station.spot.screen == "part-1"


def test_text_size_has_three_steps_and_comes_round(stand: Stand) -> None:
    stand.wake()
    seen = []
    for _ in range(4):
        seen.append(stand.window.property("moment")["preferences"]["text_step"])
        stand.finger.tap_object("textSize")
    assert seen == [0, 1, 2, 0]


def test_finish_leads_to_the_thank_you_and_that_to_the_attract_picture(stand: Stand) -> None:
    stand.wake()
    stand.finger.tap_object("finish")
    stand.item("done")
    assert "Thank you." in stand.words()
    stand.after(25.0)
    assert stand.phase() is Phase.ATTRACT
    stand.wake()
    stand.finger.tap_object("finish")
    stand.finger.tap_object("done")
    assert stand.phase() is Phase.ATTRACT
    assert stand.verbs() == ["begin", "finish", "end"] * 2


def test_from_the_thank_you_one_more_thing_leads_home(stand: Stand) -> None:
    stand.wake()
    stand.finger.tap_object("finish")
    stand.finger.tap_object("backHome")
    assert stand.phase() is Phase.HOME


def test_start_again_asks_first_and_then_clears_the_visit(stand: Stand) -> None:
    stand.wake()
    stand.finger.tap_object("startAgain")
    stand.finger.tap_object("keepGoing")
    assert stand.phase() is Phase.HOME
    stand.open("walk")
    stand.finger.tap_object("again")
    stand.finger.tap_object("startAfresh")
    assert stand.phase() is Phase.ATTRACT
    stand.finger.wait_for(lambda: "Start again?" not in stand.words(), "the end of the question")
    stand.wake()
    assert stand.verbs() == ["begin", "enter", "end", "begin"]


def test_home_keeps_the_place_and_an_activity_that_ended_opens_afresh(stand: Stand) -> None:
    stand.wake()
    stand.open("walk")
    stand.finger.tap_object("primary")
    stand.finger.tap_object("home")
    stand.open("walk")
    assert stand.station.spot.screen == "part-2"
    stand.finger.tap_object("primary")
    assert stand.phase() is Phase.HOME
    stand.open("walk")
    assert stand.station.spot.screen == "part-1"
    stand.finger.tap_object("back")
    assert stand.phase() is Phase.HOME


# What comes late


def test_a_kiosk_is_used_before_its_recordings_are_open_and_nothing_is_lost(make: Make) -> None:
    stand = make(opened=False)
    stand.wake()
    stand.open("walk")
    stand.open_store()
    stand.finger.tap_object("home")
    assert stand.verbs() == ["begin", "enter", "home"]


def test_faces_that_are_found_after_the_activity_was_left_are_not_drawn_elsewhere(make: Make) -> None:
    later = Later()
    stand = make(opened=False, offload=later)
    stand.wake()
    stand.open("voices")
    assert stand.window.property("moment")["view"]["faces"] == {}
    stand.bridge.host_ends_visit()
    stand.wake()
    stand.open("walk")
    later.work()
    assert stand.window.property("moment")["view"]["faces"] == {}
