"""`kiosk hub`: the hub alone, for a zone with iPads only."""

from __future__ import annotations

import signal
import threading
import time

from kiosk.commands.terminal import out, progress
from kiosk.settings import Settings


def hub(settings: Settings) -> int:
    """Serve the iPads of a zone until told to stop. Raises KnownError for what the world did wrong."""
    from kiosk.app import VERSION, make_hub, open_library, zone_of
    from kiosk.store import Store

    with progress("Reading the content") as told:
        library = open_library(settings, told)
    zone = zone_of(library, settings.zone)
    store = Store.open(settings.data, station=settings.station, release=library.release, app=VERSION)
    ended = threading.Event()
    try:
        server = make_hub(settings, library=library, zone=zone, store=store, monotonic=time.monotonic)
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: ended.set())
        server.start()
        out.print(f"The iPads of {zone.name} open http://{server.address}/")
        ended.wait()
        server.stop()
    finally:
        store.close()
    return 0
