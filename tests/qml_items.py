"""Looking at what a window draws: its items, and the QML types they are of.

`QObject.metaObject()` is not used on items. PySide keeps the wrapper of what it gives for as long as the item's, QML
frees the thing itself sooner, and the next item made at that address is then taken for a QMetaObject.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem


def every(item: QQuickItem) -> Iterator[QQuickItem]:
    """An item and everything in it that can be seen, in drawing order."""
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in item.childItems():
            yield from every(child)


def inside(item: QQuickItem, test: Callable[[QQuickItem], bool]) -> list[QQuickItem]:
    """An item and what is in it, seen or not, as far as it passes a test."""
    found = [item] if test(item) else []
    for child in item.childItems():
        found += inside(child, test)
    return found


def qml_type(item: QObject) -> str:
    """The name of the type as QML says it: "Caption", "QQuickText"; nothing for what Qt made by itself."""
    if QQmlEngine.contextForObject(item) is None:
        return ""
    return ask(item, "String(this)").partition("(")[0].partition("_QML")[0]


def of_type(item: QQuickItem, *names: str) -> list[QQuickItem]:
    """What can be seen in an item that is of one of these types."""
    return [one for one in every(item) if qml_type(one) in names]


def ask(item: QObject, expression: str) -> str:
    """What a JavaScript expression says of an item."""
    context = QQmlEngine.contextForObject(item)
    assert context is not None, item
    answer: object = QQmlExpression(context, item, expression).evaluate()
    # PySide gives the value and whether it is undefined; its types know of the value alone.
    return str(answer[0] if isinstance(answer, tuple) else answer)
