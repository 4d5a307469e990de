"""What is asked for when a picture is wanted. A start with everything kept loads only this, nothing that draws."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from PySide6.QtCore import QSize, QUrl, QUrlQuery

Rect = tuple[float, float, float, float]

CACHE_FORM = 1
MAX_SIDE = 8192
_DECODED = QUrl.ComponentFormattingOption.FullyDecoded


@dataclass(frozen=True, slots=True)
class Groups:
    """Ids of groups to show and to hide in one drawing of a picture."""

    show: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()


NO_CHANGE = Groups()


@dataclass(frozen=True, slots=True)
class Request:
    """One drawing of one picture. `width` and `height` are real pixels; 0 means from the picture."""

    sha: str
    view: Rect | None = None
    groups: Groups = NO_CHANGE
    face: tuple[str, str, bool, bool] | None = None
    round: str = ""
    at: float = 0.0
    width: int = 0
    height: int = 0

    def key(self) -> str:
        """A name for the cache that changes with anything that changes the result."""
        return hashlib.sha256(f"{CACHE_FORM}:{self!r}".encode()).hexdigest()


def parse(address: str, size: QSize) -> Request:
    """A Request from what follows `image://art/`; parts that make no sense are left out."""
    sha, _, query_text = address.partition("?")
    query = QUrlQuery(query_text)

    def part(name: str) -> str:
        return query.queryItemValue(name, _DECODED)

    def names(name: str) -> tuple[str, ...]:
        return tuple(found for found in part(name).split(",") if found)

    face = None
    if query.hasQueryItem("face"):
        face = (part("face"), part("mood"), part("mouth") == "open", part("eyes") == "closed")
    return Request(
        sha=sha,
        view=_rect(part("view")),
        groups=Groups(names("show"), names("hide")),
        face=face,
        round=part("round"),
        at=number(part("at")),
        width=max(0, min(MAX_SIDE, size.width())),
        height=max(0, min(MAX_SIDE, size.height())),
    )


def number(text: str) -> float:
    """What a part of an address says; 0 where it is no number."""
    try:
        return float(text)
    except ValueError:
        return 0.0


def _rect(text: str) -> Rect | None:
    parts = [number(part) for part in text.split(",")]
    if len(parts) != 4 or not (0 < parts[2] < 1e6 and 0 < parts[3] < 1e6):
        return None
    return parts[0], parts[1], parts[2], parts[3]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a placeholder is drawn with: colours as #RRGGBB and the font family of its words."""

    paper: str
    line: str
    ink: str
    family: str
    words: str = "This picture is missing. Please tell a host."
