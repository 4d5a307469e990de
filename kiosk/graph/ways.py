"""The shortest way to each end of a deck."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.content.deck import END, Deck
from kiosk.content.graph import ENDED, Graph, Path

MOST = 60_000
"""States looked at before the ends not found so far are given up."""
AT_ONCE = 2_000


class Way(NamedTuple):
    """A shortest way to an end: the screen that is one (or `END`), its title, the steps. No steps: none was found."""

    end: str
    title: str
    path: Path


def shortest_ways(deck: Deck, *, most: int = MOST) -> tuple[Way, ...]:
    """A shortest way to each screen that is an ending, in the deck's order; without such screens, to the end itself."""
    wanted = [screen.id for screen in deck.screens.values() if screen.ending]
    graph = Graph(deck)
    limit = min(AT_ONCE, most)
    found: dict[str, Path] = {}
    while not graph.explore(limit) and limit < most:
        found = _found(graph, wanted)
        if len(found) == max(1, len(wanted)):
            break
        limit = min(limit * 2, most)
    found = _found(graph, wanted)
    titles = {name: title(deck, name) for name in wanted} or {END: "The end"}
    return tuple(Way(name, words, found.get(name, ())) for name, words in titles.items())


def _found(graph: Graph, wanted: list[str]) -> dict[str, Path]:
    """States are found in the order of their distance, so the first on a screen is as near as it gets."""
    found: dict[str, Path] = {}
    for node in graph.nodes:
        if node.screen in wanted and node.screen not in found:
            found[node.screen] = graph.path(node)
        if not wanted and END not in found:
            last = next((edge.move.step for edge in graph.edges.get(node, ()) if edge.to is ENDED), "")
            if last:
                found[END] = (*graph.path(node), last)
    return found


def title(deck: Deck, screen: str) -> str:
    """What an ending is called."""
    return str(deck.screens[screen].props.get("heading") or screen)
