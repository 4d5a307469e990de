"""The real `kiosk run`, telling when its first screen is complete: python -m bench.first_screen HANDLE OPTIONS…

HANDLE is an open pipe. It gets `drawn`, then how many different colours the window holds at that moment: a screen
without its picture has few.
"""

from __future__ import annotations

import os
import sys

from kiosk.cli import parser
from kiosk.commands import running, settings

STEP = 24
"""Pixels between the places where a colour is looked at."""


def colours() -> int:
    """Different colours in the window as it was last drawn."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQuick import QQuickWindow

    window = QGuiApplication.topLevelWindows()[0]
    assert isinstance(window, QQuickWindow)
    image = window.grabWindow()
    places = ((x, y) for x in range(0, image.width(), STEP) for y in range(0, image.height(), STEP))
    return len({image.pixel(x, y) for x, y in places})


def main() -> int:
    handle, *options = sys.argv[1:]

    def drawn() -> None:
        os.write(int(handle), b"drawn\n")
        os.write(int(handle), f"{colours()}\n".encode())

    return running.run(settings(parser().parse_args(["run", *options])), drawn=drawn)


if __name__ == "__main__":
    sys.exit(main())
