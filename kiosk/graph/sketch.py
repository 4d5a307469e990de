"""One card as shapes, with its height and where its threads begin."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.graph import paper
from kiosk.graph.cards import Card, Row
from kiosk.graph.words import wrap

WIDTH = 440.0
ENTRY = 32.0
"""Threads arrive this far below a card's top."""
PAD = 16.0
CHIP = 62.0
WORDS, SMALL, NAME = 16.0, 14.0, 21.0
LEADING = 1.34


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A card drawn at the origin. `ports` has for each row how far below the top its threads begin."""

    shapes: tuple[str, ...]
    height: float
    ports: tuple[float, ...]


class _Pen:
    """Writes lines of text one below the other."""

    def __init__(self, y: float) -> None:
        self.y = y
        self.shapes: list[str] = []

    def write(
        self, words: str, x: float, room: float, size: float, *, colour: str, bold: bool = False, most: int = 40,
        face: str = paper.TEXT_FACE,
    ) -> None:  # fmt: skip
        for line in wrap(words, size, room, bold=bold or face == paper.TITLE_FACE, most=most):
            self.shapes.append(paper.text(x, round(self.y + size, 1), line, size, colour=colour, bold=bold, face=face))
            self.y = round(self.y + size * LEADING, 1)


def sketch(card: Card) -> Drawn:
    """Draw a card."""
    pen = _Pen(PAD - 2)
    room = WIDTH - 2 * PAD
    dye = paper.TROUBLE if card.trouble else paper.ENDING if card.leaf else paper.Dye(paper.INK, paper.CARD)
    pen.write(card.name if card.name != "@end" else card.words, PAD, room, NAME, colour=dye.deep, bold=True)
    if card.leaf:
        if card.name != "@end":
            pen.write(card.words, PAD, room, NAME - 1, colour=paper.INK, face=paper.TITLE_FACE)
    else:
        pen.write(card.kind, PAD, room, SMALL, colour=paper.SOFT)
        pen.y += 4
        if card.words:
            pen.write(card.words, PAD, room, WORDS, colour=paper.INK, most=4)
    if card.trouble:
        pen.write(card.trouble, PAD, room, WORDS, colour=paper.TROUBLE.deep, bold=True)
    for note in card.notes:
        pen.y += 4
        pen.write(note, PAD, room, SMALL, colour=paper.SOFT, most=9)
    pen.y += 8
    chips = any(row.style for row in card.rows)
    ports = []
    for row in card.rows:
        top = pen.y
        inner = _Pen(top + 7)
        _row(inner, row, chips)
        height = inner.y + 7 - top
        dye_of = _dye(row)
        edge = dye_of.deep if row.needs or row.trouble else ""
        pen.shapes.append(paper.box(10, top, WIDTH - 20, height, fill=dye_of.tint, edge=edge, dashed=bool(edge)))
        pen.shapes += inner.shapes
        ports.append(round(top + height / 2, 1))
        pen.y = round(top + height + 7, 1)
    height = pen.y + 6
    tint = dye.tint if card.trouble or card.leaf else paper.CARD
    edge = dye.deep if card.trouble or card.leaf else ""
    shapes = (*paper.sheet(WIDTH, height, fill=tint, edge=edge), *pen.shapes)
    return Drawn(shapes=shapes, height=height, ports=tuple(ports))


def _dye(row: Row) -> paper.Dye:
    return paper.TROUBLE if row.trouble else paper.STYLES[row.style]


def _row(pen: _Pen, row: Row, chips: bool) -> None:
    left = PAD + 6 + (CHIP if chips else 0)
    room = WIDTH - left - PAD - 4
    deep = _dye(row).deep
    if row.style:
        pen.shapes.append(paper.text(PAD + 6, pen.y + WORDS, row.style, WORDS, colour=deep, bold=True))
    pen.write(row.words, left, room, WORDS, colour=paper.INK)
    if row.needs:
        pen.write(f"needs: {row.needs}", left, room, SMALL, colour=deep, bold=True)
    if row.trouble:
        pen.write(row.trouble, left, room, SMALL, colour=deep, bold=True)
    if row.gives:
        pen.write(f"gives: {row.gives}", left, room, SMALL, colour=paper.SOFT, most=3)
    for leads in row.leads:
        colour = paper.TROUBLE.deep if leads.trouble else paper.SOFT
        pen.write(leads.words, left, room, SMALL, colour=colour, bold=leads.trouble)
