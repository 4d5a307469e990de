"""What the tests of the store share: a clock that is set by hand, a disk that fails when told, a look inside."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from kiosk.store import Store, Ticket
from kiosk.store.database import FILE_NAME, connect_for_writing

NOON = 1_795_000_000.0
DAY = 86_400.0


class Clock:
    """Seconds, set by hand."""

    def __init__(self, now: float = NOON) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class Disk:
    """Connections that fail when `fails(operation)` says so; operations are numbered from 1.

    With `late`, a commit that fails has been done all the same: only its answer was lost.
    """

    def __init__(self) -> None:
        self.operations = 0
        self.fails: Callable[[int], bool] = lambda _: False
        self.code = sqlite3.SQLITE_IOERR
        self.late = False
        self.page_limit = 0

    def connect(self, file: Path) -> sqlite3.Connection:
        disk = self

        class Cursor(sqlite3.Cursor):
            def execute(self, *args: Any) -> Any:
                disk.operate()
                return super().execute(*args)

            def executemany(self, *args: Any) -> Any:
                disk.operate()
                return super().executemany(*args)

        class Connection(sqlite3.Connection):
            def cursor(self, *_: Any) -> Any:
                return super().cursor(Cursor)

            def commit(self) -> None:
                if disk.late:
                    super().commit()
                    disk.operate()
                else:
                    disk.operate()
                    super().commit()

        connection = connect_for_writing(file, Connection)
        # No power fails here: waiting for the platter would only make the tests slow.
        connection.execute("PRAGMA synchronous=OFF").close()
        if self.page_limit:
            connection.execute(f"PRAGMA max_page_count={self.page_limit}").close()
        return connection

    def operate(self) -> None:
        self.operations += 1
        if self.fails(self.operations):
            raise self.error()

    def error(self) -> sqlite3.OperationalError:
        error = sqlite3.OperationalError("the disk was told to fail")
        error.sqlite_errorcode = self.code
        return error


def durable(ticket: Ticket) -> bool:
    """Asked by a call: a type checker takes what it saw of an attribute to stay so."""
    return ticket.durable


def open_store(folder: Path, **changes: Any) -> Store:
    """A store that writes only in `flush` and `close`, on a desk where it is always noon."""
    settings: dict[str, Any] = {
        "station": "gp-1",
        "release": "r1",
        "app": "0.1.0",
        "clock": Clock(),
        "monotonic": Clock(0.0),
        "free": lambda _: 1 << 40,
        "background": False,
    }
    return Store.open(folder, **(settings | changes))


def query(folder: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """What the file holds, asked of SQLite itself."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection, connection:
        return connection.execute(sql, values).fetchall()


def verbs(folder: Path) -> list[str]:
    """The recorded verbs in order; fails when the numbers of any log have a gap."""
    rows = query(folder, "SELECT log, seq, verb FROM interaction ORDER BY log, seq")
    for log in {row[0] for row in rows}:
        numbers = [seq for row_log, seq, _ in rows if row_log == log]
        assert numbers == list(range(1, len(numbers) + 1))
    return [verb for *_, verb in rows]
