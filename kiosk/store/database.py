"""One database file: opening it, judging it, setting a damaged one aside."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Engine, NullPool, create_engine, event, func, insert, select
from sqlalchemy.exc import DBAPIError

from kiosk.errors import KnownError
from kiosk.store import schema
from kiosk.store.migrations import MIGRATIONS, Migration, migrate

FILE_NAME: Final = "kiosk.sqlite3"
DAMAGED_NAME: Final = "kiosk-damaged-"
CHECK_BELOW: Final = 256 * 1024 * 1024
"""Bytes. A larger file is not read through at the start: that would take longer than a start may."""

_HEADER: Final = b"SQLite format 3\x00"
_VERSION_AT: Final = 60
_DAMAGED_CODES: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

Connect = Callable[[Path], sqlite3.Connection]
"""Opens a file for writing. Tests hand in one that fails when it is told to."""


class Damaged(Exception):
    """The file is not a sound database."""


class Counters(msgspec.Struct):
    """What is on disk, counted. `log_number` is the key of the log that is written now, `log` its id.

    `elsewhere` and `elsewhere_unsent` count the interactions of earlier logs in the same file.
    """

    log_number: int
    log: str
    last_seq: int
    sent_through: int
    elsewhere: int
    elsewhere_unsent: int
    visits: int
    quarantined: int
    schema: int

    @property
    def interactions(self) -> int:
        # Without gaps, the last number of a log is also its count.
        return self.last_seq + self.elsewhere

    @property
    def unsent(self) -> int:
        return self.last_seq - self.sent_through + self.elsewhere_unsent


class Database:
    """An open file and what it held when it was opened."""

    def __init__(self, engine: Engine, connection: Connection, counters: Counters) -> None:
        self._engine = engine
        self.connection = connection
        self.counters = counters

    def close(self) -> None:
        """Let go of the file; SQLite folds the write-ahead log into it. Never fails."""
        with suppress(DBAPIError, sqlite3.Error):
            self.connection.close()
        self._engine.dispose()


def connect_for_writing(file: Path, factory: type[sqlite3.Connection] = sqlite3.Connection) -> sqlite3.Connection:
    """A connection whose every commit has reached the disk before it returns."""
    connection = sqlite3.connect(file, timeout=2.0, isolation_level=None, check_same_thread=False, factory=factory)
    try:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}").close()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_for_reading(file: Path) -> sqlite3.Connection:
    """A connection that cannot write, beside a running kiosk or without one, also on a read-only disk."""
    address = file.resolve().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA user_version").close()
    except sqlite3.Error as error:
        connection.close()
        if sqlite_code(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        # No write-ahead log can be made here, so nobody is writing either.
        connection = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, isolation_level=None)
    return connection


def engine_over(connect: Callable[[], sqlite3.Connection], *, begin: str) -> Engine:
    """An engine that leaves transactions to SQLite: `begin` opens one, as SQLAlchemy would have it."""
    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    def begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", begun)
    return engine


def sqlite_code(error: BaseException) -> int | None:
    """The primary SQLite result code behind an error, if there is one."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    return None if code is None else int(code) & 0xFF


def is_damage(error: BaseException) -> bool:
    return isinstance(error, Damaged) or sqlite_code(error) in _DAMAGED_CODES


def version_of(file: Path) -> int:
    """The schema version of a file, found without changing a byte of it or its write-ahead log. 0: new.

    Raises Damaged when it is no database.
    """
    try:
        with file.open("rb") as stream:
            header = stream.read(100)
    except FileNotFoundError:
        return 0
    if not header:
        return 0
    if len(header) < 100 or not header.startswith(_HEADER):
        raise Damaged
    beside = file.with_name(file.name + "-wal")
    if beside.exists() and beside.stat().st_size:
        with closing(connect_for_reading(file)) as connection:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
    return int.from_bytes(header[_VERSION_AT : _VERSION_AT + 4], "big")


def refuse_newer(file: Path, known: int) -> int:
    """The schema version of a file. Raises KnownError when it is newer than `known`, Damaged when it is none."""
    version = version_of(file)
    if version > known:
        raise KnownError(
            f"The recordings in {file} were made by a newer version of this program (schema {version}, this one "
            f"knows {known}): install the newer version again. Nothing was changed."
        )
    return version


def open_database(
    file: Path,
    *,
    new_id: Callable[[], str],
    now_ms: Callable[[], int],
    reason: str = "first start",
    connect: Connect = connect_for_writing,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> Database:
    """Open for writing, bring to the present schema, make sure that there is a log.

    Raises KnownError for a newer file, Damaged or a DBAPIError when the file or the disk is not sound.
    """
    refuse_newer(file, len(migrations))
    engine = engine_over(lambda: connect(file), begin="BEGIN IMMEDIATE")
    connection = engine.connect()
    try:
        if file.stat().st_size <= CHECK_BELOW:
            with connection.begin():
                if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
                    raise Damaged
        version = migrate(connection, migrations)
        with connection.begin():
            if connection.execute(select(func.count()).select_from(schema.log)).scalar_one() == 0:
                row = {"id": new_id(), "created": now_ms(), "reason": reason}
                connection.execute(insert(schema.log), row)
            counters = count(connection, version)
    except BaseException:
        Database(engine, connection, count_nothing()).close()
        raise
    return Database(engine, connection, counters)


def count(connection: Connection, version: int) -> Counters:
    """Count what a database holds, at a cost that does not grow with the interactions in it."""
    log, interaction, mark = schema.log, schema.interaction, schema.mark
    last_seq = select(func.max(interaction.c.seq)).where(interaction.c.log == log.c.number).scalar_subquery()
    sent = select(mark.c.sent_through).where(mark.c.log == log.c.number).scalar_subquery()
    query = select(log.c.number, log.c.id, func.coalesce(last_seq, 0), func.coalesce(sent, 0))
    logs = connection.execute(query.order_by(log.c.number)).all()
    *earlier, (number, id_, last, sent_through) = logs
    return Counters(
        log_number=number,
        log=id_,
        last_seq=last,
        sent_through=sent_through,
        elsewhere=sum(row[2] for row in earlier),
        elsewhere_unsent=sum(row[2] - row[3] for row in earlier),
        visits=connection.execute(select(func.count()).select_from(schema.visit)).scalar_one(),
        quarantined=connection.execute(select(func.count()).select_from(schema.quarantine)).scalar_one(),
        schema=version,
    )


def count_nothing() -> Counters:
    return Counters(0, "", 0, 0, 0, 0, 0, 0, 0)


def set_aside(file: Path, now_ms: int) -> Path:
    """Rename a damaged file, with what belongs to it, so that a new one can be begun. Returns its new path."""
    stamp = datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y%m%d-%H%M%S")
    aside = file.with_name(f"{DAMAGED_NAME}{stamp}.sqlite3")
    attempt = 1
    while aside.exists():
        attempt += 1
        aside = file.with_name(f"{DAMAGED_NAME}{stamp}-{attempt}.sqlite3")
    # The write-ahead log first: it must never be found beside a file that it does not belong to.
    for ending in ("-wal", "-shm", ""):
        part = file.with_name(file.name + ending)
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
    return aside


def salvage(file: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of `kept` and of `note` that can still be read from a damaged file, as far as they can."""
    return _readable(file, "kept"), _readable(file, "note")


def _readable(file: Path, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    columns = [column.name for column in schema.metadata.tables[table].columns]
    with suppress(sqlite3.Error, OSError), closing(connect_for_reading(file)) as connection:
        query = f"SELECT {', '.join(columns)} FROM {table}"
        for row in connection.execute(query):
            found.append(dict(zip(columns, row, strict=True)))
    return found
