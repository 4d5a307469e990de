from __future__ import annotations

import copy
import time
from pathlib import Path
from typing import Any, TypeVar
from unittest import mock

import pytest
from argon2 import PasswordHasher
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kiosk.errors import KnownError
from kiosk.host.pin import LOCK, MOST_TRIES, ROW, WINDOW, Outcome, PinGuard, PinName
from kiosk.store.store import Store

T = TypeVar("T")

RIGHT, OTHER, WRONG = "480517", "926038", "705914"
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class Done:
    def __init__(self, durable: bool) -> None:
        self.durable = durable

    def wait(self, _timeout_s: float) -> bool:
        return self.durable


class Disk:
    """What is kept, with what the plug would leave behind in `durable`."""

    def __init__(self) -> None:
        self.held: dict[str, Any] = {}
        self.durable: dict[str, Any] = {}
        self.full = False
        self.writes = 0

    def get_kept(self, key: str, default: T) -> T:
        kept: T = copy.deepcopy(self.held.get(key, default))
        return kept

    def set_kept(self, key: str, value: Any) -> Done:
        self.writes += 1
        self.held[key] = copy.deepcopy(value)
        if not self.full:
            self.durable = copy.deepcopy(self.held)
        return Done(not self.full)

    def pull_the_plug(self) -> None:
        self.held = copy.deepcopy(self.durable)


class Clock:
    def __init__(self, now: float = 1000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class Counting(PasswordHasher):
    """Notes what is compared, and what the disk said at that moment."""

    def __init__(self, disk: Disk | None = None) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.compared: list[str] = []
        self.on_disk: list[Any] = []
        self.disk = disk

    def verify(self, hash: str | bytes, password: str | bytes) -> Any:
        self.compared.append(str(hash))
        if self.disk is not None:
            self.on_disk.append(self.disk.durable.get("pin-tries:host"))
        return super().verify(hash, password)


@pytest.fixture
def disk() -> Disk:
    disk = Disk()
    guard = PinGuard(kept=disk, clock=Clock(), hasher=CHEAP)
    guard.set_pin("host", RIGHT)
    guard.set_pin("it", OTHER)
    return disk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def guard(disk: Disk, clock: Clock) -> PinGuard:
    return PinGuard(kept=disk, clock=clock, hasher=CHEAP)


def wrong(guard: PinGuard, times: int, name: PinName = "host") -> Outcome:
    for _ in range(times):
        outcome = guard.try_pin(name, WRONG)
        assert outcome.counted
    return outcome


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


def test_a_station_without_a_pin_works_as_hard_and_is_never_right(disk: Disk) -> None:
    hasher = Counting()
    guard = PinGuard(kept=Disk(), clock=Clock(), hasher=hasher)
    assert guard.try_pin("host", RIGHT).sentence == "That PIN is not right. 4 tries left."
    PinGuard(kept=disk, clock=Clock(), hasher=hasher).try_pin("host", WRONG)
    without, with_pin = hasher.compared
    assert without.split("$")[1:4] == with_pin.split("$")[1:4]
    assert [len(part) for part in without.split("$")] == [len(part) for part in with_pin.split("$")]


def test_the_default_cost_is_argon2id_at_the_rfc_9106_measure_for_small_memory() -> None:
    disk = Disk()
    PinGuard(kept=disk).set_pin("host", RIGHT)
    assert disk.durable["pin:host"].startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_a_hash_of_an_older_cost_is_made_anew_when_its_pin_is_right(disk: Disk) -> None:
    dearer = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    guard = PinGuard(kept=disk, clock=Clock(), hasher=dearer)
    wrong(guard, 1)
    assert "m=8,t=1" in disk.durable["pin:host"]
    assert guard.try_pin("host", RIGHT).ok
    assert "m=16,t=2" in disk.durable["pin:host"]
    assert guard.try_pin("host", RIGHT).ok


@pytest.mark.parametrize("broken", ["", "nonsense", "$argon2id$v=19$m=8,t=1,p=1$AAAA$", 7, None])
def test_a_damaged_hash_is_never_right_and_never_a_crash(disk: Disk, guard: PinGuard, broken: Any) -> None:
    disk.held["pin:host"] = broken
    outcome = guard.try_pin("host", RIGHT)
    assert not outcome.ok and outcome.counted


@pytest.mark.parametrize(
    "pin",
    [
        *("111111", "123456", "654321", "890123", "210987", "135791", "121212", "123123", "112211", "112233"),
        *("159753", "12345", "4805170", "48051x", "４８０５１７"),
    ],
)
def test_a_pin_that_is_easily_guessed_is_refused_with_a_sentence(guard: PinGuard, pin: str) -> None:
    with pytest.raises(KnownError) as told:
        guard.set_pin("host", pin)
    assert str(told.value).endswith(".") and pin not in str(told.value)
    assert guard.try_pin("host", RIGHT).ok


def test_the_two_pins_may_not_be_the_same(guard: PinGuard) -> None:
    with pytest.raises(KnownError, match="The other PIN is the same"):
        guard.set_pin("it", RIGHT)


def test_setting_a_pin_ends_the_old_one_and_its_count(guard: PinGuard) -> None:
    wrong(guard, ROW)
    guard.set_pin("host", "318406")
    assert guard.try_pin("host", "318406").ok
    assert not guard.try_pin("host", RIGHT).ok


def test_a_pin_that_cannot_be_written_is_said_so(disk: Disk, guard: PinGuard) -> None:
    disk.full = True
    with pytest.raises(KnownError, match="make room"):
        guard.set_pin("host", "318406")


def test_the_first_start_makes_both_pins_and_tells_them_once() -> None:
    disk = Disk()
    guard = PinGuard(kept=disk, clock=Clock(), hasher=CHEAP)
    made = guard.make_missing()
    assert set(made) == {"host", "it"} and made["host"] != made["it"]
    assert guard.try_pin("host", made["host"]).ok and guard.try_pin("it", made["it"]).ok
    assert guard.make_missing() == {}
    assert PinGuard(kept=disk, clock=Clock(), hasher=CHEAP).make_missing() == {}


def test_a_made_pin_is_never_an_easy_one() -> None:
    draws = iter([111111, 123456, 7, 480517, 480517, 926038])
    with mock.patch("secrets.randbelow", lambda _limit: next(draws)):
        made = PinGuard(kept=Disk(), clock=Clock(), hasher=CHEAP).make_missing()
    assert made == {"host": "480517", "it": "926038"}


def test_nothing_that_is_kept_or_told_holds_a_pin(disk: Disk, guard: PinGuard) -> None:
    told = [repr(guard.try_pin("host", pin)) for pin in (RIGHT, WRONG, "4805170")]
    seen = " ".join([*told, repr(guard), repr(vars(guard)), repr(disk.durable)])
    assert all(pin not in seen for pin in (RIGHT, WRONG, OTHER))


def test_the_store_keeps_what_the_guard_asks_of_it(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    made = PinGuard(kept=store, clock=Clock(), hasher=CHEAP).make_missing()
    wrong(PinGuard(kept=store, clock=Clock(), hasher=CHEAP), 2)
    store.close()
    store = open_store(tmp_path)
    try:
        guard = PinGuard(kept=store, clock=Clock(), hasher=CHEAP)
        assert guard.standing("host").tries_left == ROW - 2
        assert guard.try_pin("host", made["host"]).ok
    finally:
        store.close()


def open_store(folder: Path) -> Store:
    return Store.open(folder, station="test", release="", app="")


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

    @rule(seconds=st.one_of(st.floats(0, 40), st.sampled_from([LOCK, WINDOW - LOCK, WINDOW - 0.25, WINDOW])))
    def wait(self, seconds: float) -> None:
        self.truth += seconds

    @rule()
    def settle(self) -> None:
        self.guard.settle()

    @rule(seconds=st.sampled_from([-3.2e7, -400.0, 400.0, 3.2e7]))
    def set_the_wall_clock(self, seconds: float) -> None:
        self.wall += seconds

    @rule(off=st.floats(0, 400), base=st.sampled_from([0.0, 5.0, 1e6]))
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
TestAnySequence.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
