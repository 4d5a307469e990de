"""The typefaces that the look depends on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from kiosk.content.theme import read_theme
from kiosk.errors import KnownError
from kiosk.shell.fonts import font_files, load_fonts

pytestmark = pytest.mark.usefixtures("qapp")
TYPE = read_theme(Path(__file__).parents[2] / "content" / "theme.yaml").type


def drawn(font: QFont) -> bytes:
    image = QImage(400, 120, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(10, 90, "Come in")
    painter.end()
    return bytes(image.constBits())


def fraunces(**axes: float) -> QFont:
    font = QFont(TYPE.display)
    font.setPixelSize(84)
    for name, value in axes.items():
        font.setVariableAxis(QFont.Tag.fromString(name), value)
    return font


def test_the_families_that_the_theme_names_are_loaded() -> None:
    assert {TYPE.display, TYPE.body} <= load_fonts()


def test_the_display_face_has_the_axes_that_the_theme_asks_for() -> None:
    load_fonts()
    hard = drawn(fraunces(opsz=40, SOFT=0, WONK=0, wght=700))
    soft = drawn(fraunces(opsz=40, SOFT=100, WONK=0, wght=700))
    medium = drawn(fraunces(opsz=40, SOFT=100, WONK=0, wght=560))
    assert len({hard, soft, medium}) == 3


def test_the_text_face_is_bold_when_asked() -> None:
    load_fonts()
    plain, bold = QFont(TYPE.body), QFont(TYPE.body)
    for font in (plain, bold):
        font.setPixelSize(32)
    bold.setBold(True)
    words = "What do you say next?"
    assert QFontMetricsF(bold).horizontalAdvance(words) > QFontMetricsF(plain).horizontalAdvance(words)


def test_a_typeface_that_is_damaged_is_named_in_a_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "Broken.ttf"
    broken.write_bytes(b"not a font")
    with pytest.raises(KnownError, match=r"Broken\.ttf cannot be loaded"):
        load_fonts((broken,))


def test_a_family_that_is_left_out_is_named_in_a_sentence() -> None:
    only_text = tuple(path for path in font_files() if "Atkinson" in path.name)
    with pytest.raises(KnownError, match="Fraunces is missing"):
        load_fonts(only_text)
