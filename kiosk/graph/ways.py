"""The shortest way to each end of a deck, or a short one where there are too many ways to try them all."""

from __future__ import annotations

from typing import NamedTuple

from kiosk import player
from kiosk.content.deck import END, Deck
from kiosk.content.graph import ENDED, Graph, Path
from kiosk.content.seek import seek

MOST = 60_000
"""States looked at before the ends not found so far are given up."""
AT_ONCE = 2_000
FEW = 8_000
"""States after which a deck is taken for one that is too large to be walked: what is left is sought."""


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
        if limit >= FEW and wanted and len(sought := _sought(deck, wanted)) == len(wanted):
            found = {**sought, **found}
            break
        limit = min(limit * 2, most)
    else:
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


def _sought(deck: Deck, wanted: list[str]) -> dict[str, Path]:
    """Ways that were not walked in order of their length, without the steps that nothing hangs on."""
    graph = Graph(deck)
    seek(graph, MOST)
    return {name: _shortened(deck, name, path) for name, path in _found(graph, wanted).items()}


def _shortened(deck: Deck, end: str, path: Path) -> Path:
    at = 0
    while at < len(path):
        without = (*path[:at], *path[at + 1 :])
        if _leads_to(deck, without) == end:
            path = without
        else:
            at += 1
    return path


def _leads_to(deck: Deck, path: Path) -> str:
    """The screen that steps lead to; empty when one of them is not on offer there."""
    state = player.start(deck).state
    for step in path:
        screen, _, action = step.partition("/")
        taken = player.step(deck, state, action)
        if state.screen != screen or not taken.offered:
            return ""
        state = taken.state
    return state.screen


def title(deck: Deck, screen: str) -> str:
    """What an ending is called."""
    return str(deck.screens[screen].props.get("heading") or screen)
