"""Sync in this kiosk: the agent on a thread of its own, as soon as the kiosk belongs to a central store.

Another program on this machine asks for a round now by making the file `sync-now` in the data folder; it is gone when
the round is over.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk.centre import Membership, read_membership
from kiosk.errors import KnownError
from kiosk.store import Store
from kiosk.store.sending import Sending
from sync.agent import Agent, State
from sync.line import BadAddress, Wire

ASKED: Final = "sync-now"
LOOK_S: Final = 2.0
"""Between looks whether somebody asks for a round, or whether this kiosk was enrolled."""
STOP_S: Final = 5.0

_log = logging.getLogger(__name__)


class Sync:
    """Sends what `store` recorded in `folder`, from `start` to `stop`. `nudge` may be called from any thread."""

    def __init__(
        self,
        store: Store,
        folder: Path,
        *,
        station: str,
        app: str,
        release: str,
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder, self._now = folder, monotonic
        self._sending = Sending(
            store, folder, station=station, app=app, release=release, now_ms=lambda: int(clock() * 1000)
        )
        self._bell = threading.Event()
        self._ended = False
        self._member: Membership | None = None
        self._agent: Agent | None = None
        self._wire: Wire | None = None
        self._thread = threading.Thread(target=self._run, name="kiosk-sync", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def nudge(self) -> None:
        """Something has changed, such as the network: try now."""
        self._bell.set()

    def stop(self) -> None:
        """Let go. What is under way is sent again another time."""
        self._ended = True
        if self._agent:
            self._agent.end()
        self._bell.set()
        if self._thread.is_alive():
            self._thread.join(STOP_S)

    def seen(self) -> tuple[Membership | None, State]:
        """Where this kiosk belongs to, and how the last round went."""
        return self._member, self._sending.last()

    def round(self) -> State:
        """One round, here and now. Raises KnownError for a kiosk that was never enrolled."""
        if not self._joined():
            raise KnownError("This kiosk belongs to no central store yet: `kiosk enrol URL CODE` makes it join one.")
        assert self._agent  # noqa: S101 - made by _joined
        while self._agent.round() == 0 and not self._ended:
            pass
        return self._agent.state

    def _run(self) -> None:
        due = self._now()
        while not self._ended:
            asked = self._folder / ASKED
            wanted = asked.exists()
            try:
                if self._joined() and self._agent and (wanted or self._bell.is_set() or self._now() >= due):
                    self._bell.clear()
                    due = self._now() + self._agent.round()
            except KnownError as error:
                _log.warning("%s", error)
            if wanted:
                with suppress(OSError):
                    asked.unlink()
            self._bell.wait(min(LOOK_S, max(0.0, due - self._now())) if self._agent else LOOK_S)

    def _joined(self) -> bool:
        """Whether this kiosk belongs to a centre. It may have joined one, or another, since the last look."""
        member = read_membership(self._folder)
        if member != self._member or (member and not self._agent):
            self._member, self._agent = member, None
            if self._wire:
                self._wire.close()
            if member:
                try:
                    self._wire = Wire(member.url, member.token)
                except BadAddress as error:
                    raise KnownError(str(error)) from None
                self._agent = Agent(recordings=self._sending, line=self._wire, state=self._sending.last())
        return self._agent is not None
