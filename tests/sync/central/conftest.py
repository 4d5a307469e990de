"""Every test of the central store runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from central_stage import Centre
from postgres import Postgres, running

from sync.central.database import Database, open_database
from sync.central.migrating import migrate


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def template(postgres: Postgres) -> str:
    """A database in its present shape to make others from."""
    name = postgres.fresh()
    made = open_database(Path(), postgres.url(name))
    migrate(made)
    made.close()
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Database]]:
    """Opens the same new database, as often as it is called."""
    yield from _opener(request, tmp_path, template=None)


@pytest.fixture(params=["sqlite", "postgresql"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Database]]:
    """Opens the same database in its present shape, as often as it is called."""
    yield from _opener(request, tmp_path, template="template")


@pytest.fixture
def database(opened: Callable[[], Database]) -> Database:
    return opened()


@pytest.fixture
def centre(database: Database) -> Iterator[Centre]:
    made = Centre(database)
    yield made
    made.close()


def _opener(request: pytest.FixtureRequest, folder: Path, *, template: str | None) -> Iterator[Callable[[], Database]]:
    made: list[Database] = []
    server, url = None, ""
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres")
        name = server.fresh(request.getfixturevalue(template)) if template else server.fresh()
        url = server.url(name)

    def open_() -> Database:
        database = open_database(folder / "central", url)
        made.append(database)
        if template and not url and len(made) == 1:
            migrate(database)
        return database

    yield open_
    for database in made:
        database.close()
    if server:
        server.drop(name)
