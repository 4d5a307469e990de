"""The database of the central store: SQLite in one file, or PostgreSQL. What differs between the two is in here."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, QueuePool, Table, create_engine, event, make_url, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError

from kiosk.errors import KnownError
from sync.central.schema import ROW

FILE_NAME: Final = "central.sqlite3"
_PATIENCE: Final = 30.0
"""Seconds to wait for another writer of the SQLite file."""
_COLUMNS: Final = ("log", *ROW)
_QUOTED: Final = ", ".join(f'"{name}"' for name in _COLUMNS)
_COPY: Final = f"COPY interaction ({_QUOTED}) FROM STDIN"
_INSERT: Final = f"INSERT INTO interaction ({_QUOTED}) VALUES ({', '.join('?' * len(_COLUMNS))})"


class Database:
    """Where everything is kept. May be used by several threads."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name
        """How to speak of it: the file, or the address without its password."""
        self.postgres = engine.dialect.name == "postgresql"
        self._writer = engine.execution_options(writes=True)
        self._single = engine.execution_options(isolation_level="AUTOCOMMIT") if self.postgres else engine
        self._snapshot = engine.execution_options(isolation_level="REPEATABLE READ") if self.postgres else engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that sees one state of everything."""
        with self._snapshot.begin() as connection:
            yield connection

    @contextmanager
    def glancing(self) -> Iterator[Connection]:
        """For a single question."""
        with self._single.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, on the disk when this ends without an error. On SQLite one at a time."""
        with self._writer.begin() as connection:
            yield connection

    def insert(self, table: Table) -> Any:
        """An insert that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
        return postgresql.insert(table) if self.postgres else sqlite.insert(table)

    def add_interactions(self, connection: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
        """Rows that are not there yet: the number of their log, then what `ROW` names."""
        if not rows:
            return
        if not self.postgres:
            connection.exec_driver_sql(_INSERT, list(rows))
            return
        raw: Any = connection.connection.cursor()
        with raw as cursor, cursor.copy(_COPY) as copy:
            for row in rows:
                copy.write_row(row)

    def close(self) -> None:
        self.engine.dispose()


def open_database(data: Path, url: str = "") -> Database:
    """PostgreSQL at `url`, or else the file in the folder `data`. Raises KnownError where there is neither."""
    return _postgres(url) if url else _sqlite(data)


def address_of(url: str) -> str:
    """`url` as SQLAlchemy takes it. Raises KnownError for one that is no address of a PostgreSQL database."""
    scheme, colon, rest = url.strip().partition("://")
    if not colon or scheme not in ("postgres", "postgresql", "postgresql+psycopg"):
        raise KnownError(
            "DATABASE_URL is no address of a PostgreSQL database: write it like postgresql://NAME:PASSWORD@HOST/DATABASE."
        )
    return f"postgresql+psycopg://{rest}"


def sentence_of(error: BaseException) -> str:
    """What a database said, as one line without the values that were sent to it."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    lines = str(cause).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(cause).__name__


def _sqlite(data: Path) -> Database:
    file = data / FILE_NAME
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise KnownError(f"The folder {data} can't be made ({error.strerror}): name another with --data.") from None

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}").close()
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, hide_parameters=True, **_POOL)

    def begin(connection: Connection) -> None:
        # A reader that wants to write halfway would be refused when somebody else wrote meanwhile.
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "begin", begin)
    return _tried(Database(engine, str(file)), "is no database that this program can use")


def _postgres(url: str) -> Database:
    try:
        address = make_url(address_of(url))
    except (ArgumentError, ValueError):
        raise KnownError(
            "DATABASE_URL can't be read: write it like postgresql://NAME:PASSWORD@HOST/DATABASE."
        ) from None
    arguments = {"connect_timeout": 10, "application_name": "kiosk-central", "client_encoding": "utf8"}
    engine = create_engine(
        address.set(query={}),
        connect_args=arguments | dict(address.query),
        hide_parameters=True,
        pool_recycle=1800,
        **_POOL,
    )
    shown = address.set(query={}).render_as_string(hide_password=True).replace("+psycopg", "")
    database = _tried(Database(engine, shown), "can't be reached")
    query = text("SELECT current_setting('synchronous_commit'), current_setting('server_encoding')")
    with database.engine.connect() as connection:
        commits, encoding = connection.execute(query).one()
    if commits == "off":
        database.close()
        raise KnownError(
            f"{shown} confirms before it has written (synchronous_commit is off): what kiosks delete then could be "
            "lost; set it to on for this database."
        )
    if encoding != "UTF8":
        database.close()
        raise KnownError(f"{shown} can't hold every letter ({encoding}): make one with encoding UTF8.")
    return database


def _tried(database: Database, problem: str) -> Database:
    try:
        with database.engine.connect() as connection:
            connection.execute(select(1))
    except (DBAPIError, sqlite3.Error) as error:
        database.close()
        raise KnownError(f"{database.name} {problem}: {sentence_of(error)}.") from None
    return database


_POOL: Final[dict[str, Any]] = {"pool_size": 10, "max_overflow": 10, "pool_timeout": 20}
