"""QR codes: crisp, with a quiet zone, and never a picture that can't be made."""

from __future__ import annotations

from urllib.parse import quote

import pytest
import qrcode
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk.codes import MASK, MOST, modules
from kiosk.shell.codes import CodeProvider

pytestmark = pytest.mark.usefixtures("qapp")

DARK = "#16242e"


def drawn(text: str, side: int = 400) -> QImage:
    size = QSize()
    image = CodeProvider().requestImage(quote(text, safe=""), size, QSize(side, side))
    assert (size.width(), size.height()) == (image.width(), image.height())
    return image


def test_a_code_says_just_what_it_was_given() -> None:
    text = "https://example.org/f?s=AB 12&x=1/ü"
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4, mask_pattern=MASK)
    code.add_data(text)
    code.make(fit=True)
    assert modules(text) == [[bool(one) for one in row] for row in code.get_matrix()]


def test_a_quiet_zone_of_four_modules_goes_all_round() -> None:
    rows = modules("hello")
    for lines in (rows, [list(column) for column in zip(*rows, strict=True)]):
        assert not any(any(line) for line in (*lines[:4], *lines[-4:]))
        assert any(lines[4])


def test_the_picture_is_the_code_in_whole_squares_dark_on_white() -> None:
    text = "https://example.org/?a=b c"
    image, rows = drawn(text), modules(text)
    side = image.width() // len(rows)
    assert image.width() == image.height() == side * len(rows)
    assert 400 - len(rows) < image.width() <= 400
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            for corner in (0, side - 1):
                colour = QColor(image.pixel(x * side + corner, y * side + corner)).name()
                assert colour == (DARK if dark else "#ffffff")


@pytest.mark.parametrize("side", [0, 1, 30])
def test_a_place_that_is_too_small_gets_a_code_all_the_same(side: int) -> None:
    assert drawn("hello", side).width() == len(modules("hello"))


@pytest.mark.parametrize("text", ["x" * 10_000, "字" * 5_000, "🙂" * 2_000, ""])
def test_a_text_of_any_length_makes_a_code(text: str) -> None:
    assert len(modules(text)) >= 21 + 8


def test_a_text_is_cut_only_where_it_is_too_long() -> None:
    whole = "x" * MOST
    assert modules(whole) != modules(whole + "x")
    assert modules(whole + "x") == modules("x" * (MOST - 3) + "…")
