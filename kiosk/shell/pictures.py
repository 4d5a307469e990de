"""Pictures for QML, drawn off the GUI thread and kept.

QML's `Art` asks `PictureDesk.source(address, width, height)` and gets `image://art/<key>` when the picture is held in
memory, or "" and later the signal `ready(key)`. The provider then only hands over what is held. No picture is ever
loaded by QML's own image threads: they hold a lock while they wait for Python, and Python waits for that lock while it
makes QML items, so `asynchronous: true` on a picture from Python can stop the program for good.

An address is `<sha256>?` and parts, all optional:
  view=x,y,w,h     what to show, in the picture's own units; the result covers the size asked, centred
  show=a,b hide=c  groups of an SVG
  face=NAME mood=M mouth=open eyes=closed   one look of a face; NAME is empty for a leader portrait
  round=…          a,b,c,d corner radii (logical px), `circle` or `blob`; at=WIDTH the logical width they refer to

Icons are small and wanted at once: `image://icon/<name>?c=RRGGBB&w=4` is drawn on the calling thread.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QQmlImageProviderBase
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.errors import KnownError
from kiosk.shell.images import blank, packed, unpacked
from kiosk.shell.request import Request, Sheet, parse

Lookup = Callable[[str], Path | None]
Report = Callable[[str], None]
Later = Callable[[Callable[[], None]], None]

MEMORY_BYTES = 96_000_000
CACHE_BYTES = 1_500_000_000
MOST_PIXELS = 16_000_000
"""Of one drawing: twice a 4K screen. More is asked for only by mistake, and would cost hundreds of megabytes."""
MOST_ICONS = 300
"""Drawn icons that are held: each look of each, some 7 kB apiece."""
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

    def held(self, key: str) -> QImage | None:
        """The picture if it is in memory."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        return None

    def image(self, request: Request) -> QImage:
        """The finished picture, held from now on; a paper placeholder when it cannot be shown."""
        key = request.key()
        image = self.held(key) or self._from_disk(key)
        if image is None:
            image = self._draw(request, key)
        self._hold(key, image)
        return image

    def is_kept(self, key: str) -> bool:
        """Whether the picture need not be drawn: it is in memory or on the disk."""
        return self.held(key) is not None or (self._cache / key).is_file()

    def _draw(self, request: Request, key: str) -> QImage:
        from kiosk.shell import raster

        try:
            image = raster.draw_file(self._lookup(request.sha), request)
        except KnownError as error:
            self._fault(request.sha, str(error))
            width, height = raster.fit(request, (0.0, 0.0, 640.0, 360.0))
            return raster.placeholder(width, height, self._sheet)
        self._later(lambda: self._to_disk(key, image))
        return image

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
        path = self._cache / key
        try:
            data = path.read_bytes()
        except OSError:
            return None
        image = unpacked(data)
        if image is None:
            with suppress(OSError):
                path.unlink()
        return image

    def _to_disk(self, key: str, image: QImage) -> None:
        """Keeps a finished picture; a full disk or a read-only folder only costs drawing it again."""
        part = self._cache / f"{key}.{threading.get_ident()}.part"
        try:
            self._cache.mkdir(parents=True, exist_ok=True)
            part.write_bytes(packed(image))
            part.replace(self._cache / key)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def prune(self, most: int = CACHE_BYTES) -> None:
        """Removes the pictures longest unused until the folder is under `most` bytes. Slow: not on the GUI thread."""
        with suppress(OSError):
            files = sorted(((path.stat(), path) for path in self._cache.iterdir()), key=lambda item: item[0].st_atime)
            size = sum(stat.st_size for stat, _ in files)
            for stat, path in files:
                if size <= most:
                    break
                path.unlink(missing_ok=True)
                size -= stat.st_size

    def _fault(self, sha: str, sentence: str) -> None:
        with self._lock:
            known = sha in self._reported
            self._reported.add(sha)
        if not known:
            self._report(sentence)


class PictureDesk(QObject):
    """What QML asks for pictures; lives in the GUI thread. `later` is the way off it, as for Pictures."""

    ready = Signal(str)
    _drawn = Signal(str)

    def __init__(self, pictures: Pictures, *, later: Later) -> None:
        super().__init__()
        self._pictures = pictures
        self._later = later
        self._under_way: set[str] = set()
        self._asked = self._ready = False
        self._drawn.connect(self._deliver)

    @property
    def settled(self) -> bool:
        """Pictures were asked for, and each has been handed over."""
        return self._asked and not self._under_way

    def make_ready(self) -> None:
        """Load what draws, here on the GUI thread: 80 ms that a start with its pictures kept does without."""
        if not self._ready:
            import kiosk.shell.raster  # noqa: F401

            self._ready = True

    @Slot(str, int, int, result=str)
    def key(self, address: str, width: int, height: int) -> str:
        """The name that `ready` will give for this drawing."""
        return parse(address, QSize(width, height)).key()

    @Slot(str, int, int, result=str)
    def source(self, address: str, width: int, height: int) -> str:
        """`image://art/<key>` when it is held, else "" and `ready(key)` when it has been drawn."""
        self._asked = True
        if width * height > MOST_PIXELS:
            return ""
        request = parse(address, QSize(width, height))
        key = request.key()
        if self._pictures.held(key) is None and key not in self._under_way:
            self._under_way.add(key)
            if not self._pictures.is_kept(key):
                self.make_ready()
            self._later(lambda: self._draw(request, key))
        return f"image://art/{key}" if self._pictures.held(key) is not None else ""

    def _draw(self, request: Request, key: str) -> None:
        self._pictures.image(request)
        self._drawn.emit(key)

    @Slot(str)
    def _deliver(self, key: str) -> None:
        self._under_way.discard(key)
        self.ready.emit(key)


class ArtProvider(QQuickImageProvider):
    """`image://art/<key>`: hands over what is held. Not asynchronous, see the top of this file."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__(QQmlImageProviderBase.ImageType.Image)
        self._pictures = pictures

    def requestImage(self, key: str, size: QSize, requested: QSize) -> QImage:  # noqa: ARG002
        image = self._pictures.held(key)
        if image is None:
            image = blank(1, 1)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


class IconProvider(QQuickImageProvider):
    """`image://icon/<name>?c=RRGGBB&w=4`: line icons in any colour and weight.

    Small and needed at once, so they are drawn on the calling thread, once for each look. An unknown name gives an
    empty picture and one report.
    """

    def __init__(self, folder: Path, *, report: Report) -> None:
        super().__init__(QQmlImageProviderBase.ImageType.Image)
        self._folder = folder
        self._report = report
        self._text: dict[str, str] = {}
        self._drawn: OrderedDict[tuple[str, int], QImage] = OrderedDict()
        self._lock = threading.Lock()

    def requestImage(self, address: str, size: QSize, requested: QSize) -> QImage:
        side = max(1, min(1024, max(requested.width(), requested.height(), 1)))
        size.setWidth(side)
        size.setHeight(side)
        with self._lock:
            image = self._drawn.pop((address, side), None) or self._draw(address, side)
            self._drawn[address, side] = image
            if len(self._drawn) > MOST_ICONS:
                self._drawn.popitem(last=False)
        return image

    def _draw(self, address: str, side: int) -> QImage:
        name, _, query = address.partition("?")
        parts = dict(part.partition("=")[::2] for part in query.split("&"))
        image = blank(side, side)
        text = self._source(name)
        if text:
            renderer = QSvgRenderer(QByteArray(recoloured(text, parts.get("c", ""), parts.get("w", "")).encode()))
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            renderer.render(painter, QRectF(0, 0, side, side))
            painter.end()
        return image

    def _source(self, name: str) -> str:
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
