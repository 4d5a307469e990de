"""The window on the machine's screen: the whole of it, with no way out but the host menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent

from kiosk.shell.pictures import PictureDesk

DESK_SHARE = 0.85
"""Share of the screen that a window on the desk takes."""


class Frame(QObject):
    """Shows the window, keeps it from being closed, and hides the pointer while fingers are used."""

    def __init__(self, window: Any, *, windowed: bool) -> None:
        super().__init__(window)
        self._window, self._windowed = window, windowed
        self._hidden = False
        window.installEventFilter(self)

    def show(self) -> None:
        window, screen = self._window, QGuiApplication.primaryScreen().availableGeometry()
        if self._windowed:
            scale = min(screen.width() * DESK_SHARE / 1920, screen.height() * DESK_SHARE / 1080)
            window.resize(int(1920 * scale), int(1080 * scale))
            window.setTitle("Kiosk")
            window.show()
            return
        window.setProperty("bare", True)
        # Without a window manager nobody else makes the window as large as the screen.
        window.setGeometry(QGuiApplication.primaryScreen().geometry())
        window.showFullScreen()

    def settle(self) -> None:
        """The first screen is there: no pointer lies on it until a mouse is moved."""
        if not self._windowed:
            self._hide_pointer()

    def release(self) -> None:
        """Let the window go: the kiosk is ending."""
        self._window.removeEventFilter(self)
        if self._hidden:
            QGuiApplication.restoreOverrideCursor()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Close and not self._windowed:
            event.ignore()
            return True
        if event.type() is QEvent.Type.TouchBegin:
            self._hide_pointer()
        elif isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove and _by_mouse(event):
            self._show_pointer()
        return False

    def _hide_pointer(self) -> None:
        if not self._hidden:
            QGuiApplication.setOverrideCursor(QtCore.Qt.CursorShape.BlankCursor)
            self._hidden = True

    def _show_pointer(self) -> None:
        if self._hidden:
            QGuiApplication.restoreOverrideCursor()
            self._hidden = False


def later(milliseconds: int, owner: QObject, work: Callable[[], None]) -> None:
    """Do something once, on this thread, when the time has come; never after `owner` has gone."""
    QTimer.singleShot(milliseconds, owner, work)


class FirstScreen(QObject):
    """Waits for the first screen to be complete: drawn, with every picture that it asked for.

    Then calls `then`, once. A screen that can't be completed is not waited for longer than `patience` seconds.
    """

    def __init__(self, window: Any, pictures: PictureDesk, then: Callable[[], None], *, patience: float = 3.0) -> None:
        super().__init__(window)
        self._window, self._pictures, self._then = window, pictures, then
        self._done = False
        self._late = QTimer(self, singleShot=True, interval=int(patience * 1000))
        self._late.timeout.connect(self._complete)
        self._late.start()
        window.frameSwapped.connect(self._drawn)

    def _drawn(self) -> None:
        if self._pictures.settled:
            self._complete()

    def stop(self) -> None:
        """Wait no longer: the kiosk is ending."""
        if not self._done:
            self._done = True
            self._late.stop()
            self._window.frameSwapped.disconnect(self._drawn)

    def _complete(self) -> None:
        if not self._done:
            self.stop()
            self._then()


def _by_mouse(event: QMouseEvent) -> bool:
    return event.source() is QtCore.Qt.MouseEventSource.MouseEventNotSynthesized
