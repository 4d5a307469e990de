"""The hidden host menu: closed, the PIN pad, open, the pad for leaving the kiosk. Pure: time is handed in.

It lies over a delegate's visit and leaves that as it is, unless the host does something about it: while `covers`
holds, the visit's idle clock should not run. Times are seconds of a monotonic clock.
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import Any, Literal

import msgspec

from kiosk.host.pages import Page
from kiosk.host.pin import Outcome, PinName, wait_sentence
from kiosk.host.scenario import When
from kiosk.host.trivial import DIGITS
from kiosk.sessions.code import is_code, takes

Verb = Literal[
    "host-open",
    "host-close",
    "host-wrong-pin",
    "host-switch",
    "host-start-again",
    "host-volume",
    "host-pause",
    "host-resume",
    "host-restart",
    "host-leave",
    "host-approve",
    "host-decline",
    "host-sound-test",
    "host-session",
    "host-session-end",
    "host-send",
    "host-join",
]
ForIT = Literal["leave", "join"]
"""What takes the IT PIN: to leave the kiosk, to join a central store."""


class Stage(StrEnum):
    """What of the menu is on the screen."""

    CLOSED = "closed"
    PIN = "pin"
    OPEN = "open"
    IT_PIN = "it-pin"


class Digits:
    """Digits being entered. They can't be read by printing, logging or encoding this, only by `reveal`."""

    __slots__ = ("_entered",)

    def __init__(self, entered: str = "") -> None:
        self._entered = entered

    def __len__(self) -> int:
        return len(self._entered)

    def __repr__(self) -> str:
        return f"<{len(self)} of {DIGITS} digits>"

    def reveal(self) -> str:
        """The digits, for the guard and nobody else."""
        return self._entered


class Timing(msgspec.Struct, frozen=True):
    """Seconds untouched before the open menu closes, and before a pad does."""

    idle: float = 120.0
    pad: float = 45.0


class Menu(msgspec.Struct, frozen=True):
    """`checking` is the number of the check that is under way, 0 when none is; `locked_until` and `reason` tell until
    when and why no PIN is looked at. `code` is what has been entered of a session's code. `wanted` is what the IT PIN
    is entered for, `joining` whether a centre is being joined."""

    stage: Stage = Stage.CLOSED
    page: Page = Page.SCENARIO
    touched: float = 0.0
    digits: Digits = Digits()
    checks: int = 0
    checking: int = 0
    message: str = ""
    locked_until: float = 0.0
    reason: str = ""
    code: str = ""
    wanted: ForIT = "leave"
    joining: bool = False


class HostAction(msgspec.Struct, frozen=True):
    """Something a host did: to be done, and recorded as an interaction. Never holds a PIN or what a note says."""

    verb: Verb
    detail: dict[str, Any] = {}


class Check(msgspec.Struct, frozen=True):
    """A PIN to hand to the guard, off the GUI thread; its outcome comes back by `checked`."""

    name: PinName
    digits: Digits
    number: int


class Step(msgspec.Struct, frozen=True):
    """What an event came to."""

    state: Menu
    actions: tuple[HostAction, ...] = ()
    check: Check | None = None


def knock(state: Menu, now: float, standing: Outcome) -> Step:
    """The hidden way in was used: the pad comes up. `standing` is the guard's, for the host PIN."""
    return Step(_pad(state, Stage.PIN, now, standing) if state.stage is Stage.CLOSED else state)


def ask_it(state: Menu, now: float, standing: Outcome, wanted: ForIT) -> Step:
    """The host wants something that takes the IT PIN. `standing` is the guard's, for that one."""
    if state.stage is not Stage.OPEN:
        return Step(state)
    return Step(_pad(_replace(state, wanted=wanted), Stage.IT_PIN, now, standing))


def press(state: Menu, key: str, now: float) -> Step:
    """A key of a pad: a digit, `back` or `cancel`. The sixth digit asks for a check."""
    if state.stage not in (Stage.PIN, Stage.IT_PIN):
        return Step(state)
    state = _replace(state, touched=now)
    if key == "cancel":
        return Step(_open(state, now) if state.stage is Stage.IT_PIN else _closed(state))
    if state.checking or now < state.locked_until:
        return Step(state)
    entered = state.digits.reveal()
    if key == "back":
        return Step(_replace(state, digits=Digits(entered[:-1])))
    if len(key) != 1 or key not in "0123456789":
        return Step(state)
    state = _replace(state, digits=Digits(entered + key), message="")
    if len(state.digits) < DIGITS:
        return Step(state)
    number = state.checks + 1
    name: PinName = "host" if state.stage is Stage.PIN else "it"
    return Step(_replace(state, checks=number, checking=number), check=Check(name, state.digits, number))


def checked(state: Menu, check: Check, outcome: Outcome, now: float) -> Step:
    """The guard has answered. An answer that the pad no longer waits for opens nothing, but a wrong try is recorded."""
    wrong = outcome.counted and not outcome.ok
    detail = {"which": check.name, "wait": outcome.wait_seconds}
    actions = (HostAction("host-wrong-pin", detail),) if wrong else ()
    if check.number != state.checking:
        return Step(state, actions)
    if not outcome.ok:
        return Step(_pad(state, state.stage, now, outcome), actions)
    if check.name == "host":
        return Step(_open(state, now, Page.SCENARIO), (HostAction("host-open"),))
    if state.wanted == "join":
        return Step(_replace(_open(state, now), joining=True), actions)
    return Step(_closed(state), (HostAction("host-leave"),))


def touch(state: Menu, now: float) -> Step:
    """Any touch keeps the menu open."""
    return Step(_replace(state, touched=now) if covers(state) else state)


def go(state: Menu, page: Page, now: float) -> Step:
    """To another page of the open menu."""
    return Step(_open(state, now, page) if state.stage is Stage.OPEN else state)


def close(state: Menu) -> Step:
    """Back to visitors."""
    return _close(state, "host")


def tick(state: Menu, now: float, timing: Timing) -> Step:
    """Time passes: what nobody touches closes."""
    return _close(state, "idle") if covers(state) and now - state.touched >= _patience(state, timing) else Step(state)


def switch(state: Menu, scenario: str, when: When, now: float) -> Step:
    """Another scenario for this zone."""
    return _do(state, now, "host-switch", scenario=scenario, when=when)


def start_again(state: Menu, now: float) -> Step:
    """End the visit in progress and clear it."""
    return _do(state, now, "host-start-again")


def volume(state: Menu, percent: int, now: float) -> Step:
    """How loud, 0 to 100; beyond is brought inside. Call it when the host lets go of the slider."""
    return _do(state, now, "host-volume", volume=min(max(percent, 0), 100))


def sound_test(state: Menu, now: float) -> Step:
    """Play the tone."""
    return _do(state, now, "host-sound-test")


def pause(state: Menu, now: float) -> Step:
    """Show "back in five minutes" to visitors."""
    return _do(state, now, "host-pause")


def resume(state: Menu, now: float) -> Step:
    """Open to visitors again."""
    return _do(state, now, "host-resume")


def approve(state: Menu, note: str, now: float) -> Step:
    """Let a note (its id) be shown."""
    return _do(state, now, "host-approve", note=note)


def decline(state: Menu, note: str, now: float) -> Step:
    """Never show a note (its id)."""
    return _do(state, now, "host-decline", note=note)


def session_key(state: Menu, key: str, now: float) -> Step:
    """A key of the pad for a session's code: a letter, a figure, `back` or `clear`. Others do nothing."""
    if state.stage is not Stage.OPEN:
        return Step(state)
    fits = len(key) == 1 and key.upper() in takes(state.code)
    edited = {"back": state.code[:-1], "clear": ""}
    code = state.code + key.upper() if fits else edited.get(key, state.code)
    return Step(_replace(state, touched=now, code=code))


def start_session(state: Menu, now: float) -> Step:
    """Start the session whose code has been entered whole; another that is on ends."""
    if not is_code(state.code):
        return Step(state)
    step = _do(state, now, "host-session", session=state.code)
    return Step(_replace(step.state, code=""), step.actions)


def end_session(state: Menu, now: float) -> Step:
    """End the session that is on."""
    return _do(state, now, "host-session-end")


def send(state: Menu, now: float) -> Step:
    """Send to the centre what is unsent."""
    return _do(state, now, "host-send")


def joined(state: Menu, centre: str, now: float) -> Step:
    """This kiosk belongs to a centre now, of that name."""
    return Step(stop_joining(state, now).state, (HostAction("host-join", {"centre": centre}),))


def stop_joining(state: Menu, now: float) -> Step:
    """Let it be, for now."""
    return Step(_replace(state, touched=now, joining=False) if state.joining else state)


def restart(state: Menu, now: float) -> Step:
    """Restart the kiosk program."""
    return _do(state, now, "host-restart")


def covers(state: Menu) -> bool:
    """Whether the menu or a pad lies over the visit."""
    return state.stage is not Stage.CLOSED


def seconds_left(state: Menu, now: float, timing: Timing) -> int:
    """Whole seconds until what is open closes by itself; 0 when nothing is."""
    return max(0, math.ceil(state.touched + _patience(state, timing) - now)) if covers(state) else 0


def countdown(seconds: int) -> str:
    """Seconds as people read a clock: 1:42."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def locked_seconds(state: Menu, now: float) -> int:
    """Whole seconds for which the pad takes no digits; 0 when it does."""
    return max(0, math.ceil(state.locked_until - now))


def sentence(state: Menu, now: float) -> str:
    """What the pad says under its dots."""
    if state.checking:
        return "One moment."
    wait = locked_seconds(state, now)
    if wait:
        return wait_sentence(wait, state.reason)
    return state.message or f"Enter {'your' if state.stage is Stage.PIN else 'the IT'} {DIGITS}-digit PIN"


def _do(state: Menu, now: float, verb: Verb, **detail: str | int) -> Step:
    if state.stage is not Stage.OPEN:
        return Step(state)
    return Step(_replace(state, touched=now), (HostAction(verb, dict(detail)),))


def _close(state: Menu, how: Literal["host", "idle"]) -> Step:
    was_open = state.stage in (Stage.OPEN, Stage.IT_PIN)
    return Step(_closed(state), (HostAction("host-close", {"how": how}),) if was_open else ())


def _pad(state: Menu, stage: Stage, now: float, outcome: Outcome) -> Menu:
    return _replace(
        _closed(state),
        stage=stage,
        page=state.page,
        wanted=state.wanted,
        touched=now,
        message="" if outcome.wait_seconds else outcome.sentence,
        locked_until=now + outcome.wait_seconds if outcome.wait_seconds else 0.0,
        reason=outcome.reason,
    )


def _open(state: Menu, now: float, page: Page | None = None) -> Menu:
    return _replace(_closed(state), stage=Stage.OPEN, page=page or state.page, touched=now)


def _closed(state: Menu) -> Menu:
    # The numbering of checks goes on, so that a late answer can't be taken for a new one.
    return Menu(checks=state.checks)


def _patience(state: Menu, timing: Timing) -> float:
    return timing.idle if state.stage is Stage.OPEN else timing.pad


def _replace(state: Menu, **changes: Any) -> Menu:
    return msgspec.structs.replace(state, **changes)
