"""A hub on loopback with a small venue, for tests that ask it over the network like anybody else."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.activities import kinds
from kiosk.content.library import Library, load
from kiosk.host.menu import HostAction
from kiosk.host.pin import PinGuard
from kiosk.hub.app import Parts, drawn_kinds, make_app
from kiosk.hub.feed import Feed
from kiosk.hub.guard import Limits
from kiosk.hub.news import Board, News
from kiosk.hub.serving import Server
from kiosk.hub.tablet import Tablet
from kiosk.settings import Settings
from kiosk.visit import Timing


@dataclass
class Answer:
    """What came back: status, headers by small names, body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class FakeSide:
    """A host's side that keeps what it is asked to do."""

    guard: PinGuard | None = None
    done: list[HostAction] = field(default_factory=list)
    problem: Exception | None = None

    def seen(self) -> Mapping[str, Any]:
        return {"scenarios": [], "pending": "", "paused": False, "visiting": False, "notes": []}

    def do(self, action: HostAction) -> None:
        if self.problem:
            raise self.problem
        self.done.append(action)


@dataclass
class Stage:
    """A running hub and how to ask it."""

    port: int
    board: Board
    feed: Feed
    side: FakeSide
    library: Library

    def ask(
        self, path: str, *, method: str = "GET", body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, body, dict(headers or {}))
            found = connection.getresponse()
            return Answer(found.status, {name.lower(): value for name, value in found.getheaders()}, found.read())
        finally:
            connection.close()


def small_feed(venue: Settings, *, zone: int = 0, drawn: frozenset[str] | None = None) -> tuple[Library, Feed]:
    library = load(zones=venue.zones, content=venue.content, kinds=kinds)
    feed = Feed(
        library=library, zone=library.zones[zone], content=venue.content, station="front",
        timing=Timing(), drawn=drawn_kinds() if drawn is None else drawn,
    )  # fmt: skip
    return library, feed


@contextmanager
def hub(
    venue: Settings,
    *,
    monotonic: Callable[[], float] = lambda: 0.0,
    limits: Limits | None = None,
    guard: PinGuard | None = None,
    icons: Path | None = None,
) -> Iterator[Stage]:
    library, feed = small_feed(venue)
    board, side = Board(News(release=library.release, scenario="kitchen")), FakeSide(guard)
    parts = Parts(
        feed=feed, board=board, theme=":root {--ink: #000;}\n", icons=icons or venue.content, fonts=lambda _: None,
        intake=lambda body: (200, {"held": len(body)}),
        tablet=Tablet(side=side, shown=lambda: {"ipads": [], "unsent": 0, "join": ""}, secret="a" * 64),
    )  # fmt: skip
    server = Server(make_app(parts, monotonic=monotonic, limits=limits), board, address="127.0.0.1", port=0)
    server.start()
    try:
        yield Stage(server.port, board, feed, side, library)
    finally:
        server.stop()
