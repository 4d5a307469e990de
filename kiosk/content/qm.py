"""A table of words in the form that Qt reads by itself (`.qm`).

Qt asks for words on threads of its own, while the others wait: what answers there must not be Python.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import NamedTuple

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_END, _TRANSLATION, _SOURCE, _CONTEXT = 1, 3, 6, 7


class Said(NamedTuple):
    """What a QML file (its name without the ending) says in English, and what it is to say instead."""

    part: str
    english: str
    words: str


def qm(table: Iterable[Said]) -> bytes:
    """The table as Qt reads it; each part is answered only with words of its own."""
    messages, places = bytearray(), []
    for said in table:
        places.append((_hash(said.english.encode()), len(messages)))
        for tag, data in (
            (_TRANSLATION, said.words.encode("utf-16-be")),
            (_SOURCE, said.english.encode()),
            (_CONTEXT, said.part.encode()),
        ):
            messages += struct.pack(">BI", tag, len(data)) + data
        messages.append(_END)
    hashes = b"".join(struct.pack(">II", *place) for place in sorted(places))
    return _MAGIC + _section(_HASHES, hashes) + _section(_MESSAGES, bytes(messages))


def _section(tag: int, data: bytes) -> bytes:
    return struct.pack(">BI", tag, len(data)) + data


def _hash(text: bytes) -> int:
    """Qt's hash of an English text."""
    value = 0
    for byte in text:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ (high >> 24)) & ~high & 0xFFFFFFFF
    return value or 1
