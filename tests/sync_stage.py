"""A kiosk's disk with what sends it, and a line to the centre on which things go wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

from store.store_stage import Clock, open_store, query

from kiosk.store import Entry, Store
from kiosk.store.sending import Sending
from sync.agent import Agent, Line
from sync.line import Answer, NoLine, Wire

FAULTS = ("lost before", "lost after", "twice", "cut", "changed", "late", "dies before", "dies after")


class Died(BaseException):
    """The kiosk's program is killed, here and now."""


class Weather:
    """The line to the centre, on which the things in `faults` happen to what is posted, in turn."""

    def __init__(self, port: int, token: str) -> None:
        self._wire = Wire(f"http://127.0.0.1:{port}", token)
        self.faults: list[str] = []
        self._held_back: list[tuple[str, bytes, str]] = []

    def post(self, path: str, body: bytes, kind: str) -> Answer:
        fault = self.faults.pop(0) if self.faults else ""
        if fault == "dies before":
            raise Died
        if fault == "lost before":
            raise NoLine("lost")
        if fault == "late":
            # It comes in after what is sent later.
            self._held_back.append((path, body, kind))
            raise NoLine("late")
        if fault == "cut":
            body = body[: len(body) // 2]
        if fault == "changed":
            middle = len(body) // 2
            body = body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :]
        answer = self._wire.post(path, body, kind)
        if fault == "twice":
            answer = self._wire.post(path, body, kind)
        while self._held_back and fault != "late":
            self._wire.post(*self._held_back.pop())
        if fault == "dies after":
            raise Died
        if fault == "lost after":
            raise NoLine("lost")
        return answer

    def close(self) -> None:
        self._wire.close()


class Desk:
    """A kiosk: its disk, and what runs on it."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder, self.clock = folder, clock
        self.store: Store | None = None
        self.start()

    def start(self) -> None:
        self.store = open_store(self.folder, clock=self.clock, background=True)

    def stop(self, *, kill: bool = False) -> None:
        assert self.store
        if kill:
            # As when the power fails: what was committed is on the disk, and nothing is tidied up.
            aside = self.folder.with_name(f"{self.folder.name}-killed")
            shutil.copytree(self.folder, aside)
            self.store.close()
            shutil.rmtree(self.folder)
            aside.rename(self.folder)
        else:
            self.store.close()
        self.store = None

    def record(self, count: int) -> None:
        assert self.store
        for i in range(count):
            self.store.record(Entry("notice", "living-room", "kitchen", "look", {"thing": i}))
        assert self.store.flush()

    def agent(self, line: Line) -> Agent:
        assert self.store
        sending = Sending(
            self.store, self.folder, station=self.folder.name, app="0.1", release="r1",
            now_ms=lambda: int(self.clock() * 1000),
        )  # fmt: skip
        return Agent(recordings=sending, line=line, draw=lambda: 0.5)

    def ids(self) -> list[str]:
        return [id_ for (id_,) in query(self.folder, "SELECT id FROM interaction ORDER BY log, seq")]
