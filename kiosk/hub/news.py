"""What all iPads of a zone are told at once: the present state, whole each time, so that who comes late knows all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import msgspec

BEAT = 10.0
"""Seconds between signs of life, by which an iPad knows that the hub is there."""
MOST = 120
"""How many may listen at once."""


class News(msgspec.Struct, frozen=True):
    """The state of a zone. `number` grows with every change. `when` says what a change of scenario waits for.

    `session` is the code of the one that is on, `codes` the QR codes that name it, `{text: [side, squares]}`, as soon
    as they are made. `notes` are approved ones by kind, `before` what those before did, ready to be shown, by activity.
    """

    number: int = 0
    release: str = ""
    scenario: str = ""
    when: str = "now"
    paused: bool = False
    preload: str = ""
    session: str = ""
    codes: dict[str, tuple[int, str]] = {}
    notes: dict[str, tuple[str, ...]] = {}
    before: dict[str, Any] = {}


class Board:
    """Holds the news and hands it to whoever listens. `tell` may be called from any thread."""

    def __init__(self, news: News | None = None) -> None:
        self._news = news or News()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listeners: set[asyncio.Event] = set()
        self._ended = False

    @property
    def news(self) -> News:
        return self._news

    @property
    def full(self) -> bool:
        """Whether nobody else may listen now."""
        return len(self._listeners) >= MOST

    def bind(self, loop: asyncio.AbstractEventLoop) -> None:
        """The loop that listeners are on."""
        self._loop = loop

    def tell(self, **changes: Any) -> None:
        """Something has changed. What is as it was is not told again."""
        changed = msgspec.structs.replace(self._news, **changes)
        if changed != self._news:
            self._news = msgspec.structs.replace(changed, number=self._news.number + 1)
            self._wake()

    def end(self) -> None:
        """The hub is about to stop: let all listeners go."""
        self._ended = True
        self._wake()

    async def listen(self) -> AsyncIterator[bytes]:
        """Server-sent events: the news at once, then after each change, and a sign of life in between."""
        bell = asyncio.Event()
        self._listeners.add(bell)
        try:
            yield self._said()
            while not self._ended:
                try:
                    await asyncio.wait_for(bell.wait(), BEAT)
                except TimeoutError:
                    yield b"event: beat\ndata:\n\n"
                    continue
                bell.clear()
                if not self._ended:
                    yield self._said()
        finally:
            self._listeners.discard(bell)

    def _said(self) -> bytes:
        return b"id: %d\ndata: %s\n\n" % (self._news.number, msgspec.json.encode(self._news))

    def _wake(self) -> None:
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._ring)

    def _ring(self) -> None:
        for bell in self._listeners:
            bell.set()
