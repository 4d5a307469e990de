"""Every test of the central store runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from central_stage import Centre
from postgres import Postgres, running
from sqlalchemy import text

from sync.central.database import Database, open_database
from sync.central.migrating import migrate
from sync.central.schema import metadata


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def shared(postgres: Postgres) -> str:
    """The address of a database in its present shape. Whoever writes to it empties it afterwards."""
    url = postgres.url(postgres.fresh())
    made = open_database(Path(), url)
    migrate(made)
    made.close()
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a new database; nothing for SQLite."""
    if request.param == "sqlite":
        yield ""
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.fresh()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def empty(empty_url: str, tmp_path: Path) -> Iterator[Callable[[], Database]]:
    """Opens the same new database, as often as it is called."""
    made: list[Database] = []

    def open_() -> Database:
        made.append(open_database(tmp_path / "central", empty_url))
        return made[-1]

    yield open_
    for database in made:
        database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Database]]:
    """Opens the same database in its present shape, as often as it is called."""
    url: str = request.getfixturevalue("shared") if request.param == "postgresql" else ""
    made: list[Database] = []

    def open_() -> Database:
        made.append(open_database(tmp_path / "central", url))
        return made[-1]

    migrate(open_())
    yield open_
    if url:
        with made[0].writing() as connection:
            tables = ", ".join(metadata.tables)
            connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
    for database in made:
        database.close()


@pytest.fixture
def database(opened: Callable[[], Database]) -> Database:
    return opened()


@pytest.fixture
def centre(database: Database) -> Iterator[Centre]:
    made = Centre(database)
    yield made
    made.close()
