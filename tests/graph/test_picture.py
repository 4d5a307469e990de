"""The picture itself: safe, whole, and no word over another."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from charts import charted, troubled
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtSvg import QSvgRenderer

from kiosk.activities import kinds
from kiosk.content.compiling import compile_folder
from kiosk.content.deck import Deck
from kiosk.content.svg import view_box
from kiosk.graph import draw, paper, shortest_ways

CONTENT = Path(__file__).parents[2] / "content"
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = ("doreen", "ten-minutes", "silent-euphonium", "voices", "before-you-start", "pledge-wall", "troubled")

pytestmark = pytest.mark.usefixtures("qapp")


def deck_of(name: str) -> Deck:
    deck = troubled() if name == "troubled" else compile_folder(CONTENT / name, kinds()).deck
    assert deck
    return deck


@pytest.fixture(scope="module", params=DRAWN)
def picture(request: pytest.FixtureRequest) -> str:
    deck = deck_of(request.param)
    return draw(deck, charted(deck), shortest_ways(deck))


def placed(element: ElementTree.Element, x: float = 0, y: float = 0) -> list[tuple[ElementTree.Element, float, float]]:
    """Every element with where its groups have moved it."""
    found = [(element, x, y)]
    if moved := re.fullmatch(r"translate\((\S+) (\S+)\)", element.get("transform", "")):
        x, y = x + float(moved[1]), y + float(moved[2])
    for child in element:
        found += placed(child, x, y)
    return found


def boxes(picture: str) -> list[tuple[str, QRectF]]:
    """Every line of text with the room that it takes in a wide typeface."""
    found = []
    for element, x, y in placed(ElementTree.fromstring(picture)):
        if element.tag == f"{SVG}text":
            size = float(element.get("font-size", ""))
            font = QFont("DejaVu Serif" if "Fraunces" in element.get("font-family", "") else "DejaVu Sans")
            font.setPixelSize(round(size))
            font.setBold(element.get("font-weight") == "700")
            width = QFontMetricsF(font).horizontalAdvance(element.text or "")
            left, base = x + float(element.get("x", "")), y + float(element.get("y", ""))
            found.append((element.text or "", QRectF(left, base - size * 0.76, width, size * 0.98)))
    return found


def test_no_line_of_text_lies_over_another_or_off_the_paper(picture: str) -> None:
    lines = boxes(picture)
    root = ElementTree.fromstring(picture)
    sheet = QRectF(0, 0, float(root.get("width", "")), float(root.get("height", "")))
    assert lines
    for index, (text, box) in enumerate(lines):
        assert sheet.contains(box), text
        over = [other for other, its in lines[:index] if its.intersects(box)]
        assert not over, (text, over)


def test_it_only_draws_and_qt_draws_it(picture: str) -> None:
    assert min(view_box(ElementTree.fromstring(picture))[2:]) > 200
    renderer = QSvgRenderer(QByteArray(picture.encode()))
    assert renderer.isValid()
    tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(picture).iter()}
    assert tags <= {"svg", "title", "g", "rect", "path", "circle", "text"}


def test_the_same_deck_gives_the_same_picture() -> None:
    one, other = (draw(deck, charted(deck), shortest_ways(deck)) for deck in (troubled(), troubled()))
    assert one == other


def test_a_colour_is_never_alone_in_saying_something() -> None:
    deck = deck_of("doreen")
    told = " ".join(text for text, _ in boxes(draw(deck, charted(deck), shortest_ways(deck))))
    for words in (
        "form: fills in a form",
        "kind: kind, and closes the talk",
        "open: opens the talk",
        "dashed: only if",
    ):
        assert words in told
    for screen in deck.screens.values():
        if screen.ending:
            assert screen.id in told
    assert "needs: noticed tapestries" in told
    assert "to mend" not in told


def test_what_is_wrong_is_drawn_in_the_warning_colour_and_said() -> None:
    deck = troubled()
    picture = draw(deck, charted(deck), shortest_ways(deck))
    told = [text for text, _ in boxes(picture)]
    assert {"Dead end after begin/trap.", "Nobody can reach this.", "Nothing leads to these", "to mend"} <= set(told)
    assert "No way was found." in told
    assert paper.TROUBLE.deep in picture
