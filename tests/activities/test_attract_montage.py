"""Now and then the attract picture shows what somebody said here; a touch begins a visit as ever."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from activities.screen_stage import scene_box
from PySide6.QtCore import QMetaObject, QPoint, Qt, QUrl
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from qml_items import every, of_type
from shell.gallery.stage import ROOT, Stage

from kiosk.station import SLIP

pytestmark = pytest.mark.usefixtures("qapp")
SIZES = [(1920, 1080), (1080, 1920)]
LONGEST = ("We sat down, somebody put the kettle on, and then somebody asked. " * 4)[:SLIP]
QUOTES = [{"text": "You may be curious.", "who": "Paramedic"}, {"text": LONGEST, "who": "A nurse with a long role" * 2}]
MONTAGE = {"every": 20, "quotes": QUOTES, "live": ["comment"]}


class Poster:
    """The attract picture in a window; `asked` is what it asked of the shell."""

    def __init__(self, stage: Stage, size: tuple[int, int], montage: dict[str, Any] | None, live: list[str]) -> None:
        self.stage, self.asked = stage, list[str]()
        stage.theme.setProperty("portrait", size[1] > size[0])
        words = {"invitation": "Touch to begin", "promise": "10 minutes."} | ({"montage": montage} if montage else {})
        moment = {
            "words": {"attract": words},
            "venue": {"title": "A different conversation"},
            "live": {"comment": live},
        }
        component = QQmlComponent(stage.engine, QUrl.fromLocalFile(str(ROOT / "kiosk/shell/Attract.qml")))
        page = component.createWithInitialProperties({"moment": moment})
        assert isinstance(page, QQuickItem), component.errorString()
        self.page = page
        cast("Any", page).ask.connect(lambda what, _: self.asked.append(what))
        self.window = stage.window = QQuickWindow()
        self.window.resize(*size)
        page.setParent(self.window)
        page.setParentItem(self.window.contentItem())
        page.setWidth(size[0])
        page.setHeight(size[1])
        self.window.show()
        stage.settle(0.1)

    def montage(self) -> QQuickItem:
        (found,) = of_type(self.window.contentItem(), "Montage")
        return found

    def turn(self) -> None:
        QMetaObject.invokeMethod(self.montage(), "turn")
        wanted = self.montage().property("reading")
        for _ in range(200):
            self.stage.settle(0.02)
            if [(one.property("text"), one.opacity()) for one in self.slips()] == ([(wanted, 1)] if wanted else []):
                return
        raise AssertionError(self.read())

    def slips(self) -> list[QQuickItem]:
        return [one for one in of_type(self.window.contentItem(), "QuoteSlip") if one.opacity() > 0]

    def read(self) -> list[str]:
        return [str(one.property("text")) for one in self.slips()]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    (tmp_path / "art").mkdir()
    made = Stage(art=tmp_path / "art", cache=tmp_path / "cache")
    for name, value in {"textStep": 0, "highContrast": False, "reducedMotion": True}.items():
        made.theme.setProperty(name, value)
    yield made
    made.theme.setProperty("reducedMotion", True)
    made.close()
    assert made.warnings == []
    assert made.faults == []


def test_the_picture_stands_alone_first_then_quotes_come_and_go(stage: Stage) -> None:
    poster = Poster(stage, SIZES[0], MONTAGE, ["Tea first."])
    seen = [poster.read()]
    for _ in range(6):
        poster.turn()
        seen.append(poster.read())
    assert seen == [[], [QUOTES[0]["text"]], [], [LONGEST], [], ["Tea first."], []]


def test_one_comes_as_often_as_the_venue_says_and_stays_for_half_of_that(stage: Stage) -> None:
    poster = Poster(stage, SIZES[0], MONTAGE, [])
    assert (poster.montage().property("due"), poster.montage().property("going")) == (10_000, True)
    poster.turn()
    assert poster.montage().property("due") == 10_000


def test_nothing_turns_while_the_picture_is_not_seen(stage: Stage) -> None:
    poster = Poster(stage, SIZES[0], MONTAGE, [])
    montage = poster.montage()
    poster.page.setVisible(False)
    assert montage.property("going") is False


def test_a_venue_without_a_montage_shows_the_picture_alone(stage: Stage) -> None:
    poster = Poster(stage, SIZES[0], None, [])
    assert of_type(poster.window.contentItem(), "Montage") == []


@pytest.mark.parametrize("at", ["slip", "beside"])
def test_a_touch_begins_while_a_quote_is_up(stage: Stage, at: str) -> None:
    poster = Poster(stage, SIZES[0], MONTAGE, [])
    poster.turn()
    (slip,) = poster.slips()
    spot = scene_box(slip).center().toPoint() if at == "slip" else QPoint(1700, 700)
    QTest.mouseClick(poster.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert poster.asked == ["wake"]


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_the_longest_quote_fits_and_hides_neither_title_nor_invitation(
    stage: Stage, size: tuple[int, int], contrast: bool
) -> None:
    stage.theme.setProperty("highContrast", contrast)
    poster = Poster(stage, size, MONTAGE, [])
    for _ in range(3):
        poster.turn()
    (slip,) = poster.slips()
    assert str(slip.property("text")) == LONGEST
    assert slip.property("hugged") <= slip.property("mostHeight")
    box = scene_box(slip)
    named = {one.objectName() for one in every(poster.window.contentItem())}
    assert "invitation" in named
    for other in every(poster.window.contentItem()):
        if other.objectName() == "invitation" or (other.property("text") == "A different conversation"):
            assert not box.intersects(scene_box(other)), other.property("text")


@pytest.mark.parametrize("size", SIZES)
def test_reduced_motion_leaves_only_a_short_fade(stage: Stage, size: tuple[int, int]) -> None:
    poster = Poster(stage, size, MONTAGE, [])
    assert poster.montage().property("fade") <= 200
    poster.turn()
    assert [one.y() for one in poster.slips()] == [0]
