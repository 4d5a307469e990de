"""Words that fit whatever typeface draws them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.content.deck import When
from kiosk.graph.words import condition, width, wrap

CONTENT = Path(__file__).parents[2] / "content"
ROOM = 300.0


def texts(node: object) -> list[str]:
    if isinstance(node, str):
        return [node]
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [text for one in inner for text in texts(one)]


@given(st.text(max_size=300), st.booleans())
def test_every_line_fits_and_no_word_is_lost(text: str, bold: bool) -> None:
    lines = wrap(text, 16, ROOM, bold=bold)
    assert all(width(line, 16, bold=bold) <= ROOM for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(alphabet="abc ", min_size=200, max_size=600), st.integers(1, 4))
def test_more_lines_than_there_is_room_for_end_in_an_ellipsis(text: str, most: int) -> None:
    whole = wrap(text, 16, ROOM)
    lines = wrap(text, 16, ROOM, most=most)
    assert len(lines) <= most
    assert all(width(line, 16) <= ROOM for line in lines)
    assert lines[-1].endswith("…") == (len(whole) > most)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("family", ["DejaVu Sans", "Atkinson Hyperlegible"])
def test_lines_of_shipped_words_fit_in_a_wide_typeface_too(family: str, bold: bool) -> None:
    font = QFont(family)
    font.setPixelSize(100)
    font.setBold(bold)
    metrics = QFontMetricsF(font)
    for file in (CONTENT / name / "activity.yaml" for name in ("doreen", "doorstep", "how-was-it")):
        for text in texts(yaml.safe_load(file.read_text("utf-8"))):
            for line in wrap(text, 16, ROOM, bold=bold):
                assert metrics.horizontalAdvance(line) * 0.16 <= ROOM + 2, line


def test_a_condition_reads_as_a_sentence() -> None:
    when = When(needs=("noticed:cap", "a|b"), unless=("cost=free",), at_least={"open": 5}, at_most={"minutes": 3})
    assert condition(when) == "noticed cap, a or b, not cost is free, open 5 or more, minutes 3 or fewer"
    assert condition(When()) == ""
    assert condition(When(needs=("a|b|c|d|e|f",))) == "a or b or c or 3 others"
    assert condition(When(after="hello/ask")) == "straight after hello/ask"
