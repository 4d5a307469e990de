"""The attract picture's kite and boat drift slowly, and stand still for whoever asked for less motion."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from qml_items import of_type
from shell.gallery.stage import ROOT, Stage

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = (960, 540)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="1920" height="1080"><g id="sky"><rect width="1920" height="1080"'
    ' fill="#FFFFFF"/></g><g id="kite"><rect x="400" y="200" width="100" height="100" fill="#FF0000"/></g>'
    '<g id="thread"><rect x="400" y="240" width="400" height="20" fill="#0000FF"/></g></svg>'
)
KITE = {
    "group": "kite", "box": [400, 200, 100, 100], "by": [80, 0], "seconds": 6,
    "others": ["sky", "thread"], "behind": ["sky", "kite"],
}  # fmt: skip


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    art = tmp_path / "art"
    art.mkdir()
    (art / "day.svg").write_text(SVG)
    made = Stage(art=art, cache=tmp_path / "cache")
    for name in ("textStep", "highContrast", "portrait"):
        made.theme.setProperty(name, 0)
    yield made
    made.theme.setProperty("reducedMotion", True)
    made.close()
    assert made.warnings == []
    assert made.faults == []


def attract(stage: Stage, *, reduced: bool) -> QQuickWindow:
    stage.theme.setProperty("reducedMotion", reduced)
    picture = {"sha": "day.svg", "describe": "A day.", "width": 1920, "height": 1080, "moves": [KITE]}
    words = {"invitation": "Touch to begin", "promise": "", "landscape": picture, "portrait": picture}
    moment = {"words": {"attract": words}, "venue": {"title": "A conversation"}}
    component = QQmlComponent(stage.engine, QUrl.fromLocalFile(str(ROOT / "kiosk/shell/Attract.qml")))
    page = component.createWithInitialProperties({"moment": moment})
    assert isinstance(page, QQuickItem), component.errorString()
    stage.window = QQuickWindow()
    stage.window.resize(*SIZE)
    page.setParent(stage.window)
    page.setParentItem(stage.window.contentItem())
    page.setWidth(SIZE[0])
    page.setHeight(SIZE[1])
    stage.window.show()
    stage.settle(0.3)
    return stage.window


def colours(window: QQuickWindow, *spots: tuple[int, int]) -> list[str]:
    image = window.grabWindow()
    return [image.pixelColor(x, y).name() for x, y in spots]


def test_what_drifts_leaves_its_place_and_goes_under_what_lies_over_it(stage: Stage) -> None:
    window = attract(stage, reduced=False)
    (kite,) = of_type(window.contentItem(), "Drift")
    kite.setProperty("turn", 0.5)
    assert colours(window, (210, 110), (270, 110), (270, 125)) == ["#ffffff", "#ff0000", "#0000ff"]


def test_at_rest_it_lies_exactly_on_the_picture(stage: Stage) -> None:
    moving: Any = attract(stage, reduced=False)
    (kite,) = of_type(moving.contentItem(), "Drift")
    assert kite.opacity() == 1
    kite.setProperty("turn", 0.0)
    drawn = moving.grabWindow()
    kite.setProperty("visible", False)
    assert moving.grabWindow() == drawn


def test_nothing_drifts_with_reduced_motion(stage: Stage) -> None:
    window = attract(stage, reduced=True)
    assert of_type(window.contentItem(), "Drift") == []
    assert colours(window, (210, 110), (270, 110)) == ["#ff0000", "#ffffff"]
