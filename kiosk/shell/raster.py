"""Drawing one picture from content at the size asked: plain functions, usable on any thread."""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath, QPen
from PySide6.QtSvg import QSvgRenderer

from kiosk.shell import svg
from kiosk.shell.images import FORM, blank
from kiosk.shell.request import MAX_SIDE, Groups, Rect, Request, Sheet, number
from kiosk.shell.svg import UnsafePicture

MAX_FILE = 24_000_000
MAX_PIXELS = 40_000_000
# Qt's enums are made when they are first named, and two threads that name one at once crash the process. So all that
# drawing needs is named here, by the thread that imports this: see `PictureDesk.make_ready`.
_STRETCH = QtCore.Qt.AspectRatioMode.IgnoreAspectRatio
_SMOOTH = QtCore.Qt.TransformationMode.SmoothTransformation
_FINE, _FINE_PIXMAPS = QPainter.RenderHint.Antialiasing, QPainter.RenderHint.SmoothPixmapTransform
_NO_PEN, _DASHES, _ROUND = QtCore.Qt.PenStyle.NoPen, QtCore.Qt.PenStyle.DashLine, QtCore.Qt.PenCapStyle.RoundCap
_CENTRED, _WRAPPED = QtCore.Qt.AlignmentFlag.AlignCenter, QtCore.Qt.TextFlag.TextWordWrap

BITMAPS = (b"png", b"jpeg", b"webp")
BLOB = ((0.46, 0.52), (0.54, 0.46), (0.52, 0.54), (0.48, 0.48))


def cover(view: Rect, width: int, height: int) -> Rect:
    """The part of `view` that fills width x height at one scale, centred."""
    x, y, w, h = view
    scale = max(width / w, height / h)
    shown_w, shown_h = width / scale, height / scale
    return x + (w - shown_w) / 2, y + (h - shown_h) / 2, shown_w, shown_h


def face_region(data: bytes, person: str = "", margin: float = 4.0) -> Rect:
    """The box in picture units that holds everything that moves in a face, a little margin included.

    Raises UnsafePicture when the SVG is refused or has no such face.
    """
    root = svg.read_svg(data)
    parts = svg.face_parts(svg.ids(root), person)
    if not parts:
        raise UnsafePicture(f"The picture has no face named “{person or 'mouth'}”; check the group names.")
    shown = svg.with_groups(root, Groups(show=tuple(svg.ids(root))))
    renderer = QSvgRenderer(QByteArray(shown))
    box = QRectF()
    for part in parts:
        box = box.united(renderer.transformForElement(part).mapRect(renderer.boundsOnElement(part)))
    box.adjust(-margin, -margin, margin, margin)
    return box.x(), box.y(), box.width(), box.height()


def draw(data: bytes, request: Request) -> QImage:
    """Rasterises a picture; raises UnsafePicture with one sentence when it cannot be shown."""
    if len(data) > MAX_FILE:
        raise UnsafePicture(f"The picture is {len(data):,} bytes; keep it under {MAX_FILE:,}.")
    is_svg = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"
    image = _draw_svg(data, request) if is_svg else _draw_bitmap(data, request)
    return rounded(image, request.round, request.at) if request.round else image


def draw_file(path: Path | None, request: Request) -> QImage:
    """Rasterises the picture in a file; raises UnsafePicture with one sentence, which names it."""
    if path is None:
        raise UnsafePicture("The picture is not part of this content; check the activity that names it.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnsafePicture(f"{path.name} cannot be read ({error.strerror}); put the file back.") from None
    try:
        return draw(data, request)
    except UnsafePicture as error:
        raise UnsafePicture(f"{path.name}: {error}") from None


def _draw_svg(data: bytes, request: Request) -> QImage:
    root = svg.read_svg(data)
    groups = request.groups
    if request.face is not None:
        person, mood, mouth_open, eyes_closed = request.face
        look = svg.face_groups(svg.ids(root), person, mood, mouth_open=mouth_open, eyes_closed=eyes_closed)
        groups = Groups(groups.show + look.show, groups.hide + look.hide)
    plain = svg.with_groups(root, groups)
    whole = svg.view_box(root)
    width, height = fit(request, whole)
    renderer = QSvgRenderer(QByteArray(plain))
    if not renderer.isValid():
        raise UnsafePicture("The SVG cannot be drawn; save it again as plain SVG.")
    shown = cover(request.view or whole, width, height)
    image = blank(width, height)
    renderer.setViewBox(QRectF(*shown))
    painter = QPainter(image)
    painter.setRenderHints(_FINE | _FINE_PIXMAPS)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


def _draw_bitmap(data: bytes, request: Request) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in BITMAPS:
        raise UnsafePicture("The file is not a picture that can be shown; use SVG, PNG, JPEG or WebP.")
    size = reader.size()
    if size.width() * size.height() > MAX_PIXELS:
        raise UnsafePicture(f"The picture is {size.width()} by {size.height()}; make it smaller.")
    image = reader.read()
    if image.isNull():
        raise UnsafePicture("The picture is damaged; save it again.")
    whole: Rect = (0.0, 0.0, float(image.width()), float(image.height()))
    width, height = fit(request, whole)
    result = blank(width, height)
    x, y, w, h = cover(request.view or whole, width, height)
    # Scaled by area first: painting straight down by more than half leaves jagged edges.
    part = image.copy(round(x), round(y), max(1, round(w)), max(1, round(h)))
    part = part.scaled(width, height, _STRETCH, _SMOOTH)
    painter = QPainter(result)
    painter.drawImage(0, 0, part)
    painter.end()
    return result


def fit(request: Request, whole: Rect) -> tuple[int, int]:
    """Pixels of the result: as asked; a missing side follows the shape of the view; none asked: the view itself."""
    _, _, w, h = request.view or whole
    width, height = request.width, request.height
    if not width and not height:
        width, height = round(w), round(h)
    elif not height:
        height = round(width * h / w)
    elif not width:
        width = round(height * w / h)
    return max(1, min(MAX_SIDE, width)), max(1, min(MAX_SIDE, height))


def rounded(image: QImage, shape: str, at: float) -> QImage:
    """Cuts a picture to `circle`, `blob` or four corner radii (logical px of a picture `at` logical px wide)."""
    width, height = float(image.width()), float(image.height())
    scale = width / at if at > 0 else 1.0
    if shape == "circle":
        corners = [(width / 2, height / 2)] * 4
    elif shape == "blob":
        corners = [(across * width, down * height) for across, down in BLOB]
    else:
        radii = [max(0.0, number(part)) * scale for part in shape.split(",")]
        radii = (radii * 4)[:4]
        corners = [(min(r, width / 2, height / 2),) * 2 for r in radii]
    path = _rounded_path(width, height, corners)
    result = blank(image.width(), image.height())
    painter = QPainter(result)
    painter.setRenderHint(_FINE)
    painter.setBrush(image)
    painter.setPen(_NO_PEN)
    painter.drawPath(path)
    painter.end()
    return result


def _rounded_path(width: float, height: float, corners: list[tuple[float, float]]) -> QPainterPath:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    path = QPainterPath()
    path.moveTo(ax, 0)
    path.lineTo(width - bx, 0)
    path.arcTo(width - 2 * bx, 0, 2 * bx, 2 * by, 90, -90)
    path.lineTo(width, height - cy)
    path.arcTo(width - 2 * cx, height - 2 * cy, 2 * cx, 2 * cy, 0, -90)
    path.lineTo(dx, height)
    path.arcTo(0, height - 2 * dy, 2 * dx, 2 * dy, 270, -90)
    path.lineTo(0, ay)
    path.arcTo(0, 0, 2 * ax, 2 * ay, 180, -90)
    path.closeSubpath()
    return path


def placeholder(width: int, height: int, sheet: Sheet) -> QImage:
    """A sheet of paper with a plain sentence, for a picture that cannot be shown."""
    image = QImage(max(1, width), max(1, height), FORM)
    image.fill(QColor(sheet.paper))
    painter = QPainter(image)
    painter.setRenderHint(_FINE)
    inset = max(4.0, min(width, height) * 0.05)
    box = QRectF(0, 0, width, height).adjusted(inset, inset, -inset, -inset)
    painter.setPen(QPen(QColor(sheet.line), max(2.0, inset / 5), _DASHES, _ROUND))
    painter.drawRoundedRect(box, inset, inset)
    if width >= 240 and height >= 100:
        font = painter.font()
        font.setFamily(sheet.family)
        font.setPixelSize(max(18, min(32, round(width / 16))))
        painter.setFont(font)
        painter.setPen(QColor(sheet.ink))
        flags = _CENTRED | _WRAPPED
        painter.drawText(box.adjusted(inset, inset, -inset, -inset), int(flags), sheet.words)
    painter.end()
    return image
