"""The walk over a deck: (deck, state, action) -> (state, records). Knows no face, no clock, no disk.

Faces in other languages walk the same decks, so every rule here is small enough to be written twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from kiosk.content.deck import AGAIN, END, Action, Deck, Props, Screen, When

HISTORY = 200
"""How many screens `back` can retrace. A walk longer than this forgets its beginning."""

Answers = dict[str, tuple[str, ...]]


class Place(msgspec.Struct, frozen=True):
    """Where a walk stood before it left a screen: what `back` returns to."""

    screen: str
    flags: tuple[str, ...]
    tallies: dict[str, int]
    steps: int


class State(msgspec.Struct, frozen=True):
    """A walk so far. `path` holds `screen/action` for every step that still counts; `flags` is sorted."""

    screen: str
    flags: tuple[str, ...] = ()
    tallies: dict[str, int] = {}
    answers: Answers = {}
    path: tuple[str, ...] = ()
    history: tuple[Place, ...] = ()
    ended: bool = False


class Record(msgspec.Struct, frozen=True):
    """Something that happened, to be stored as an interaction of this activity."""

    verb: str
    screen: str
    detail: dict[str, Any]


class Note(msgspec.Struct, frozen=True):
    """Free text, kept apart from interactions until a host has read it."""

    kind: str
    text: str


class Step(msgspec.Struct, frozen=True):
    """What one step came to. `offered` is false when the action was not on offer: then nothing changed."""

    state: State
    records: tuple[Record, ...] = ()
    note: Note | None = None
    offered: bool = True


class Offer(msgspec.Struct, frozen=True):
    """An action that is on offer now. `done`: everything that it gives is already there."""

    id: str
    verb: str
    label: str
    props: Props
    done: bool
    chosen: tuple[str, ...]


class View(msgspec.Struct, frozen=True):
    """All that a face needs to draw the moment. `slots` holds the parts that are there, by slot, in order."""

    activity: str
    screen: str
    kind: str
    props: Props
    slots: dict[str, list[Props]]
    actions: tuple[Offer, ...]
    tallies: dict[str, int]
    answers: Answers
    can_go_back: bool


def start(deck: Deck, answers: Mapping[str, tuple[str, ...]] | None = None) -> Step:
    """Begin a walk. `answers` are those given elsewhere in the same visit."""
    state = State(deck.start, tuple(sorted(deck.flags)), dict(deck.tallies), dict(answers or {}))
    return Step(state, (Record("enter", deck.start, {}), *_arrival(deck.screens[deck.start])))


def holds(when: When, state: State) -> bool:
    """Whether a condition is met."""

    def has(names: str) -> bool:
        return any(name in state.flags for name in names.split("|"))

    return (
        all(has(names) for names in when.needs)
        and not any(has(names) for names in when.unless)
        and all(state.tallies.get(name, 0) >= bound for name, bound in when.at_least.items())
        and all(state.tallies.get(name, 0) <= bound for name, bound in when.at_most.items())
        and (not when.after or (bool(state.path) and state.path[-1] == when.after))
    )


def offers(deck: Deck, state: State) -> tuple[Action, ...]:
    """The actions of the present screen that are on offer, in order."""
    if state.ended:
        return ()
    return tuple(action for action in deck.screens[state.screen].actions if holds(action.when, state))


def view(deck: Deck, state: State) -> View:
    """The moment, as a face draws it."""
    screen = deck.screens[state.screen]
    slots: dict[str, list[Props]] = {}
    for part in screen.parts:
        if holds(part.when, state):
            slots.setdefault(part.slot, []).append(part.props)
    offered = tuple(
        Offer(
            action.id,
            action.verb,
            action.label,
            action.props,
            bool(action.gives) and all(flag in state.flags for flag in action.gives),
            state.answers.get(action.ask.key, ()) if action.ask else (),
        )
        for action in offers(deck, state)
    )
    return View(
        deck.id, screen.id, screen.kind, screen.props, slots, offered, state.tallies, state.answers,
        bool(state.history) and not state.ended,
    )  # fmt: skip


def step(deck: Deck, state: State, action_id: str, answer: str = "") -> Step:
    """Take an action. Not on offer, or an answer that it does not ask for: nothing changes, nothing is recorded."""
    action = next((one for one in offers(deck, state) if one.id == action_id), None)
    if action is None:
        return Step(state, offered=False)
    detail: dict[str, Any] = {"action": action.id}
    if action.puts:
        detail["puts"] = list(action.puts)
    answers, note = state.answers, None
    if action.ask:
        given = _answered(action, state.answers.get(action.ask.key, ()), answer)
        if given is None:
            return Step(state, offered=False)
        if action.ask.kind == "text":
            note = Note(action.ask.note, given[0])
            detail |= {"key": action.ask.key, "characters": len(given[0])}
            answers = {**answers, action.ask.key: ("",)}
        else:
            detail |= {"key": action.ask.key, "answer": list(given)}
            answers = {**answers, action.ask.key: given}
    flags = sorted({*state.flags, *action.gives, f"{state.screen}/{action.id}"} - set(action.takes))
    tallies = dict(state.tallies)
    for name, amount in action.tally.items():
        tallies[name] = tallies.get(name, 0) + amount
    path = (*state.path, f"{state.screen}/{action.id}")
    after = State(state.screen, tuple(flags), tallies, answers, path, state.history)
    to = next((route.to for route in action.routes if holds(route.when, after)), state.screen)
    records = [Record(action.verb, state.screen, detail)]
    if to == END:
        after = msgspec.structs.replace(after, ended=True)
        records.append(Record("complete", state.screen, {}))
    elif to == AGAIN:
        after = start(deck, answers).state
    elif to != state.screen:
        detail["to"] = to
        left = Place(state.screen, state.flags, state.tallies, len(state.path))
        after = msgspec.structs.replace(after, screen=to, history=(*state.history, left)[-HISTORY:])
        records += _arrival(deck.screens[to])
    return Step(after, tuple(records), note)


def back(deck: Deck, state: State) -> Step:
    """Return to the screen before. In a deck where that unsays, it is as it was then; answers are kept anyway."""
    if state.ended or not state.history:
        return Step(state, offered=False)
    place, history = state.history[-1], state.history[:-1]
    before = msgspec.structs.replace(state, screen=place.screen, history=history)
    if deck.back_unsays:
        path = state.path[: place.steps]
        before = msgspec.structs.replace(before, flags=place.flags, tallies=place.tallies, path=path)
    return Step(before, (Record("back", state.screen, {"to": place.screen}),))


def fits(deck: Deck, state: State) -> bool:
    """Whether a walk begun earlier can be resumed on this deck (its screens may have changed since)."""
    return state.screen in deck.screens and all(place.screen in deck.screens for place in state.history)


def _arrival(screen: Screen) -> list[Record]:
    return [Record("reach", screen.id, {"ending": screen.ending})] if screen.ending else []


def _answered(action: Action, before: tuple[str, ...], answer: str) -> tuple[str, ...] | None:
    """The answer that stands after this one is given, or None when it is not one that may be given."""
    assert action.ask is not None  # noqa: S101 - callers check; this narrows the type
    if action.ask.kind == "text":
        text = answer.strip()
        return (text,) if 0 < len(text) <= action.ask.max_length else None
    if answer not in action.ask.options:
        return None
    if action.ask.kind == "one":
        return (answer,)
    return tuple(one for one in action.ask.options if (one in before) != (one == answer))
