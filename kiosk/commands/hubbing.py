"""`kiosk hub`: the hub alone, for a zone with iPads only."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Mapping
from typing import Any

from kiosk.commands.terminal import aside, out, progress
from kiosk.host.readiness import Facts, certificate
from kiosk.settings import Settings


def hub(settings: Settings) -> int:
    """Serve the iPads of a zone until told to stop. Raises KnownError for what the world did wrong."""
    from kiosk.app import VERSION, make_hub, open_library, zone_of
    from kiosk.commands.pins import tell_pins
    from kiosk.host.duty import Duty
    from kiosk.host.pin import PinGuard
    from kiosk.hub.lone import Lone
    from kiosk.store import Store
    from kiosk.syncing import Sync

    with progress("Reading the content") as told:
        library = open_library(settings, told)
    zone = zone_of(library, settings.zone)
    store = Store.open(settings.data, station=settings.station, release=library.release, app=VERSION)
    ended = threading.Event()
    try:
        duty, guard = Duty(zone=zone, decks=library.decks), PinGuard(kept=store)
        duty.attach(store)
        side = Lone(duty=duty, guard=guard)
        made = make_hub(settings, library=library, zone=zone, store=store, side=side, monotonic=time.monotonic)
        duty.changed = lambda: made.tell(**duty.told())
        duty.changed()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: ended.set())
        made.start()
        tell_pins(guard.make_missing())
        out.print(f"The iPads of {zone.name} open {made.server.url}")
        store.recall()
        sync = Sync(store, settings.data, station=settings.station, app=VERSION, release=library.release)
        sync.start()
        side.sender = sync
        said = ""
        while True:
            said = _tell_certificate(made.seen(), said)
            if ended.wait(60.0):
                break
            guard.settle()
            side.tick()
        sync.stop()
        made.stop()
    finally:
        store.close()
    return 0


def _tell_certificate(seen: Mapping[str, Any], said: str) -> str:
    """Say what IT has to do about the certificate, when it is not what was `said`. Returns what is said now."""
    days, misses = seen.get("certificate_days"), seen.get("certificate_misses", "")
    rows = certificate(Facts(certificate_days=days, certificate_misses=misses))
    now = f"Certificate: {rows[0].text} `kiosk hub certificate` makes a new one." if rows else ""
    if now and now != said:
        aside.print(now)
    return now
