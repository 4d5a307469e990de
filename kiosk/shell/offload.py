"""The one way off the GUI thread and the one way back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject

Result = TypeVar("Result")


class Offload(Protocol):
    """Runs `work` elsewhere and hands its result to `then` on the GUI thread. An exception is raised there too."""

    def run(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None: ...
    def close(self) -> None: ...


class Immediate:
    """Runs everything here and now: for tests and pictures of screens."""

    def run(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        then(work())

    def close(self) -> None:
        return


class Gate:
    """Holds work back until it is opened, then hands it on in the order it came."""

    def __init__(self, on: Callable[[Callable[[], None]], object]) -> None:
        self._on = on
        self._waiting: list[Callable[[], None]] | None = []

    def __call__(self, work: Callable[[], None]) -> None:
        if self._waiting is None:
            self._on(work)
        else:
            self._waiting.append(work)

    def open(self) -> None:
        """Hand on what waits, and from now on everything at once."""
        waiting, self._waiting = self._waiting or [], None
        for work in waiting:
            self._on(work)


class Threads(QObject):
    """A few worker threads; results come back as posted events.

    Not as a queued signal: to name that kind of connection makes all of Qt's enums, 30 ms before the first screen.
    """

    def __init__(self, executor: Executor | None = None) -> None:
        super().__init__()
        self._executor = executor or ThreadPoolExecutor(2, thread_name_prefix="kiosk-work")
        self._parcels: SimpleQueue[tuple[Future[Any], Callable[[Any], None]]] = SimpleQueue()

    def run(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        self._executor.submit(work).add_done_callback(lambda future: self._post(future, then))

    def close(self) -> None:
        """Wait for what is under way. Nothing is delivered afterwards."""
        self._executor.shutdown(wait=True, cancel_futures=True)
        QCoreApplication.removePostedEvents(self)

    def event(self, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.User:
            return super().event(event)
        future, then = self._parcels.get_nowait()
        if not future.cancelled():
            then(future.result())
        return True

    def _post(self, future: Future[Any], then: Callable[[Any], None]) -> None:
        self._parcels.put((future, then))
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
