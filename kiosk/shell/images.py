"""Finished pictures as bytes: made of nothing, packed for the disk, and unpacked again."""

from __future__ import annotations

import struct
import zlib

from PySide6.QtGui import QImage

FORM = QImage.Format.Format_ARGB32_Premultiplied
_HEAD = struct.Struct("<8sII")
_MAGIC = b"PICTURE1"


def blank(width: int, height: int) -> QImage:
    """A see-through image. Made of zeros: QImage.fill makes all of Qt's enums, 30 ms before the first screen."""
    return QImage(bytes(4 * width * height), width, height, 4 * width, FORM).copy()


def packed(image: QImage) -> bytes:
    """A finished picture as bytes: quick to write and to read, and damage is noticed."""
    plain = image.convertToFormat(FORM)
    return _HEAD.pack(_MAGIC, plain.width(), plain.height()) + zlib.compress(plain.constBits(), 1)


def unpacked(data: bytes) -> QImage | None:
    """What `packed` made, or None when the bytes are damaged."""
    try:
        magic, width, height = _HEAD.unpack_from(data)
        bits = zlib.decompress(memoryview(data)[_HEAD.size :])
    except (struct.error, zlib.error):
        return None
    if magic != _MAGIC or not width or len(bits) != width * height * 4:
        return None
    # Copied: the QImage must not outlive `bits`.
    return QImage(bits, width, height, width * 4, FORM).copy()
