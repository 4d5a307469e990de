"""A phone reads every code of what was saved, whatever was saved and however much: nothing is lost, nothing cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from activities.screen_stage import LANDSCAPE, PORTRAIT, Screens
from PySide6.QtGui import QImage
from shell.gallery.stage import ROOT

from kiosk import player
from kiosk.activities import kinds
from kiosk.activities.community_finder.deck import CODE
from kiosk.codes import MOST
from kiosk.content.compiling import draft
from kiosk.content.deck import Deck

pytestmark = pytest.mark.usefixtures("qapp")
MANY = 14
"""More than anybody takes home."""


@pytest.fixture(scope="module")
def shipped() -> Deck:
    read = draft(ROOT / "content" / "doorstep", kinds())
    assert read.deck is not None
    assert read.faults == ()
    return read.deck


@pytest.fixture
def pages() -> Iterator[list[Screens]]:
    made: list[Screens] = []
    yield made
    for page in made:
        page.close()


def saved(flags: list[str]) -> player.State:
    return player.State("take", flags=tuple(sorted(flags)))


def longest(deck: Deck, count: int) -> list[str]:
    """The flags of what takes the most words to say."""
    parts = sorted(deck.screens["take"].parts, key=lambda part: len(part.props["carry"]), reverse=True)
    return [part.when.needs[0] for part in parts[:count]]


def read(image: QImage) -> str:
    """What a phone reads off the screen."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))
    (found,) = [one for one in zxingcpp.read_barcodes(rows) if one.format == zxingcpp.BarcodeFormat.QRCode]
    return str(found.text)


def read_all(page: Screens) -> list[str]:
    """Every code of the page, one after the other."""
    codes = []
    while True:
        page.stage.settle(0.1)
        codes.append(read(page.window.grabWindow()))
        if not page.shown("codeAfter"):
            return codes
        page.tap("codeAfter")
        if page.item.property("at") == 0:
            return codes


@pytest.mark.parametrize(("size", "step"), [(LANDSCAPE, 0), (LANDSCAPE, 2), (PORTRAIT, 0), (PORTRAIT, 2)])
@pytest.mark.parametrize("count", [1, 3, MANY])
def test_what_takes_the_most_words_is_read_whole_off_the_screen(
    tmp_path: Path, pages: list[Screens], shipped: Deck, size: tuple[int, int], step: int, count: int
) -> None:
    page = Screens(tmp_path, shipped, size)
    pages.append(page)
    page.enlarge(step)
    page.state = saved(longest(shipped, count))
    page.show()
    words = [part["carry"] for part in page.view()["slots"]["kept"]]
    assert len(words) == count
    assert "\n\n".join(read_all(page)) == "\n\n".join(words)


def test_more_than_one_code_holds_is_said_in_one_sentence(tmp_path: Path, pages: list[Screens], shipped: Deck) -> None:
    page = Screens(tmp_path, shipped)
    pages.append(page)
    page.state = saved(longest(shipped, 1))
    page.show()
    assert not page.shown("codeAfter")
    page.state = saved(longest(shipped, MANY))
    page.show()
    assert page.view()["props"]["many"] in page.words()
    assert any(text.replace("\xa0", " ").startswith("On your phone: code 1 of ") for text in page.words())


def test_as_many_as_are_put_in_one_code_always_fit(shipped: Deck) -> None:
    take = shipped.screens["take"]
    each = take.props["each"]
    worst = sorted((len(f"{part.props['carry']}\n\n".encode()) for part in take.parts), reverse=True)[:each]
    assert each >= 1
    assert sum(worst) <= CODE <= MOST
