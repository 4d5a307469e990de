"""QR codes for QML: `image://code/<percent-encoded text>`, dark on white with the quiet zone that readers need."""

from __future__ import annotations

from urllib.parse import unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlImageProviderBase
from PySide6.QtQuick import QQuickImageProvider

from kiosk.codes import modules

LIGHT, DARK = b"\xff\xff\xff", b"\x16\x24\x2e"
"""One pixel each: red, green, blue."""


class CodeProvider(QQuickImageProvider):
    """`image://code/…` for QML, one crisp square per module. On the GUI thread, like every picture from Python."""

    def __init__(self) -> None:
        super().__init__(QQmlImageProviderBase.ImageType.Image)

    def requestImage(self, address: str, size: QSize, requested: QSize) -> QImage:
        rows = modules(unquote(address))
        side = max(1, max(requested.width(), requested.height()) // len(rows))
        line = [b"".join((DARK if dark else LIGHT) * side for dark in row) for row in rows]
        across = side * len(rows)
        drawn = b"".join(one * side for one in line)
        image = QImage(drawn, across, across, 3 * across, QImage.Format.Format_RGB888).copy()
        size.setWidth(across)
        size.setHeight(across)
        return image
