"""How a database file comes to its present shape: numbered steps, each all or nothing.

A step that has been released is history and is never edited; a change of shape is a new step at the end, and
`schema` follows. The number of the last step taken is the file's `user_version`.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

Migration = Sequence[str]
"""The statements of one step, in order."""

_FIRST: Migration = (
    """CREATE TABLE log (
        number INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        created INTEGER NOT NULL, reason TEXT NOT NULL)""",
    """CREATE TABLE interaction (
        log INTEGER NOT NULL REFERENCES log (number), seq INTEGER NOT NULL,
        id TEXT NOT NULL, visit TEXT NOT NULL, session TEXT NOT NULL, "group" TEXT NOT NULL,
        station TEXT NOT NULL, face TEXT NOT NULL, zone TEXT NOT NULL, activity TEXT NOT NULL,
        screen TEXT NOT NULL, verb TEXT NOT NULL, detail TEXT NOT NULL, release TEXT NOT NULL,
        app TEXT NOT NULL, time INTEGER NOT NULL, "offset" INTEGER NOT NULL,
        PRIMARY KEY (log, seq)) WITHOUT ROWID""",
    "CREATE INDEX interaction_by_visit ON interaction (visit) WHERE visit <> ''",
    """CREATE TABLE visit (
        id TEXT NOT NULL PRIMARY KEY, log INTEGER NOT NULL REFERENCES log (number),
        zone TEXT NOT NULL, session TEXT NOT NULL, "group" TEXT NOT NULL, station TEXT NOT NULL,
        face TEXT NOT NULL, started INTEGER NOT NULL, "offset" INTEGER NOT NULL, ended INTEGER,
        how TEXT CHECK (how IN ('finished', 'idle', 'host', 'interrupted')), lasted INTEGER)""",
    "CREATE INDEX visit_still_open ON visit (id) WHERE ended IS NULL",
    """CREATE TABLE note (
        id TEXT NOT NULL PRIMARY KEY, time INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
        visit TEXT NOT NULL, activity TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'declined')),
        decided INTEGER NOT NULL, retain_until INTEGER NOT NULL)""",
    "CREATE TABLE kept (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL, changed INTEGER NOT NULL)",
    """CREATE TABLE mark (
        log INTEGER NOT NULL PRIMARY KEY REFERENCES log (number), sent_through INTEGER NOT NULL)""",
    """CREATE TABLE quarantine (
        id TEXT NOT NULL PRIMARY KEY, time INTEGER NOT NULL,
        problem TEXT NOT NULL, content TEXT NOT NULL)""",
)

_IPADS: Migration = ("CREATE TABLE taken (ipad TEXT NOT NULL PRIMARY KEY, number INTEGER NOT NULL)",)

MIGRATIONS: Sequence[Migration] = (_FIRST, _IPADS)

SCHEMA = len(MIGRATIONS)
"""The version of the database that this program writes."""


def migrate(connection: Connection, migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """Take every step that the file has not taken yet, each in one transaction. Returns the version reached."""
    while True:
        with connection.begin():
            version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
            if version >= len(migrations):
                return version
            for statement in migrations[version]:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA user_version = {version + 1:d}")
