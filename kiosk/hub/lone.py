"""Answering for a zone that has no screen but its iPads."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from kiosk.host.duty import Duty
from kiosk.host.menu import HostAction
from kiosk.host.pin import PinGuard
from kiosk.host.sending import Sender, sentence


class Lone:
    """A host's side where there is only the hub. Safe from any thread."""

    def __init__(self, *, duty: Duty, guard: PinGuard, clock: Callable[[], float] = time.time) -> None:
        self._duty, self._guard = duty, guard
        self._lock = threading.Lock()
        self._clock = clock
        self.sender: Sender | None = None

    @property
    def guard(self) -> PinGuard | None:
        return self._guard

    def seen(self) -> Mapping[str, Any]:
        with self._lock:
            return {**self._duty.seen(), "visiting": False, "centre": sentence(self.sender, now=self._clock())}

    def do(self, action: HostAction) -> None:
        with self._lock:
            self._duty.do(action)

    def tick(self) -> None:
        """Time passes."""
        with self._lock:
            self._duty.tick()
