"""A whole kiosk in this process, with its real window, threads and recordings, to be touched and watched."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.app import VERSION, Shell, make_hub, make_shell, open_library, zone_of
from kiosk.audio import silent_sound
from kiosk.host.duty import Duty
from kiosk.host.pin import PinGuard
from kiosk.hub.hub import Hub
from kiosk.hub.lone import Lone
from kiosk.settings import of_this_process
from kiosk.shell.engine import application
from kiosk.shell.memory import give_back_large
from kiosk.shell.offload import Threads
from kiosk.shell.taps import Finger
from kiosk.store import Store

HELD_MS = 60
"""How long a finger rests on the glass."""
PATIENCE = 5.0
HUBS: list[Hub] = []
"""The hub of the kiosk that is up, where it has one."""


@contextmanager
def kiosk(data: Path, *, zone: str, size: tuple[int, int], still: bool = False, hub: bool = False) -> Iterator[Shell]:
    """A zone's kiosk, shown and recording. `still`: without motion; `hub`: serving iPads, see `HUBS`."""
    application(offscreen=False)
    give_back_large()
    settings = replace(of_this_process(data=str(data), zone=zone), reduced_motion=still, idle=3600.0)
    library = open_library(settings)
    said: list[str] = []
    shell = make_shell(
        settings,
        library=library,
        zone=zone_of(library, zone),
        sound=silent_sound,
        offload=Threads(),
        report=said.append,
    )
    store = Store.open(data, station="bench", release=library.release, app=VERSION)
    shell.recorder.attach(store)
    shell.face.window.resize(*size)
    shell.face.window.show()
    shell.bridge.begin()
    if hub:
        duty = Duty(zone=shell.station.zone, decks=library.decks)
        side = Lone(duty=duty, guard=PinGuard(kept=store))
        settings = replace(settings, hub_port=0)
        made = make_hub(
            settings, library=library, zone=shell.station.zone, store=store, side=side, monotonic=time.monotonic
        )
        made.start()
        HUBS.append(made)
    try:
        yield shell
    finally:
        for one in HUBS:
            one.stop()
        HUBS.clear()
        shell.close()
        store.close()
    if said:
        raise RuntimeError(said[0])


class TimedFinger(Finger):
    """A finger that measures: `took` holds milliseconds from lifting it to the next frame that is drawn."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.face.window)
        self._shell = shell
        self.took: list[float] = []
        self._drawn_at = 0.0
        shell.face.window.frameSwapped.connect(self._drawn)

    def tap_item(self, item: QQuickItem, what: str) -> None:
        self._bring_into_sight(item)
        middle = self._still(item, what)
        _press(self._shell, middle)
        self._live(HELD_MS / 1000)
        lifted = time.perf_counter()
        self._drawn_at = 0.0
        _release(self._shell, middle)
        until = lifted + PATIENCE
        while not self._drawn_at and time.perf_counter() < until:
            self.spin(1)
        if not self._drawn_at:
            raise TimeoutError(f"{what} was touched and nothing was drawn in {PATIENCE:g} s")
        self.took.append((self._drawn_at - lifted) * 1000)

    def _drawn(self) -> None:
        super()._drawn()
        if not self._drawn_at:
            self._drawn_at = time.perf_counter()

    def _live(self, seconds: float) -> None:
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self.spin(5)


def _press(shell: Shell, at: QPoint) -> None:
    QTest.mousePress(shell.face.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def _release(shell: Shell, at: QPoint) -> None:
    QTest.mouseRelease(shell.face.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
