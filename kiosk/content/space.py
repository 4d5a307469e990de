"""The part of a player's state that a set of conditions can tell apart, small enough to be walked through.

A state is projected to one bit for each flag (or for each `a|b` whose flags are never taken away again) and
to one number for each tally, held to the range in which a condition can still change its mind.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kiosk.content.deck import Action, Deck, When

Value = tuple[int, tuple[int, ...]]
"""Flag bits and tallies."""


class Rule(NamedTuple):
    """A condition over a Value. Every mask of `needs` must be touched and none of `unless`."""

    needs: tuple[int, ...]
    unless: tuple[int, ...]
    bounds: tuple[tuple[int, float, float], ...]
    """(which tally, least, most)."""


class Effect(NamedTuple):
    """What taking an action does to a Value."""

    gives: int
    keeps: int
    adds: tuple[int, ...] | None


class Space:
    """What `conditions` can tell apart in the states of `deck`."""

    def __init__(self, deck: Deck, conditions: Iterable[When]) -> None:
        actions = [action for screen in deck.screens.values() for action in screen.actions]
        self._taken = {flag for action in actions for flag in action.takes}
        self.bits: dict[str, int] = {}
        bounds: dict[str, list[int]] = {}
        for when in conditions:
            for clause in (*when.needs, *when.unless):
                for name in self.names(clause):
                    self.bits.setdefault(name, 1 << len(self.bits))
            for name, bound in when.at_least.items():
                bounds.setdefault(name, []).extend((bound - 1, bound))
            for name, bound in when.at_most.items():
                bounds.setdefault(name, []).extend((bound, bound + 1))
        self.tallies = {name: index for index, name in enumerate(bounds)}
        self.limits = tuple(
            _limits(range_, [action.tally.get(name, 0) for action in actions]) for name, range_ in bounds.items()
        )
        self._holders: dict[str, int] = {}
        for name, bit in self.bits.items():
            for flag in name.split("|"):
                self._holders[flag] = self._holders.get(flag, 0) | bit
        self.begin: Value = (
            self._mask(deck.flags),
            self.clamp([deck.tallies.get(name, 0) for name in self.tallies]),
        )

    def names(self, clause: str) -> list[str]:
        """The bits that a clause is made of: one, unless its flags have to be followed one by one."""
        flags = clause.split("|")
        return flags if self._taken.intersection(flags) else [clause]

    def knows(self, clause: str) -> bool:
        return all(name in self.bits for name in self.names(clause))

    def tells(self, tally: str, bound: int) -> bool:
        """Whether amounts of `bound` and one less are told apart here."""
        if tally not in self.tallies:
            return False
        low, high = self.limits[self.tallies[tally]]
        return low < bound <= high

    def clamp(self, tallies: Iterable[int]) -> tuple[int, ...]:
        limits = zip(tallies, self.limits, strict=True)
        return tuple([int(low) if a < low else int(high) if a > high else a for a, (low, high) in limits])

    def rule(self, when: When) -> Rule:
        """A condition of which every part belongs to this space (`after` is left to the caller)."""
        bounds = [(self.tallies[name], float(least), _ENDLESS) for name, least in when.at_least.items()]
        bounds += [(self.tallies[name], -_ENDLESS, float(most)) for name, most in when.at_most.items()]
        return Rule(
            tuple(self._clause(clause) for clause in when.needs),
            tuple(self._clause(clause) for clause in when.unless),
            tuple(bounds),
        )

    def effect(self, screen: str, action: Action) -> Effect:
        adds = tuple(action.tally.get(name, 0) for name in self.tallies)
        gives = self._mask((*action.gives, f"{screen}/{action.id}"))
        return Effect(gives, ~self._mask(action.takes), adds if any(adds) else None)

    def apply(self, value: Value, effect: Effect) -> Value:
        flags, tallies = value
        if effect.adds is not None:
            tallies = self.clamp([a + b for a, b in zip(tallies, effect.adds, strict=True)])
        return (flags | effect.gives) & effect.keeps, tallies

    def _clause(self, clause: str) -> int:
        return sum(self.bits[name] for name in set(self.names(clause)))

    def _mask(self, flags: Iterable[str]) -> int:
        mask = 0
        for flag in flags:
            mask |= self._holders.get(flag, 0)
        return mask


def ok(rule: Rule, value: Value) -> bool:
    """Whether a condition is met."""
    flags, tallies = value
    for mask in rule.needs:
        if not flags & mask:
            return False
    for mask in rule.unless:
        if flags & mask:
            return False
    for index, least, most in rule.bounds:  # noqa: SIM110 - asked a million times: a generator costs as much again
        if not least <= tallies[index] <= most:
            return False
    return True


_ENDLESS = float("inf")


def _limits(bounds: list[int], amounts: list[int]) -> tuple[float, float]:
    """The range outside which a tally that only grows, or only shrinks, makes no more difference."""
    high = max(bounds) if all(amount >= 0 for amount in amounts) else _ENDLESS
    low = min(bounds) if all(amount <= 0 for amount in amounts) else -_ENDLESS
    return low, high
