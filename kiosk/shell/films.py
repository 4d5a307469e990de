"""Films where the processor draws: Qt Quick's own video picture needs a graphics card, and stays black without.

`FilmDesk.sink()` is where a player sends its frames then; each is told by `frame(number)` and shown as
`image://film/<number>`. On the GUI thread, like every picture from Python.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlImageProviderBase
from PySide6.QtQuick import QQuickImageProvider

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame, QVideoSink


class FilmProvider(QQuickImageProvider):
    """`image://film/…` for QML: the frame that came last, as large as fits into the size asked for."""

    def __init__(self) -> None:
        super().__init__(QQmlImageProviderBase.ImageType.Image)
        self.last: QVideoFrame | None = None

    def requestImage(self, _address: str, size: QSize, requested: QSize) -> QImage:
        image = self.last.toImage() if self.last else QImage()
        if not image.isNull() and not requested.isEmpty():
            # Qt's enums are named as late as this: to make them takes 30 ms, which a start does without.
            enums = QtCore.Qt
            fitted, smooth = enums.AspectRatioMode.KeepAspectRatio, enums.TransformationMode.SmoothTransformation
            image = image.scaled(requested, fitted, smooth)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


class FilmDesk(QObject):
    """Hands the frames of the film that plays to `provider`, one film at a time."""

    frame = Signal(int)

    def __init__(self, provider: FilmProvider) -> None:
        super().__init__()
        self._provider = provider
        self._sink: QVideoSink | None = None
        self._number = 0

    @Slot(result=QObject)
    def sink(self) -> QObject:
        """Where a player sends its frames."""
        if self._sink is None:
            # Most visits see no film, and no start waits for this.
            from PySide6.QtMultimedia import QVideoSink

            self._sink = QVideoSink(self)
            self._sink.videoFrameChanged.connect(self._came)
        return self._sink

    def _came(self, frame: QVideoFrame) -> None:
        if frame.isValid():
            self._provider.last = frame
            self._number += 1
            self.frame.emit(self._number)
