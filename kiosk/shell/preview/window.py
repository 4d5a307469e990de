"""The author's window, made by the same engine as the kiosk's own, whose content it shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.errors import KnownError
from kiosk.shell.engine import Face
from kiosk.shell.preview.desk import FIRST

QML = Path(__file__).with_name("Preview.qml")
SHARE = 0.9
"""Share of the machine's screen that the window takes at first."""


def open_window(face: Face) -> Any:
    """Load the window, not shown yet. Raises KnownError when it can't be loaded."""
    before = len(face.engine.rootObjects())
    face.engine.setInitialProperties({"shell": face.window, "model": FIRST})
    face.engine.load(QUrl.fromLocalFile(str(QML)))
    roots = face.engine.rootObjects()[before:]
    if not roots or not isinstance(roots[0], QQuickWindow):
        raise KnownError("The preview could not be loaded: install the kiosk again.")
    window: Any = roots[0]
    room = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(min(1920, round(room.width() * SHARE)), min(1080, round(room.height() * SHARE)))
    return window
