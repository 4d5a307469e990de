"""What a delegate is shown of those before them. Pure.

Only where enough were there: among a few, a count could tell of one of them.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from kiosk.content.deck import Deck, Props
from kiosk.store.model import Before

ENOUGH: Final = 5
"""Walks that a count is taken from at least."""


def shown(before: Before, deck: Deck) -> Props:
    """The `before` of a view, for what today's deck still has. See docs/architecture.md for its shape.

    `walks` is 0 where too few came to an ending, and then the rest is empty; a screen that too few came by is left out.
    """
    endings = {screen.ending for screen in deck.screens.values() if screen.ending}
    reached = {name: count for name, count in before.reached.items() if name in endings}
    walks = sum(reached.values())
    if walks < ENOUGH:
        return {"walks": 0, "screens": {}, "steps": {}, "onward": {}, "lies": {}, "reached": {}}
    screens = {name: count for name, count in before.screens.items() if name in deck.screens and count >= ENOUGH}
    known = {f"{name}/{action.id}" for name in screens for action in deck.screens[name].actions}
    steps = {step: count for step, count in before.steps.items() if step in known}
    onward = {
        step: {to: count for to, count in before.onward[step].items() if to in deck.screens}
        for step in steps
        if step in before.onward
    }
    places = _places(deck, screens)
    lies = {at: count for at, count in before.lies.items() if at in places}
    return {"walks": walks, "screens": screens, "steps": steps, "onward": onward, "lies": lies, "reached": reached}


def _places(deck: Deck, screens: Collection[str]) -> set[str]:
    """Where things can lie, as `thing@place`, of those that are first put somewhere on one of these screens."""
    first: dict[str, str] = {}
    found: set[str] = set()
    for name, screen in deck.screens.items():
        for thing, place in (action.puts for action in screen.actions if action.puts):
            if first.setdefault(thing, name) in screens:
                found.add(f"{thing}@{place}")
    return found
