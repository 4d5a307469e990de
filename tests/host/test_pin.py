"""Trying a PIN: what is counted, what locks, and what no plug or clock can undo."""

from __future__ import annotations

import copy
from typing import Any
from unittest import mock

import pytest
from argon2 import PasswordHasher
from host.pin_stage import CHEAP, OTHER, RIGHT, WRONG, Clock, Counting, Disk, wrong

from kiosk.host.pin import LOCK, ROW, WINDOW, Outcome, PinGuard


def test_the_right_pin_opens(guard: PinGuard) -> None:
    outcome = guard.try_pin("host", RIGHT)
    assert outcome.ok and outcome.counted and outcome.wait_seconds == 0


def test_each_pin_opens_its_own_door_only(guard: PinGuard) -> None:
    assert not guard.try_pin("host", OTHER).ok
    assert not guard.try_pin("it", RIGHT).ok
    assert guard.try_pin("it", OTHER).ok


def test_a_wrong_pin_says_how_many_tries_are_left(guard: PinGuard) -> None:
    assert [wrong(guard, 1).sentence for _ in range(ROW)] == [
        "That PIN is not right. 4 tries left.",
        "That PIN is not right. 3 tries left.",
        "That PIN is not right. 2 tries left.",
        "That PIN is not right. 1 try left.",
        "That PIN is not right. Too many tries. Wait 30 seconds.",
    ]


def test_five_wrong_in_a_row_lock_for_thirty_seconds_even_for_the_right_pin(guard: PinGuard, clock: Clock) -> None:
    assert wrong(guard, ROW).wait_seconds == LOCK
    clock.now += 10.5
    refused = guard.try_pin("host", RIGHT)
    assert refused == Outcome(False, "Too many tries. Wait 20 seconds.", 20, 0, reason="Too many tries.")
    clock.now += 19.5
    assert guard.try_pin("host", RIGHT).ok


def test_ten_wrong_lock_until_the_oldest_is_five_minutes_old(guard: PinGuard, clock: Clock) -> None:
    wrong(guard, ROW)
    clock.now += LOCK
    outcome = wrong(guard, ROW)
    assert (outcome.wait_seconds, outcome.tries_left) == (WINDOW - LOCK, 0)
    assert outcome.sentence.endswith("Too many tries. Wait 5 minutes.")
    clock.now += WINDOW - LOCK - 0.5
    assert guard.try_pin("host", RIGHT).wait_seconds == 1
    clock.now += 0.5
    assert guard.try_pin("host", RIGHT).ok


def test_five_wrong_in_a_row_lock_also_when_they_come_slowly(guard: PinGuard, clock: Clock) -> None:
    for _ in range(ROW - 1):
        assert wrong(guard, 1).wait_seconds == 0
        clock.now += 200
    assert wrong(guard, 1).wait_seconds == LOCK


def test_every_fifth_wrong_in_a_row_locks_not_only_the_first(guard: PinGuard, clock: Clock) -> None:
    wrong(guard, ROW)
    clock.now += LOCK
    wrong(guard, ROW - 1)
    clock.now += WINDOW - LOCK
    assert wrong(guard, 1).wait_seconds == LOCK


def test_a_right_pin_clears_the_count(guard: PinGuard, disk: Disk) -> None:
    wrong(guard, ROW - 1)
    assert guard.try_pin("host", RIGHT).ok
    assert wrong(guard, 1).tries_left == ROW - 1
    assert disk.durable["pin-tries:host"] == [1, 1]


def test_knowing_the_host_pin_gives_no_more_tries_at_the_it_pin(guard: PinGuard) -> None:
    wrong(guard, ROW - 1, "it")
    assert guard.try_pin("host", RIGHT).ok
    assert wrong(guard, 1, "it").wait_seconds == LOCK


def test_a_try_is_on_disk_before_its_pin_is_compared(disk: Disk) -> None:
    hasher = Counting(disk)
    guard = PinGuard(kept=disk, clock=Clock(), hasher=hasher)
    wrong(guard, 3)
    guard.try_pin("host", RIGHT)
    assert hasher.on_disk == [[1, 1], [2, 2], [3, 3], [4, 4]]


def test_a_slow_comparison_does_not_shorten_the_window(disk: Disk, clock: Clock) -> None:
    class Slow(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Any:
            clock.now += 7
            return super().verify(hash, password)

    guard = PinGuard(kept=disk, clock=clock, hasher=Slow(time_cost=1, memory_cost=8, parallelism=1))
    assert wrong(guard, ROW).wait_seconds == LOCK


def test_a_pin_that_is_no_pin_is_neither_compared_nor_counted(disk: Disk) -> None:
    hasher = Counting()
    guard = PinGuard(kept=disk, clock=Clock(), hasher=hasher)
    for pin in ("", "12345", "1234567", "48051a", "４８０５１７", "480 517"):
        outcome = guard.try_pin("host", pin)
        assert (outcome.ok, outcome.counted, outcome.tries_left) == (False, False, ROW)
        assert outcome.sentence == "A PIN has 6 digits."
    assert hasher.compared == []


def test_the_count_survives_pulling_the_plug(disk: Disk) -> None:
    wrong(PinGuard(kept=disk, clock=Clock(), hasher=CHEAP), ROW - 1)
    disk.pull_the_plug()
    restarted = PinGuard(kept=disk, clock=Clock(3.0), hasher=CHEAP)
    assert restarted.standing("host").tries_left == 1
    assert wrong(restarted, 1).wait_seconds == LOCK


def test_pulling_the_plug_during_a_lock_starts_the_lock_again(disk: Disk) -> None:
    wrong(PinGuard(kept=disk, clock=Clock(), hasher=CHEAP), ROW)
    disk.pull_the_plug()
    clock = Clock(3.0)
    restarted = PinGuard(kept=disk, clock=clock, hasher=CHEAP)
    assert restarted.try_pin("host", RIGHT).wait_seconds == LOCK
    clock.now += LOCK
    assert restarted.try_pin("host", RIGHT).ok


@pytest.mark.parametrize("jump", [-3.2e7, -600.0, 600.0, 3.2e7])
def test_a_wall_clock_that_jumps_over_a_restart_changes_nothing(disk: Disk, jump: float) -> None:
    clock = Clock()
    guard = PinGuard(kept=disk, clock=clock, hasher=CHEAP)
    wrong(guard, ROW)
    clock.now += LOCK
    wrong(guard, ROW)
    with mock.patch("time.time", lambda: 1.8e9 + jump), mock.patch("time.time_ns", lambda: int((1.8e9 + jump) * 1e9)):
        clock = Clock(0.0)
        restarted = PinGuard(kept=disk, clock=clock, hasher=CHEAP)
        assert restarted.try_pin("host", RIGHT).wait_seconds == WINDOW
        clock.now += WINDOW
        assert restarted.try_pin("host", RIGHT).ok


def test_tries_that_are_over_are_forgotten_on_disk_without_anybody_touching_the_pad(disk: Disk) -> None:
    clock = Clock()
    guard = PinGuard(kept=disk, clock=clock, hasher=CHEAP)
    wrong(guard, ROW)
    clock.now += WINDOW - 1
    guard.settle()
    assert disk.durable["pin-tries:host"] == [ROW, ROW]
    clock.now += 1
    guard.settle()
    writes = disk.writes
    guard.settle()
    assert disk.writes == writes
    assert PinGuard(kept=disk, clock=Clock(0.0), hasher=CHEAP).try_pin("host", RIGHT).ok


@pytest.mark.parametrize("damaged", ["x", None, [1], ["a", "b"], {"count": 3}])
def test_a_damaged_count_makes_one_wait_and_gives_no_free_tries(disk: Disk, damaged: Any) -> None:
    disk.held["pin-tries:host"] = damaged
    clock = Clock()
    guard = PinGuard(kept=disk, clock=clock, hasher=CHEAP)
    assert guard.try_pin("host", RIGHT).wait_seconds == WINDOW
    clock.now += WINDOW
    assert guard.try_pin("host", RIGHT).ok
    assert PinGuard(kept=disk, clock=Clock(0.0), hasher=CHEAP).standing("host").wait_seconds == 0


def test_with_a_full_disk_the_host_gets_in_but_pulling_the_plug_gains_nothing(disk: Disk) -> None:
    disk.full = True
    for _ in range(3):
        clock = Clock(0.0)
        guard = PinGuard(kept=disk, clock=clock, hasher=CHEAP)
        refused = guard.try_pin("host", WRONG)
        assert (refused.sentence, refused.counted) == ("The disk takes no writing. Wait 30 seconds.", False)
        clock.now += LOCK
        assert guard.try_pin("host", WRONG).counted
        assert guard.try_pin("host", RIGHT).wait_seconds == LOCK
        disk.pull_the_plug()
    clock.now += LOCK
    assert guard.try_pin("host", RIGHT).ok


def test_after_a_full_disk_the_count_on_disk_is_right_again(disk: Disk, guard: PinGuard) -> None:
    disk.full = True
    assert not guard.try_pin("host", WRONG).counted
    disk.full = False
    disk.durable = copy.deepcopy(disk.held)
    guard.settle()
    assert disk.durable["pin-tries:host"] == [0, 0]


def test_the_pad_can_ask_where_it_stands_without_spending_a_try(guard: PinGuard) -> None:
    assert guard.standing("host") == Outcome(False, "", 0, ROW)
    wrong(guard, ROW)
    assert guard.standing("host") == Outcome(False, "Too many tries. Wait 30 seconds.", 30, 0, reason="Too many tries.")
    assert guard.standing("it") == Outcome(False, "", 0, ROW)
