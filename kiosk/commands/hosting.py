"""`kiosk host set-pin`."""

from __future__ import annotations

import getpass
import sys

from kiosk.app import VERSION
from kiosk.commands.terminal import out
from kiosk.errors import KnownError
from kiosk.host.pin import PinGuard, PinName
from kiosk.settings import Settings
from kiosk.store import Store


def set_pin(settings: Settings, *, it: bool) -> int:
    """Ask for a new PIN twice, at the terminal or from standard input, and keep it. The kiosk must not be running."""
    name: PinName = "it" if it else "host"
    store = Store.open(settings.data, station=settings.station, release="", app=VERSION)
    try:
        guard = PinGuard(kept=store)
        guard.set_pin(name, _ask())
        if not store.flush():
            raise KnownError("The PIN could not be written: free some disk space and try again.")
    finally:
        store.close()
    out.print("The PIN is changed.")
    return 0


def _ask() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    first = getpass.getpass("The new PIN, six digits: ")
    if first != getpass.getpass("Once more: "):
        raise KnownError("The two PINs are not the same: nothing was changed.")
    return first
