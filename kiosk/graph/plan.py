"""An activity small enough to stand beside it: every screen as a pill, every way on as a line. In pixels of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Literal

from kiosk.content.deck import Deck
from kiosk.graph.layout import LANE, Box, Layout, Link, lay_out
from kiosk.graph.words import width

HEIGHT = 38.0
SIZE = 17.0
"""Of the words on a pill, pixels."""
NARROWEST, WIDEST = 104.0, 190.0
GUTTER = 46.0
SQUEEZE = 0.7
"""Pills need less room between them than the cards that the layout was made for."""

Sort = Literal["start", "screen", "ending", "stuck", "lost"]
"""What a screen is: where it begins, like others, an ending, one that nothing leads on from, one without a way in."""


@dataclass(frozen=True, kw_only=True)
class Pill:
    """A screen and where it stands."""

    name: str
    sort: Sort
    x: float
    y: float
    width: float


@dataclass(frozen=True, kw_only=True)
class Line:
    """A way on from one screen to another, as the path of an SVG."""

    begin: str
    end: str
    path: str


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Every screen and every way on between two, with the size of the whole."""

    width: float
    height: float
    pills: tuple[Pill, ...]
    lines: tuple[Line, ...]


def plan(deck: Deck, *, stuck: Iterable[str] = (), lost: Iterable[str] = ()) -> Plan:
    """Where everything stands. `stuck` and `lost` are screens that walking the deck found to be so."""
    ways = list(dict.fromkeys(_ways(deck)))
    stuck = {*stuck, *(name for name in deck.screens if not any(one.routes for one in deck.screens[name].actions))}
    lost = {*lost, *({*deck.screens} - {deck.start} - {end for _, end in ways})}
    columns = _columns(deck, ways)
    boxes = [Box(name, columns[name], HEIGHT, HEIGHT / 2) for name in deck.screens]
    layout = _squeezed(lay_out(boxes, [Link(begin, HEIGHT / 2, end) for begin, end in ways]))
    widths = [NARROWEST] * (1 + max(columns.values(), default=0))
    for name, column in columns.items():
        widths[column] = max(widths[column], min(WIDEST, width(name, SIZE) * 0.86 + 30))
    lefts = list(accumulate((one + GUTTER for one in widths), initial=0.0))
    pills = tuple(
        Pill(
            name=name,
            sort=_sort(deck, name, stuck, lost),
            x=lefts[columns[name]],
            y=layout.tops[name],
            width=widths[columns[name]],
        )
        for name in deck.screens
    )
    column_of = {**columns, **layout.lanes}
    lines = tuple(
        Line(begin=begin, end=end, path=_path(chain, column_of, lefts, widths, layout))
        for (begin, end), chain in zip(ways, layout.chains, strict=True)
    )
    return Plan(width=lefts[-1] - GUTTER, height=layout.height, pills=pills, lines=lines)


def _squeezed(layout: Layout) -> Layout:
    tops = {name: round(top * SQUEEZE, 1) for name, top in layout.tops.items()}
    return layout._replace(tops=tops, height=max(tops.values(), default=0.0) + HEIGHT)


def _ways(deck: Deck) -> Iterator[tuple[str, str]]:
    for name, screen in deck.screens.items():
        for action in screen.actions:
            for route in action.routes:
                if route.to in deck.screens and route.to != name:
                    yield name, route.to


def _columns(deck: Deck, ways: list[tuple[str, str]]) -> dict[str, int]:
    """The distance of each screen from the start; one without a way in stands before what it leads to."""
    found: dict[str, int] = {}
    begin = [deck.start] if deck.start in deck.screens else []
    while len(found) < len(deck.screens):
        for name in begin:
            after = [found[to] for one, to in ways if one == name and to in found]
            found[name] = max(1, min(after, default=2) - 1) if found else 0
        while more := {to: found[one] + 1 for one, to in reversed(ways) if one in found and to not in found}:
            found |= more
        left = [name for name in deck.screens if name not in found]
        led_to = {to for one, to in ways if one in left}
        begin = [name for name in left if name not in led_to] or left[:1]
    return found


def _sort(deck: Deck, name: str, stuck: set[str], lost: set[str]) -> Sort:
    if name in stuck:
        return "stuck"
    if name in lost:
        return "lost"
    if name == deck.start:
        return "start"
    return "ending" if deck.screens[name].ending else "screen"


def _path(
    chain: tuple[str, ...], column_of: dict[str, int], lefts: list[float], widths: list[float], layout: Layout
) -> str:
    """From pill to pill, through the lanes of the columns that it passes."""
    said = []
    for number, (one, other) in enumerate(pairwise(chain)):
        y1 = layout.tops[one] + (HEIGHT / 2 if number == 0 else LANE / 2)
        y2 = layout.tops[other] + (HEIGHT / 2 if other == chain[-1] else LANE / 2)
        left, right = column_of[one], column_of[other]
        if left == right:
            x = lefts[left] + widths[left]
            said.append(f"M{x:g} {y1:g}C{x + GUTTER * 0.8:g} {y1:g} {x + GUTTER * 0.8:g} {y2:g} {x:g} {y2:g}")
            continue
        onward = right > left
        x1 = lefts[left] + (widths[left] if onward else 0)
        x2 = lefts[right] + (0 if onward else widths[right])
        middle = (x1 + x2) / 2
        said.append(f"M{x1:g} {y1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}")
        if other != chain[-1]:
            said.append(f"L{x2 + (widths[right] if onward else -widths[right]):g} {y2:g}")
    return "".join(said)
