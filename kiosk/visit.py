"""One delegate's or pair's visit at a station, from the first touch to finish or idle. Pure: time is handed in.

Times are seconds of a monotonic clock, so a wall clock that jumps can't end a visit or keep one alive.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec

from kiosk import player
from kiosk.content.deck import Deck
from kiosk.player import Answers, Note, Step

TEXT_STEPS = 3


class Phase(StrEnum):
    """What the station is doing."""

    ATTRACT = "attract"
    HOME = "home"
    ACTIVITY = "activity"
    FINISH = "finish"
    PAUSED = "paused"


class Timing(msgspec.Struct, frozen=True):
    """Seconds untouched before "still there?" is asked, the countdown after it, and how long a thank-you stays."""

    idle: float = 60.0
    countdown: float = 20.0
    thanks: float = 25.0


class Preferences(msgspec.Struct, frozen=True):
    """How this delegate wants the station to be. Gone with the visit."""

    text_step: int = 0
    contrast: bool = False
    sound: bool = True
    language: str = "en"


class Visit(msgspec.Struct, frozen=True):
    """The state of a station. `id` is empty while nobody is here; `asked` is when "still there?" came up.

    `session` is the code of the one that was on when the visit began, empty for none.
    """

    phase: Phase = Phase.ATTRACT
    id: str = ""
    touched: float = 0.0
    asked: float | None = None
    activity: str = ""
    walks: dict[str, player.State] = {}
    done: tuple[str, ...] = ()
    answers: Answers = {}
    preferences: Preferences = Preferences()
    session: str = ""


class Happening(msgspec.Struct, frozen=True):
    """Something to record: at most one interaction each."""

    verb: str
    activity: str = ""
    screen: str = ""
    detail: dict[str, Any] = {}


class Change(msgspec.Struct, frozen=True):
    """What an event came to. `began` and `ended` (how) tell that a visit did; `visit` is whose records these are."""

    state: Visit
    happenings: tuple[Happening, ...] = ()
    note: Note | None = None
    visit: str = ""
    began: bool = False
    ended: str = ""


def wake(state: Visit, visit: str, now: float, session: str = "") -> Change:
    """The first touch: a new visit begins at the zone's home. The touch does nothing else."""
    if state.phase is not Phase.ATTRACT:
        return Change(state, visit=state.id)
    fresh = Visit(Phase.HOME, visit, now, session=session)
    return Change(fresh, (Happening("begin"),), visit=visit, began=True)


def touch(state: Visit, now: float) -> Change:
    """Any touch shows that somebody is here, and answers "still there?" with yes."""
    if not state.id:
        return Change(state)
    happenings = (Happening("carry-on", state.activity),) if state.asked is not None else ()
    return Change(msgspec.structs.replace(state, touched=now, asked=None), happenings, visit=state.id)


def open_activity(state: Visit, deck: Deck) -> Change:
    """Go into an activity, where it was left if this visit has been there and not finished it."""
    if state.phase not in (Phase.HOME, Phase.ACTIVITY):
        return Change(state, visit=state.id)
    walk = state.walks.get(deck.id)
    if walk is not None and not walk.ended and player.fits(deck, walk):
        resumed = msgspec.structs.replace(walk, answers={**walk.answers, **state.answers})
        step = Step(resumed, (player.Record("resume", resumed.screen, {}),))
    else:
        step = player.start(deck, state.answers)
    return _stepped(msgspec.structs.replace(state, phase=Phase.ACTIVITY, activity=deck.id), deck, step)


def act(state: Visit, deck: Deck, action: str, answer: str = "") -> Change:
    """Take an action of the activity that is open. One that is not on offer changes nothing."""
    if state.phase is not Phase.ACTIVITY:
        return Change(state, visit=state.id)
    return _stepped(state, deck, player.step(deck, state.walks[deck.id], action, answer))


def back(state: Visit, deck: Deck) -> Change:
    """One screen back; from an activity's first screen, the zone's home."""
    if state.phase is not Phase.ACTIVITY:
        return Change(state, visit=state.id)
    step = player.back(deck, state.walks[deck.id])
    return _stepped(state, deck, step) if step.offered else home(state)


def home(state: Visit) -> Change:
    """The zone's home. A walk that is not finished can be resumed from there."""
    if state.phase not in (Phase.ACTIVITY, Phase.FINISH) or not state.id:
        return Change(state, visit=state.id)
    left = Happening("home", state.activity)
    return Change(msgspec.structs.replace(state, phase=Phase.HOME, activity=""), (left,), visit=state.id)


def finish(state: Visit, now: float) -> Change:
    """The delegate is done: the thank-you. The visit ends when they walk away or start again."""
    if state.phase not in (Phase.HOME, Phase.ACTIVITY):
        return Change(state, visit=state.id)
    thanks = msgspec.structs.replace(state, phase=Phase.FINISH, activity="", touched=now, asked=None)
    return Change(thanks, (Happening("finish"),), visit=state.id)


def leave(state: Visit, how: str) -> Change:
    """Back to the attract picture. `how` is finished, idle, started-again or host. Nothing of the visit stays here."""
    if not state.id:
        return Change(state)
    return Change(Visit(), (Happening("end", detail={"how": how}),), visit=state.id, ended=how)


def pause(state: Visit) -> Change:
    """The host's "back in five minutes": the visit in progress ends."""
    left = leave(state, "host")
    return msgspec.structs.replace(left, state=Visit(Phase.PAUSED))


def unpause(state: Visit) -> Change:
    """Open again, with the attract picture."""
    return Change(Visit()) if state.phase is Phase.PAUSED else Change(state, visit=state.id)


def prefer(state: Visit, preferences: Preferences) -> Change:
    """Change how the station is for this delegate."""
    if not state.id:
        return Change(state)
    detail = msgspec.to_builtins(preferences)
    changed = msgspec.structs.replace(state, preferences=preferences)
    return Change(changed, (Happening("prefer", state.activity, detail=detail),), visit=state.id)


def tick(state: Visit, now: float, timing: Timing, *, busy: bool) -> Change:
    """Time passes. While a clip or film plays (`busy`) somebody is here, and the idle clock starts after it."""
    if not state.id:
        return Change(state)
    if busy:
        return Change(msgspec.structs.replace(state, touched=now, asked=None), visit=state.id)
    if state.phase is Phase.FINISH:
        return leave(state, "finished") if now - state.touched >= timing.thanks else Change(state, visit=state.id)
    if state.asked is not None:
        return leave(state, "idle") if now - state.asked >= timing.countdown else Change(state, visit=state.id)
    if now - state.touched < timing.idle:
        return Change(state, visit=state.id)
    asked = msgspec.structs.replace(state, asked=now)
    return Change(asked, (Happening("still-there", state.activity),), visit=state.id)


def seconds_left(state: Visit, now: float, timing: Timing) -> int:
    """Whole seconds of the countdown that are left; 0 when nothing is being asked."""
    return 0 if state.asked is None else max(1, int(timing.countdown - (now - state.asked) + 0.999))


def _stepped(state: Visit, deck: Deck, step: Step) -> Change:
    if not step.offered:
        return Change(state, visit=state.id)
    walk = step.state
    done = (*state.done, deck.id) if walk.ended and deck.id not in state.done else state.done
    after = msgspec.structs.replace(
        state,
        walks={**state.walks, deck.id: walk},
        answers={**state.answers, **walk.answers},
        done=done,
        phase=Phase.HOME if walk.ended else state.phase,
        activity="" if walk.ended else state.activity,
    )
    happenings = tuple(Happening(record.verb, deck.id, record.screen, record.detail) for record in step.records)
    return Change(after, happenings, step.note, state.id)
