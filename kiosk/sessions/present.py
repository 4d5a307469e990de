"""The session that is on in a zone, and when it is over by itself. Pure: time is handed in."""

from __future__ import annotations

from typing import Final

import msgspec

LASTS_S: Final = 12 * 3600.0
"""Seconds after which a session is over by itself. No day of bookings is as long, and when a host forgets to end one,
the visits of the next morning must not be counted into it."""


class Session(msgspec.Struct, frozen=True):
    """`since` is when it was started, in seconds since 1970 by the kiosk's clock, which goes on through a restart."""

    code: str
    since: float


def is_over(session: Session, now: float) -> bool:
    """Whether it has been on for too long. One that begins as far ahead was started by a clock that was wrong."""
    return abs(now - session.since) > LASTS_S


def kept_key(zone: str) -> str:
    """Where a zone's session is kept over a restart."""
    return f"session:{zone}"
