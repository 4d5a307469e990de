"""Whatever somebody does in whatever order, the limits of a PIN hold."""

from __future__ import annotations

import time
from typing import Any
from unittest import mock

from host.pin_stage import OTHER, RIGHT, WRONG, Counting, Disk
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kiosk.host.pin import LOCK, MOST_TRIES, ROW, WINDOW, Outcome, PinGuard


def eighths(most: int) -> st.SearchStrategy[float]:
    """Up to `most` seconds, in steps that add up without rounding: the waits that are told are exact."""
    return st.integers(0, most * 8).map(lambda count: count / 8)


class AnySequence(RuleBasedStateMachine):
    """Somebody tries, waits, pulls the plug and sets the wall clock, in any order. `truth` is real time."""

    def __init__(self) -> None:
        super().__init__()
        self.truth = 0.0
        self.started = 0.0
        self.base = 0.0
        self.wall = 1.8e9
        self.disk = Disk()
        self.hasher = Counting()
        self.guard = self.make()
        self.guard.set_pin("host", RIGHT)
        self.guard.set_pin("it", OTHER)
        self.wrong_at: list[float] = []

    def make(self) -> PinGuard:
        with self.wall_clock():
            return PinGuard(kept=self.disk, clock=lambda: self.base + self.truth - self.started, hasher=self.hasher)

    def wall_clock(self) -> Any:
        now = self.wall + self.truth
        return mock.patch.multiple(time, time=lambda: now, time_ns=lambda: int(now * 1e9))

    def attempt(self, pin: str) -> Outcome:
        self.hasher.compared.clear()
        with self.wall_clock():
            outcome = self.guard.try_pin("host", pin)
        assert len(self.hasher.compared) == int(outcome.counted)
        return outcome

    @rule(times=st.integers(1, 12))
    def try_wrong(self, times: int) -> None:
        for _ in range(times):
            if self.attempt(WRONG).counted:
                self.wrong_at.append(self.truth)

    @rule()
    def try_right(self) -> None:
        if self.attempt(RIGHT).ok:
            self.wrong_at.clear()

    @rule(seconds=st.one_of(eighths(40), st.sampled_from([LOCK, WINDOW - LOCK, WINDOW - 0.25, WINDOW])))
    def wait(self, seconds: float) -> None:
        self.truth += seconds

    @rule()
    def settle(self) -> None:
        self.guard.settle()

    @rule(seconds=st.sampled_from([-3.2e7, -400.0, 400.0, 3.2e7]))
    def set_the_wall_clock(self, seconds: float) -> None:
        self.wall += seconds

    @rule(off=eighths(400), base=st.sampled_from([0.0, 5.0, 1e6]))
    def pull_the_plug(self, off: float, base: float) -> None:
        self.disk.pull_the_plug()
        self.truth += off
        self.started, self.base = self.truth, base
        self.guard = self.make()

    @precondition(lambda self: self.wrong_at)
    @rule()
    def a_host_gets_in_after_the_wait_that_is_told(self) -> None:
        outcome = self.attempt(RIGHT)
        assert outcome.wait_seconds <= WINDOW
        self.truth += outcome.wait_seconds
        assert outcome.ok or self.attempt(RIGHT).ok
        self.wrong_at.clear()

    @invariant()
    def never_more_than_ten_wrong_in_five_minutes(self) -> None:
        for first, eleventh in zip(self.wrong_at, self.wrong_at[MOST_TRIES:], strict=False):
            assert eleventh - first >= WINDOW

    @invariant()
    def never_six_wrong_within_half_a_minute(self) -> None:
        for first, sixth in zip(self.wrong_at, self.wrong_at[ROW:], strict=False):
            assert sixth - first >= LOCK


TestAnySequence = AnySequence.TestCase
TestAnySequence.settings = settings(max_examples=80, stateful_step_count=30)
