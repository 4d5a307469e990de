"""QR codes for QML: `image://code/<percent-encoded text>`, dark on white with the quiet zone that readers need."""

from __future__ import annotations

from urllib.parse import unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQml import QQmlImageProviderBase
from PySide6.QtQuick import QQuickImageProvider

MOST = 1600
"""Bytes of text (as UTF-8) that still make a code which a phone reads from a screen."""


def modules(text: str) -> list[list[bool]]:
    """The code as rows of dark (true) and light squares, quiet zone included. Too long a text is cut with “…”."""
    # 0.1 s, which no screen before the first code should wait for.
    import qrcode
    from qrcode.constants import ERROR_CORRECT_M

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    data = text.encode()
    code.add_data(text if len(data) <= MOST else data[: MOST - len("…".encode())].decode(errors="ignore") + "…")
    code.make(fit=True)
    return [[bool(square) for square in row] for row in code.get_matrix()]


class CodeProvider(QQuickImageProvider):
    """`image://code/…` for QML, one crisp square per module."""

    def __init__(self) -> None:
        super().__init__(
            QQmlImageProviderBase.ImageType.Image, QQmlImageProviderBase.Flag.ForceAsynchronousImageLoading
        )

    def requestImage(self, address: str, size: QSize, requested: QSize) -> QImage:
        rows = modules(unquote(address))
        side = max(1, max(requested.width(), requested.height()) // len(rows))
        image = QImage(side * len(rows), side * len(rows), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        for y, row in enumerate(rows):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(x * side, y * side, side, side, QColor("#16242E"))
        painter.end()
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
