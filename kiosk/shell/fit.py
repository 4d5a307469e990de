"""Whether everything fits: words that are cut off, cut through or lie under something, controls beyond the edge.

Looks at what the window has laid out, so it needs no pictures and no eyes; beauty still needs eyes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem, QQuickWindow

SLACK = 2.0
"""Pixels that rounding may cost."""
FINGER = 60.0
"""Pixels that a finger needs of a control."""
SHARE = 4.0
"""A line height up to this is a share of the letters' own, and above it pixels; its mode can't be read from Python."""
MIDDLE = 0.2
"""How far from the edges of a line its letters stand, as a share of it."""
SEEN = 0.05
"""Things fainter than this are not there."""


@dataclass(frozen=True, slots=True)
class Room:
    """What an item gets from those that hold it: its clip, and in which directions that can be scrolled."""

    edges: QRectF
    down: bool = False
    across: bool = False
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """A text as it is drawn. Boxes are window pixels: `box` all of it, `seen` what its clips leave."""

    text: str
    box: QRectF
    seen: QRectF


def misfits(window: QQuickWindow) -> list[str]:
    """What does not fit on the screen that is up, each in a sentence; empty when everything does."""
    edges = QRectF(0, 0, window.width(), window.height())
    told: list[str] = []
    shown: list[Words] = []
    for item, room in _painted(window.contentItem(), Room(edges)):
        box = _scene(item, QRectF(0, 0, item.width(), item.height()))
        if _veils(item, box, edges):
            shown = []
        elif _covers(item, room):
            sheet = box.intersected(room.edges)
            told += [f"“{one.text}” is partly covered" for one in shown if _partly(one.seen, sheet)]
            shown = [one for one in shown if not _within(one.seen, sheet)]
        elif item.inherits("QQuickText") and item.property("text"):
            drawn = _scene(item, _lines(item))
            words = Words(" ".join(str(item.property("text")).split()), drawn, drawn.intersected(room.edges))
            told += _cut(item, words, room)
            if not words.seen.isEmpty():
                told += [f"“{words.text}” lies on “{one.text}”" for one in shown if _collide(one.seen, words.seen)]
                shown.append(words)
        elif item.property("activeFocusOnTab") is True and item.isEnabled() and _lost(box, room):
            told.append(f"the control “{item.property('name') or item.objectName()}” is beyond the edge")
    return list(dict.fromkeys(told))


def _painted(item: QQuickItem, room: Room) -> Iterator[tuple[QQuickItem, Room]]:
    """Everything that can be seen, in the order in which it is drawn, with the room it has."""
    room = replace(room, opacity=room.opacity * item.opacity())
    if not item.isVisible() or room.opacity < SEEN or room.edges.isEmpty():
        return
    inner = room
    if item.clip():
        inner = replace(room, edges=room.edges.intersected(_scene(item, QRectF(0, 0, item.width(), item.height()))))
    if item.inherits("QQuickFlickable"):
        down = float(item.property("contentHeight")) > item.height() + SLACK
        across = float(item.property("contentWidth")) > item.width() + SLACK
        inner = replace(inner, down=inner.down or down, across=inner.across or across)
    children = sorted(item.childItems(), key=lambda child: child.z())
    for child in children:
        if child.z() < 0:
            yield from _painted(child, inner)
    yield item, room
    for child in children:
        if child.z() >= 0:
            yield from _painted(child, inner)


def _scene(item: QQuickItem, box: QRectF) -> QRectF:
    return item.mapRectToScene(box)


def _lines(item: QQuickItem) -> QRectF:
    """The box that a text's lines take, whatever the letters of the typeface would: it may be set closer than they."""
    box = item.boundingRect()
    fixed = float(item.property("lineHeight"))
    if fixed > SHARE:
        box.setHeight(min(box.height(), int(item.property("lineCount")) * fixed))
    return box


def _covers(item: QQuickItem, room: Room) -> bool:
    """Whether nothing behind it can be seen: a sheet, a card, a button."""
    return room.opacity > 0.99 and _alpha(item) == 255


def _veils(item: QQuickItem, box: QRectF, window: QRectF) -> bool:
    """Whether it dims the whole page: what lies behind is only background then."""
    return _alpha(item) > 60 and _within(window, box)


def _alpha(item: QQuickItem) -> int:
    colour = item.property("color") if item.inherits("QQuickRectangle") else None
    return colour.alpha() if isinstance(colour, QColor) else 0


def _cut(item: QQuickItem, words: Words, room: Room) -> Iterator[str]:
    if item.property("truncated"):
        yield f"“{words.text}” is shortened"
    elif float(item.property("contentWidth")) > item.width() + SLACK:
        yield f"“{words.text}” is wider than its place"
    elif _beyond(words.box, room):
        yield f"“{words.text}” is cut off"
    elif room.down and not words.seen.isEmpty() and _halved(item, words.seen):
        yield f"“{words.text}” is cut through the middle of a line"


def _halved(item: QQuickItem, seen: QRectF) -> bool:
    """Whether what is left of words that can be scrolled begins or ends inside a line rather than between two."""
    left, lines = item.mapRectFromScene(seen), _lines(item)
    fixed = float(item.property("lineHeight"))
    high = fixed if fixed > SHARE else lines.height() / max(1, int(item.property("lineCount")))
    cuts = [cut for cut in (left.top(), left.bottom()) if lines.top() + SLACK < cut < lines.bottom() - SLACK]
    return any(MIDDLE < (cut - lines.top()) / high % 1 < 1 - MIDDLE for cut in cuts)


def _beyond(box: QRectF, room: Room) -> bool:
    """Whether some of it is out of sight where nobody can scroll to it."""
    edges = room.edges
    aside = box.left() < edges.left() - SLACK or box.right() > edges.right() + SLACK
    away = box.top() < edges.top() - SLACK or box.bottom() > edges.bottom() + SLACK
    return (aside and not room.across) or (away and not room.down)


def _lost(box: QRectF, room: Room) -> bool:
    """Whether less of a control is in sight than a finger needs, and nobody can scroll to it."""
    edges = room.edges
    across = min(box.right(), edges.right()) - max(box.left(), edges.left())
    high = min(box.bottom(), edges.bottom()) - max(box.top(), edges.top())
    return (across < min(box.width(), FINGER) - SLACK and not room.across) or (
        high < min(box.height(), FINGER) - SLACK and not room.down
    )


def _within(inner: QRectF, outer: QRectF) -> bool:
    return outer.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(inner)


def _partly(words: QRectF, box: QRectF) -> bool:
    """A sheet's edge goes through the words. Line spacing reaches further than letters, so a little is nothing."""
    return not _within(words, box) and _collide(words, box)


def _collide(one: QRectF, other: QRectF) -> bool:
    both = one.intersected(other)
    return both.width() > 4 and both.height() > 0.3 * min(one.height(), other.height(), 40)
