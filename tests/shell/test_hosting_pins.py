"""The pad at the real window: what it says, what it counts, what it never keeps."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from qml_items import every
from shell.stand import PINS, Later, Make, Stand
from store.store_stage import Disk, query

from kiosk.errors import KnownError
from kiosk.host import pin as pin_module
from kiosk.host.menu import Stage
from kiosk.visit import Phase

WRONG = "318264"


def test_a_wrong_pin_is_said_in_words_and_another_can_be_entered_at_once(stand: Stand) -> None:
    stand.finger.key_f10()
    stand.enter_pin(WRONG)
    assert stand.stage() is Stage.PIN
    assert "That PIN is not right. 4 tries left." in stand.words()
    stand.enter_pin(PINS["host"])
    assert stand.stage() is Stage.OPEN
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
    assert stand.stage() is Stage.OPEN


def test_the_pad_can_be_typed_on_a_keyboard_and_a_digit_taken_back(stand: Stand) -> None:
    stand.finger.key_f10()
    stand.finger.wait_for(lambda: "Staff only" in stand.words(), "the pad")
    type_in(stand, "9")
    QTest.keyClick(stand.window, Qt.Key.Key_Backspace)
    type_in(stand, PINS["host"])
    assert stand.stage() is Stage.OPEN


def type_in(stand: Stand, digits: str) -> None:
    for digit in digits:
        QTest.keyClick(stand.window, Qt.Key(ord(digit)))


def test_a_late_answer_opens_nothing_once_the_pad_was_left(make: Make) -> None:
    later = Later()
    stand = make(offload=later)
    later.work()
    stand.finger.key_f10()
    later.work()
    stand.enter_pin(PINS["host"])
    stand.finger.tap("Cancel")
    assert stand.stage() is Stage.CLOSED
    later.work()
    assert stand.stage() is Stage.CLOSED
    stand.finger.key_f10()
    later.work()
    assert stand.stage() is Stage.PIN
    stand.enter_pin(WRONG)
    stand.finger.tap("Cancel")
    later.work()
    assert (stand.stage(), stand.verbs()) == (Stage.CLOSED, ["host-wrong-pin"])


def test_the_gui_thread_never_asks_the_guard_which_may_be_waiting_for_the_disk(make: Make) -> None:
    later = Later()
    stand = make(offload=later, first_start=True)
    assert stand.pins == {}
    later.work()
    assert set(stand.pins) == {"host", "it"}
    stand.finger.key_f10()
    assert stand.stage() is Stage.CLOSED
    later.work()
    assert stand.stage() is Stage.PIN
    stand.enter_pin(stand.pins["host"])
    assert (stand.stage(), "One moment." in stand.words()) == (Stage.PIN, True)
    assert stand.pins["host"] not in everything(stand) + str(stand.window.property("host"))
    later.work()
    assert stand.stage() is Stage.OPEN


def test_a_first_start_makes_pins_that_open_and_later_starts_make_none(make: Make) -> None:
    stand = make(first_start=True)
    pins = dict(stand.pins)
    assert sorted(pins) == ["host", "it"] and pins["host"] != pins["it"]
    again = make(first_start=True)
    assert again.pins == {}
    again.finger.key_f10()
    again.enter_pin(pins["host"])
    assert again.stage() is Stage.OPEN


def test_pins_that_the_disk_does_not_take_are_told_and_the_kiosk_goes_on(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pin_module, "PATIENCE", 0.01)
    disk = Disk()
    stand = make(opened=False, connect=disk.connect, first_start=True, background=False)
    told: list[object] = []
    monkeypatch.setattr(stand, "_made", told.append)
    stand.open_store(before_pins=lambda: setattr(disk, "fails", lambda _: True))
    (error,) = told
    assert isinstance(error, KnownError) and "could not be written" in str(error)
    stand.wake()
    assert stand.phase() is Phase.HOME
    disk.fails = lambda _: False
    assert stand.verbs() == ["begin"]


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
