"""The hidden way in: a corner and a few keys, by real touches."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from shell.stand import Make, Stand

from kiosk.host.menu import Stage
from kiosk.visit import Phase

CORNER = (1905, 15)


def test_two_seconds_in_the_corner_bring_up_the_pad_by_mouse(stand: Stand) -> None:
    stand.wake()
    stand.press(*CORNER)
    stand.after(1.75)
    assert stand.stage() is Stage.CLOSED
    stand.after(0.25)
    assert stand.stage() is Stage.PIN
    stand.release(*CORNER)
    stand.after(1.0)
    assert stand.stage() is Stage.PIN
    assert "Enter your 6-digit PIN" in stand.words()


def test_two_seconds_in_the_corner_bring_up_the_pad_by_touch(stand: Stand, touchscreen: QPointingDevice) -> None:
    QTest.touchEvent(stand.window, touchscreen).press(0, QPoint(*CORNER), stand.window).commit()
    stand.after(2.0)
    assert stand.stage() is Stage.PIN
    QTest.touchEvent(stand.window, touchscreen).release(0, QPoint(*CORNER), stand.window).commit()
    stand.finger.spin(50)
    assert stand.stage() is Stage.PIN
    assert stand.phase() is Phase.ATTRACT


def test_a_tap_in_the_corner_is_for_what_lies_beneath_it(stand: Stand, touchscreen: QPointingDevice) -> None:
    stand.item("invitation")
    stand.touch(touchscreen, *CORNER)
    stand.after(3.0)
    assert (stand.stage(), stand.phase()) == (Stage.CLOSED, Phase.HOME)


def test_a_finger_that_leaves_the_corner_or_a_second_one_calls_it_off(
    stand: Stand, touchscreen: QPointingDevice
) -> None:
    away, window = QPoint(1000, 500), stand.window
    QTest.touchEvent(window, touchscreen).press(0, QPoint(*CORNER), window).commit()
    QTest.touchEvent(window, touchscreen).move(0, away, window).commit()
    QTest.touchEvent(window, touchscreen).move(0, QPoint(*CORNER), window).commit()
    stand.after(3.0)
    assert stand.stage() is Stage.CLOSED
    QTest.touchEvent(window, touchscreen).release(0, QPoint(*CORNER), window).commit()
    QTest.touchEvent(window, touchscreen).press(0, QPoint(*CORNER), window).commit()
    QTest.touchEvent(window, touchscreen).stationary(0).press(1, away, window).commit()
    stand.after(3.0)
    assert stand.stage() is Stage.CLOSED
    QTest.touchEvent(window, touchscreen).release(0, QPoint(*CORNER), window).release(1, away, window).commit()


@pytest.mark.parametrize("place", [(1700, 15), (1905, 300), (15, 15), (960, 1060)])
def test_no_other_place_is_the_corner(stand: Stand, place: tuple[int, int]) -> None:
    stand.press(*place)
    stand.after(3.0)
    stand.release(*place)
    assert stand.stage() is Stage.CLOSED


def test_the_corner_is_as_large_on_a_small_window(make: Make) -> None:
    stand = make(size=(960, 540))
    stand.press(960 - 70, 10)
    stand.after(2.5)
    stand.release(960 - 70, 10)
    assert stand.stage() is Stage.CLOSED
    stand.press(960 - 50, 10)
    stand.after(2.5)
    assert stand.stage() is Stage.PIN
    stand.release(960 - 50, 10)


def test_a_keyboard_has_keys_for_it(stand: Stand) -> None:
    QTest.keyClick(stand.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert stand.stage() is Stage.PIN
    QTest.keyClick(stand.window, Qt.Key.Key_Escape)
    assert stand.stage() is Stage.CLOSED
    stand.finger.key_f10()
    assert stand.stage() is Stage.PIN
    assert stand.phase() is Phase.ATTRACT


def test_until_the_recordings_are_open_the_menu_stays_shut(make: Make) -> None:
    stand = make(opened=False)
    stand.finger.key_f10()
    assert stand.stage() is Stage.CLOSED
    stand.open_store()
    stand.finger.key_f10()
    assert stand.stage() is Stage.PIN
