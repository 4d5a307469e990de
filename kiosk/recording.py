"""What a station records to: the store, or what stands in for it while it is opened behind the first screen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from kiosk.store.model import Before, Entry, How, Note


class Recorder(Protocol):
    """What a station needs of the store. Every call returns at once; see `kiosk.store.Store`."""

    def begin_visit(self, visit: str, zone: str, *, session: str, face: str) -> object: ...
    def end_visit(self, visit: str, how: How) -> object: ...
    def record(self, entry: Entry) -> object: ...
    def note(self, kind: str, text: str, *, visit: str, activity: str) -> object: ...
    def approved_notes(self, kind: str, limit: int) -> tuple[Note, ...]: ...
    def before(self, activity: str) -> Before: ...


class LateRecorder:
    """Keeps what is recorded until the store is there, then hands it over in order and steps aside."""

    def __init__(self) -> None:
        self._store: Recorder | None = None
        self._session = ""
        self._waiting: list[Callable[[Recorder], object]] = []
        self._lock = threading.Lock()
        self._closed = False

    def attach(self, store: Recorder, *, session: str = "") -> None:
        """The store is open, and what has begun until now began in that session.

        The same store again changes nothing; another would split a visit, and is refused.
        """
        with self._lock:
            if self._store is store:
                return
            if self._store is not None:
                raise RuntimeError("a second store is attached while the first is in use")
            self._session = session
            for call in self._waiting:
                call(store)
            self._waiting.clear()
            self._store = store

    def close(self) -> None:
        """There will be no store: nothing is kept from now on."""
        with self._lock:
            self._waiting.clear()
            self._closed = True

    def begin_visit(self, visit: str, zone: str, *, session: str, face: str) -> None:
        known = self._store is not None
        self._call(lambda store: store.begin_visit(visit, zone, session=session if known else self._session, face=face))

    def end_visit(self, visit: str, how: How) -> None:
        self._call(lambda store: store.end_visit(visit, how))

    def record(self, entry: Entry) -> None:
        self._call(lambda store: store.record(entry))

    def note(self, kind: str, text: str, *, visit: str, activity: str) -> None:
        self._call(lambda store: store.note(kind, text, visit=visit, activity=activity))

    def approved_notes(self, kind: str, limit: int) -> tuple[Note, ...]:
        return self._store.approved_notes(kind, limit) if self._store else ()

    def before(self, activity: str) -> Before:
        return self._store.before(activity) if self._store else Before()

    def _call(self, call: Callable[[Recorder], object]) -> None:
        with self._lock:
            if self._store is None:
                if not self._closed:
                    self._waiting.append(call)
                return
        call(self._store)
