"""The hidden way into the host menu: a finger held in the corner of the window, or a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QSinglePointEvent, QTouchEvent

from kiosk.host import gesture
from kiosk.host.gesture import Watch

CORNER = 120.0
"""Side of the hidden corner in logical pixels of the stage."""
_MOUSE = {
    QEvent.Type.MouseButtonPress: "Pressed",
    QEvent.Type.MouseMove: "Updated",
    QEvent.Type.MouseButtonRelease: "Released",
}


class HiddenDoor(QObject):
    """Watches a window's fingers and keys. Takes nothing away from what lies beneath but the key itself.

    `knock` is called when somebody wants in, `touched` for each finger that goes down.
    """

    def __init__(
        self, window: Any, *, monotonic: Callable[[], float], knock: Callable[[], None], touched: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window, self._now, self._knock, self._touched = window, monotonic, knock, touched
        self._watch = Watch()
        window.installEventFilter(self)

    def tick(self) -> None:
        """Time passes: a corner held long enough opens."""
        self._watch, opened = gesture.held(self._watch, now=self._now())
        if opened:
            self._knock()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touches(event)
        elif isinstance(event, QSinglePointEvent):
            name = _MOUSE.get(event.type())
            if name:
                self._finger(0, name, event.position().x(), event.position().y())
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and _is_key(event):
            self._knock()
            return True
        return False

    def _touches(self, event: QTouchEvent) -> None:
        if event.type() is QEvent.Type.TouchCancel:
            self._watch = Watch()
            return
        for point in event.points():
            at = point.position()
            self._finger(point.id(), str(point.state().name), at.x(), at.y())

    def _finger(self, finger: int, what: str, x: float, y: float) -> None:
        inside = gesture.in_corner(x, y, width=self._window.width(), corner=CORNER * self._scale())
        if what == "Pressed":
            self._watch = gesture.pressed(self._watch, finger, inside=inside, now=self._now())
            self._touched()
        elif what == "Released":
            self._watch, opened = gesture.released(self._watch, finger, now=self._now())
            if opened:
                self._knock()
        elif what == "Updated":
            self._watch = gesture.moved(self._watch, finger, inside=inside)

    def _scale(self) -> float:
        """Window pixels for one logical pixel of the stage, as Main.qml scales it."""
        width, height = float(self._window.width()), float(self._window.height())
        return min(width / 1080, height / 1920) if height > width else min(width / 1920, height / 1080)


def _is_key(event: QKeyEvent) -> bool:
    held, key = event.modifiers(), event.key()
    name = "F10" if key == Qt.Key.Key_F10 else chr(key) if 32 < key < 127 else ""
    return gesture.is_key(
        name,
        control=bool(held & Qt.KeyboardModifier.ControlModifier),
        shift=bool(held & Qt.KeyboardModifier.ShiftModifier),
        repeated=event.isAutoRepeat(),
    )
