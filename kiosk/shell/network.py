"""Tells when this machine is back in a network. Imported late: what asks the system for it takes a while to load."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtNetwork import QNetworkInformation


def watch(back: Callable[[], None]) -> bool:
    """From now on call `back` whenever the network is there again. False where the system tells nothing of it."""
    if not QNetworkInformation.loadDefaultBackend():
        return False
    follow(QNetworkInformation.instance(), back)
    return True


def follow(information: Any, back: Callable[[], None]) -> None:
    """Call `back` whenever `information` says that anything can be reached at all: a centre may stand next door."""
    there = QNetworkInformation.Reachability

    def changed(reachability: QNetworkInformation.Reachability) -> None:
        if reachability not in (there.Unknown, there.Disconnected):
            back()

    information.reachabilityChanged.connect(changed)
