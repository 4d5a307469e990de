"""Who, where and when: what the store adds to each thing that is handed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from kiosk.store.model import Entry, Origin


class Stamps:
    """Makes rows of what is done at a station, or of what was done on an iPad a while ago.

    `clock` and `monotonic` give seconds; offsets count from here on. `release` is the content that is on show.
    """

    def __init__(
        self, *, station: str, release: str, app: str, clock: Callable[[], float], monotonic: Callable[[], float]
    ) -> None:
        self.release = release
        self._station = station
        self._app = app
        self._clock = clock
        self._monotonic = monotonic
        self._began = monotonic()

    def time(self, of: Origin | None = None) -> int:
        """UTC in milliseconds, by this kiosk's clock also for an iPad's."""
        return int(self._clock() * 1000) - (of.age if of else 0)

    def offset(self, of: Origin | None = None) -> int:
        """Milliseconds since the start; below 0 before it."""
        return int((self._monotonic() - self._began) * 1000) - (of.age if of else 0)

    def interaction(self, entry: Entry, session: str, of: Origin | None) -> dict[str, Any]:
        """All but the log and the number in it; the id only of what has one. Raises TypeError when it is no JSON."""
        values = {
            "visit": entry.visit,
            "session": session,
            "group": entry.group,
            "station": of.station if of else self._station,
            "face": entry.face,
            "zone": entry.zone,
            "activity": entry.activity,
            "screen": entry.screen,
            "verb": entry.verb,
            "detail": msgspec.json.encode(entry.detail).decode(),
            "release": (of.release if of else "") or self.release,
            "app": self._app,
            "time": self.time(of),
            "offset": self.offset(of),
        }
        return values | {"id": of.id} if of else values

    def visit(self, id_: str, zone: str, session: str, group: str, face: str, of: Origin | None) -> dict[str, Any]:
        """A visit that begins: all but the log."""
        return {
            "id": id_,
            "zone": zone,
            "session": session,
            "group": group,
            "station": of.station if of else self._station,
            "face": face,
            "started": self.time(of),
            "offset": self.offset(of),
        }
