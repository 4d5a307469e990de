"""One activity's screens in a window, walked as the shell walks them: what is touched is played, and drawn anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, QUrl
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from qml_items import every, of_type, qml_type
from shell.gallery.stage import ROOT, Stage

from kiosk import player
from kiosk.activities import kinds
from kiosk.before import shown
from kiosk.content.base import Shelf
from kiosk.content.deck import Deck, Props
from kiosk.player import State
from kiosk.shell.codes import CodeProvider
from kiosk.store import Before

LANDSCAPE, PORTRAIT = (1920, 940), (1080, 1650)
SIZES = [LANDSCAPE, PORTRAIT]
RAIL = 140
EVERYWHERE = QRectF(-1e6, -1e6, 2e6, 2e6)
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="960"><rect width="900" height="600"/></svg>'


def deck_of(kind: str, model: dict[str, Any]) -> Deck:
    """An activity that a test writes down, as a deck. Every file it names is there."""
    entry = kinds()[kind]
    props: dict[str, Props] = {}
    for name in _files(model):
        film = name.endswith(".mp4")
        seconds: Props = {"seconds": 4.0 if film else 12.0} if film or name.endswith(".ogg") else {}
        props[name] = {"src": name, "sha": name, "width": 1200, "height": 675 if film else 960, **seconds}
    made = entry.model.model_validate_json(json.dumps({"kind": kind, **COMMON, **model}))
    assert list(entry.problems(made)) == []
    return entry.compile("one", made, Shelf({**props, "card.svg": {"src": "card.svg", "sha": "card.svg"}}))


COMMON: dict[str, Any] = {
    "title": "A title", "summary": "Two lines about it.", "minutes": 3, "company": "Alone or together",
    "picture": {"file": "card.svg", "describe": "A card."},
}  # fmt: skip


def _files(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("file"), str):
            yield value["file"]
        for inner in value.values():
            yield from _files(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _files(inner)


class Screens:
    """Shows the present screen of a deck. `acts` is what was asked for, `asked` the signals without an action."""

    def __init__(self, tmp: Path, deck: Deck, size: tuple[int, int] = LANDSCAPE) -> None:
        self.deck, self.size = deck, size
        art = tmp / "art"
        art.mkdir(exist_ok=True)
        self.stage = Stage(art=art, cache=tmp / "cache")
        self.art = art
        self.stage.engine.addImageProvider("code", CodeProvider())
        self.theme = self.stage.theme
        for name, value in {"reducedMotion": True, "textStep": 0, "highContrast": False, "zoneName": "leaf"}.items():
            self.theme.setProperty(name, value)
        self.theme.setProperty("portrait", size[1] > size[0])
        self.state: State = player.start(deck).state
        self.extra: dict[str, Any] = {}
        self.acts: list[tuple[str, str]] = []
        self.asked: list[str] = []
        self.item: Any = None
        holder = QQmlComponent(self.stage.engine)
        holder.setData(f'import "{(ROOT / "kiosk/shell/ui").as_uri()}"\nVoice {{}}'.encode(), QUrl())
        self.voice: Any = holder.create()
        self.voice.setParent(self.stage.engine)
        self.window = self.stage.window = QQuickWindow()

    def view(self) -> dict[str, Any]:
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(player.view(self.deck, self.state)))
        return {
            **plain, "activity_kind": self.deck.kind, "title": self.deck.title, "faces": {}, "live": {},
            "zone": {"number": 4, "name": "Our community"}, "content": self.art.as_uri() + "/",
            "before": {**shown(Before(), self.deck), "path": list(self.state.path)}, **self.extra,
        }  # fmt: skip

    def show(self, **extra: Any) -> None:
        """Draw the present screen; `extra` is laid over the view."""
        self.extra |= extra
        seen = self.view()
        for text in json.dumps(seen).split('"'):
            if text.endswith(".svg"):
                (self.art / text).write_bytes(PICTURE)
        self.close_page()
        kind: str = seen["kind"]
        path = ROOT / "kiosk" / "activities" / self.deck.kind / f"{kind.capitalize()}.qml"
        component = QQmlComponent(self.stage.engine, QUrl.fromLocalFile(str(path)))
        item = component.createWithInitialProperties({"view": seen, "voice": self.voice})
        assert isinstance(item, QQuickItem), component.errorString()
        self.item = item
        self.item.act.connect(self._acted)
        self.item.holdClip.connect(lambda: self.asked.append("hold"))
        self.item.resumeClip.connect(lambda: self.asked.append("resume"))
        self.item.busy.connect(lambda on: self.asked.append("busy" if on else "free"))
        self.window = self.stage.window = QQuickWindow()
        self.window.resize(self.size[0], self.size[1] + RAIL)
        item.setParent(self.window)
        item.setParentItem(self.window.contentItem())
        item.setWidth(self.size[0])
        item.setHeight(self.size[1])
        self._show_rail()
        self.window.show()
        self.stage.settle(0.15)

    def _show_rail(self) -> None:
        """What the screen puts into the middle of the rail, under the page."""
        component = QQmlComponent(self.stage.engine)
        component.setData(b"import QtQuick\nLoader {}", QUrl())
        rail = component.create()
        assert isinstance(rail, QQuickItem), component.errorString()
        rail.setParent(self.window)
        rail.setParentItem(self.window.contentItem())
        rail.setProperty("sourceComponent", self.item.property("railMiddle"))
        rail.setX((self.size[0] - rail.width()) / 2)
        rail.setY(self.size[1] + 20)

    def _acted(self, action: str, answer: str) -> None:
        self.acts.append((action, answer))

    def play(self) -> None:
        """What was asked for last is done, and the screen that comes of it is drawn."""
        before = self.state.screen
        step = player.step(self.deck, self.state, *self.acts[-1])
        assert step.offered, self.acts[-1]
        self.state = step.state
        if self.state.screen != before:
            self.show()
        else:
            self.item.setProperty("view", self.view())
            self.stage.settle(0.05)

    def walk(self, *steps: str) -> None:
        """Take actions ("id" or "id=answer") without touching, then draw."""
        for one in steps:
            action, _, answer = one.partition("=")
            step = player.step(self.deck, self.state, action, answer)
            assert step.offered, one
            self.state = step.state
        self.show()

    def named(self, name: str) -> QQuickItem:
        found = next((one for one in self.every() if one.objectName() == name), None)
        assert found is not None, name
        return found

    def shown(self, name: str) -> bool:
        return any(one.objectName() == name for one in self.every())

    def tap(self, name: str) -> None:
        item = self.named(name)
        spot = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        self.stage.settle(0.02)

    def every(self) -> list[QQuickItem]:
        """Everything that can be seen."""
        return list(every(self.window.contentItem()))

    def of_type(self, *names: str) -> list[QQuickItem]:
        return of_type(self.window.contentItem(), *names)

    def words(self) -> list[str]:
        return [str(one.property("text")) for one in self.every() if _is_text(one) and one.property("text")]

    def cut_off(self) -> list[str]:
        """Texts that are shortened, or that stand out of their own width, of what clips them, or of the page."""
        page = QRectF(0, 0, self.size[0], self.size[1] + RAIL)
        return [str(text.property("text")) for text, edges in _clipped(self.item, page) if _cut(text, edges)]

    def tap_key(self, name: str) -> None:
        """A key of the keyboard on the screen, or any control, by its name."""
        key = next(one for one in self.every() if one.property("name") in (name, name.upper(), name.lower()))
        spot = scene_box(key).center().toPoint()
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        self.stage.settle(0.01)

    def until(self, met: Callable[[], bool]) -> None:
        """Wait for what comes from outside, such as a player that opens a file."""
        for _ in range(200):
            if met():
                return
            self.stage.settle(0.05)
        raise AssertionError("it never came")

    def at_screen(self, screen: str, *done: str) -> State:
        """The state on a screen after what was done, wherever that led."""
        state = player.start(self.deck).state
        for action in done:
            state = player.step(self.deck, state, action).state
        return msgspec.structs.replace(state, screen=screen)

    def quotes(self) -> list[QQuickItem]:
        return [one for one in self.every() if qml_type(one) == "Quote"]

    def box_of(self, item: QQuickItem) -> QRectF:
        return scene_box(item)

    def box(self, name: str) -> QRectF:
        """Where a named thing is in the window."""
        return scene_box(self.named(name))

    def enlarge(self, step: int, *, contrast: bool = False) -> None:
        self.theme.setProperty("textStep", step)
        self.theme.setProperty("highContrast", contrast)

    def close_page(self) -> None:
        if self.item is not None:
            self.window.close()
            self.window.deleteLater()
            self.item = None
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def close(self) -> None:
        self.close_page()
        self.stage.close()
        assert self.stage.warnings == []
        assert self.stage.faults == []


def _is_text(item: QQuickItem) -> bool:
    return item.inherits("QQuickText")


def scene_box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _clipped(item: QQuickItem, edges: QRectF) -> Iterator[tuple[QQuickItem, QRectF]]:
    """Every text that can be seen, with the rectangle that its page leaves it."""
    if not item.isVisible() or item.opacity() == 0:
        return
    sideways = item.inherits("QQuickFlickable") and float(item.property("contentWidth")) > item.width() + 1
    if item.clip():
        edges = EVERYWHERE if sideways else edges.intersected(scene_box(item))
    if _is_text(item) and item.property("text"):
        yield item, edges
    for child in item.childItems():
        yield from _clipped(child, edges)


def _cut(text: QQuickItem, edges: QRectF) -> bool:
    """Below, a page may scroll; at its sides nothing may be lost."""
    wide = float(text.property("contentWidth"))
    box = scene_box(text)
    return (
        bool(text.property("truncated"))
        or wide > text.width() + 2
        or box.left() < edges.left() - 1
        or box.right() > edges.right() + 1
    )
