"""A list that was scrolled stands where it was left when the delegate comes back to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from activities.screen_stage import LANDSCAPE, Screens, deck_of
from activities.test_community_finder_screens import finder
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from shell.gallery.stage import ROOT

pytestmark = pytest.mark.usefixtures("qapp")


class Walk:
    """The shell's pages on their own, shown one moment after the other."""

    def __init__(self, screens: Screens) -> None:
        self.screens = screens
        self.window = QQuickWindow()
        self.window.resize(*LANDSCAPE)
        self.window.show()
        component = QQmlComponent(screens.stage.engine, QUrl.fromLocalFile(str(ROOT / "kiosk/shell/Pages.qml")))
        made: Any = component.createWithInitialProperties({"moment": {"phase": ""}, "voice": screens.voice})
        assert isinstance(made, QQuickItem), component.errorString()
        self.pages: Any = made
        made.setParent(self.window)
        made.setParentItem(self.window.contentItem())
        made.setWidth(LANDSCAPE[0])
        made.setHeight(LANDSCAPE[1])

    def show(self, screen: str) -> Any:
        """The activity's page on that screen."""
        self.screens.state = msgspec.structs.replace(self.screens.state, screen=screen)
        view = self.screens.view()
        self.pages.setProperty("moment", {"phase": "activity", "view": view, "zone": {"colour": "leaf"}})
        self.screens.stage.settle(0.1)
        return self.page()

    def page(self) -> Any:
        """The page in front."""
        (front,) = [
            one for one in _below(self.pages) if one.property("turning") is not None and one.property("current")
        ]
        return front.property("item")

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()


def _below(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        yield child
        yield from _below(child)


@pytest.fixture
def walk(tmp_path: Path) -> Iterator[Walk]:
    screens = Screens(tmp_path, deck_of("community_finder", finder(40)))
    screens.show()
    made = Walk(screens)
    yield made
    made.close()
    screens.close()


def scroll(page: Any, to: float) -> None:
    (rows,) = [one for one in _below(page) if one.property("moreBelow") is not None]
    rows.setProperty("contentY", to)


def test_coming_back_from_a_group_the_list_stands_where_it_was(walk: Walk) -> None:
    scroll(walk.show("list"), 900)
    assert walk.show("at-group-7").property("place") == 0
    assert walk.show("list").property("place") == pytest.approx(900)
    (rows,) = [one for one in _below(walk.page()) if one.property("moreBelow") is not None]
    assert rows.property("contentY") == pytest.approx(900)


def test_the_next_delegate_begins_at_the_top(walk: Walk) -> None:
    scroll(walk.show("list"), 900)
    words = {"pause": {"picture": None, "heading": "Back soon", "text": "In five minutes."}}
    walk.pages.setProperty("moment", {"phase": "paused", "words": words})
    walk.screens.stage.settle(0.1)
    assert walk.show("list").property("place") == 0
