"""What there is in a deck that is too large to be walked to its last state, found by going where something is new.

A board with thirty cards that can lie anywhere has more states than can be counted, yet every card can be laid, and
every ending reached, in a few steps. The walks found are not the shortest, so this is for decks without dead ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

from kiosk.content.graph import Graph, Move, Node
from kiosk.content.space import Rule, Value, ok

MOST_TOWARD = 1_000
"""States walked on from before a goal is given up."""
MOST_GIVEN_UP = 5
NEVER = 100_000.0
"""Further than any walk."""


class Goal(NamedTuple):
    """Being able to make a move on a screen, and taking its route of that number; None: whatever route."""

    screen: str
    move: Move
    route: int | None

    @property
    def name(self) -> str:
        return f"{self.move.step} {self.route}"


def seek(graph: Graph, most: int) -> None:
    """See every screen, and every action on offer, as far as that can be done from `most` states."""
    if graph.begin:
        _spread(graph, graph.begin, most)
    seeker = Seeker(graph)
    given_up: set[str] = set()
    while len(graph.edges) < most and len(given_up) < MOST_GIVEN_UP:
        goals = next((one for one in _wanted(graph) if one[0].name not in given_up), None)
        if goals is None:
            return
        found = seeker.toward(goals)
        if found is None:
            given_up.add(goals[0].name)
        else:
            _spread(graph, found, most)


def _spread(graph: Graph, begin: Node, most: int) -> None:
    """From a state go on wherever something can be done that never could before, or leads where nobody was."""
    left = {name: list(moves) for name, moves in graph.moves.items()}

    def promises(node: Node) -> bool:
        moves = left.get(node.screen, [])
        moves[:] = [one for one in moves if one.step not in graph.offered or _leads_on(graph, one)]
        return any(
            one.step not in graph.offered or graph.after(node, one).to.screen not in graph.screens
            for one in moves
            if one.after in ("", node.last) and ok(one.rule, node.value)
        )

    graph.meet(begin, None, "")
    fresh = [(edge.to, begin, edge.move.step) for edge in graph.expand(begin)]
    while fresh and len(graph.edges) < most:
        node, before, step = fresh.pop()
        if node in graph.edges or not promises(node):
            continue
        graph.meet(node, before, step)
        fresh += [(edge.to, node, edge.move.step) for edge in graph.expand(node)]


def _leads_on(graph: Graph, move: Move) -> bool:
    """Whether a move can lead to a screen that nobody was on."""
    return any(to in graph.deck.screens and to not in graph.screens for to, _ in move.routes)


def _wanted(graph: Graph) -> Iterator[tuple[Goal, ...]]:
    """What has not been seen yet: each action on the screens that were, then the ways to each other screen."""
    for name in graph.deck.screens:
        if name in graph.screens:
            yield from ((Goal(name, move, None),) for move in graph.moves[name] if move.step not in graph.offered)
    for screen in graph.deck.screens:
        if screen not in graph.screens:
            ways = tuple(
                Goal(name, move, number)
                for name, moves in graph.moves.items()
                for move in moves
                for number, (to, _) in enumerate(move.routes)
                if to == screen and name in graph.screens
            )
            if ways:
                yield ways


class Seeker:
    """Walks toward goals, always on from where least is missing."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._ahead = {name: self._reached(name) for name in graph.moves}
        self._given = {name: self._gives(ahead) for name, ahead in self._ahead.items()}

    def _reached(self, screen: str) -> set[str]:
        """Every screen that one may come to from here, whatever conditions say."""
        reached, more = {screen}, {screen}
        while more:
            more = {to for name in more for move in self.graph.moves[name] for to, _ in move.routes}
            more = (more & self.graph.moves.keys()) - reached
            reached |= more
        return reached

    def _gives(self, screens: set[str]) -> int:
        """Every flag that is given on one of these screens."""
        gives = 0
        for name in screens:
            for move in self.graph.moves[name]:
                gives |= move.effect.gives
        return gives

    def toward(self, goals: tuple[Goal, ...]) -> Node | None:
        """A state in which one of the goals is reached, or None when none was found."""
        graph, latest_first = self.graph, count(step=-1)

        def missing(node: Node) -> float:
            return min(self._missing(goal, node) for goal in goals)

        begin = graph.begin
        queue: list[tuple[float, int, Node, Node | None, str]] = []
        if begin:
            queue.append((missing(begin), next(latest_first), begin, None, ""))
        seen = {begin}
        for _ in range(MOST_TOWARD):
            if not queue or queue[0][0] >= NEVER:
                return None
            least, _, node, before, step = heappop(queue)
            graph.meet(node, before, step)
            edges = graph.expand(node)
            if least == 0 and any(node.screen == goal.screen for goal in goals):
                return node
            for edge in edges:
                if edge.to not in seen:
                    seen.add(edge.to)
                    heappush(queue, (missing(edge.to), next(latest_first), edge.to, node, edge.move.step))
        return None

    def _missing(self, goal: Goal, node: Node) -> float:
        """How much has to change before the goal can be had on its screen: flags and amounts, one by one."""
        if goal.screen not in self._ahead.get(node.screen, ()):
            return NEVER
        given = self._given[node.screen]
        missing = _unmet(goal.move.rule, node.value, given)
        if goal.route is not None:
            missing += _unmet(goal.move.routes[goal.route][1], node.value, given)
            missing += sum(_standing(rule, node.value) for _, rule in goal.move.routes[: goal.route])
        return missing


def _unmet(rule: Rule, value: Value, given: int) -> float:
    """How much a condition lacks; NEVER when it needs a flag that is not `given` any more."""
    flags, tallies = value
    needed = [mask for mask in rule.needs if not flags & mask]
    if any(not given & mask for mask in needed):
        return NEVER
    missing = len(needed) + sum(1.0 for mask in rule.unless if flags & mask)
    return missing + sum(max(0.0, low - tallies[n], tallies[n] - high) for n, low, high in rule.bounds)


def _standing(rule: Rule, value: Value) -> float:
    """How much has to change before a condition no longer holds."""
    if not ok(rule, value):
        return 0.0
    ways = [1.0 for _ in (*rule.needs, *rule.unless)]
    for index, low, high in rule.bounds:
        ways += [value[1][index] - low + 1, high - value[1][index] + 1]
    return min(ways, default=NEVER)
