"""The size in pixels of PNG, JPEG and WebP files, read without decoding them."""

from __future__ import annotations

import struct
import zlib

from kiosk.content.unfit import Unfit, cut_short

MAX_SIDE = 10_000
MAX_PIXELS = 40_000_000


def png_size(data: bytes) -> tuple[int, int]:
    """(width, height) of a PNG whose chunks are all there and undamaged. Raises Unfit."""
    at, kinds, size = 8, [], (0, 0)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            break
        if zlib.crc32(data[at + 4 : end - 4]) != struct.unpack_from(">I", data, end - 4)[0]:
            raise cut_short("PNG picture")
        if kind == b"IHDR" and length == 13:
            size = struct.unpack_from(">II", data, at + 8)
        kinds.append(kind)
        if kind == b"IEND":
            break
        at = end
    if not kinds or kinds[0] != b"IHDR" or kinds[-1] != b"IEND" or b"IDAT" not in kinds:
        raise cut_short("PNG picture")
    return checked(*size)


def jpeg_size(data: bytes) -> tuple[int, int]:
    """(width, height) of a JPEG that has its frame, its scan and its end. Raises Unfit."""
    at, size = 2, None
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if marker == 0xFF:
            at += 1
            continue
        if marker in _FRAMES and at + 9 <= len(data):
            height, width = struct.unpack_from(">HH", data, at + 5)
            size = (width, height)
        if marker == 0xDA:
            if size is None or data.find(b"\xff\xd9", at + 2 + length) < 0:
                break
            return checked(*size)
        at += 2 + length
    raise cut_short("JPEG picture")


_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a frame header: the range also holds Huffman tables, extensions and arithmetic coding."""


def webp_size(data: bytes) -> tuple[int, int]:
    """(width, height) of a WebP, lossy, lossless or extended. Raises Unfit."""
    whole = cut_short("WebP picture")
    if len(data) < 30 or struct.unpack_from("<I", data, 4)[0] + 8 > len(data):
        raise whole
    match data[12:16]:
        case b"VP8X":
            return checked(1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little"))
        case b"VP8 " if data[23:26] == b"\x9d\x01\x2a":
            width, height = struct.unpack_from("<HH", data, 26)
            return checked(width & 0x3FFF, height & 0x3FFF)
        case b"VP8L" if data[20] == 0x2F:
            bits = struct.unpack_from("<I", data, 21)[0]
            return checked(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    raise whole


def checked(width: int, height: int) -> tuple[int, int]:
    """The size again, if a station can draw it. Raises Unfit."""
    if width < 1 or height < 1:
        raise Unfit("is a picture of no size", "export it again")
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        raise Unfit(f"is a picture of {width} by {height} pixels", "export it no larger than 3840 by 3840")
    return width, height
