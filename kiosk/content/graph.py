"""The states of a deck and the steps between them, as far as they steer a walk.

Where going back only shows the screen before, with everything as it is now, it leads to states of their own. A visit to
a screen, from the step into it to the way back, is then a frame: whatever comes to be so in a frame is so after going
back from it, on the screen of whoever stepped into it. Where going back unsays, it leads only to where one was already.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from kiosk.content.deck import AGAIN, END, Action, Deck, When
from kiosk.content.space import Effect, Rule, Space, Value, ok

BACK = "back"
Path = tuple[str, ...]
"""Steps from the start, each `screen/action`, or BACK."""


class DeadEnd(msgspec.Struct, frozen=True):
    """A screen on which some walks can never end, and the shortest of these."""

    screen: str
    path: Path


class Node(NamedTuple):
    """A state as far as it steers the walk. `last` is the step before, where the screen asks for it.

    `frame` is the visit to the screen, the same for all that stepped into it alike; 0 where nothing was before.
    """

    screen: str
    value: Value
    last: str
    frame: int = 0


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


_GONE_BACK = Move(BACK, Action(BACK, BACK), Rule((), (), ()), "", True, Effect(0, -1, None), ())


class _Frame(NamedTuple):
    """`callers` stepped into it, each with its step; `inside` are the states in it that were walked on from."""

    callers: list[tuple[Node, str]]
    inside: list[Node]


class Graph:
    """`back`: going back is one of the steps."""

    def __init__(self, deck: Deck, *, back: bool = False) -> None:
        self.deck = deck
        self.back = back
        self.space = Space(deck, _steering(deck))
        self.moves = {name: self._moves(name) for name in deck.screens}
        self.asked_last = {
            name: {when.after for when in (*(one.when for one in screen.actions), *(one.when for one in screen.parts))}
            for name, screen in deck.screens.items()
        }
        self.live = self._live()
        if back:
            # What matters on some screen matters on all: one may come back to it.
            everything = ((1 << len(self.space.bits)) - 1, frozenset(range(len(self.space.tallies))))
            self.live = dict.fromkeys(deck.screens, everything)
            self.asked_last = dict.fromkeys(deck.screens, set().union(*self.asked_last.values()))
        self._frames = [_Frame([], [])]
        self._frame_of: dict[Node, int] = {}
        self._come_back: dict[Node, Node] = {}
        self._backs: dict[Node, list[Edge]] = {}
        self.nodes: dict[Node, tuple[Node | None, str]] = {}
        self.edges: dict[Node, list[Edge]] = {}
        self.screens: set[str] = set()
        self.offered: set[str] = set()
        self.begin: Node | None = None
        self._queue: deque[Node] = deque()
        if deck.start in deck.screens:
            self.begin = self._node(deck.start, self.space.begin, "")
            self.meet(self.begin, None, "")

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

    def _node(self, screen: str, value: Value, step: str, frame: int = 0) -> Node:
        mask, live = self.live[screen]
        flags, tallies = value
        if len(live) < len(tallies):
            tallies = tuple(amount if index in live else 0 for index, amount in enumerate(tallies))
        return Node(screen, (flags & mask, tallies), step if step in self.asked_last[screen] else "", frame)

    def meet(self, node: Node, before: Node | None, step: str) -> None:
        """A state that was come to, by a step from the one before; it is walked on from in its turn."""
        if node not in self.nodes:
            self.nodes[node] = (before, step)
            # With a way back there is much more to walk: what is new comes first.
            if self.back and node.screen not in self.screens:
                self._queue.appendleft(node)
            else:
                self._queue.append(node)
            self.screens.add(node.screen)

    def expand(self, node: Node) -> list[Edge]:
        """Every step from a state but back, and where it leads."""
        if node not in self.edges:
            self.edges[node] = edges = []
            for move in self.moves[node.screen]:
                if (move.after and move.after != node.last) or not ok(move.rule, node.value):
                    continue
                self.offered.add(move.step)
                if move.takeable:
                    edges.append(self.after(node, move))
        return self.edges[node]

    def explore(self, most: int) -> bool:
        """Go on until `most` states are known; without a way back, shortest walks first. True: there are no more."""
        while self._queue and len(self.nodes) < most:
            node = self._queue.popleft()
            if node.frame:
                frame = self._frames[node.frame]
                frame.inside.append(node)
                for caller, step in frame.callers:
                    self._go_back(node, caller, step)
            for edge in self.expand(node):
                if edge.to is not ENDED:
                    self.meet(edge.to, node, edge.move.step)
        return not self._queue

    def after(self, node: Node, move: Move) -> Edge:
        """Where a move leads."""
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
        if to == node.screen or to not in self.deck.screens:
            return Edge(move, self._node(node.screen, value, move.step, node.frame), False)
        entry = self._node(to, value, move.step)
        if self.back:
            entry = entry._replace(frame=self._step_into(entry, node, move.step))
        return Edge(move, entry, False)

    def _step_into(self, entry: Node, caller: Node, step: str) -> int:
        """The frame that begins with this state."""
        number = self._frame_of.setdefault(entry, len(self._frames))
        if number == len(self._frames):
            self._frames.append(_Frame([], []))
        frame = self._frames[number]
        frame.callers.append((caller, step))
        for inside in frame.inside:
            self._go_back(inside, caller, step)
        return number

    def _go_back(self, inside: Node, caller: Node, step: str) -> None:
        """From a state in a frame to the screen of the one that stepped into it."""
        node = Node(caller.screen, inside.value, inside.last, caller.frame)
        self._backs.setdefault(inside, []).append(Edge(_GONE_BACK, node, False))
        if node not in self.nodes:
            self._come_back[node] = inside
        self.meet(node, caller, step)

    def onward(self, node: Node) -> Iterator[Edge]:
        """Every step from a state, back among them."""
        yield from self.edges.get(node, ())
        yield from self._backs.get(node, ())

    def dead_ends(self) -> Iterator[DeadEnd]:
        """The first state found on each screen from which no end can be reached by going on.

        To go back is no way on: it takes one away from where one wanted to go.
        """
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
        """A walk to a state that was found; without a way back, a shortest one."""
        return tuple(reversed(list(self._steps_to(node, whole=True))))

    def _steps_to(self, node: Node, *, whole: bool) -> Iterator[str]:
        """The steps to a state, last first: from the start, or else from where its frame begins."""
        at = node
        while True:
            before, step = self.nodes[at]
            if before is None or (before.frame != at.frame and not whole):
                return
            if at in self._come_back:
                yield BACK
                yield from self._steps_to(self._come_back[at], whole=False)
            yield step
            at = before


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
