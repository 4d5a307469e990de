"""The database comes to its present shape by itself, on both, from nothing and from every step before."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from central_stage import Centre
from postgres import Postgres
from sqlalchemy import text

from kiosk.errors import KnownError
from sync.central.database import Database, open_database
from sync.central.migrating import migrate
from sync.central.schema import PARTITIONS, metadata


def test_a_new_database_comes_to_what_the_program_expects(empty: Callable[[], Database]) -> None:
    database = empty()
    before, after = migrate(database)
    assert (before, after) == ("", "0002")
    with database.reading() as connection:

        def ours(_: object, name: str | None, kind: str, *_more: object) -> bool:
            # The partitions are part of `interaction`.
            return not (kind == "table" and str(name).startswith("interaction_"))

        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": ours})
        assert compare_metadata(context, metadata) == []


def test_a_second_time_nothing_is_left_to_do(empty: Callable[[], Database]) -> None:
    migrate(empty())
    assert migrate(empty()) == ("0002", "0002")


def test_what_is_held_before_a_step_is_held_after_it(empty: Callable[[], Database]) -> None:
    database = empty()
    assert migrate(database, "0001") == ("", "0001")
    centre = Centre(database)
    kiosk = centre.kiosk().record(20)
    kiosk.send(1, 20)
    centre.close()
    assert migrate(database) == ("0001", "0002")
    assert kiosk.kept() == kiosk.lines
    assert centre.ask("SELECT count(*) FROM v_interactions") == [(20,)]


def test_two_that_migrate_at_once_wait_for_each_other(empty: Callable[[], Database]) -> None:
    databases = [empty() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(migrate, databases))
    assert sorted(results) == [("", "0002"), *[("0002", "0002")] * 3]


def test_a_database_of_a_newer_version_is_left_alone(empty: Callable[[], Database]) -> None:
    database = empty()
    migrate(database)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(KnownError, match="newer version of this program"):
        migrate(database)
    with database.reading() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == "9999"


def test_interactions_are_spread_over_partitions_by_log(database: Database) -> None:
    if not database.postgres:
        with database.reading() as connection:
            made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'interaction'").scalar_one()
        assert "WITHOUT ROWID" in made
        return
    centre = Centre(database)
    for number in range(8):
        kiosk = centre.kiosk().record(2)
        kiosk.log = f"log-{number}"
        kiosk.send(1, 2)
    centre.close()
    query = "SELECT count(*) FROM pg_inherits WHERE inhparent = 'interaction'::regclass"
    assert centre.ask(query) == [(PARTITIONS,)]
    ((used,),) = centre.ask("SELECT count(DISTINCT tableoid) FROM interaction")
    assert used > 1


def test_what_is_on_the_disk_survives_the_plug(database: Database) -> None:
    with database.writing() as connection:
        if database.postgres:
            assert connection.execute(text("SHOW synchronous_commit")).scalar_one() == "on"
        else:
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("mysql://somewhere/kiosk", "no address of a PostgreSQL database"),
        ("kiosk", "no address of a PostgreSQL database"),
        ("postgresql://127.0.0.1:no/kiosk", "can't be read"),
        ("postgres://ann:secret@127.0.0.1:1/kiosk", "can't be reached"),
        ("postgresql://127.0.0.1:1/kiosk?nonsense=1", "can't be reached"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_in_one_sentence(tmp_path: Path, url: str, why: str) -> None:
    with pytest.raises(KnownError, match=why) as told:
        open_database(tmp_path, url)
    assert "secret" not in str(told.value)
    assert "\n" not in str(told.value)


def test_every_way_to_write_the_address_is_understood(shared: str) -> None:
    for scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        open_database(Path(), shared.replace("postgresql", scheme, 1)).close()


def test_a_file_that_is_no_database_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "central.sqlite3").write_bytes(b"nonsense" * 1000)
    with pytest.raises(KnownError, match="is no database that this program can use"):
        open_database(tmp_path)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(KnownError, match="can't be made"):
        open_database(tmp_path / "file")


def test_a_postgresql_that_could_lose_something_is_refused(postgres: Postgres) -> None:
    early, letters = postgres.fresh(), postgres.fresh("SQL_ASCII")
    postgres.run(f"ALTER DATABASE {early} SET synchronous_commit = off")
    for name, why in ((early, "confirms before it has written"), (letters, "can't hold every letter")):
        with pytest.raises(KnownError, match=why):
            open_database(Path(), postgres.url(name))
        postgres.drop(name)
