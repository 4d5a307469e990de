"""What a PIN guard stands on, set by hand: a disk that may be full, a clock, and a cheap hasher."""

from __future__ import annotations

import copy
from typing import Any, TypeVar

from argon2 import PasswordHasher

from kiosk.host.pin import Outcome, PinGuard, PinName

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


def wrong(guard: PinGuard, times: int, name: PinName = "host") -> Outcome:
    for _ in range(times):
        outcome = guard.try_pin(name, WRONG)
        assert outcome.counted
    return outcome
