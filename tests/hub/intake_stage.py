"""What the tests of the intake share: an iPad that keeps what is done on it until it is told that it is held."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from store.store_stage import NOON, Clock, open_store, query

from kiosk.hub.intake import Intake, identity
from kiosk.hub.ipads import Ipads
from kiosk.store import Store

KEY = "0123456789abcdef" * 2
NOON_MS = int(NOON * 1000)


def uuid(number: int) -> str:
    """An id as an iPad makes it."""
    return f"0195d1c0-0000-7000-8000-{number:012x}"


class Hub:
    """A store with its intake, on a desk where it is noon until the clock is set."""

    def __init__(self, folder: Path, **changes: Any) -> None:
        self.folder = folder
        self.clock, self.monotonic = Clock(), Clock(0.0)
        self._changes = changes
        self.begin()

    def begin(self) -> None:
        """A start, or the next one."""
        settings: dict[str, Any] = {"clock": self.clock, "monotonic": self.monotonic} | self._changes
        self.store: Store = open_store(self.folder, **settings)
        self.ipads = Ipads(keeper=self.store, monotonic=self.monotonic)
        self.intake = Intake(store=self.store, ipads=self.ipads, station="gp-1", zone="gp", monotonic=self.monotonic)

    def restart(self) -> None:
        self.store.close()
        self.begin()

    def passes(self, seconds: float) -> None:
        self.clock.now += seconds
        self.monotonic.now += seconds

    def take(self, body: dict[str, Any] | bytes) -> int:
        """What an iPad is answered once the writer has had its turn, whether the disk worked or not."""
        data = body if isinstance(body, bytes) else msgspec.json.encode(body)
        self.intake.take(data, 0.0)
        self.store.flush()
        return self.store.held(identity(_key(data)))

    def rows(self, columns: str, table: str = "interaction") -> list[tuple[Any, ...]]:
        """What is on disk, in the order in which it was put there."""
        order = "log, seq" if table == "interaction" else "rowid"
        return query(self.folder, f"SELECT {columns} FROM {table} ORDER BY {order}")


def _key(data: bytes) -> str:
    key = msgspec.json.decode(data)["ipad"]
    assert isinstance(key, str)
    return key


class Pad:
    """An iPad. Its clock is set by hand, in milliseconds; by default it agrees with the hub's."""

    def __init__(self, key: str = KEY, now: int = NOON_MS) -> None:
        self.key, self.now = key, now
        self.waiting: list[dict[str, Any]] = []
        self.made = 0
        self.kinds: dict[int, str] = {}
        self.about: dict[str, Any] = {}
        self.visit = uuid(0xF00)

    def does(self, what: str = "record", **values: Any) -> Pad:
        self.made += 1
        self.kinds[self.made] = what
        fits: dict[str, dict[str, Any]] = {
            "begin": {"visit": self.visit},
            "record": {"id": uuid(self.made), "visit": self.visit, "verb": f"v{self.made}"},
            "note": {
                "id": uuid(self.made),
                "visit": self.visit,
                "activity": "wall",
                "kind": "pledge",
                "text": "listen",
            },
            "end": {"visit": self.visit, "how": "finished"},
        }
        item = {"n": self.made, "time": self.now, "what": what, **fits.get(what, {}), **values}
        self.waiting.append({key: value for key, value in item.items() if value is not ...})
        return self

    def body(self, most: int = 500) -> dict[str, Any]:
        first = self.made - len(self.waiting) + 1
        items = self.waiting[:most]
        return {"ipad": self.key, "sent": self.now, "about": self.about, "first": first, "items": items}

    def sends(self, hub: Hub, most: int = 500) -> int:
        """Send what waits, and let go of what is held."""
        held = hub.take(self.body(most))
        self.told(held)
        return held

    def told(self, held: int) -> None:
        gone = held - (self.made - len(self.waiting))
        assert gone >= 0, "what was held once is not any more"
        del self.waiting[:gone]
