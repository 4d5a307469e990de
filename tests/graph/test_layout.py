"""Where cards go: never one over another, the same every time, few crossings."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.graph.layout import LANE, Box, Layout, Link, lay_out


@st.composite
def drawings(draw: st.DrawFn) -> tuple[list[Box], list[Link]]:
    columns = draw(st.lists(st.integers(0, 5), min_size=1, max_size=14))
    boxes = [
        Box(f"b{n}", column, draw(st.sampled_from((60.0, 150.0, 420.0))), 30.0) for n, column in enumerate(columns)
    ]
    names = st.sampled_from([box.name for box in boxes])
    links = draw(st.lists(st.builds(Link, names, st.sampled_from((20.0, 45.0)), names), max_size=24))
    return boxes, [link for link in links if link.source != link.target]


def spans(boxes: list[Box], layout: Layout) -> dict[int, list[tuple[float, float]]]:
    """The stretches of height that are taken in each column."""
    taken: dict[int, list[tuple[float, float]]] = {}
    for box in boxes:
        taken.setdefault(box.column, []).append((layout.tops[box.name], layout.tops[box.name] + box.height))
    for name, column in layout.lanes.items():
        taken.setdefault(column, []).append((layout.tops[name], layout.tops[name] + LANE))
    return taken


@settings(max_examples=150)
@given(drawings())
def test_nothing_lies_over_anything_else(drawing: tuple[list[Box], list[Link]]) -> None:
    boxes, links = drawing
    layout = lay_out(boxes, links)
    for column in spans(boxes, layout).values():
        ordered = sorted(column)
        assert all(lower[0] - upper[1] >= 7.5 for upper, lower in pairwise(ordered))
    assert min(layout.tops.values()) == 0
    assert layout.height >= max(bottom for column in spans(boxes, layout).values() for _, bottom in column)


@settings(max_examples=60)
@given(drawings())
def test_the_same_cards_are_placed_the_same_way(drawing: tuple[list[Box], list[Link]]) -> None:
    assert lay_out(*drawing) == lay_out(*drawing)


@settings(max_examples=100)
@given(drawings())
def test_every_link_goes_from_column_to_column_through_a_lane_of_each(drawing: tuple[list[Box], list[Link]]) -> None:
    boxes, links = drawing
    layout = lay_out(boxes, links)
    columns = {**{box.name: box.column for box in boxes}, **layout.lanes}
    for link, chain in zip(links, layout.chains, strict=True):
        assert (chain[0], chain[-1]) == (link.source, link.target)
        steps = {abs(columns[a] - columns[b]) for a, b in pairwise(chain)}
        assert steps <= {0, 1}
        assert len(chain) == max(2, 1 + abs(columns[link.source] - columns[link.target]))


def test_two_links_that_cross_are_uncrossed() -> None:
    boxes = [Box(name, column, 100, 30) for name, column in (("a", 0), ("b", 0), ("x", 1), ("y", 1))]
    layout = lay_out(boxes, [Link("a", 50, "y"), Link("b", 50, "x")])
    assert (layout.tops["a"] < layout.tops["b"]) == (layout.tops["y"] < layout.tops["x"])


def test_a_chain_of_cards_lies_level() -> None:
    heights = {"a": 100.0, "b": 300.0, "c": 60.0}
    boxes = [Box(name, column, height, 30) for column, (name, height) in enumerate(heights.items())]
    layout = lay_out(boxes, [Link("a", 50, "b"), Link("b", 200, "c")])
    middles = {layout.tops[name] + height / 2 for name, height in heights.items()}
    assert max(middles) - min(middles) < 1


def test_nothing_to_draw_is_no_trouble() -> None:
    assert lay_out([], []).height == 0
