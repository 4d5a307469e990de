"""A window that draws one QML page with the real theme, fonts and pictures."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine, QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.content.theme import read_theme, tokens
from kiosk.shell.films import FilmDesk, FilmProvider
from kiosk.shell.fonts import load_fonts
from kiosk.shell.pictures import ArtProvider, IconProvider, PictureDesk, Pictures
from kiosk.shell.request import Sheet

ROOT = Path(__file__).resolve().parents[3]
UI = ROOT / "kiosk" / "shell" / "ui"

PREPARE = b"""
import QtQuick
import "UI"
QtObject {
    property QtObject theme: Theme
    property QtObject zone: Theme.zone
}
"""


class Stage:
    """Owns an engine; `draw` renders a page file, `warnings` are what QML complained about."""

    def __init__(self, *, art: Path, cache: Path) -> None:
        load_fonts()
        self._windows: list[QQuickWindow] = []
        self.warnings: list[str] = []
        self.faults: list[str] = []
        self.later: list[Callable[[], None]] = []
        self.tokens = tokens(read_theme(ROOT / "content" / "theme.yaml"))
        self.engine = QQmlEngine()
        self.engine.warnings.connect(lambda found: self.warnings.extend(w.toString() for w in found))
        colours = self.tokens["palette"]
        sheet = Sheet(
            paper=colours["host_ground"],
            line=colours["line"],
            ink=colours["ink"],
            family=self.tokens["type"]["body"],
        )
        pictures = Pictures(
            lookup=lambda name: art / name if (art / name).is_file() else None,
            cache=cache,
            sheet=sheet,
            report=self.faults.append,
            later=self.later.append,
        )
        self.engine.addImageProvider("art", ArtProvider(pictures))
        self.engine.addImageProvider("icon", IconProvider(ROOT / "content" / "icons", report=self.faults.append))
        holder = self._component = QQmlComponent(self.engine)
        folder = QUrl.fromLocalFile(str(UI)).toString().encode()
        holder.setData(PREPARE.replace(b"UI", folder), QUrl())
        self._holder = holder.create()
        assert self._holder is not None, holder.errorString()
        theme = self._holder.property("theme")
        assert isinstance(theme, QObject)
        self.theme = theme
        self.theme.setProperty("tokens", self.tokens)
        self.zone = self._holder.property("zone")
        self.desk = PictureDesk(pictures, later=lambda job: job())
        self.theme.setProperty("pictures", self.desk)
        frames = FilmProvider()
        self.engine.addImageProvider("film", frames)
        self.films = FilmDesk(frames)
        self.theme.setProperty("films", self.films)
        self.theme.setProperty("drawnByCpu", True)

    def item(self, source: str | Path, width: int = 1920, height: int = 1080) -> QQuickItem:
        """Makes a page from a file or from QML text, in a shown window."""
        component = QQmlComponent(self.engine)
        if isinstance(source, Path):
            component.loadUrl(QUrl.fromLocalFile(str(source)))
        else:
            text = f'import QtQuick\nimport "{QUrl.fromLocalFile(str(UI)).toString()}"\n{source}'
            component.setData(text.encode(), QUrl())
        item = component.create()
        assert isinstance(item, QQuickItem), component.errorString()
        self.window = QQuickWindow()
        self._windows.append(self.window)
        self.window.resize(width, height)
        item.setParent(self.window)
        item.setParentItem(self.window.contentItem())
        self.window.show()
        self.settle()
        return item

    def tap(self, item: QQuickItem) -> None:
        """A finger on the middle of an item."""
        spot = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    def close(self) -> None:
        """Takes the windows down, then the engine: the other way round QML complains about what is gone."""
        for window in self._windows:
            window.close()
            window.deleteLater()
        self._windows.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def settle(self, seconds: float = 0.05) -> None:
        """Lets QML work off what is queued: at least `seconds`, and until every picture has come."""
        end = time.monotonic() + seconds
        latest = end + 30
        while time.monotonic() < end or (self._loading() and time.monotonic() < latest):
            QCoreApplication.processEvents()
            time.sleep(0.002)

    def _loading(self) -> bool:
        waiting = [self.window.contentItem()]
        while waiting:
            item = waiting.pop()
            if item.property("loading") is True:
                return True
            waiting.extend(item.childItems())
        return False

    def draw(
        self,
        page: str | Path,
        *,
        portrait: bool = False,
        contrast: bool = False,
        step: int = 0,
        rtl: bool = False,
        seconds: float = 1.6,
    ) -> QImage:
        """The page as a picture of its design size."""
        values = {"portrait": portrait, "highContrast": contrast, "textStep": step, "rtl": rtl}
        for key, value in values.items():
            self.theme.setProperty(key, value)
        width, height = (1080, 1920) if portrait else (1920, 1080)
        item = self.item(page, width, height)
        item.setWidth(width)
        item.setHeight(height)
        mirrored = f"LayoutMirroring.enabled = {str(rtl).lower()}; LayoutMirroring.childrenInherit = true"
        context = qmlContext(item)
        assert context is not None
        QQmlExpression(context, item, mirrored).evaluate()
        self.settle(seconds)
        image = self.window.grabWindow()
        while self.later:
            self.later.pop()()
        self.window.close()
        item.deleteLater()
        return image
