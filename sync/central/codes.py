"""Codes for kiosks to join by, as QR codes: in a terminal, and as a picture."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from urllib.parse import urlsplit

from kiosk.codes import modules
from kiosk.errors import KnownError

_PIXELS = 12
"""Of one square in the picture."""


def address(url: str) -> str:
    """The address of a server as kiosks are told it. Raises KnownError for what is none."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        good = False
    if not good or any(letter.isspace() for letter in url):
        raise KnownError(f"--url {url!r} is no address of a server: write it like https://central.example.org.")
    return url.rstrip("/")


def drawn(text: str) -> str:
    """For a terminal: two rows of squares a line, light ones drawn, so that it reads on dark and on light ground."""
    rows = modules(text)
    rows += [[False] * len(rows[0])] * (len(rows) % 2)
    halves = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
    return "\n".join(
        "".join(halves[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    )


def write_png(text: str, file: Path) -> None:
    """A black and white picture. Raises KnownError where it can't be written."""
    rows = modules(text)
    side = len(rows) * _PIXELS
    lines = []
    for row in rows:
        bits = "".join(("0" if dark else "1") * _PIXELS for dark in row)
        line = int(bits.ljust(-(-side // 8) * 8, "0"), 2).to_bytes(-(-side // 8), "big")
        lines += [b"\x00" + line] * _PIXELS
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(lines))),
        (b"IEND", b""),
    )
    made = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    try:
        file.write_bytes(made)
    except OSError as error:
        raise KnownError(f"{file} can't be written ({error.strerror}): name another file with --qr.") from None
