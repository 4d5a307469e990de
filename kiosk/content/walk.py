"""Every way through a deck, walked before anybody does: what is never reached, and where nobody gets out.

The states that matter are walked one by one by the player's rules. Conditions of parts don't steer a walk, so what they
ask is carried along beside it rather than multiplied into it; that keeps a room with a dozen things to notice small.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import msgspec

from kiosk.content.beside import never_shown
from kiosk.content.deck import AGAIN, ALWAYS, END, Action, Deck, When
from kiosk.content.graph import DeadEnd, Graph, takeable
from kiosk.content.seek import seek

MAX_STATES = 60_000
FIRST_LOOK = 2_000
"""After this many states, then four times as many, see whether there is anything left to find out."""
MAX_COVER = 10
"""Conditions on one screen that are tried out in every combination."""


class Findings(msgspec.Struct, frozen=True):
    """What walking a deck brought to light. Actions are `screen/action`, parts `(screen, position)`.

    `missing` holds routes to screens that are not there, as (`screen/action`, where to). With `complete` false the
    deck was too large to be walked to the last state: what is listed as never reached was then only not found.
    """

    unreached: tuple[str, ...]
    dead_ends: tuple[DeadEnd, ...]
    never_offered: tuple[str, ...]
    never_shown: tuple[tuple[str, int], ...]
    endings: tuple[str, ...]
    missing: tuple[tuple[str, str], ...]
    complete: bool
    states: int

    @property
    def clean(self) -> bool:
        return self.complete and not (
            self.unreached or self.dead_ends or self.never_offered or self.never_shown or self.missing
        )


def walk(deck: Deck, *, most: int = MAX_STATES) -> Findings:
    """Walk a deck. Never raises for what is in it; looks at no more than `most` states."""
    graph = Graph(deck, back=not deck.back_unsays)
    safe = safe_screens(deck)
    every = set(_actions(deck))
    limit = min(FIRST_LOOK, most)
    may_seek = not graph.back and safe >= set(deck.screens)
    closed = graph.explore(limit)
    if may_seek and not closed:
        sought = Graph(deck)
        seek(sought, most)
        graph = sought if _settled(sought, safe, every) else graph
    while not (closed or _settled(graph, safe, every) or limit >= most):
        limit = min(limit * 4, most)
        closed = graph.explore(limit)
    settled = _settled(graph, safe, every)
    hidden, sure = never_shown(graph)
    return Findings(
        unreached=tuple(name for name in deck.screens if name not in graph.screens),
        dead_ends=() if graph.screens <= safe else tuple(graph.dead_ends()),
        never_offered=tuple(
            name for name in _actions(deck) if name not in graph.offered and name.split("/")[0] in graph.screens
        ),
        # Of a deck that was not walked to its last state, a part that was not seen may be shown in another.
        never_shown=tuple(at for at in hidden if at[0] in graph.screens) if closed or not settled else (),
        endings=tuple(
            screen.ending for name, screen in deck.screens.items() if screen.ending and name in graph.screens
        ),
        missing=tuple(_missing(deck)),
        complete=(closed and sure) or settled,
        states=len(graph.nodes),
    )


def _settled(graph: Graph, safe: set[str], every: set[str]) -> bool:
    """Whether every screen was met, none of which can be a dead end, and every action was on offer."""
    return graph.screens == set(graph.deck.screens) <= safe and graph.offered == every


def safe_screens(deck: Deck) -> set[str]:
    """Screens from which an end can be reached whatever the state: shown from their actions alone, without walking."""
    safe: set[str] = {END}
    while True:
        more = {
            name
            for name, screen in deck.screens.items()
            if name not in safe
            and _covers([one.when for one in screen.actions if takeable(one) and _leads_into(one, safe)])
        }
        if not more:
            return safe - {END}
        safe |= more


def _leads_into(action: Action, safe: set[str]) -> bool:
    """Whether taking an action surely leaves for one of these screens."""
    for route in action.routes:
        if route.to not in safe:
            return False
        if route.when == ALWAYS:
            return True
    return False


def _covers(conditions: list[When]) -> bool:
    """Whether one of the conditions holds in every state. May say no although it is so, never the reverse."""
    if ALWAYS in conditions:
        return True
    plain = [one for one in conditions if not (one.after or one.at_least or one.at_most)]
    clauses = sorted({clause for one in plain for clause in (*one.needs, *one.unless)})
    if not plain or len(clauses) > MAX_COVER:
        return False
    for held in product((False, True), repeat=len(clauses)):
        told = dict(zip(clauses, held, strict=True))
        if not any(all(told[n] for n in one.needs) and not any(told[u] for u in one.unless) for one in plain):
            return False
    return True


def _actions(deck: Deck) -> Iterator[str]:
    for name, screen in deck.screens.items():
        for action in screen.actions:
            yield f"{name}/{action.id}"


def _missing(deck: Deck) -> Iterator[tuple[str, str]]:
    if deck.start not in deck.screens:
        yield "start", deck.start
    for name, screen in deck.screens.items():
        for action in screen.actions:
            for route in action.routes:
                if route.to not in deck.screens and route.to not in (END, AGAIN):
                    yield f"{name}/{action.id}", route.to
