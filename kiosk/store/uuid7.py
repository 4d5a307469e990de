"""UUIDs of version 7 (RFC 9562): a time in front, so that new ones sort after old ones."""

from __future__ import annotations

import random

_TIME_BITS = 48
_REST_BITS = 74
_STEP_BITS = 32


class Uuid7:
    """Makes ids that only ever go up, also within one millisecond and when the clock is set back.

    Not safe to share between threads without a lock. `draw(bits)` gives random bits; the default is seeded by
    the operating system but asks it only once, because asking hands the interpreter to another thread.
    """

    def __init__(self, draw: random.Random | None = None) -> None:
        self._random = draw or random.Random(random.SystemRandom().getrandbits(256))
        self._last = 0

    def __call__(self, time_ms: int) -> str:
        """The next id. `time_ms` is UTC in milliseconds since 1970."""
        # The top bit of the rest starts at 0: room to count up within the millisecond.
        fresh = (time_ms % (1 << _TIME_BITS)) << _REST_BITS | self._random.getrandbits(_REST_BITS - 1)
        if fresh >> _REST_BITS <= self._last >> _REST_BITS:
            fresh = self._last + 1 + self._random.getrandbits(_STEP_BITS)
        self._last = fresh
        upper, lower = (fresh >> 62) & 0xFFF, fresh & ((1 << 62) - 1) | 1 << 63
        digits = f"{fresh >> _REST_BITS:012x}7{upper:03x}{lower:016x}"
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
