"""A whole kiosk for tests: the real window, station and store, on a clock that is set by hand and without a speaker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from qml_items import every
from store.store_stage import Clock, open_store, query

from kiosk.app import Shell, make_shell, open_library
from kiosk.audio import Mixer, SilentDevice
from kiosk.content.library import Library
from kiosk.errors import KnownError
from kiosk.host.duty import kept_code
from kiosk.host.menu import Stage
from kiosk.host.pin import PinName
from kiosk.settings import Settings
from kiosk.shell.hosting import HostDesk
from kiosk.shell.offload import Immediate, Offload
from kiosk.shell.taps import Finger
from kiosk.store import Store
from kiosk.visit import Phase

TICK = 0.25
PINS: dict[PinName, str] = {"host": "480517", "it": "295038"}
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
ONE_VISIT = ["begin", "enter", "next", "next", "complete", "finish", "end"]
"""What is recorded of `one_visit`."""


class Later:
    """Holds work until `work` is called, as a busy thread would; what came back is then delivered."""

    def __init__(self) -> None:
        self._jobs: list[Callable[[], None]] = []

    def run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._jobs.append(lambda: then(work()))

    def work(self) -> None:
        while self._jobs:
            self._jobs.pop(0)()

    def close(self) -> None:
        self._jobs.clear()


class Stand:
    """One kiosk. `pins` are those made at its first start, `quits` how it was asked to end.

    Without `first_start` its PINs are `PINS`: making them slowly, as a first start does, is seldom what is tested.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        data: Path,
        library: Library | None = None,
        offload: Offload | None = None,
        size: tuple[int, int] = (1920, 1080),
        zone: int = 0,
        first_start: bool = False,
        **store: Any,
    ) -> None:
        self.shell_settings, self._first_start = settings, first_start
        self._closed = False
        self.clock, self.data, self.quits = Clock(1000.0), data, list[str]()
        self.wall: Clock = store.pop("clock", Clock())
        self.pins: dict[PinName, str] = {}
        self.said: list[str] = []
        self._store_settings = {"monotonic": self.clock, "clock": self.wall, "background": True, **store}
        self.offload: Offload = offload or Immediate()
        self.device = SilentDevice(self.clock)
        self.sound = Mixer(device=self.device, clock=self.clock, off_thread=lambda job: job())
        self.library = library or open_library(settings)
        self.shell: Shell = make_shell(
            settings, library=self.library, zone=self.library.zones[zone], sound=lambda: self.sound,
            offload=self.offload, report=self.said.append, monotonic=self.clock,
        )  # fmt: skip
        self.station, self.bridge, self.window = self.shell.station, self.shell.bridge, self.shell.face.window
        self.desk = HostDesk(
            bridge=self.bridge, window=self.window, library=self.library, sound=self.sound, offload=self.offload,
            monotonic=self.clock, app="0.1.0", quit_with=self.quits.append, clock=self.wall,
        )  # fmt: skip
        self.desk.picture_faults = self.said
        self.store: Store | None = None
        self.finger = Finger(self.window)
        self.window.resize(*size)
        self.window.show()
        self.bridge.show()

    def open_store(self, before_pins: Callable[[], None] = lambda: None) -> Store:
        """The recordings are open now, as they are a moment after the first screen."""
        self.store = store = open_store(self.data, **self._store_settings)
        self.shell.recorder.attach(store, session=kept_code(store, self.station.zone.id, self.wall()))
        if not self._first_start:
            for name, pin in PINS.items():
                store.set_kept(f"pin:{name}", CHEAP.hash(pin))
        before_pins()
        self.desk.attach(store, made=self._made)
        return store

    def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        self.shell.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if self.store:
            self.store.close()

    def after(self, seconds: float) -> None:
        """Let time go by, in the steps of the window's own timer."""
        until = self.clock.now + seconds
        while self.clock.now < until - 1e-9:
            self.clock.now = min(self.clock.now + TICK, until)
            self.bridge.tick()
        self.finger.spin()

    def wake(self) -> None:
        self.finger.tap_object("invitation")
        self.finger.wait_for(lambda: self.station.state.phase is Phase.HOME, "waking")

    def open(self, activity: str) -> None:
        self.finger.tap_object(f"card-{activity}")
        self.finger.wait_for(lambda: self.station.state.activity == activity, f"opening {activity}")

    def enter_pin(self, pin: str) -> None:
        for digit in pin:
            self.finger.tap(digit)

    def host(self) -> None:
        """A host opens the menu."""
        self.finger.key_f10()
        self.enter_pin(PINS["host"])
        assert self.desk.stage is Stage.OPEN

    # Asked by a call: a type checker takes what it saw of an attribute to stay so.

    def stage(self) -> Stage:
        return self.desk.stage

    def phase(self) -> Phase:
        return self.station.state.phase

    def item(self, name: str) -> QQuickItem:
        return self.finger.find(lambda item: item.objectName() == name, name)

    def press(self, x: float, y: float) -> None:
        QTest.mousePress(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(int(x), int(y)))

    def release(self, x: float, y: float) -> None:
        spot = QPoint(int(x), int(y))
        QTest.mouseRelease(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        self.finger.spin()

    def tap_at(self, x: float, y: float) -> None:
        self.press(x, y)
        self.release(x, y)

    def touch(self, screen: QPointingDevice, x: float, y: float) -> None:
        """A finger on a touchscreen, down and up."""
        QTest.touchEvent(self.window, screen).press(0, QPoint(int(x), int(y)), self.window).commit()
        QTest.touchEvent(self.window, screen).release(0, QPoint(int(x), int(y)), self.window).commit()
        self.finger.spin()

    def rows(self, columns: str = "verb, detail") -> list[tuple[Any, ...]]:
        """What the disk holds, in order."""
        assert self.store is not None and self.store.flush()
        return query(self.data, f"SELECT {columns} FROM interaction ORDER BY log, seq")

    def verbs(self) -> list[str]:
        return [verb for (verb,) in self.rows("verb")]

    def words(self) -> list[str]:
        """Every text that can be seen, in drawing order."""
        return [text for text in _texts(self.window.contentItem()) if text]

    def _made(self, made: dict[PinName, str] | KnownError) -> None:
        if isinstance(made, KnownError):
            raise made
        self.pins.update(made)


class Make:
    """Makes kiosks over one data folder, one after the other as after restarts. The last is closed after the test.

    `opened=False` leaves it before its recordings are open. Everything else is for Stand.
    """

    def __init__(self, *, settings: Settings, library: Library, data: Path) -> None:
        self._settings, self._library, self.data = settings, library, data
        self._made: Stand | None = None

    def __call__(self, settings: Settings | None = None, *, opened: bool = True, **changes: Any) -> Stand:
        self.close()
        library = self._library if settings is None else None
        self._made = made = Stand(settings or self._settings, **{"data": self.data, "library": library, **changes})
        if opened:
            made.open_store()
        return made

    def close(self) -> None:
        if self._made:
            self._made.close()


def one_visit(stand: Stand) -> None:
    """A delegate comes, does something and goes, without noticing anything."""
    stand.wake()
    stand.open("walk")
    stand.finger.tap_object("primary")
    stand.finger.tap_object("primary")
    stand.finger.tap_object("finish")
    stand.finger.tap_object("done")
    assert stand.station.state.phase is Phase.ATTRACT


def middle(item: QQuickItem) -> QPointF:
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))


def _texts(item: QQuickItem) -> list[str]:
    return [str(one.property("text")) for one in every(item) if one.inherits("QQuickText")]
