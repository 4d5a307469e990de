"""The window on the machine's screen: the whole of it, with no way out but the host menu."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent

DESK_SHARE = 0.85
"""Share of the screen that a window on the desk takes."""


class Frame(QObject):
    """Shows the window, keeps it from being closed, and hides the pointer while fingers are used."""

    def __init__(self, window: Any, *, windowed: bool) -> None:
        super().__init__()
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
        window.setFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        # Without a window manager nobody else makes the window as large as the screen.
        window.setGeometry(QGuiApplication.primaryScreen().geometry())
        window.showFullScreen()
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
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
            self._hidden = True

    def _show_pointer(self) -> None:
        if self._hidden:
            QGuiApplication.restoreOverrideCursor()
            self._hidden = False


def _by_mouse(event: QMouseEvent) -> bool:
    return event.source() is Qt.MouseEventSource.MouseEventNotSynthesized
