"""The words of QML's `qsTr` in the language that is spoken now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator


class Translator:
    """Installed only while another language than English is spoken."""

    def __init__(self) -> None:
        self._now: QTranslator | None = None
        self._table = b""

    def speak(self, table: bytes) -> None:
        """From now on say what is in a table (see `kiosk.content.qm`); without one, speak English."""
        before, self._now = self._now, None
        if before:
            QCoreApplication.removeTranslator(before)
        # Qt reads it where it lies, so it has to be kept.
        self._table = table
        if table:
            self._now = QTranslator()
            self._now.load(table)
            QCoreApplication.installTranslator(self._now)
