"""The Qt side built once: application, typefaces, pictures, QML, the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.content.theme import read_theme, tokens
from kiosk.errors import KnownError
from kiosk.shell.codes import CodeProvider
from kiosk.shell.films import FilmDesk, FilmProvider
from kiosk.shell.fonts import load_arabic, load_fonts
from kiosk.shell.pictures import ArtProvider, IconProvider, PictureDesk, Pictures
from kiosk.shell.request import Sheet
from kiosk.shell.translator import Translator

MAIN = Path(__file__).with_name("Main.qml")


@dataclass(frozen=True, kw_only=True)
class Face:
    """What is on the screen. Keep `engine` alive as long as `window` is used."""

    engine: QQmlApplicationEngine
    window: Any
    pictures: Pictures
    desk: PictureDesk
    translator: Translator

    def speak(self, table: bytes) -> None:
        """Say these words wherever the screens say something of their own; an empty table is English."""
        self.translator.speak(table)
        self.engine.retranslate()

    def close(self) -> None:
        """Take the window away now, while everything that it shows is still there."""
        self.window.close()
        self.translator.speak(b"")
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(self.engine, QEvent.Type.DeferredDelete)


def application(*, offscreen: bool) -> QGuiApplication:
    """The one application of this process. `offscreen` draws without any display, the same pictures everywhere."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    if offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    app = QGuiApplication(sys.argv[:1])
    app.setApplicationName("Kiosk")
    return app


def screen_size() -> tuple[int, int]:
    """Width and height of the machine's screen in real pixels."""
    screen = QGuiApplication.primaryScreen()
    size = screen.size() * screen.devicePixelRatio()
    return size.width(), size.height()


def open_face(
    *,
    theme: Path,
    icons: Path,
    lookup: Callable[[str], Path | None],
    cache: Path,
    later: Callable[[Callable[[], None]], None],
    report: Callable[[str], None],
    properties: dict[str, Any],
    compiled: Path | None = None,
    first: Sequence[tuple[str, int, int]] = (),
    arabic: bool = False,
) -> Face:
    """Load the window. `properties` are Main.qml's first values. Raises KnownError when QML can't be loaded.

    `compiled` is a folder for the theme as it was read last. `first` are pictures (address, width and height in real
    pixels) that the first screen is going to ask for: they are drawn while the window loads. `arabic` brings letters of
    that script.
    """
    load_fonts()
    script = load_arabic() if arabic else ""
    look = read_theme(theme, compiled / "theme.json" if compiled else None)
    palette = look.palette
    sheet = Sheet(paper=palette.paper, line=palette.line, ink=palette.ink_soft, family=look.type.body)
    pictures = Pictures(lookup=lookup, cache=cache, sheet=sheet, report=report, later=later)
    desk = PictureDesk(pictures, later=later)
    for address, width, height in first:
        desk.source(address, width, height)
    engine = QQmlApplicationEngine()
    engine.addImageProvider("art", ArtProvider(pictures))
    engine.addImageProvider("icon", IconProvider(icons, report=report))
    engine.addImageProvider("code", CodeProvider())
    frames = FilmProvider()
    engine.addImageProvider("film", frames)
    films = FilmDesk(frames)
    films.setParent(engine)
    engine.setInitialProperties(
        {"tokens": tokens(look), "pictures": desk, "films": films, "script": script, **properties}
    )
    engine.load(QUrl.fromLocalFile(str(MAIN)))
    roots = engine.rootObjects()
    if not roots or not isinstance(roots[0], QQuickWindow):
        raise KnownError("The screens could not be loaded: install the kiosk again.")
    return Face(engine=engine, window=roots[0], pictures=pictures, desk=desk, translator=Translator())
