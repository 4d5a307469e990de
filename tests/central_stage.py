"""A central store for the tests: the real server on a real socket, and a kiosk that speaks to it."""

from __future__ import annotations

import http.client
import threading
from typing import Any

import msgspec
from sqlalchemy import text

from kiosk.store.uuid7 import Uuid7
from sync.central import devices, serving
from sync.central.app import build
from sync.central.bodies import Limits
from sync.central.database import Database
from sync.protocol import Enrol, Row, line_of, pack

NOON = 1_767_182_400_000
"""31 December 2025, 12:00 UTC, in ms."""
VERSION = {"kiosk-sync": "1"}


class Answer(msgspec.Struct):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.body)


class Centre:
    """A server that runs in a thread. `now` is its clock in ms; tests set it."""

    def __init__(self, database: Database, limits: Limits | None = None, *, proxy: str = "") -> None:
        self.database, self.now = database, NOON
        app = build(database, centre="The test centre", now_ms=lambda: self.now, limits=limits or Limits())
        self._socket = serving.bound("127.0.0.1", 0)
        self.port: int = self._socket.getsockname()[1]
        self._server = serving.server(app, proxy=proxy)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.should_exit = True
        self._thread.join(30)
        assert not self._thread.is_alive()
        self._socket.close()

    def call(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, VERSION if headers is None else headers)
            response = connection.getresponse()
            given = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, given, response.read())
        finally:
            connection.close()

    def code(self, zone: str = "gp-surgery", venue: str = "The Barn") -> str:
        return devices.make_code(self.database, zone=zone, venue=venue, who="somebody", now=self.now)

    def try_code(self, code: str) -> Answer:
        return self.call("POST", "/api/enrol", msgspec.json.encode(Enrol(code, "kiosk-1", "1.0")))

    def kiosk(self) -> Kiosk:
        """One that has just joined, with a log of its own."""
        answer = self.try_code(self.code())
        assert answer.status == 200, answer.body
        return Kiosk(self, answer.json["device"], answer.json["token"])

    def ask(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        """What the database says."""
        with self.database.reading() as connection:
            return [tuple(row) for row in connection.execute(text(query), values)]

    def tamper(self, *queries: str) -> None:
        """Change the database by hand."""
        with self.database.writing() as connection:
            for query in queries:
                connection.execute(text(query))


class Kiosk:
    """A kiosk with one log. `lines` are its rows, as it would send them; row n is `lines[n - 1]`."""

    def __init__(self, centre: Centre, device: str, token: str, log: str = "log-1") -> None:
        self.centre, self.device, self.token, self.log = centre, device, token, log
        self.lines: list[bytes] = []
        self._new_id = Uuid7()

    def record(self, count: int = 1, **values: Any) -> Kiosk:
        """Rows more, one a second."""
        for _ in range(count):
            self.lines.append(line_of(self.row(len(self.lines) + 1, **values)))
        return self

    def row(self, seq: int, **values: Any) -> Row:
        time = NOON + seq * 1000
        plain: dict[str, Any] = {
            "seq": seq, "id": self._new_id(time), "time": time, "offset": seq * 1000, "visit": "", "session": "",
            "group": "", "station": "kiosk-1", "face": "kiosk", "zone": "gp-surgery", "activity": "", "screen": "",
            "verb": "begin", "detail": "{}", "release": "0123abcd", "app": "1.0",
        }  # fmt: skip
        return Row(**(plain | values))

    def id(self, seq: int) -> str:
        found: str = msgspec.json.decode(self.lines[seq - 1])[1] if seq else ""
        return found

    def body(self, first: int, last: int) -> bytes:
        return pack(self.log, first, self.id(first - 1), self.lines[first - 1 : last])

    def send(self, first: int, last: int) -> Answer:
        """The rows from `first` to `last` as one batch."""
        return self.post("/api/batch", self.body(first, last))

    def post(self, path: str, body: bytes, **headers: str) -> Answer:
        given = {"authorization": f"Bearer {self.token}", **VERSION, **headers}
        return self.centre.call("POST", path, body, given)

    def kept(self) -> list[bytes]:
        """The lines that the centre holds of this log, in order."""
        from sync.central import holding

        with self.centre.database.reading() as connection:
            number = holding.number_of(connection, self.log)
            return [] if number is None else list(holding.lines(connection, number, 1, 2**62).values())
