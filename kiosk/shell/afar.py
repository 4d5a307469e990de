"""A host who is not at the screen: what they ask for is done on the GUI thread, and they wait for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from kiosk.errors import KnownError
from kiosk.host.menu import HostAction
from kiosk.host.pin import PinGuard
from kiosk.shell.offload import Offload

if TYPE_CHECKING:
    from kiosk.shell.hosting import HostDesk

PATIENCE = 3.0
"""Seconds until the screen has to answer."""

T = TypeVar("T")


class Afar:
    """The desk for other threads. `offload` is the way to the one that draws."""

    def __init__(self, *, desk: HostDesk, offload: Offload) -> None:
        self._desk, self._offload = desk, offload

    @property
    def guard(self) -> PinGuard | None:
        return self._desk.guard

    def seen(self) -> Mapping[str, Any]:
        """What a host sees of this zone."""
        return self._there(lambda: {**self._desk.seen(), "centre": self._desk.sending.sentence()})

    def do(self, action: HostAction) -> None:
        """Do and record it. Raises KnownError when it can't be done."""
        self._there(lambda: self._desk.do(action))

    def _there(self, call: Callable[[], T]) -> T:
        found: list[T] = []
        wrong: list[KnownError] = []
        done = threading.Event()

        def run(_: None) -> None:
            try:
                found.append(call())
            except KnownError as error:
                wrong.append(error)
            finally:
                done.set()

        self._offload.run(lambda: None, run)
        if not done.wait(PATIENCE):
            raise KnownError("The kiosk’s screen does not answer: try again in a moment.")
        if wrong:
            raise wrong[0]
        return found[0]
