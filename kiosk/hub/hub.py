"""The hub whole: what it serves, what it takes in, what it tells the iPads, and what a host sees of them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from kiosk.before import shown
from kiosk.hub.feed import Feed
from kiosk.hub.intake import Intake
from kiosk.hub.ipads import Ipads
from kiosk.hub.items import Refused
from kiosk.hub.news import Board
from kiosk.hub.serving import Server
from kiosk.hub.trust import Held
from kiosk.store.model import Before, Note

AWAY_S: Final = 40.0
"""Seconds after which an iPad that said nothing is away."""
REFRESH_S: Final = 10.0
"""Seconds between looks at what others did and what a host let through."""
NOTES: Final = 60


class Recorded(Protocol):
    """What iPads are told of the recordings; see `kiosk.store.Store`."""

    def approved_notes(self, kind: str, limit: int, /) -> tuple[Note, ...]: ...
    def before(self, activity: str, /) -> Before: ...


@dataclass(frozen=True, kw_only=True)
class Hub:
    """Started and stopped as one. `monotonic` gives seconds, `clock` those since 1970."""

    feed: Feed
    board: Board
    ipads: Ipads
    server: Server
    store: Recorded
    monotonic: Callable[[], float]
    stopping: threading.Event
    news: threading.Event = field(default_factory=threading.Event)
    clock: Callable[[], float] = time.time
    certificate: Held | None = None

    def start(self) -> None:
        """Begin to answer."""
        self.refresh()
        self.server.start()
        threading.Thread(target=self._refresh, name="kiosk-hub-news", daemon=True).start()

    def stop(self) -> None:
        """Let everybody go."""
        self.stopping.set()
        self.news.set()
        self.server.stop()

    def tell(self, *, scenario: str, when: str, paused: bool, session: str) -> None:
        """What a host has decided, a note among it. From any thread."""
        self.board.tell(scenario=scenario, when=when, paused=paused, session=session)
        self.news.set()

    def refresh(self) -> None:
        """Tell what is new in the recordings, and the codes of the session that is on, which take a while to make.

        Takes some milliseconds of the disk's memory, none of the disk.
        """
        self.board.tell(
            codes=self.feed.session_codes(self.board.news.session),
            notes={kind: tuple(one.text for one in self.store.approved_notes(kind, NOTES)) for kind in self.feed.live},
            before={name: shown(self.store.before(name), self.feed.whole(name)) for name in self.feed.asking},
        )

    def seen(self) -> Mapping[str, Any]:
        """What a host sees of the iPads: `{ipads: [{title, state, unsent, battery, charging}], unsent, join}`.

        With a certificate also `certificate_days`, how long it is good for, and `certificate_misses`: what this machine
        is called, when it is not for that.
        """
        now = self.monotonic()
        rows = [_row(one, now) for one in self.ipads.all() if one.seen is not None]
        return {"ipads": rows, "unsent": sum(row["unsent"] for row in rows), "join": self.server.url, **self._trust()}

    def _trust(self) -> dict[str, Any]:
        held, host = self.certificate, self.server.host
        if held is None:
            return {}
        return {"certificate_days": held.days(self.clock()), "certificate_misses": "" if held.covers(host) else host}

    def _refresh(self) -> None:
        while not self.stopping.is_set():
            self.news.wait(REFRESH_S)
            self.news.clear()
            self.refresh()


def _row(ipad: Any, now: float) -> dict[str, Any]:
    about, away = ipad.about, now - ipad.seen > AWAY_S
    state = "away" if away else "visit" if about.visit else "ready" if about.ready else "loading"
    return {
        "title": ipad.title, "state": state, "unsent": about.unsent, "seconds": int(now - ipad.seen),
        "battery": about.battery, "charging": about.charging,
    }  # fmt: skip


def answers(intake: Intake) -> Callable[[bytes], tuple[int, dict[str, object]]]:
    """The intake as the app asks it: a status and what to answer."""

    def take(body: bytes) -> tuple[int, dict[str, object]]:
        try:
            return 200, {"held": intake.take(body)}
        except Refused as refused:
            return refused.status, {"sentence": str(refused)}

    return take
