"""The states of a deck and the steps between them, as far as they steer a walk."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from kiosk.content.deck import AGAIN, END, Action, Deck, When
from kiosk.content.space import Effect, Rule, Space, Value, ok

Path = tuple[str, ...]
"""Steps from the start, each `screen/action`."""


class DeadEnd(msgspec.Struct, frozen=True):
    """A screen on which some walks can never end, and the shortest of these."""

    screen: str
    path: Path


class Node(NamedTuple):
    """A state as far as it steers the walk. `last` is the step before, where the screen asks for it."""

    screen: str
    value: Value
    last: str


ENDED = Node(END, (0, ()), "")


class Move(NamedTuple):
    """An action ready to be tried."""

    step: str
    action: Action
    rule: Rule
    after: str
    takeable: bool
    effect: Effect
    routes: tuple[tuple[str, Rule], ...]


class Edge(NamedTuple):
    """A move and where it leads. `fresh`: the activity begins again there."""

    move: Move
    to: Node
    fresh: bool


class Graph:
    def __init__(self, deck: Deck) -> None:
        self.deck = deck
        self.space = Space(deck, _steering(deck))
        self.moves = {name: self._moves(name) for name in deck.screens}
        self.asked_last = {
            name: {when.after for when in (*(one.when for one in screen.actions), *(one.when for one in screen.parts))}
            for name, screen in deck.screens.items()
        }
        self.live = self._live()
        self.nodes: dict[Node, tuple[Node | None, str]] = {}
        self.edges: dict[Node, list[Edge]] = {}
        self.screens: set[str] = set()
        self.offered: set[str] = set()
        self.begin: Node | None = None
        self._queue: deque[Node] = deque()
        if deck.start in deck.screens:
            self.begin = self._node(deck.start, self.space.begin, "")
            self._meet(self.begin, None, "")

    def _moves(self, screen: str) -> list[Move]:
        found = []
        for action in self.deck.screens[screen].actions:
            step = f"{screen}/{action.id}"
            routes = tuple(
                (route.to, self.space.rule(route.when)) for route in action.routes if route.when.after in ("", step)
            )
            found.append(
                Move(
                    step,
                    action,
                    self.space.rule(action.when),
                    action.when.after,
                    takeable(action),
                    self.space.effect(screen, action),
                    routes,
                )
            )
        return found

    def _live(self) -> dict[str, tuple[int, frozenset[int]]]:
        """For each screen, the bits and tallies that can still matter to where a walk goes from there."""
        live: dict[str, tuple[int, frozenset[int]]] = dict.fromkeys(self.deck.screens, (0, frozenset()))
        changed = True
        while changed:
            changed = False
            for name in self.deck.screens:
                mask, tallies = live[name]
                for move in self.moves[name]:
                    for rule in (move.rule, *(rule for _, rule in move.routes)):
                        for clause in (*rule.needs, *rule.unless):
                            mask |= clause
                        tallies |= {index for index, _, _ in rule.bounds}
                    for to, _ in move.routes:
                        ahead = live.get(to, (0, frozenset[int]()))
                        mask, tallies = mask | ahead[0], tallies | ahead[1]
                if (mask, tallies) != live[name]:
                    live[name] = (mask, tallies)
                    changed = True
        return live

    def _node(self, screen: str, value: Value, step: str) -> Node:
        mask, live = self.live[screen]
        flags, tallies = value
        if len(live) < len(tallies):
            tallies = tuple(amount if index in live else 0 for index, amount in enumerate(tallies))
        return Node(screen, (flags & mask, tallies), step if step in self.asked_last[screen] else "")

    def _meet(self, node: Node, before: Node | None, step: str) -> None:
        if node not in self.nodes:
            self.nodes[node] = (before, step)
            self.screens.add(node.screen)
            self._queue.append(node)

    def explore(self, most: int) -> bool:
        """Go on, shortest walks first, until `most` states are known. True: there are no more."""
        while self._queue and len(self.nodes) < most:
            node = self._queue.popleft()
            self.edges[node] = edges = []
            for move in self.moves[node.screen]:
                if (move.after and move.after != node.last) or not ok(move.rule, node.value):
                    continue
                self.offered.add(move.step)
                if not move.takeable:
                    continue
                edge = self._after(node, move)
                edges.append(edge)
                if edge.to is not ENDED:
                    self._meet(edge.to, node, move.step)
        return not self._queue

    def _after(self, node: Node, move: Move) -> Edge:
        value = self.space.apply(node.value, move.effect)
        to = node.screen
        for target, rule in move.routes:
            if ok(rule, value):
                to = target
                break
        if to == END:
            return Edge(move, ENDED, False)
        if to == AGAIN and self.begin:
            return Edge(move, self.begin, True)
        return Edge(move, self._node(to if to in self.deck.screens else node.screen, value, move.step), False)

    def dead_ends(self) -> Iterator[DeadEnd]:
        """The first state found on each screen from which no end can be reached."""
        back: dict[Node, list[Node]] = {}
        for node, edges in self.edges.items():
            for edge in edges:
                back.setdefault(edge.to, []).append(node)
        # What has not been walked yet is given the benefit of the doubt.
        open_ = [ENDED, *(node for node in self.nodes if node not in self.edges)]
        leaves = set(open_)
        while open_:
            for node in back.get(open_.pop(), ()):
                if node not in leaves:
                    leaves.add(node)
                    open_.append(node)
        told: set[str] = set()
        for node in self.nodes:
            if node not in leaves and node.screen not in told:
                told.add(node.screen)
                yield DeadEnd(node.screen, self.path(node))

    def path(self, node: Node) -> Path:
        """A shortest walk to a state that was found."""
        steps: list[str] = []
        at: Node | None = node
        while at:
            at, step = self.nodes[at]
            if at:
                steps.append(step)
        return tuple(reversed(steps))


def takeable(action: Action) -> bool:
    ask = action.ask
    return ask is None or (ask.max_length > 0 if ask.kind == "text" else bool(ask.options))


def _steering(deck: Deck) -> Iterator[When]:
    """The conditions that decide where a walk goes."""
    for screen in deck.screens.values():
        for action in screen.actions:
            yield action.when
            for route in action.routes:
                yield route.when
