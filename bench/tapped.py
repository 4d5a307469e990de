"""The process that is tapped: python -m bench.tapped speed|memory DATA COUNT. Prints what it found as JSON."""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

from bench.processes import proportional_memory
from bench.stage import TimedFinger, kiosk
from kiosk.app import Shell
from kiosk.shell.taps import Finger
from kiosk.shell.walker import Walker

ZONE = "living-room"
SEED = 20
POINTS = 8
"""How often memory is weighed, evenly over the taps."""


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


def memory(data: Path, count: int) -> list[float]:
    """Megabytes (PSS) of this process after each of `POINTS` parts of `count` taps anywhere that can be touched."""
    with kiosk(data, zone=ZONE, size=(1920, 1080), still=True) as shell:
        chance, finger, weighed = random.Random(SEED), Finger(shell.face.window), []
        for tap in range(1, count + 1):
            _anything(shell, finger, chance)
            if tap % (count // POINTS) == 0:
                weighed.append(proportional_memory(os.getpid()))
    return weighed


def _anything(shell: Shell, finger: Finger, chance: random.Random) -> None:
    """Touch one of the things that can be touched now."""
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtTest import QTest

    there = list(finger.controls())
    if not there:
        finger.spin(20)
        return
    item = chance.choice(there)
    spot = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    QTest.mouseClick(shell.face.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    finger.spin(5)


def main() -> None:
    what, data, count = sys.argv[1:]
    print(json.dumps({"speed": speed, "memory": memory}[what](Path(data), int(count))))


if __name__ == "__main__":
    main()
