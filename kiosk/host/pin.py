"""The PINs of a station and how often they may be tried.

The rule for time: no wall clock is asked at all, so one that jumps can neither lock hosts out nor give tries away.
Within a process tries age by a clock that nobody can set. From one process to the next only their number is kept,
because nothing says how long the power was off: tries made before this start count as made at this start. That
errs towards waiting, and never for more than five minutes.
"""

from __future__ import annotations

import base64
import math
import os
import secrets
import threading
import time
from collections.abc import Callable
from typing import Any, Final, Literal, Protocol, TypeVar

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kiosk.errors import KnownError
from kiosk.host.trivial import DIGITS, is_pin, why_trivial

PinName = Literal["host", "it"]
"""`host` opens the menu; `it` lets somebody leave the kiosk."""

PIN_NAMES: Final[tuple[PinName, ...]] = ("host", "it")

MOST_TRIES = 10
WINDOW = 300.0
"""At most `MOST_TRIES` wrong PINs in any `WINDOW` seconds."""

PATIENCE = 2.0
"""Seconds given to the disk to take a try."""

ROW = 5
LOCK = 30.0
"""After each `ROW` wrong PINs in a row, `LOCK` seconds without a try."""


T = TypeVar("T")

TOO_MANY = "Too many tries."
NO_WRITING = "The disk takes no writing."


class Promise(Protocol):
    """Something on its way to the disk."""

    def wait(self, timeout_s: float, /) -> bool:
        """Wait until it would survive the plug being pulled. False when that took too long or will never be."""


class Kept(Protocol):
    """Plain JSON values that outlive the process. The store is one."""

    def get_kept(self, key: str, default: T, /) -> T:
        """What is kept under `key`, or `default`."""

    def set_kept(self, key: str, value: Any, /) -> Promise:
        """Keep a value. It is read back from now on, and kept for good when the promise says so."""


class Outcome(msgspec.Struct, frozen=True):
    """What came of a PIN, in words for the pad. It never holds the PIN.

    `wait_seconds` is how long no PIN will be looked at (0: try now), `tries_left` how many wrong ones there may be
    before the next wait. `counted` tells that a PIN was compared: only then is there something to record.
    `reason` is why one must wait, for a pad that counts the seconds down by `wait_sentence`.
    """

    ok: bool
    sentence: str
    wait_seconds: int
    tries_left: int
    counted: bool = False
    reason: str = ""


class _Tries(msgspec.Struct):
    """The wrong tries of one PIN: when (in this process), how many in a row, and what the disk says of both.

    `kept` is None while what the disk says is not known.
    """

    times: list[float]
    row: int
    kept: list[int] | None


class PinGuard:
    """Compares PINs, slowly and seldom enough. Every call may block (Argon2id, disk): keep off the GUI thread.

    Each of the two PINs has its own count, so that knowing one gives no more tries at the other. Safe to share
    between threads. `clock` gives seconds that only go up.
    """

    def __init__(
        self, *, kept: Kept, clock: Callable[[], float] = time.monotonic, hasher: PasswordHasher | None = None
    ) -> None:
        self._kept = kept
        self._clock = clock
        self._hasher = hasher or PasswordHasher()
        self._one_at_a_time = threading.Lock()
        self._started = clock()
        self._last_unkept = self._started
        self._tries = {name: self._load(name) for name in PIN_NAMES}

    def try_pin(self, name: PinName, pin: str) -> Outcome:
        """Compare `pin`, unless it is too soon. Its try is on disk before it is compared.

        When the disk takes nothing the host must still get in to see that. Then there is one try each `LOCK`
        seconds, the first that long after the start, so that pulling the plug still gains nothing.
        """
        with self._one_at_a_time:
            now = self._clock()
            wait = self._wait(name, now)
            if wait:
                return _refused(wait, TOO_MANY)
            if not is_pin(pin):
                return Outcome(False, f"A PIN has {DIGITS} digits.", 0, self._left(name))
            if pause := self._count(name, now):
                return _refused(pause, NO_WRITING)
            if self._matches(name, pin):
                self._clear(name)
                return Outcome(True, "That is right.", 0, self._left(name), counted=True)
            self._tries[name].times[-1] = self._clock()  # A slow comparison must not shorten the window.
            wait = self._wait(name, self._clock())
            if wait:
                sentence = f"That PIN is not right. {wait_sentence(wait, TOO_MANY)}"
                return Outcome(False, sentence, wait, 0, counted=True, reason=TOO_MANY)
            left = self._left(name)
            tries = "try" if left == 1 else "tries"
            return Outcome(False, f"That PIN is not right. {left} {tries} left.", 0, left, counted=True)

    def standing(self, name: PinName) -> Outcome:
        """Whether a PIN may be tried now, for a pad that has just come up. Compares and counts nothing."""
        with self._one_at_a_time:
            wait = self._wait(name, self._clock())
            return _refused(wait, TOO_MANY) if wait else Outcome(False, "", 0, self._left(name))

    def settle(self) -> None:
        """Let tries that are over be forgotten on disk too, so that the next start needn't count them.

        Call it now and then, once a minute say; it writes only when there is something to forget.
        """
        with self._one_at_a_time:
            now = self._clock()
            for name in PIN_NAMES:
                self._forget(name, now)
                self._keep(name)

    def set_pin(self, name: PinName, pin: str) -> None:
        """Change a PIN and clear its count. Raises KnownError for one that is easily guessed or can't be kept."""
        with self._one_at_a_time:
            self._set(name, pin)

    def has_pin(self, name: PinName) -> bool:
        """Whether there is a PIN that could be right."""
        return bool(self._hash(name))

    def make_missing(self) -> dict[PinName, str]:
        """Make each PIN that there is none of yet, and return them: the only time anybody can read them."""
        made: dict[PinName, str] = {}
        with self._one_at_a_time:
            for name in PIN_NAMES:
                if not self.has_pin(name):
                    made[name] = self._make(name)
        return made

    def _make(self, name: PinName) -> str:
        while True:
            pin = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
            if not why_trivial(pin) and not self._is_the_other(name, pin):
                self._set(name, pin)
                return pin

    def _set(self, name: PinName, pin: str) -> None:
        if why := why_trivial(pin):
            raise KnownError(why)
        if self._is_the_other(name, pin):
            raise KnownError("The other PIN is the same: choose one that differs, so that each opens one thing only.")
        if not self._kept.set_kept(_hash_key(name), self._hasher.hash(pin)).wait(PATIENCE):
            raise KnownError("The PIN could not be written to the disk: make room on it, then set the PIN again.")
        self._clear(name)

    def _is_the_other(self, name: PinName, pin: str) -> bool:
        return any(self._verify(self._hash(other), pin) for other in PIN_NAMES if other != name)

    def _hash(self, name: PinName) -> str:
        return str(self._kept.get_kept(_hash_key(name), ""))

    def _matches(self, name: PinName, pin: str) -> bool:
        kept = self._hash(name)
        # A made-up hash costs the same to compare, so that time doesn't tell whether there is a PIN.
        right = self._verify(kept or self._made_up_hash(), pin) and kept != ""
        if right and self._hasher.check_needs_rehash(kept):
            self._kept.set_kept(_hash_key(name), self._hasher.hash(pin))
        return right

    def _verify(self, kept: str, pin: str) -> bool:
        try:
            return self._hasher.verify(kept, pin)
        except (VerificationError, InvalidHashError):
            return False

    def _made_up_hash(self) -> str:
        hasher = self._hasher
        salt, digest = (
            base64.b64encode(os.urandom(size)).decode().rstrip("=") for size in (hasher.salt_len, hasher.hash_len)
        )
        cost = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
        return f"$argon2id$v=19${cost}${salt}${digest}"

    def _wait(self, name: PinName, now: float) -> int:
        """Whole seconds until a try of this PIN is looked at."""
        self._forget(name, now)
        tries = self._tries[name]
        until = now
        if len(tries.times) >= MOST_TRIES:
            until = tries.times[-MOST_TRIES] + WINDOW
        if tries.row and tries.row % ROW == 0:
            until = max(until, tries.times[-1] + LOCK)
        return math.ceil(until - now)

    def _left(self, name: PinName) -> int:
        tries = self._tries[name]
        return min(ROW - tries.row % ROW, MOST_TRIES - len(tries.times))

    def _count(self, name: PinName, now: float) -> int:
        """Put a try on disk. 0 when it may go ahead, or whole seconds to wait because the disk takes nothing."""
        tries = self._tries[name]
        tries.times.append(now)
        tries.row += 1
        if self._keep(name):
            return 0
        pause = math.ceil(self._last_unkept + LOCK - now)
        if pause <= 0:
            self._last_unkept = now
            return 0
        tries.times.pop()
        tries.row -= 1
        return pause

    def _clear(self, name: PinName) -> None:
        tries = self._tries[name]
        tries.times.clear()
        tries.row = 0
        self._keep(name)

    def _forget(self, name: PinName, now: float) -> None:
        tries = self._tries[name]
        tries.times = [at for at in tries.times if now - at < WINDOW]
        if not tries.times:
            tries.row = 0

    def _load(self, name: PinName) -> _Tries:
        try:
            kept: object = self._kept.get_kept(_tries_key(name), [0, 0])
            count, row = msgspec.convert(kept, tuple[int, int])
        except msgspec.ValidationError:
            # Nobody knows how many there were: one long wait, then it is written anew.
            return _Tries([self._started] * MOST_TRIES, ROW, None)
        count = min(max(count, 0), MOST_TRIES)
        row = max(row, 0) if count else 0
        return _Tries([self._started] * count, row, [count, row])

    def _keep(self, name: PinName) -> bool:
        """Whether the disk has the count. Asked again, it doesn't write again."""
        tries = self._tries[name]
        numbers = [len(tries.times), tries.row]
        if numbers != tries.kept:
            durable = self._kept.set_kept(_tries_key(name), numbers).wait(PATIENCE)
            tries.kept = numbers if durable else None
        return tries.kept is not None


def wait_sentence(seconds: int, reason: str) -> str:
    """What the pad says while no PIN is looked at: `reason` is a sentence too."""
    if seconds > 90:
        return f"{reason} Wait {math.ceil(seconds / 60)} minutes."
    return f"{reason} Wait {seconds} {'second' if seconds == 1 else 'seconds'}."


def _refused(wait: int, reason: str) -> Outcome:
    return Outcome(False, wait_sentence(wait, reason), wait, 0, reason=reason)


def _hash_key(name: PinName) -> str:
    return f"pin:{name}"


def _tries_key(name: PinName) -> str:
    return f"pin-tries:{name}"
