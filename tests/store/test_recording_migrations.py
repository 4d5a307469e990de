"""Files of an older shape come to the present one, all or nothing, step by step."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import OperationalError
from store.store_stage import open_store, query, verbs

from kiosk.store import Entry, Origin, schema
from kiosk.store.database import Database, engine_over, open_database
from kiosk.store.migrations import MIGRATIONS, Migration, migrate

ADD_MOOD: Migration = (
    "ALTER TABLE visit ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'",
    "CREATE INDEX visit_by_mood ON visit (mood)",
)
BROKEN: Migration = (
    "CREATE TABLE halfway (id TEXT)",
    "UPDATE interaction SET verb = 'changed'",
    "ALTER TABLE nowhere ADD COLUMN mood TEXT",
)


def shape(connection: Any) -> dict[str, object]:
    """Columns, foreign keys and indexes by table, whatever the words that made them."""
    names = [
        name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    ]
    return {
        name: [
            connection.execute(f"PRAGMA table_xinfo({name})").fetchall(),
            connection.execute(f"PRAGMA foreign_key_list({name})").fetchall(),
            sorted(row[1:] for row in connection.execute(f"PRAGMA index_list({name})")),
            connection.execute("SELECT wr FROM pragma_table_list WHERE name = ?", (name,)).fetchall(),
        ]
        for name in names
    }


def test_the_steps_make_just_the_tables_that_the_program_knows(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    engine = create_engine(f"sqlite:///{tmp_path / 'known.sqlite3'}")
    schema.metadata.create_all(engine)
    engine.dispose()
    with (
        closing(sqlite3.connect(tmp_path / "kiosk.sqlite3")) as made,
        closing(sqlite3.connect(tmp_path / "known.sqlite3")) as known,
    ):
        assert shape(made) == shape(known)
        assert len(shape(made)) == 8


@pytest.mark.parametrize("table, column, value", [("visit", "how", "bored"), ("note", "state", "maybe")])
def test_the_file_itself_refuses_states_that_there_are_not(tmp_path: Path, table: str, column: str, value: str) -> None:
    store = open_store(tmp_path)
    store.begin_visit("v", "gp")
    store.note("pledge", "listen")
    store.close()
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        query(tmp_path, f"UPDATE {table} SET {column} = ?", value)


def opened(folder: Path, migrations: Sequence[Migration]) -> Database:
    return open_database(
        folder / "kiosk.sqlite3", new_id=lambda: "log", now_ms=lambda: 0, migrations=migrations, reason="test"
    )


def test_a_file_of_the_first_version_is_brought_to_the_present_with_all_that_it_holds(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.begin_visit("v", "gp")
    store.record(Entry("tap", visit="v"))
    store.close()
    database = opened(tmp_path, [*MIGRATIONS, ADD_MOOD])
    assert (database.counters.schema, database.counters.last_seq) == (len(MIGRATIONS) + 1, 1)
    database.close()
    assert query(tmp_path, "SELECT id, mood FROM visit") == [("v", "calm")]
    assert query(tmp_path, "PRAGMA user_version") == [(len(MIGRATIONS) + 1,)]
    opened(tmp_path, [*MIGRATIONS, ADD_MOOD]).close()


def test_a_file_from_before_there_were_ipads_is_brought_to_the_present(tmp_path: Path) -> None:
    opened(tmp_path, MIGRATIONS[:1]).close()
    query(tmp_path, "INSERT INTO visit VALUES ('v', 1, 'gp', '', '', 'gp-1', 'kiosk', 0, 0, NULL, NULL, NULL)")
    store = open_store(tmp_path)
    assert store.interrupted == ("v",)
    assert store.status().log == "log"
    store.skip(of=Origin("a", 3, 0, "gp-1/iPad 1"))
    store.close()
    assert query(tmp_path, "SELECT ipad, number FROM taken") == [("a", 3)]


def test_a_step_that_fails_half_way_leaves_the_file_as_the_step_before_left_it(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.record(Entry("tap"))
    store.close()
    with pytest.raises(OperationalError):
        opened(tmp_path, [*MIGRATIONS, ADD_MOOD, BROKEN])
    assert query(tmp_path, "PRAGMA user_version") == [(len(MIGRATIONS) + 1,)]
    assert query(tmp_path, "SELECT name FROM sqlite_master WHERE name IN ('halfway', 'visit_by_mood')") == [
        ("visit_by_mood",)
    ]
    assert verbs(tmp_path) == ["tap"]
    opened(tmp_path, [*MIGRATIONS, ADD_MOOD, ADD_MOOD[1:0]]).close()
    assert query(tmp_path, "PRAGMA user_version") == [(len(MIGRATIONS) + 2,)]


def test_each_step_is_taken_once(tmp_path: Path) -> None:
    def connect() -> sqlite3.Connection:
        return sqlite3.connect(tmp_path / "steps.sqlite3", isolation_level=None)

    steps = [("CREATE TABLE one (id)",), ("CREATE TABLE two (id)", "INSERT INTO two VALUES (1)")]
    engine = engine_over(connect, begin="BEGIN IMMEDIATE")
    connection: Connection
    with engine.connect() as connection:
        assert [migrate(connection, steps[:1]), migrate(connection, steps), migrate(connection, steps)] == [1, 2, 2]
        with connection.begin():
            assert connection.exec_driver_sql("SELECT count(*) FROM two").scalar_one() == 1
    engine.dispose()
