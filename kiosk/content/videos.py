"""Length and size of MP4 and WebM videos, read without decoding them."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from kiosk.content.pictures import checked
from kiosk.content.unfit import Unfit, cut_short

Measure = tuple[int, int, float]
"""Width and height in pixels, seconds."""


def mp4_measure(data: bytes) -> Measure:
    """What an MP4 measures. Raises Unfit, also when there is nothing in it to play."""
    top = dict(_boxes(data, 0, len(data)))
    if b"moov" not in top or b"mdat" not in top:
        raise cut_short("video")
    seconds, size = 0.0, (0, 0)
    for kind, (start, end) in _boxes(data, *top[b"moov"]):
        if kind == b"mvhd":
            wide = data[start] == 1
            scale, length = struct.unpack_from(">IQ" if wide else ">II", data, start + (20 if wide else 12))
            seconds = length / scale if scale else 0.0
        elif kind == b"trak":
            track = dict(_boxes(data, start, end))
            if b"tkhd" in track:
                width, height = struct.unpack_from(">II", data, track[b"tkhd"][1] - 8)
                size = max(size, (width >> 16, height >> 16))
    return _measured(*size, seconds)


def webm_measure(data: bytes) -> Measure:
    """What a WebM measures. Raises Unfit."""
    scale, length, width, height = 1_000_000, 0.0, 0, 0
    for kind, start, end in _elements(data, 0, len(data)):
        if kind == 0x18538067:
            if end > len(data):
                raise cut_short("video")
            for inner, at, stop in _elements(data, start, end):
                if inner == 0x1549A966:
                    info = {one: data[a:b] for one, a, b in _elements(data, at, stop)}
                    scale = int.from_bytes(info.get(0x2AD7B1, b"\x0f\x42\x40"), "big")
                    length = _float(info.get(0x4489, b""))
                elif inner == 0x1654AE6B:
                    for track, low, high in _elements(data, at, stop):
                        for what, a, b in _elements(data, low, high) if track == 0xAE else ():
                            if what == 0xE0:
                                video = {one: data[c:d] for one, c, d in _elements(data, a, b)}
                                width = int.from_bytes(video.get(0xB0, b""), "big")
                                height = int.from_bytes(video.get(0xBA, b""), "big")
    return _measured(width, height, length * scale / 1e9)


def _measured(width: int, height: int, seconds: float) -> Measure:
    if not 0 < seconds < 24 * 3600:
        raise Unfit("is a video that does not say how long it is", "export it again as MP4")
    return *checked(width, height), round(seconds, 3)


def _boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """(kind, (start, end) of its inside) of each MP4 box between two positions."""
    while at + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, at)
        start = at + 8
        if size == 1 and at + 16 <= end:
            size, start = struct.unpack_from(">Q", data, at + 8)[0], at + 16
        size = size or end - at
        if size < start - at or at + size > end:
            raise cut_short("video")
        yield kind, (start, at + size)
        at += size


def _elements(data: bytes, at: int, end: int) -> Iterator[tuple[int, int, int]]:
    """(id, start, end) of each EBML element between two positions. An unknown size reaches to `end`."""
    while at < min(end, len(data)):
        kind, at = _number(data, at, keep_marker=True)
        size, at = _number(data, at, keep_marker=False)
        stop = end if size is None else at + size
        yield kind or 0, at, stop
        at = stop


def _number(data: bytes, at: int, *, keep_marker: bool) -> tuple[int | None, int]:
    """An EBML number and where it ends. None: all ones, a size that is not known."""
    width = 9 - data[at].bit_length()
    raw = data[at : at + width]
    if width > 8 or len(raw) < width:
        raise cut_short("video")
    value = int.from_bytes(raw, "big")
    if keep_marker:
        return value, at + width
    value &= (1 << 7 * width) - 1
    return (None if value == (1 << 7 * width) - 1 else value), at + width


def _float(raw: bytes) -> float:
    return float(struct.unpack({4: ">f", 8: ">d"}[len(raw)], raw)[0]) if len(raw) in (4, 8) else 0.0
