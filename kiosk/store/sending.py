"""The store as the sync agent needs it: see `Recordings` in sync/agent.py."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import msgspec

from kiosk.errors import KnownError
from kiosk.store.outgoing import Log, Outgoing
from kiosk.store.store import Store
from kiosk.store.writer import Ticket
from sync.agent import State
from sync.protocol import About

STATE: Final = "sync"
"""Under which key it is kept how the last round went."""
_PATIENCE_S: Final = 30.0


class Sending:
    """Reads what is on disk; what it is told of the centre, it has written when a call comes back."""

    def __init__(
        self, store: Store, folder: Path, *, station: str, app: str, release: str, now_ms: Callable[[], int]
    ) -> None:
        self._store, self._outgoing = store, Outgoing(folder)
        self._station, self._app, self._release, self._now = station, app, release, now_ms

    def oldest(self) -> int:
        """When the oldest that is unsent was recorded, UTC in ms; 0 when there is none, or none can be read."""
        try:
            return self._outgoing.oldest_unsent()
        except (sqlite3.Error, OSError):
            return 0

    def logs(self) -> tuple[Log, ...]:
        return self._outgoing.logs()

    def lines(self, log: str, first: int, last: int) -> list[bytes]:
        return self._outgoing.lines(log, first, last)

    def ids(self, log: str, seqs: Sequence[int]) -> dict[int, str]:
        return self._outgoing.ids(log, seqs)

    def sent(self, log: str, through: int) -> None:
        self._wait(self._store.sent(log, through))

    def part(self, log: str, at: int, reason: str) -> None:
        self._wait(self._store.part(log, at, reason, begins=self._outgoing.ids(log, [at]).get(at, "")))

    def refused(self, problem: str, content: str) -> None:
        self._wait(self._store.refused(problem, content))

    def about(self) -> About:
        status = self._store.status()
        return About(
            station=self._station, app=self._app, release=self._release, now=self._now(), unsent=status.unsent,
            oldest=self.oldest(), free=status.free_bytes, quarantined=status.quarantined,
            faults=[fault[:500] for fault in status.faults[:20]],
        )  # fmt: skip

    def round_ended(self, state: State) -> None:
        if self.last() != state:
            self._store.set_kept(STATE, msgspec.to_builtins(state))

    def last(self) -> State:
        """How the last round went, also one of an earlier run."""
        return msgspec.convert(self._store.get_kept(STATE, {}), State)

    def _wait(self, ticket: Ticket) -> None:
        if not ticket.wait(_PATIENCE_S):
            raise KnownError("What the centre holds can't be written down here: it is asked again.")
