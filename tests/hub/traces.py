"""What the Python player does with a deck, step by step, for the JavaScript one to be held against.

A trace is a tree of walks that begin at the same start. Each step says from which earlier one it goes on, what is done
there, and the digest of all that comes of it. A browser takes the same steps and stops at the first that differs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random
from typing import Any
from zlib import crc32

import msgspec

from kiosk import player
from kiosk.content.deck import Action, Deck
from kiosk.content.graph import BACK, Graph, Path
from kiosk.content.seek import seek
from kiosk.player import Step

WHOLE = 5_000
"""States of a deck's graph up to which every step from every one of them is taken."""
SOUGHT = 60_000
SOUGHT_BACK = 2_000
WALKS = 300
"""Random walks through a deck that has more."""
LENGTH = 25
SHORT = 400
"""Characters of a value that are told."""
TEXTS = (
    "hello", "", " ", "x" * 8, "x" * 9, "y" * 5000, " in\tside ", "\u00a0\u3000both\u2003\u202f", "constructor",
    "\x1c\x1d\x1e\x1f\x85s", "\ufeffmark", "\u200bzero", "\u180e", "\u2028line\u2029", "\x00", "<b>", "e\u0301",
    "😀" * 8, "😀" * 9, "👩\u200d👩\u200d👧",
)  # fmt: skip
"""Things to write: blanks of every kind, much too long, characters that take two units of UTF-16."""


class Trace:
    """Walks through one deck. `steps` are [from, action, answer, digest]; an action `null` is going back."""

    def __init__(self, name: str, deck: Deck, answers: player.Answers | None = None) -> None:
        self.name = name
        self.plain = whole_numbers(msgspec.json.decode(msgspec.json.encode(_told(deck))))
        self.deck = msgspec.convert(self.plain, Deck)
        self.answers = answers or {}
        self.steps: list[tuple[int, str | None, str, int]] = []
        self.outcomes: list[Step] = []
        self._smaller = msgspec.structs.replace(self.deck, screens=dict([*self.deck.screens.items()][:-1]))
        self._offers: dict[int, tuple[Action, ...]] = {}
        self._known: dict[tuple[int, str | None, str], int] = {}
        self._keep(-1, None, "", player.start(self.deck, self.answers))

    def take(self, at: int, action: str | None, answer: str = "") -> int:
        """Take a step from where another led; the number of this one."""
        known = self._known.get((at, action, answer))
        if known is not None:
            return known
        state = self.outcomes[at].state
        step = player.back(self.deck, state) if action is None else player.step(self.deck, state, action, answer)
        return self._keep(at, action, answer, step)

    def everything(self, at: int, actions: Iterable[Action] | None = None) -> None:
        """Every action that is on offer, or these, with every answer that may be given, and going back."""
        for action in self.offers(at) if actions is None else actions:
            for answer in allowed(action):
                self.take(at, action.id, answer)
        self.take(at, None)

    def offers(self, at: int) -> tuple[Action, ...]:
        """The actions that are on offer after a step."""
        if at not in self._offers:
            self._offers[at] = player.offers(self.deck, self.outcomes[at].state)
        return self._offers[at]

    def along(self, path: Path) -> int:
        """Where a path of the graph leads."""
        at = 0
        for step in path:
            if step == BACK:
                at = self.take(at, None)
                continue
            _, name = step.split("/", 1)
            action = next(one for one in self.offers(at) if one.id == name)
            at = self.take(at, name, allowed(action)[0])
        return at

    def wander(self, random: Random, steps: int, at: int = 0) -> int:
        """A random walk, steps back and wrong answers included."""
        for _ in range(steps):
            offered = self.offers(at)
            if not offered or random.random() < 0.12:
                at = self.take(at, None)
                continue
            action = random.choice(offered)
            wrong = random.random() < 0.1
            at = self.take(at, action.id, random.choice((*TEXTS, "a") if wrong else allowed(action)))
            if random.random() < 0.03:
                self.take(at, random.choice(("", "nothing", "a0", "constructor")), "a")
        return at

    def seen(self, at: int) -> Any:
        """All that is compared of a step."""
        step = self.outcomes[at]
        state = step.state
        return [step, player.view(self.deck, state), player.fits(self.deck, state), player.fits(self._smaller, state)]

    def path(self, at: int) -> list[str]:
        """The steps that lead to one, in words."""
        found: list[str] = []
        while at > 0:
            at, action, answer, _ = self.steps[at]
            found.append(BACK if action is None else f"{action}({answer!r})" if answer else action)
        return found[::-1]

    def told(self) -> dict[str, Any]:
        """As the browser gets it."""
        return {"deck": self.plain, "answers": self.answers, "steps": self.steps}

    def _keep(self, at: int, action: str | None, answer: str, step: Step) -> int:
        number = len(self.steps)
        self.outcomes.append(step)
        self.steps.append((at, action, answer, digest(self.seen(number))))
        self._known[at, action, answer] = number
        return number


def of_shipped(name: str, deck: Deck) -> tuple[Trace, bool]:
    """A deck walked whole: every step from every state that its graph tells apart. True: it was.

    One with more states than can be walked: every screen, every action and every ending, then random walks.
    """
    trace = Trace(name, deck)
    graph = Graph(trace.deck, back=not deck.back_unsays)
    if graph.explore(WHOLE):
        for node in graph.nodes:
            trace.everything(trace.along(graph.path(node)))
        return trace, True
    graph = Graph(trace.deck, back=not deck.back_unsays)
    if deck.back_unsays:
        seek(graph, SOUGHT)
    else:
        graph.explore(SOUGHT_BACK)
    met: set[str] = set()
    for node, edges in graph.edges.items():
        fresh = [edge.move.action for edge in edges if edge.move.step not in met]
        if fresh or node.screen not in met:
            at = trace.along(graph.path(node))
            trace.everything(at, fresh)
            met |= {node.screen, *(edge.move.step for edge in edges)}
    random = Random(name)
    for _ in range(WALKS):
        trace.wander(random, LENGTH)
    return trace, False


def of_generated(name: str, deck: Deck, seed: int) -> Trace:
    """A few walks through a small deck, and everything that can be done on the way of one."""
    random = Random(seed)
    trace = Trace(name, deck, {"how": ("é",)} if random.random() < 0.3 else None)
    end = trace.wander(random, 30)
    for at in range(0, end, 4):
        trace.everything(at)
    trace.wander(random, 15)
    return trace


def allowed(action: Action) -> tuple[str, ...]:
    """What may be given as an answer; one empty answer where none is asked for."""
    ask = action.ask
    if ask is None:
        return ("",)
    if ask.kind == "text":
        return tuple(text for text in TEXTS if 0 < len(text.strip()) <= ask.max_length) or ("",)
    return ask.options or ("",)


def endings(trace: Trace) -> set[str]:
    return {one.detail["ending"] for step in trace.outcomes for one in step.records if one.verb == "reach"}


def offered(trace: Trace) -> set[str]:
    """Every `screen/action` that was on offer somewhere."""
    found: set[str] = set()
    for at, step in enumerate(trace.outcomes):
        found.update(f"{step.state.screen}/{action.id}" for action in trace.offers(at))
    return found


def digest(value: Any) -> int:
    return crc32(msgspec.json.encode(value, order="sorted"))


def whole_numbers(value: Any) -> Any:
    """JSON in which 2.0 is 2, as it is for a program that knows one kind of number only."""
    match value:
        case dict():
            return {name: whole_numbers(one) for name, one in value.items()}
        case list():
            return [whole_numbers(one) for one in value]
        case float() if value.is_integer():
            return int(value)
        case _:
            return value


def differences(python: Any, other: Any, at: str = "") -> Iterator[str]:
    """Where two pieces of JSON differ, and how."""
    if isinstance(python, dict) and isinstance(other, dict):
        for name in sorted(python.keys() | other.keys()):
            yield from differences(python.get(name, "nothing"), other.get(name, "nothing"), f"{at}.{name}")
    elif isinstance(python, list) and isinstance(other, list) and len(python) == len(other):
        for number, (one, another) in enumerate(zip(python, other, strict=True)):
            yield from differences(one, another, f"{at}[{number}]")
    elif python != other or type(python) is not type(other):
        yield f"{at.lstrip('.')}: Python has {_short(python)}, JavaScript {_short(other)}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= SHORT else f"{text[:SHORT]}…"


def _told(deck: Deck) -> Deck:
    """A deck whose screens are read, for msgspec to encode."""
    return msgspec.structs.replace(deck, screens=dict(deck.screens))
