"""Conditions that do not steer a walk, answered along its edges instead of multiplying its states."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from kiosk.content.deck import ALWAYS, When
from kiosk.content.graph import BACK, ENDED, Graph, Node
from kiosk.content.space import Effect, Space, ok

MOST = 60_000
"""States that one condition may be followed through before it is given up, and taken to hold."""


def never_shown(graph: Graph) -> tuple[list[tuple[str, int]], bool]:
    """Parts that no state found so far shows, and whether that is sure for each of them."""
    by_screen: dict[str, list[Node]] = {}
    for node in graph.nodes:
        by_screen.setdefault(node.screen, []).append(node)
    asked = [
        _Asked((name, index), *_split(graph, name, part.when), part.when.after)
        for name, screen in graph.deck.screens.items()
        for index, part in enumerate(screen.parts)
    ]
    beside = _Beside(graph, [one.rest for one in asked])
    hidden = []
    for one in asked:
        rule = graph.space.rule(one.here)
        there = [
            node
            for node in by_screen.get(one.at[0], ())
            if (not one.after or node.last == one.after) and ok(rule, node.value)
        ]
        if not there or not beside.holds(one.rest, there):
            hidden.append(one.at)
    return hidden, not beside.gave_up


class _Asked(NamedTuple):
    """A part's condition in two: what nodes know, and what is carried beside them."""

    at: tuple[str, int]
    here: When
    rest: When
    after: str


def _split(graph: Graph, screen: str, when: When) -> tuple[When, When]:
    """A part's condition as what a node of its screen knows, and what has to be carried beside."""
    mask, live = graph.live[screen]

    def known(clause: str) -> bool:
        return graph.space.knows(clause) and all(graph.space.bits[n] & mask for n in graph.space.names(clause))

    def counted(name: str, bound: int) -> bool:
        return graph.space.tells(name, bound) and graph.space.tallies[name] in live

    def part(here: bool) -> When:
        return When(
            needs=tuple(one for one in when.needs if known(one) is here),
            unless=tuple(one for one in when.unless if known(one) is here),
            at_least={name: bound for name, bound in when.at_least.items() if counted(name, bound) is here},
            at_most={name: bound for name, bound in when.at_most.items() if counted(name, bound + 1) is here},
        )

    return part(True), part(False)


class _Beside:
    """Conditions that do not steer, answered along the edges of a walk.

    Conditions on a single bit are all carried at once, as the bits that may be on and those that may be off;
    each of the others is followed through every combination that it can tell apart.
    """

    def __init__(self, graph: Graph, conditions: list[When]) -> None:
        self.graph = graph
        self.gave_up = False
        single = [one for one in conditions if self._is_single(one)]
        self.space = Space(graph.deck, single)
        self.may = self._carry() if self.space.bits else {}

    def _is_single(self, when: When) -> bool:
        if when.at_least or when.at_most or len(when.needs) + len(when.unless) != 1:
            return False
        return len(Space(self.graph.deck, [when]).bits) == 1

    def _carry(self) -> dict[Node, tuple[int, int]]:
        """For each node, the bits that are on in some walk to it, and those that are off in some."""
        every = (1 << len(self.space.bits)) - 1
        on = self.space.begin[0]
        begin = self.graph.begin
        may = {begin: (on, every & ~on)} if begin else {}
        effects = _effects(self.graph, self.space)
        queue = deque(may)
        while queue:
            node = queue.popleft()
            on, off = may[node]
            for edge in self.graph.onward(node):
                if edge.fresh or edge.to is ENDED:
                    continue
                effect = effects[edge.move.step]
                new_on = (on | effect.gives) & effect.keeps
                new_off = (off & ~effect.gives) | (every & ~effect.keeps)
                had_on, had_off = may.get(edge.to, (0, 0))
                if edge.to not in may or new_on & ~had_on or new_off & ~had_off:
                    may[edge.to] = (had_on | new_on, had_off | new_off)
                    queue.append(edge.to)
        return may

    def holds(self, when: When, there: list[Node]) -> bool:
        """Whether some walk comes to one of these nodes with the condition met."""
        if when == ALWAYS:
            return True
        if self._is_single(when):
            rule = self.space.rule(when)
            # A node beyond the last edge walked has not been carried to yet.
            found = [self.may[node] for node in there if node in self.may]
            return any(on & rule.needs[0] for on, _ in found) if rule.needs else any(
                off & rule.unless[0] for _, off in found
            )  # fmt: skip
        return self._follow(when, set(there))

    def _follow(self, when: When, there: set[Node]) -> bool:
        space = Space(self.graph.deck, [when])
        rule, effects = space.rule(when), _effects(self.graph, space)
        begin = self.graph.begin
        queue = deque([(begin, space.begin)] if begin else [])
        seen = set(queue)
        while queue:
            node, value = queue.popleft()
            if node in there and ok(rule, value):
                return True
            for edge in self.graph.onward(node):
                if edge.fresh or edge.to is ENDED:
                    continue
                reached = (edge.to, space.apply(value, effects[edge.move.step]))
                if reached not in seen:
                    seen.add(reached)
                    queue.append(reached)
            if len(seen) > MOST:
                self.gave_up = True
                return True
        return False


def _effects(graph: Graph, space: Space) -> dict[str, Effect]:
    effects = {move.step: space.effect(screen, move.action) for screen, moves in graph.moves.items() for move in moves}
    return {**effects, BACK: Effect(0, -1, None)}
