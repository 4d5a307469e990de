from __future__ import annotations

import pytest

from kiosk.host import gesture
from kiosk.host.gesture import HOLD, Watch


@pytest.mark.parametrize(
    ("x", "y", "inside"),
    [(1919, 0, True), (1800, 120, True), (1799, 60, False), (1900, 121, False), (0, 0, False), (1921, 5, False)],
)
def test_the_corner_is_at_the_top_right(x: float, y: float, inside: bool) -> None:
    assert gesture.in_corner(x, y, width=1920) is inside


def test_the_corner_goes_with_the_width_and_the_scale() -> None:
    assert gesture.in_corner(1000, 20, width=1080)
    assert not gesture.in_corner(1000, 20, width=1080, corner=60)


def test_a_finger_held_for_two_seconds_opens_once() -> None:
    watch = gesture.pressed(Watch(), 1, inside=True, now=10)
    watch, opens = gesture.held(watch, now=10 + HOLD - 0.01)
    assert not opens
    watch, opens = gesture.held(watch, now=10 + HOLD)
    assert opens
    watch, opens = gesture.held(watch, now=20)
    assert not opens
    assert gesture.released(watch, 1, now=21) == (Watch(), False)


def test_a_release_after_two_seconds_opens_if_nobody_asked_in_between() -> None:
    watch = gesture.pressed(Watch(), 1, inside=True, now=10)
    assert gesture.released(watch, 1, now=10 + HOLD) == (Watch(), True)


def test_a_short_press_does_not_open_and_the_next_starts_anew() -> None:
    watch = gesture.pressed(Watch(), 1, inside=True, now=10)
    watch, opens = gesture.released(watch, 1, now=11.5)
    assert not opens
    watch = gesture.pressed(watch, 1, inside=True, now=11.6)
    assert not gesture.held(watch, now=12.5)[1]
    assert gesture.held(watch, now=13.6)[1]


def test_a_press_that_starts_outside_and_comes_in_does_not_open() -> None:
    watch = gesture.pressed(Watch(), 1, inside=False, now=10)
    watch = gesture.moved(watch, 1, inside=True)
    assert not gesture.held(watch, now=20)[1]


def test_a_press_that_leaves_and_comes_back_does_not_open() -> None:
    watch = gesture.pressed(Watch(), 1, inside=True, now=10)
    watch = gesture.moved(watch, 1, inside=True)
    assert gesture.held(watch, now=20)[1]
    watch = gesture.moved(gesture.moved(watch, 1, inside=False), 1, inside=True)
    assert not gesture.held(watch, now=20)[1]


def test_two_fingers_do_not_open_even_when_one_goes() -> None:
    watch = gesture.pressed(Watch(), 1, inside=True, now=10)
    watch = gesture.pressed(watch, 2, inside=True, now=10.1)
    assert not gesture.held(watch, now=20)[1]
    watch, opens = gesture.released(watch, 1, now=20)
    assert not opens
    assert not gesture.held(watch, now=30)[1]


def test_a_finger_that_rests_elsewhere_keeps_the_corner_from_opening() -> None:
    watch = gesture.pressed(Watch(), 1, inside=False, now=10)
    watch = gesture.pressed(watch, 2, inside=True, now=10)
    assert not gesture.held(watch, now=20)[1]


def test_another_finger_going_up_or_moving_unseen_changes_nothing() -> None:
    watch = gesture.pressed(Watch(), 1, inside=True, now=10)
    assert gesture.moved(watch, 9, inside=False) == watch
    assert gesture.released(watch, 9, now=20) == (watch, False)


@pytest.mark.parametrize(
    ("key", "control", "shift", "repeated", "opens"),
    [
        ("F10", False, False, False, True),
        ("f10", False, False, False, True),
        ("H", True, True, False, True),
        ("h", True, True, False, True),
        ("H", True, False, False, False),
        ("H", False, True, False, False),
        ("H", False, False, False, False),
        ("J", True, True, False, False),
        ("F10", False, False, True, False),
        ("", True, True, False, False),
    ],
)
def test_which_keys_open(key: str, control: bool, shift: bool, repeated: bool, opens: bool) -> None:
    assert gesture.is_key(key, control=control, shift=shift, repeated=repeated) is opens
