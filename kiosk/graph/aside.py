"""What stands around the cards: the title with its legend, and a short way to each ending."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.content.deck import END, Deck
from kiosk.graph import paper
from kiosk.graph.cards import STYLES, Chart, style_of
from kiosk.graph.ways import Way
from kiosk.graph.words import width, wrap

MEANS = {
    "form": "fills in a form",
    "kind": "kind, and closes the talk",
    "open": "opens the talk",
}
WAYS = "A short way to each ending"
COLUMN = 420.0
GAP = 40.0
SIZE, STEP_SIZE = 22.0, 15.0


def heading(chart: Chart) -> tuple[list[str], float]:
    """The title and what the colours and lines mean. Returns shapes and height."""
    shapes = [
        paper.text(0, 52, chart.title, 54, bold=True, face=paper.TITLE_FACE),
        paper.text(0, 88, chart.about, 19, colour=paper.SOFT),
    ]
    x, y = 0.0, 116.0
    for style in (one for one in STYLES if any(row.style == one for card in chart.cards for row in card.rows)):
        dye = paper.STYLES[style]
        shapes.append(paper.box(x, y, 26, 26, fill=dye.tint, edge=dye.deep, radius=7))
        x = _label(shapes, x + 36, y, f"{style}: {MEANS[style]}")
    shapes.append(paper.box(x, y, 46, 26, fill=paper.CARD, edge=paper.INK, radius=7, dashed=True))
    x = _label(shapes, x + 56, y, "dashed: only if what it needs has happened")
    if any(card.leaf for card in chart.cards):
        shapes.append(paper.box(x, y, 26, 26, fill=paper.ENDING.tint, edge=paper.ENDING.deep, radius=7))
        x = _label(shapes, x + 36, y, "an ending")
    if chart.troubles or any(card.trouble or any(row.trouble for row in card.rows) for card in chart.cards):
        shapes.append(paper.box(x, y, 26, 26, fill=paper.TROUBLE.tint, edge=paper.TROUBLE.deep, radius=7))
        _label(shapes, x + 36, y, "to mend")
    y += 26
    for sentence in chart.troubles:
        y += 30
        shapes.append(paper.text(0, y, sentence, 18, colour=paper.TROUBLE.deep, bold=True))
    return shapes, y


def _label(shapes: list[str], x: float, y: float, words: str) -> float:
    shapes.append(paper.text(x, y + 19, words, 17))
    return x + width(words, 17) + 24


def ways_beside(deck: Deck, ways: Sequence[Way], room: float) -> tuple[list[str], float, float]:
    """The list of ways, in as many columns as `room` pixels of height ask for. Returns shapes, width and height."""
    drawn = [_way(deck, way) for way in ways]
    shapes: list[str] = [paper.text(0, 22, WAYS, 28, bold=True, face=paper.TITLE_FACE)]
    x, y, most = 0.0, 56.0, 0.0
    for lines, height in drawn:
        if y > 56 and y + height > room:
            x, y = x + COLUMN + GAP, 56.0
        shapes.append(paper.group(x, y, lines))
        y += height + 34
        most = max(most, y)
    return shapes, max(x + COLUMN, width(WAYS, 28, bold=True)), most


def _way(deck: Deck, way: Way) -> tuple[list[str], float]:
    shapes: list[str] = []
    y = 44.0
    names = way.title if way.end == END else f"{way.end}: {way.title}"
    for line in wrap(names, SIZE, COLUMN - 40, bold=True):
        shapes.append(
            paper.text(20, round(y, 1), line, SIZE, colour=paper.ENDING.deep, bold=True, face=paper.TITLE_FACE)
        )
        y += SIZE * 1.25
    y += 2
    if not way.path:
        shapes.append(paper.text(20, round(y, 1), "No way was found.", 17, colour=paper.TROUBLE.deep, bold=True))
        y += 26
    for number, step in enumerate(way.path, 1):
        screen, _, name = step.partition("/")
        action = next(one for one in deck.screens[screen].actions if one.id == name)
        style = style_of(action)
        shapes.append(paper.dot(26, round(y - 5, 1), colour=paper.STYLES[style].deep, radius=5))
        # Of a card that is laid the id tells more than its label, which is the column's.
        words = f"{number}. {screen}: {action.id if action.verb in ('lay', 'back') else action.label or action.id}"
        for line in wrap(words, STEP_SIZE, COLUMN - 62, most=3):
            shapes.append(paper.text(42, round(y, 1), line, STEP_SIZE))
            y += STEP_SIZE * 1.36
        y += 3
    height = round(y + 4, 1)
    return [*paper.sheet(COLUMN, height), *shapes], height
