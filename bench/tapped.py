"""The process that is tapped: python -m bench.tapped speed|memory|ipads DATA COUNT. Prints what it found as JSON."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from bench.processes import proportional_memory
from bench.stage import HUBS, TimedFinger, kiosk
from kiosk.app import Shell
from kiosk.shell.taps import Finger
from kiosk.shell.walker import Walker

ZONE = "living-room"
SEED = 20
WARM_UP = 2000
"""Taps until every picture that is kept in memory is there and every screen has been up."""
POINTS = 8
"""How often memory is weighed afterwards, evenly over the taps."""
LONGEST_S = 0.05
"""How long a tap without anything to draw is given."""


def speed(data: Path, count: int) -> list[float]:
    """Milliseconds of each tap of whole visits, in order, at least `count`. The first visit is not counted."""
    with kiosk(data, zone=ZONE, size=(1920, 1080)) as shell:
        finger = TimedFinger(shell)
        walker = Walker(station=shell.station, finger=finger)
        walker.visit(lambda _: None)
        finger.took.clear()
        while len(finger.took) < count:
            walker.visit(lambda _: None)
        return finger.took


def ipads(data: Path, count: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each tap without iPads and with thirty of them on this kiosk's hub, in turns, `count` each."""
    alone: list[float] = []
    beside: list[float] = []
    with kiosk(data, zone=ZONE, size=(1920, 1080), hub=True) as shell:
        finger = TimedFinger(shell)
        walker = Walker(station=shell.station, finger=finger)
        walker.visit(lambda _: None)
        for took, many in ((alone, False), (beside, True)) * 2:
            load = _load(HUBS[0].server.port) if many else None
            finger.took.clear()
            while len(finger.took) < count // 2:
                walker.visit(lambda _: None)
            took += finger.took
            if load:
                load.kill()
                load.wait()
    return alone, beside


def _load(port: int) -> subprocess.Popen[bytes]:
    """Thirty iPads that tap for as long as they are let."""
    load = subprocess.Popen([sys.executable, "-m", "bench.ipads", str(port), "600"], stdout=subprocess.DEVNULL)
    time.sleep(3)
    return load


def memory(data: Path, count: int) -> list[float]:
    """Megabytes (PSS) of this process after a warm-up, then after each of `POINTS` parts of `count` more taps.

    The last number is how many of them the station recorded something for.
    """
    with kiosk(data, zone=ZONE, size=(1920, 1080), still=True) as shell:
        monkey = _Monkey(shell)
        monkey.tap(WARM_UP)
        weighed = [proportional_memory(os.getpid())]
        before = monkey.answered
        for _ in range(POINTS):
            monkey.tap(count // POINTS)
            weighed.append(proportional_memory(os.getpid()))
        return [*weighed, monkey.answered - before]


class _Monkey:
    """Touches anything that can be touched, by chance but always the same, and lets each answer be drawn."""

    def __init__(self, shell: Shell) -> None:
        self._shell, self._finger, self._chance = shell, Finger(shell.face.window), random.Random(SEED)
        self._frames = 0
        self.answered = 0
        shell.face.window.frameSwapped.connect(self._drawn)

    def tap(self, count: int) -> None:
        for _ in range(count):
            there = [spot for item in self._finger.controls() if self._shown(spot := _middle(item))]
            if there:
                self._touch(self._chance.choice(there))
            # As the kiosk's own event loop does, which this one stands in for.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            until = time.perf_counter() + LONGEST_S
            drawn = self._frames
            while self._frames == drawn and time.perf_counter() < until:
                self._finger.spin(5)

    def _shown(self, spot: QPoint) -> bool:
        return bool(QRect(QPoint(), self._shell.face.window.size()).contains(spot))

    def _touch(self, spot: QPoint) -> None:
        window, before = self._shell.face.window, self._shell.station.state
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        self.answered += self._shell.station.state is not before

    def _drawn(self) -> None:
        self._frames += 1


def _middle(item: QQuickItem) -> QPoint:
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def main() -> None:
    what, data, count = sys.argv[1:]
    print(json.dumps({"speed": speed, "memory": memory, "ipads": ipads}[what](Path(data), int(count))))


if __name__ == "__main__":
    main()
