"""The window on the machine's screen: no way out but the host menu, and no pointer under a finger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMouseEvent
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.shell.window import Frame

pytestmark = pytest.mark.usefixtures("qapp")


class Kiosk:
    def __init__(self, *, windowed: bool) -> None:
        self.window: Any = QQuickWindow()
        self.frame = Frame(self.window, windowed=windowed)
        self.frame.show()

    def close(self) -> None:
        self.frame.release()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def kiosk() -> Iterator[Kiosk]:
    made = Kiosk(windowed=False)
    yield made
    made.close()


def move_mouse(window: Any, source: Qt.MouseEventSource) -> None:
    spot, none = QPointF(10, 10), Qt.MouseButton.NoButton
    modifiers = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, spot, spot, spot, none, none, modifiers, source)
    QCoreApplication.sendEvent(window, event)


def pointer_hidden() -> bool:
    cursor = QGuiApplication.overrideCursor()
    return cursor is not None and cursor.shape() is Qt.CursorShape.BlankCursor


def test_the_kiosk_takes_the_whole_screen_without_a_frame(kiosk: Kiosk) -> None:
    assert kiosk.window.visibility() is QQuickWindow.Visibility.FullScreen
    assert kiosk.window.geometry() == QGuiApplication.primaryScreen().geometry()
    assert kiosk.window.property("bare") is True


def test_a_close_is_refused_until_the_kiosk_ends(kiosk: Kiosk) -> None:
    event = QCloseEvent()
    QCoreApplication.sendEvent(kiosk.window, event)
    assert not event.isAccepted()
    assert not kiosk.window.close() and kiosk.window.isVisible()
    kiosk.frame.release()
    assert kiosk.window.close()


def test_on_the_desk_it_is_a_window_of_the_same_shape_that_can_be_closed() -> None:
    made = Kiosk(windowed=True)
    try:
        window, screen = made.window, QGuiApplication.primaryScreen().availableGeometry()
        assert window.width() < screen.width() and window.height() < screen.height()
        assert window.width() / window.height() == pytest.approx(16 / 9, rel=0.01)
        made.frame.settle()
        assert not pointer_hidden() and not window.property("bare")
        assert window.close()
    finally:
        made.close()


def test_the_pointer_is_hidden_once_the_first_screen_is_there_and_given_back_at_the_end(kiosk: Kiosk) -> None:
    kiosk.frame.settle()
    assert pointer_hidden()
    kiosk.frame.release()
    assert QGuiApplication.overrideCursor() is None
    kiosk.frame._hidden = False


def test_a_mouse_brings_the_pointer_back_and_a_touch_takes_it_away(kiosk: Kiosk) -> None:
    kiosk.frame.settle()
    move_mouse(kiosk.window, Qt.MouseEventSource.MouseEventNotSynthesized)
    assert not pointer_hidden()
    screen = QTest.createTouchDevice()
    QTest.touchEvent(kiosk.window, screen).press(0, QPoint(5, 5), kiosk.window).commit()
    assert pointer_hidden()
    QTest.touchEvent(kiosk.window, screen).release(0, QPoint(5, 5), kiosk.window).commit()


def test_a_mouse_that_is_made_up_from_touches_is_no_mouse(kiosk: Kiosk) -> None:
    kiosk.frame.settle()
    move_mouse(kiosk.window, Qt.MouseEventSource.MouseEventSynthesizedBySystem)
    assert pointer_hidden()
