"""Pictures for QML: `image://art/<sha256>?…` and `image://icon/<name>?c=RRGGBB&w=4`.

A picture is rasterised once for the size asked, kept in memory and on disk, and never on the GUI thread: QML calls
`requestImage` on its image threads because the providers ask for asynchronous loading.

Parts of an art address (all optional):
  view=x,y,w,h     what to show, in the picture's own units; the result covers the size asked, centred
  show=a,b hide=c  groups of an SVG
  face=NAME mood=M mouth=open eyes=closed   one look of a face; NAME is empty for a leader portrait
  round=…          a,b,c,d corner radii (logical px), `circle` or `blob`; at=WIDTH the logical width they refer to
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtQml import QQmlImageProviderBase
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.shell import raster
from kiosk.shell.raster import Request, Sheet
from kiosk.shell.svg import UnsafePicture

Lookup = Callable[[str], Path | None]
Report = Callable[[str], None]
Later = Callable[[Callable[[], None]], None]

MEMORY_BYTES = 96_000_000
_ICON_NAME = re.compile(r"[a-z0-9-]+")
_COLOUR = re.compile(r"(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")


class Pictures:
    """Draws, keeps and finds pictures. Safe to call from several threads.

    `lookup` gives the file of a fingerprint, or None when it is not allowed or not there. `cache` is a folder for
    finished pictures. `later` runs a function after the picture has been handed over (writing the cache file).
    `report` gets one sentence for each picture that cannot be shown, once.
    """

    def __init__(self, *, lookup: Lookup, cache: Path, sheet: Sheet, report: Report, later: Later) -> None:
        self._lookup = lookup
        self._cache = cache
        self._sheet = sheet
        self._report = report
        self._later = later
        self._lock = threading.Lock()
        self._held: OrderedDict[str, QImage] = OrderedDict()
        self._held_bytes = 0
        self._reported: set[str] = set()

    def image(self, request: Request) -> QImage:
        """The finished picture; a paper placeholder when it cannot be shown."""
        key = request.key()
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        image = self._from_disk(key)
        if image is None:
            try:
                image = self._draw(request)
            except UnsafePicture as error:
                self._fault(request.sha, str(error))
                width, height = raster.fit(request, (0.0, 0.0, 640.0, 360.0))
                return raster.placeholder(width, height, self._sheet)
            finished = image
            self._later(lambda: self._to_disk(key, finished))
        self._hold(key, image)
        return image

    def _draw(self, request: Request) -> QImage:
        path = self._lookup(request.sha)
        if path is None:
            raise UnsafePicture("The picture is not part of this content; check the activity that names it.")
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UnsafePicture(f"{path.name} cannot be read ({error.strerror}); put the file back.") from None
        try:
            return raster.draw(data, request)
        except UnsafePicture as error:
            raise UnsafePicture(f"{path.name}: {error}") from None

    def _hold(self, key: str, image: QImage) -> None:
        with self._lock:
            if key in self._held:
                return
            self._held[key] = image
            self._held_bytes += image.sizeInBytes()
            while self._held_bytes > MEMORY_BYTES and len(self._held) > 1:
                _, dropped = self._held.popitem(last=False)
                self._held_bytes -= dropped.sizeInBytes()

    def _from_disk(self, key: str) -> QImage | None:
        path = self._cache / f"{key}.webp"
        if not path.is_file():
            return None
        image = QImage(str(path))
        if image.isNull():
            with suppress(OSError):
                path.unlink()
            return None
        return image

    def _to_disk(self, key: str, image: QImage) -> None:
        """Keeps a finished picture; a full disk or a read-only folder only costs drawing it again."""
        part = self._cache / f"{key}.{threading.get_ident()}.part"
        try:
            self._cache.mkdir(parents=True, exist_ok=True)
            writer = QImageWriter(str(part), QByteArray(b"webp"))
            writer.setQuality(100)
            if writer.write(image):
                part.replace(self._cache / f"{key}.webp")
        except OSError:
            pass
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def _fault(self, sha: str, sentence: str) -> None:
        with self._lock:
            known = sha in self._reported
            self._reported.add(sha)
        if not known:
            self._report(sentence)


class ArtProvider(QQuickImageProvider):
    """`image://art/…`: pictures from content."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__(
            QQmlImageProviderBase.ImageType.Image, QQmlImageProviderBase.Flag.ForceAsynchronousImageLoading
        )
        self._pictures = pictures

    def requestImage(self, address: str, size: QSize, requested: QSize) -> QImage:
        image = self._pictures.image(raster.parse(address, requested))
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


class IconProvider(QQuickImageProvider):
    """`image://icon/<name>?c=RRGGBB&w=4`: line icons in any colour and weight.

    Small and needed at once, so they are drawn on the calling thread. An unknown name gives an empty picture and
    one report.
    """

    def __init__(self, folder: Path, *, report: Report) -> None:
        super().__init__(QQmlImageProviderBase.ImageType.Image)
        self._folder = folder
        self._report = report
        self._text: dict[str, str] = {}
        self._lock = threading.Lock()

    def requestImage(self, address: str, size: QSize, requested: QSize) -> QImage:
        name, _, query = address.partition("?")
        parts = dict(part.partition("=")[::2] for part in query.split("&"))
        side = max(1, min(1024, max(requested.width(), requested.height(), 1)))
        size.setWidth(side)
        size.setHeight(side)
        image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        text = self._source(name)
        if text:
            renderer = QSvgRenderer(QByteArray(recoloured(text, parts.get("c", ""), parts.get("w", "")).encode()))
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            renderer.render(painter, QRectF(0, 0, side, side))
            painter.end()
        return image

    def _source(self, name: str) -> str:
        with self._lock:
            if name not in self._text:
                self._text[name] = ""
                path = self._folder / f"{name}.svg"
                if _ICON_NAME.fullmatch(name) and path.is_file():
                    self._text[name] = path.read_text(encoding="utf-8")
                else:
                    self._report(f"There is no icon named “{name}”; use one of those in content/icons.")
            return self._text[name]


def recoloured(text: str, colour: str, weight: str) -> str:
    """An icon's SVG with its one colour and its stroke width replaced. `colour` is RRGGBB or AARRGGBB."""
    if _COLOUR.fullmatch(colour):
        text = text.replace("#16242E", f"#{colour[-6:]}")
    try:
        width = float(weight)
    except ValueError:
        return text
    return text.replace('stroke-width="4"', f'stroke-width="{width:g}"')
