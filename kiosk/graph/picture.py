"""The whole picture: cards in columns, threads between them, a legend above, the shortest ways beside."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kiosk.content.deck import Deck
from kiosk.graph import paper
from kiosk.graph.aside import heading, ways_beside
from kiosk.graph.cards import Card, Chart
from kiosk.graph.layout import LANE, Box, Layout, Link, lay_out
from kiosk.graph.sketch import ENTRY, WIDTH, Drawn, sketch
from kiosk.graph.ways import Way

MARGIN = 60.0
GUTTER = 150.0
BESIDE = 90.0
"""Between the last column and the list of ways."""
STEP = WIDTH + GUTTER


class _Thread(NamedTuple):
    """A link with how it is drawn."""

    link: Link
    style: str
    dashed: bool


def draw(deck: Deck, chart: Chart, ways: Sequence[Way]) -> str:
    """The picture as SVG text: the same for the same deck."""
    drawn = {card.name: sketch(card) for card in chart.cards}
    placed = [card for card in chart.cards if card.column >= 0]
    lost = [card for card in chart.cards if card.column < 0]
    threads = _threads_of(placed, drawn)
    boxes = [Box(card.name, card.column, drawn[card.name].height, ENTRY) for card in placed]
    layout = lay_out(boxes, [thread.link for thread in threads])
    width = STEP * (1 + max((card.column for card in placed), default=0)) - GUTTER
    beside, beside_width, beside_height = ways_beside(deck, ways, max(layout.height, 900))
    head, head_height = heading(chart)
    top = MARGIN + head_height + 56
    shapes = _draw_threads(threads, layout, {card.name: card.column for card in placed})
    shapes += [
        paper.group(STEP * card.column, layout.tops[card.name], list(drawn[card.name].shapes)) for card in placed
    ]
    inside = [paper.group(MARGIN, MARGIN, head), paper.group(MARGIN, top, shapes)]
    bottom = top + layout.height
    if lost:
        band, band_height = _lost(lost, drawn, width)
        inside.append(paper.group(MARGIN, bottom + 70, band))
        bottom += 70 + band_height
    inside.append(paper.group(MARGIN + width + BESIDE, top, beside))
    full = max(MARGIN + width + BESIDE + beside_width, MARGIN + 1400) + MARGIN
    return paper.page(full, max(bottom, top + beside_height) + MARGIN, chart.title, inside)


def _threads_of(placed: Sequence[Card], drawn: dict[str, Drawn]) -> list[_Thread]:
    """One thread from each row to each card that it leads to."""
    there = {card.name for card in placed}
    threads = []
    for card in placed:
        for row, port in zip(card.rows, drawn[card.name].ports, strict=True):
            for to in dict.fromkeys(leads.to for leads in row.leads if leads.to in there):
                sure = any(leads.to == to and not leads.conditional for leads in row.leads)
                threads.append(_Thread(Link(card.name, port, to), row.style, bool(row.needs) or not sure))
    return threads


def _draw_threads(threads: Sequence[_Thread], layout: Layout, columns: dict[str, int]) -> list[str]:
    """From each row its own thread in its own colour; from the first lane on, one for all that go the same way."""
    column_of = {**columns, **layout.lanes}
    shapes: dict[str, None] = {}
    heads: dict[str, None] = {}
    for thread, chain in zip(threads, layout.chains, strict=True):
        dye = paper.STYLES[thread.style].deep
        for number, (one, other) in enumerate(pairwise(chain)):
            first, last = number == 0, other == thread.link.target
            colour = dye if first else paper.THREAD
            dashed = thread.dashed and first
            y1 = layout.tops[one] + (thread.link.port if first else LANE / 2)
            y2 = layout.tops[other] + (ENTRY if last else LANE / 2)
            left, right = column_of[one] * STEP, column_of[other] * STEP
            if left == right:
                bulge = min(GUTTER * 1.05, 60 + abs(y2 - y1) / 7)
                shapes[
                    paper.curve(left + WIDTH, y1, left + WIDTH + 12, y2, colour=colour, dashed=dashed, bulge=bulge)
                ] = None
                heads[paper.arrow(left + WIDTH + 2, y2, colour=colour, rightwards=False)] = None
                heads[paper.dot(left + WIDTH, y1, colour=colour)] = None
                continue
            onward = right > left
            x1, x2 = (left + WIDTH, right) if onward else (left, right + WIDTH)
            tip = x2 - 2 if onward else x2 + 2
            end = (tip - 10 if onward else tip + 10) if last else x2
            shapes[paper.curve(x1, y1, end, y2, colour=colour, dashed=dashed)] = None
            if last:
                heads[paper.arrow(tip, y2, colour=colour, rightwards=onward)] = None
            else:
                lane = (x2, x2 + WIDTH) if onward else (x2 - WIDTH, x2)
                shapes[paper.curve(lane[0], y2, lane[1], y2, colour=paper.THREAD)] = None
            if first:
                heads[paper.dot(x1, y1, colour=colour)] = None
    return [*shapes, *heads]


def _lost(lost: Sequence[Card], drawn: dict[str, Drawn], width: float) -> tuple[list[str], float]:
    """The cards that nothing leads to, in rows below the others."""
    shapes = [
        paper.text(0, 24, "Nothing leads to these", 28, colour=paper.TROUBLE.deep, bold=True, face=paper.TITLE_FACE)
    ]
    x, y, high = 0.0, 56.0, 0.0
    for card in lost:
        if x and x + WIDTH > width:
            x, y, high = 0.0, y + high + 44, 0.0
        shapes.append(paper.group(x, y, list(drawn[card.name].shapes)))
        high = max(high, drawn[card.name].height)
        x += WIDTH + 44
    return shapes, y + high
