"""What a host sees of sending to the central store, on the kiosk's screen and on a tablet."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from kiosk.centre import Membership
from kiosk.host import readiness
from sync.agent import State


class Sender(Protocol):
    """What sends, as a host's pages need it: see kiosk/syncing.py."""

    def seen(self) -> tuple[Membership | None, State]: ...
    @property
    def under_way(self) -> bool: ...
    def nudge(self) -> None: ...
    def oldest(self) -> int: ...
    def join(self, url: str, code: str) -> Membership: ...


def facts(sender: Sender | None, *, oldest: int, now: float) -> dict[str, Any]:
    """What `readiness.Facts` holds of it. `oldest` is in ms, `now` in seconds, both since 1970. Reads no disk."""
    if sender is None:
        return {}
    member, state = sender.seen()
    return {
        "centre": member.centre if member else "",
        "sync_problem": state.problem,
        "sync_stuck": state.stuck,
        "receipt": here(state.receipt / 1000) if state.receipt else None,
        "oldest": here(oldest / 1000) if oldest else None,
        "now": here(now),
        "refused": state.refused,
    }


def sentence(sender: Sender | None, *, now: float) -> str:
    """How it goes, for a tablet; empty for a kiosk of no centre. Reads no disk."""
    known = readiness.Facts(**facts(sender, oldest=0, now=now))
    return readiness.sync(known).text if known.centre or known.sync_problem else ""


def here(seconds: float) -> datetime:
    """A time since 1970 as the clock on this kiosk's wall shows it."""
    return datetime.fromtimestamp(seconds).astimezone()
