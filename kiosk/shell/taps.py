"""Real taps on the real window, found by what a person reads there. For the self-test and for tests."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtQml import QQmlProperty
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.errors import KnownError

PATIENCE = 8.0
"""Seconds that something may take to come up before it counts as missing."""
FRAME = 1.0
"""Seconds that a window may take to draw once."""


class Finger:
    """Touches what is on a window. `now` is a monotonic clock."""

    def __init__(self, window: Any, now: Callable[[], float] = time.monotonic) -> None:
        self._window, self._now = window, now
        self._frames = 0
        window.frameSwapped.connect(self._drawn)

    def tap(self, words: str) -> None:
        """Touch the control with that name, once it is there and stands still. Raises KnownError when it never is."""
        self.tap_item(self.find(lambda item: _named(item, words), f"“{words}”"), f"“{words}”")

    def tap_object(self, name: str) -> None:
        """Touch the control with that object name."""
        self.tap_item(self.find(lambda item: item.objectName() == name, name), name)

    def tap_item(self, item: QQuickItem, what: str) -> None:
        """Touch the middle of an item."""
        self._bring_into_sight(item)
        middle = self._still(item, what)
        QTest.mouseClick(self._window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle, 0)
        self.spin()

    def key_f10(self) -> None:
        """The hidden key of the host menu."""
        QTest.keyClick(self._window, Qt.Key.Key_F10)
        self.spin()

    def find(self, fits: Callable[[QQuickItem], bool], what: str) -> QQuickItem:
        """The first control in sight that fits, in drawing order."""
        until = self._now() + PATIENCE
        while self._now() < until:
            for item in self.controls():
                if fits(item):
                    return item
            self.spin()
        there = ", ".join(sorted({str(item.property("name")) for item in self.controls()})[:12])
        raise KnownError(f"{what} never came up on the screen; what is there: {there or 'nothing to touch'}.")

    def controls(self) -> Iterator[QQuickItem]:
        """Everything that can be touched now, topmost last."""
        yield from _controls(self._window.contentItem())

    def wait_for(self, there: Callable[[], bool], what: str) -> None:
        """Let the window live until something is so. Raises KnownError when it never is."""
        until = self._now() + PATIENCE
        while not there():
            if self._now() > until:
                raise KnownError(f"{what} never happened.")
            self.spin()

    def spin(self, milliseconds: int = 10) -> None:
        """Let the window live for a moment."""
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, milliseconds)

    def _still(self, item: QQuickItem, what: str) -> QPoint:
        """The middle of an item on the window, once it has stopped moving."""
        until, before = self._now() + PATIENCE, QPointF(-1, -1)
        self._draw()
        while self._now() < until:
            middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
            if middle == before:
                return middle.toPoint()
            before = middle
            self._draw()
        raise KnownError(f"{what} never stood still.")

    def _draw(self) -> None:
        """Let the window lay everything out and draw it: before that a new thing is not yet where it will be."""
        drawn, until = self._frames, self._now() + FRAME
        self._window.update()
        while self._frames == drawn and self._now() < until:
            self.spin()

    def _drawn(self) -> None:
        self._frames += 1

    def _bring_into_sight(self, item: QQuickItem) -> None:
        """Scroll whatever the item lies in until it can be seen."""
        above = item.parentItem()
        while above is not None:
            if above.inherits("QQuickFlickable"):
                at = item.mapToItem(above.property("contentItem"), QPointF(0, 0))
                most = max(0.0, float(above.property("contentHeight")) - above.height())
                if (
                    not above.property("contentY")
                    <= at.y()
                    <= above.property("contentY") + above.height() - item.height()
                ):
                    above.setProperty("contentY", min(most, max(0.0, at.y() - (above.height() - item.height()) / 2)))
                    self.spin(20)
            above = above.parentItem()


def _named(item: QQuickItem, words: str) -> bool:
    name = str(item.property("name"))
    return name == words or name.startswith((words + ",", words + ".", words + ":"))


def _controls(item: QQuickItem) -> Iterator[QQuickItem]:
    if not item.isVisible() or item.opacity() == 0 or not item.isEnabled():
        return
    # Not by metaObject(): PySide keeps a wrapper of what it gives, QML frees the thing, and the next item that is made
    # at that address is taken for it.
    if QQmlProperty(item, "onActivated").isSignalProperty():
        yield item
    for child in sorted(item.childItems(), key=lambda one: one.z()):
        yield from _controls(child)
