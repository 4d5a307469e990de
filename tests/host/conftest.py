"""A PIN guard over a disk with both PINs on it."""

from __future__ import annotations

import pytest
from host.pin_stage import CHEAP, OTHER, RIGHT, Clock, Disk

from kiosk.host.pin import PinGuard


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
