"""Where the cards go: a small layered layout, the same every time.

Columns are given. Within a column the order comes from sweeps that put each card at the mean of its neighbours
(barycentres), and the heights from the same idea with the order kept. A link that passes columns gets a lane in
each of them, shared by all links to the same card, so that no line runs beneath a card.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

SWEEPS = 16
LANE = 12.0
"""Height of a lane, pixels. Boxes are higher."""
GAPS = {(False, False): 44.0, (True, False): 22.0, (False, True): 22.0, (True, True): 8.0}
"""Between two neighbours in a column, by whether each of them is a lane."""


class Box(NamedTuple):
    """A card: its column, its height, and how far below its top links arrive."""

    name: str
    column: int
    height: float
    entry: float


class Link(NamedTuple):
    """From `port` pixels below the top of one box to another."""

    source: str
    port: float
    target: str


class Layout(NamedTuple):
    """Tops of boxes and lanes. `chains` has for each link the names it passes, from its source to its target."""

    tops: dict[str, float]
    chains: list[tuple[str, ...]]
    lanes: dict[str, int]
    """Column of each lane."""
    height: float


class _Segment(NamedTuple):
    """A piece of a link between neighbouring columns: the item on each side and how far below its top."""

    left: str
    left_at: float
    right: str
    right_at: float


def lay_out(boxes: Sequence[Box], links: Sequence[Link]) -> Layout:
    """Place boxes so that links cross little and are short. Every link's ends must be among the boxes."""
    by_name = {box.name: box for box in boxes}
    lanes: dict[str, int] = {}
    chains = [_chain(link, by_name, lanes) for link in links]
    column_of = {**{box.name: box.column for box in boxes}, **lanes}
    heights = {**{box.name: box.height for box in boxes}, **dict.fromkeys(lanes, LANE)}
    columns: list[list[str]] = [[] for _ in range(1 + max(column_of.values(), default=0))]
    for name, column in column_of.items():
        columns[column].append(name)
    segments = _segments(links, chains, by_name, column_of)
    order = _order(columns, segments, heights, column_of)
    tops = _heights(order, segments, heights)
    bottom = max((tops[name] + heights[name] for name in tops), default=0.0)
    return Layout(tops, chains, lanes, bottom)


def _chain(link: Link, boxes: Mapping[str, Box], lanes: dict[str, int]) -> tuple[str, ...]:
    begin, end = boxes[link.source].column, boxes[link.target].column
    step = 1 if end >= begin else -1
    passed = []
    for column in range(begin + step, end, step) if begin != end else ():
        name = f"{'to' if step > 0 else 'back to'} {link.target} by {column}"
        lanes[name] = column
        passed.append(name)
    return (link.source, *passed, link.target)


def _segments(
    links: Sequence[Link], chains: Sequence[tuple[str, ...]], boxes: Mapping[str, Box], columns: Mapping[str, int]
) -> list[_Segment]:
    found = []
    for link, chain in zip(links, chains, strict=True):
        for one, other in pairwise(chain):
            at = link.port if one == link.source else LANE / 2
            to = boxes[other].entry if other == link.target else LANE / 2
            if columns[one] < columns[other]:
                found.append(_Segment(one, at, other, to))
            elif columns[one] > columns[other]:
                found.append(_Segment(other, to, one, at))
    return found


# --- order ------------------------------------------------------------------------------------------------------------


def _order(
    columns: list[list[str]], segments: Sequence[_Segment], heights: Mapping[str, float], column_of: Mapping[str, int]
) -> list[list[str]]:
    best = order = [list(names) for names in columns]
    fewest = _crossings(order, segments, heights, column_of)
    for sweep in range(SWEEPS):
        rightwards = sweep % 2 == 0
        order = [list(names) for names in order]
        for index in range(1, len(order)) if rightwards else range(len(order) - 2, -1, -1):
            rank = _ranks(order[index - 1 if rightwards else index + 1])
            order[index] = _by_barycentre(order[index], rank, segments, heights, rightwards)
        crossings = _crossings(order, segments, heights, column_of)
        if crossings < fewest:
            best, fewest = order, crossings
    return best


def _ranks(names: Sequence[str]) -> dict[str, int]:
    return {name: index for index, name in enumerate(names)}


def _by_barycentre(
    names: Sequence[str],
    rank: Mapping[str, int],
    segments: Sequence[_Segment],
    heights: Mapping[str, float],
    rightwards: bool,
) -> list[str]:
    """The names in order of the mean place of their neighbours; those without any stay where they are."""
    places: dict[str, list[float]] = {}
    for one in segments:
        mine, other, at = (one.right, one.left, one.left_at) if rightwards else (one.left, one.right, one.right_at)
        if other in rank:
            places.setdefault(mine, []).append(rank[other] + at / heights[other])
    mean = {name: sum(found) / len(found) for name, found in places.items()}
    movable = sorted((name for name in names if name in mean), key=lambda name: (mean[name], names.index(name)))
    following = iter(movable)
    return [next(following) if name in mean else name for name in names]


def _crossings(
    order: Sequence[Sequence[str]],
    segments: Sequence[_Segment],
    heights: Mapping[str, float],
    column_of: Mapping[str, int],
) -> int:
    rank = {name: index for names in order for index, name in enumerate(names)}
    by_gutter: dict[int, list[tuple[float, float]]] = {}
    for one in segments:
        left = rank[one.left] + one.left_at / heights[one.left]
        right = rank[one.right] + one.right_at / heights[one.right]
        by_gutter.setdefault(column_of[one.left], []).append((left, right))
    total = 0
    for ends in by_gutter.values():
        for index, (left, right) in enumerate(ends):
            total += sum((left - a) * (right - b) < 0 for a, b in ends[:index])
    return total


# --- heights ----------------------------------------------------------------------------------------------------------


def _heights(
    order: Sequence[Sequence[str]],
    segments: Sequence[_Segment],
    heights: Mapping[str, float],
) -> dict[str, float]:
    """The top of each item: near its neighbours', in the order given, nothing over anything else."""
    tops: dict[str, float] = {}
    for names in order:
        total = _stack(names, heights)[-1] if names else 0.0
        for name, top in zip(names, _stack(names, heights), strict=False):
            tops[name] = top - total / 2
    for sweep in range(SWEEPS):
        rightwards = sweep % 2 == 0
        for names in order if rightwards else reversed(order):
            wanted = _wanted(names, tops, segments, heights)
            tops.update(zip(names, _settle(names, wanted, heights), strict=True))
    highest = min(tops.values(), default=0.0)
    return {name: round(top - highest, 1) for name, top in tops.items()}


def _stack(names: Sequence[str], heights: Mapping[str, float]) -> list[float]:
    """Tops of items one below the other from 0, and the bottom of the last."""
    tops, at = [], 0.0
    for index, name in enumerate(names):
        if index:
            at += GAPS[(heights[names[index - 1]] == LANE, heights[name] == LANE)]
        tops.append(at)
        at += heights[name]
    return [*tops, at]


def _wanted(
    names: Iterable[str], tops: Mapping[str, float], segments: Sequence[_Segment], heights: Mapping[str, float]
) -> dict[str, tuple[float, int]]:
    """For each item the top that levels its middle with its neighbours’ on average, and how many links say so."""
    said: dict[str, list[float]] = {name: [] for name in names}
    for one in segments:
        step = (heights[one.left] - heights[one.right]) / 2
        if one.left in said:
            said[one.left].append(tops[one.right] - step)
        if one.right in said:
            said[one.right].append(tops[one.left] + step)
    return {
        name: (sum(found) / len(found), len(found)) if found else (tops[name], 1) for name, found in said.items()
    }  # fmt: skip


class _Pool(NamedTuple):
    """Neighbours that touch: their mean shift, its weight, how many members there are."""

    shift: float
    weight: int
    members: int


def _settle(names: Sequence[str], wanted: Mapping[str, tuple[float, int]], heights: Mapping[str, float]) -> list[float]:
    """Tops as near as can be (least squares) to the wanted ones with the order and the gaps kept."""
    stack = _stack(names, heights)
    pools: list[_Pool] = []
    for name, base in zip(names, stack, strict=False):
        top, weight = wanted[name]
        pools.append(_Pool(top - base, weight, 1))
        while len(pools) > 1 and pools[-2].shift > pools[-1].shift:
            last, before = pools.pop(), pools.pop()
            both = last.weight + before.weight
            mean = (last.shift * last.weight + before.shift * before.weight) / both
            pools.append(_Pool(mean, both, last.members + before.members))
    shifts = [pool.shift for pool in pools for _ in range(pool.members)]
    return [base + shift for base, shift in zip(stack, shifts, strict=False)]
