"""Making, setting and keeping PINs: how they are hashed, which are refused, and that none is ever told."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from argon2 import PasswordHasher
from host.pin_stage import CHEAP, OTHER, RIGHT, WRONG, Clock, Counting, Disk, wrong

from kiosk.errors import KnownError
from kiosk.host.pin import ROW, PinGuard
from kiosk.store.store import Store


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
