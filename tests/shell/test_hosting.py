"""A host at the real window: the hidden way in, the pads, and everything the menu does, by real touches."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from qml_items import every
from shell.stand import PINS, Later, Stand, middle
from small_venue import replace_in, write_venue
from store.store_stage import Disk, query

from kiosk.app import open_library
from kiosk.content.library import Library
from kiosk.errors import KnownError
from kiosk.host import pin as pin_module
from kiosk.host.menu import Stage
from kiosk.settings import Settings
from kiosk.visit import Phase

pytestmark = pytest.mark.usefixtures("qapp")

CORNER = (1905, 15)
WRONG = "318264"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return write_venue(tmp_path_factory.mktemp("venue"), drawn=True)


@pytest.fixture(scope="module")
def library(settings: Settings) -> Library:
    return open_library(settings)


@pytest.fixture(scope="module")
def touchscreen() -> QPointingDevice:
    return QTest.createTouchDevice()


Make = Callable[..., Stand]


@pytest.fixture
def make(settings: Settings, library: Library, tmp_path: Path) -> Iterator[Make]:
    """Kiosks over one data folder, one after the other as after restarts."""
    made: list[Stand] = []

    def another(**changes: Any) -> Stand:
        for one in made:
            one.close()
        made[:] = [Stand(settings, **{"data": tmp_path, "library": library, **changes})]
        made[0].open_store()
        return made[0]

    yield another
    for one in made:
        one.close()


@pytest.fixture
def stand(make: Make) -> Stand:
    return make()


# The hidden way in


def test_two_seconds_in_the_corner_bring_up_the_pad_by_mouse(stand: Stand) -> None:
    stand.wake()
    stand.press(*CORNER)
    stand.after(1.75)
    assert stand.desk.stage is Stage.CLOSED
    stand.after(0.25)
    assert stand.desk.stage is Stage.PIN
    stand.release(*CORNER)
    stand.after(1.0)
    assert stand.desk.stage is Stage.PIN
    assert "Enter your 6-digit PIN" in stand.words()


def test_two_seconds_in_the_corner_bring_up_the_pad_by_touch(stand: Stand, touchscreen: QPointingDevice) -> None:
    QTest.touchEvent(stand.window, touchscreen).press(0, QPoint(*CORNER), stand.window).commit()
    stand.after(2.0)
    assert stand.desk.stage is Stage.PIN
    QTest.touchEvent(stand.window, touchscreen).release(0, QPoint(*CORNER), stand.window).commit()
    stand.finger.spin(50)
    assert stand.desk.stage is Stage.PIN
    assert stand.station.state.phase is Phase.ATTRACT


def test_a_tap_in_the_corner_is_for_what_lies_beneath_it(stand: Stand, touchscreen: QPointingDevice) -> None:
    stand.item("invitation")
    stand.touch(touchscreen, *CORNER)
    stand.after(3.0)
    assert (stand.desk.stage, stand.station.state.phase) == (Stage.CLOSED, Phase.HOME)


def test_a_finger_that_leaves_the_corner_or_a_second_one_calls_it_off(
    stand: Stand, touchscreen: QPointingDevice
) -> None:
    away, window = QPoint(1000, 500), stand.window
    QTest.touchEvent(window, touchscreen).press(0, QPoint(*CORNER), window).commit()
    QTest.touchEvent(window, touchscreen).move(0, away, window).commit()
    QTest.touchEvent(window, touchscreen).move(0, QPoint(*CORNER), window).commit()
    stand.after(3.0)
    assert stand.desk.stage is Stage.CLOSED
    QTest.touchEvent(window, touchscreen).release(0, QPoint(*CORNER), window).commit()
    QTest.touchEvent(window, touchscreen).press(0, QPoint(*CORNER), window).commit()
    QTest.touchEvent(window, touchscreen).stationary(0).press(1, away, window).commit()
    stand.after(3.0)
    assert stand.desk.stage is Stage.CLOSED
    QTest.touchEvent(window, touchscreen).release(0, QPoint(*CORNER), window).release(1, away, window).commit()


@pytest.mark.parametrize("place", [(1700, 15), (1905, 300), (15, 15), (960, 1060)])
def test_no_other_place_is_the_corner(stand: Stand, place: tuple[int, int]) -> None:
    stand.press(*place)
    stand.after(3.0)
    stand.release(*place)
    assert stand.desk.stage is Stage.CLOSED


def test_the_corner_is_as_large_on_a_small_window(make: Make) -> None:
    stand = make(size=(960, 540))
    stand.press(960 - 70, 10)
    stand.after(2.5)
    stand.release(960 - 70, 10)
    assert stand.desk.stage is Stage.CLOSED
    stand.press(960 - 50, 10)
    stand.after(2.5)
    assert stand.desk.stage is Stage.PIN
    stand.release(960 - 50, 10)


def test_a_keyboard_has_keys_for_it(stand: Stand) -> None:
    QTest.keyClick(stand.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert stand.desk.stage is Stage.PIN
    QTest.keyClick(stand.window, Qt.Key.Key_Escape)
    assert stand.desk.stage is Stage.CLOSED
    stand.finger.key_f10()
    assert stand.desk.stage is Stage.PIN
    assert stand.station.state.phase is Phase.ATTRACT


def test_until_the_recordings_are_open_the_menu_stays_shut(
    settings: Settings, library: Library, tmp_path: Path
) -> None:
    stand = Stand(settings, data=tmp_path, library=library)
    try:
        stand.finger.key_f10()
        assert stand.desk.stage is Stage.CLOSED
        stand.open_store()
        stand.finger.key_f10()
        assert stand.desk.stage is Stage.PIN
    finally:
        stand.close()


# PINs


def test_a_wrong_pin_is_said_in_words_and_another_can_be_entered_at_once(stand: Stand) -> None:
    stand.finger.key_f10()
    stand.enter_pin(WRONG)
    assert stand.desk.stage is Stage.PIN
    assert "That PIN is not right. 4 tries left." in stand.words()
    stand.enter_pin(PINS["host"])
    assert stand.desk.stage is Stage.OPEN
    assert stand.rows() == [("host-wrong-pin", '{"which":"host","wait":0}'), ("host-open", "{}")]


def test_five_wrong_pins_lock_the_pad_and_it_counts_the_wait_down(stand: Stand) -> None:
    stand.finger.key_f10()
    for _ in range(5):
        stand.enter_pin(WRONG)
    assert "Too many tries. Wait 30 seconds." in stand.words()
    stand.after(10.0)
    assert "Too many tries. Wait 20 seconds." in stand.words()
    stand.after(20.0)
    stand.enter_pin(PINS["host"])
    assert stand.desk.stage is Stage.OPEN


def test_the_pad_can_be_typed_on_a_keyboard_and_a_digit_taken_back(stand: Stand) -> None:
    stand.finger.key_f10()
    stand.finger.wait_for(lambda: "Staff only" in stand.words(), "the pad")
    for key in "9":
        QTest.keyClick(stand.window, key)
    QTest.keyClick(stand.window, Qt.Key.Key_Backspace)
    for key in PINS["host"]:
        QTest.keyClick(stand.window, key)
    assert stand.desk.stage is Stage.OPEN


def test_a_late_answer_opens_nothing_once_the_pad_was_left(make: Make) -> None:
    later = Later()
    stand = make(offload=later)
    later.work()
    stand.finger.key_f10()
    later.work()
    stand.enter_pin(PINS["host"])
    stand.finger.tap("Cancel")
    assert stand.desk.stage is Stage.CLOSED
    later.work()
    assert stand.desk.stage is Stage.CLOSED
    stand.finger.key_f10()
    later.work()
    assert stand.desk.stage is Stage.PIN
    stand.enter_pin(WRONG)
    stand.finger.tap("Cancel")
    later.work()
    assert (stand.desk.stage, stand.verbs()) == (Stage.CLOSED, ["host-wrong-pin"])


def test_the_gui_thread_never_asks_the_guard_which_may_be_waiting_for_the_disk(make: Make) -> None:
    later = Later()
    stand = make(offload=later, first_start=True)
    assert stand.pins == {}
    later.work()
    assert set(stand.pins) == {"host", "it"}
    stand.finger.key_f10()
    assert stand.desk.stage is Stage.CLOSED
    later.work()
    assert stand.desk.stage is Stage.PIN
    stand.enter_pin(stand.pins["host"])
    assert (stand.desk.stage, "One moment." in stand.words()) == (Stage.PIN, True)
    assert stand.pins["host"] not in everything(stand) + str(stand.window.property("host"))
    later.work()
    assert stand.desk.stage is Stage.OPEN


def test_a_first_start_makes_pins_that_open_and_later_starts_make_none(make: Make) -> None:
    stand = make(first_start=True)
    pins = dict(stand.pins)
    assert sorted(pins) == ["host", "it"] and pins["host"] != pins["it"]
    again = make(first_start=True)
    assert again.pins == {}
    again.finger.key_f10()
    again.enter_pin(pins["host"])
    assert again.desk.stage is Stage.OPEN


def test_pins_that_the_disk_does_not_take_are_told_and_the_kiosk_goes_on(
    settings: Settings, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pin_module, "PATIENCE", 0.01)
    disk = Disk()
    stand = Stand(settings, data=tmp_path, library=library, connect=disk.connect, first_start=True, background=False)
    told: list[object] = []
    monkeypatch.setattr(stand, "_made", told.append)
    try:
        stand.open_store(before_pins=lambda: setattr(disk, "fails", lambda _: True))
        (error,) = told
        assert isinstance(error, KnownError) and "could not be written" in str(error)
        stand.wake()
        assert stand.station.state.phase is Phase.HOME
        disk.fails = lambda _: False
        assert stand.verbs() == ["begin"]
    finally:
        stand.close()


def test_no_digit_of_a_pin_is_recorded_logged_or_left_in_the_window(
    make: Make, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    stand = make()
    stand.finger.key_f10()
    entered = ""
    for digit in WRONG + PINS["host"]:
        entered += digit
        stand.finger.tap(digit)
        shown = str([stand.window.property(name) for name in ("host", "hostHealth", "moment")])
        on_the_pad = entered[(len(entered) - 1) // 6 * 6 :]
        assert len(on_the_pad) < 4 or on_the_pad not in shown
        if len(entered) % 6 == 0:
            assert WRONG not in everything(stand) and PINS["host"] not in everything(stand)
    stand.finger.tap_object("leaveKiosk")
    stand.enter_pin(WRONG)
    stand.rows()
    stand.close()
    out, err = capfd.readouterr()
    tables = ("interaction", "visit", "note", "kept")
    dump = "\n".join(str(row) for table in tables for row in query(stand.data, f"SELECT * FROM {table}"))
    for pin in (WRONG, *PINS.values()):
        assert pin not in dump + out + err + caplog.text
    assert "host-wrong-pin" in dump


def everything(stand: Stand) -> str:
    """Every text property of everything on the window."""
    found = []
    for item in [stand.window, *every(stand.window.contentItem())]:
        found += [str(item.property(name)) for name in ("typed", "digits", "text", "message", "name")]
    return "\n".join(found)


# What a host does


def test_a_switch_now_ends_the_visit_and_stays_after_a_restart(make: Make) -> None:
    stand = make()
    stand.wake()
    stand.open("walk")
    stand.host()
    stand.finger.tap_object("scenario-porch")
    stand.finger.tap_object("switchNow")
    assert (stand.station.scenario, stand.station.state.phase) == ("porch", Phase.ATTRACT)
    assert stand.desk.stage is Stage.OPEN
    assert stand.rows()[-2:] == [("host-switch", '{"scenario":"porch","when":"now"}'), ("end", '{"how":"host"}')]
    again = make()
    assert (again.station.scenario, again.desk.room.on) == ("porch", "porch")
    again.wake()
    again.open("porch")


def test_a_switch_after_this_visit_waits_for_its_end(make: Make) -> None:
    stand = make()
    stand.wake()
    stand.host()
    stand.finger.tap_object("scenario-porch")
    stand.finger.tap_object("switchAfter")
    assert (stand.station.scenario, stand.station.state.phase) == ("kitchen", Phase.HOME)
    assert "Next, after this visit" in stand.words()
    stand.finger.tap_object("toVisitors")
    stand.open("kitchen")
    stand.finger.tap_object("again")
    stand.finger.tap_object("startAfresh")
    assert (stand.station.scenario, stand.station.state.phase) == ("porch", Phase.ATTRACT)


def test_a_switch_that_waited_has_happened_after_a_restart(make: Make) -> None:
    stand = make()
    stand.wake()
    stand.host()
    stand.finger.tap_object("scenario-porch")
    stand.finger.tap_object("switchAfter")
    assert make().station.scenario == "porch"


def test_with_nobody_visiting_one_touch_switches(stand: Stand) -> None:
    stand.host()
    stand.finger.tap_object("scenario-porch")
    assert stand.station.scenario == "porch"
    stand.finger.tap_object("scenario-kitchen")
    assert stand.station.scenario == "kitchen"


def test_a_kept_choice_reaches_a_delegate_who_was_there_first_only_after_their_visit(make: Make) -> None:
    stand = make()
    stand.host()
    stand.finger.tap_object("scenario-porch")
    stand.close()
    late = Stand(stand.shell_settings, data=stand.data, library=stand.library)
    try:
        late.wake()
        late.open("kitchen")
        late.open_store()
        assert (late.station.scenario, late.station.state.activity) == ("kitchen", "kitchen")
        late.bridge.host_ends_visit()
        assert late.station.scenario == "porch"
    finally:
        late.close()


def test_a_finger_that_is_down_while_the_menu_refreshes_does_not_lose_its_touch(stand: Stand) -> None:
    stand.host()
    spot = middle(stand.item("scenario-porch"))
    stand.press(spot.x(), spot.y())
    stand.after(0.75)
    stand.release(spot.x(), spot.y())
    assert stand.station.scenario == "porch"


def test_the_volume_is_heard_at_once_and_kept_over_a_restart(make: Make) -> None:
    stand = make()
    stand.after(0.25)
    stand.host()
    stand.finger.tap_object("tab-sound")
    stand.finger.tap_object("louder")
    stand.finger.tap_object("louder")
    assert "90" in stand.words()
    stand.finger.tap_object("soundTest")
    assert [what for what, _ in stand.device.heard][-1] == "tone"
    assert stand.device.heard[-1][1] == pytest.approx(0.81)
    assert [verb for verb in stand.verbs() if verb != "host-open"] == ["host-volume"] * 2 + ["host-sound-test"]
    again = make()
    again.after(0.25)
    again.sound.test()
    assert again.device.heard[-1] == ("tone", pytest.approx(0.81))


def test_a_pause_ends_the_visit_and_shows_back_soon_until_a_host_opens_again(stand: Stand) -> None:
    stand.wake()
    stand.host()
    stand.finger.tap_object("pauseKiosk")
    assert (stand.station.state.phase, stand.desk.stage) == (Phase.PAUSED, Stage.CLOSED)
    stand.finger.wait_for(lambda: "Back soon" in stand.words(), "the pause screen")
    stand.tap_at(960, 500)
    stand.after(300.0)
    assert stand.station.state.phase is Phase.PAUSED
    stand.finger.tap_object("staff")
    stand.enter_pin(PINS["host"])
    assert "Open again" in stand.words()
    stand.finger.tap_object("pauseKiosk")
    assert stand.station.state.phase is Phase.ATTRACT
    assert stand.verbs() == [
        "begin", "host-open", "host-pause", "end", "host-close", "host-open", "host-resume", "host-close",
    ]  # fmt: skip


def test_clearing_the_visit_leaves_the_menu_open_and_the_attract_picture_beneath(stand: Stand) -> None:
    stand.wake()
    stand.host()
    stand.finger.tap_object("clearVisit")
    assert (stand.station.state.phase, stand.desk.stage) == (Phase.ATTRACT, Stage.OPEN)
    assert stand.verbs()[-2:] == ["host-start-again", "end"]


def test_words_that_a_host_puts_up_appear_on_the_wall_and_others_never(stand: Stand) -> None:
    stand.wake()
    for words in ("Ring first", "Something rude"):
        stand.open("wall")
        stand.bridge.act("own-words", "")
        stand.bridge.act("send", words)
        stand.bridge.act("finish", "")
    stand.host()
    stand.finger.tap_object("tab-notes")
    assert {"“Ring first”", "“Something rude”"} <= set(stand.words())
    stand.finger.tap_object("approve")
    stand.finger.tap_object("decline")
    assert "Nothing is waiting to be read." in stand.words()
    stand.finger.tap_object("toVisitors")
    stand.open("wall")
    stand.bridge.act("look", "")
    assert stand.window.property("moment")["view"]["live"]["pledge"] == ["Ring first"]
    stand.finger.wait_for(lambda: any("Ring first" in words for words in stand.words()), "the words on the wall")
    assert not any("rude" in words for words in stand.words())
    told = [detail for verb, detail in stand.rows() if verb in ("host-approve", "host-decline")]
    assert len(told) == 2 and not any("Ring" in detail or "rude" in detail for detail in told)


def test_leaving_needs_the_pin_of_it(stand: Stand) -> None:
    stand.host()
    stand.finger.tap_object("leaveKiosk")
    stand.enter_pin(PINS["host"])
    assert stand.quits == [] and stand.desk.stage is Stage.IT_PIN
    stand.enter_pin(PINS["it"])
    assert stand.quits == ["leave"]
    assert stand.verbs() == ["host-open", "host-wrong-pin", "host-leave"]


def test_the_pin_of_it_does_not_open_the_menu(stand: Stand) -> None:
    stand.finger.key_f10()
    stand.enter_pin(PINS["it"])
    assert stand.desk.stage is Stage.PIN


def test_restart_asks_for_a_restart_and_is_recorded(stand: Stand) -> None:
    stand.host()
    stand.finger.tap_object("restartApp")
    assert (stand.quits, stand.verbs()) == (["restart"], ["host-open", "host-restart"])


def test_what_nobody_touches_closes_by_itself(stand: Stand) -> None:
    stand.finger.key_f10()
    stand.after(44.5)
    assert stand.desk.stage is Stage.PIN
    stand.after(0.5)
    assert stand.desk.stage is Stage.CLOSED
    stand.host()
    stand.after(100.0)
    stand.finger.tap_object("tab-sound")
    stand.after(119.5)
    assert stand.desk.stage is Stage.OPEN
    stand.after(0.5)
    assert stand.desk.stage is Stage.CLOSED
    assert stand.rows()[-1] == ("host-close", '{"how":"idle"}')


def test_no_visit_idles_out_under_a_host(stand: Stand) -> None:
    stand.wake()
    stand.host()
    for _ in range(4):
        stand.after(60.0)
        stand.finger.tap_object("tab-sound")
    assert stand.station.state.phase is Phase.HOME
    stand.finger.tap_object("toVisitors")
    stand.after(59.5)
    assert stand.station.state.asked is None


def test_the_menu_tells_how_the_sound_is(stand: Stand) -> None:
    stand.device.unplug()
    stand.after(2.5)
    stand.host()
    stand.after(1.0)
    assert "1 thing wants a look" in stand.words()
    assert any("unplugged" in words for words in stand.words())


def test_a_broken_activity_is_told_with_its_fault_and_the_rest_works(tmp_path: Path) -> None:
    settings = write_venue(tmp_path / "venue", drawn=True)
    replace_in(settings.content / "walk" / "activity.yaml", "heading: A walk", "heading: [A walk]")
    stand = Stand(settings, data=tmp_path / "data")
    try:
        stand.open_store()
        stand.wake()
        assert "A walk in the rain" not in stand.words()
        stand.open("voices")
        stand.host()
        assert "1 thing wants a look" in stand.words()
        stand.finger.tap_object("tab-faults")
        assert any(words.startswith("walk/activity.yaml:") for words in stand.words())
    finally:
        stand.close()
