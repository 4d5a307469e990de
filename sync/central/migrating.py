"""Bringing a database to the present shape: Alembic's revisions, one at a time, by one process at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from kiosk.errors import KnownError
from sync.central.database import Database

_LOCK: Final = 0x6B696F736B
"""Of PostgreSQL's advisory locks: whoever migrates holds it."""


def migrate(database: Database, to: str = "head") -> tuple[str, str]:
    """Take every step that is missing, all or nothing; two at once wait for each other.

    Returns the revisions before (empty: a new database) and after. Raises KnownError for a database that a newer
    version of this program has made.
    """
    with database.writing() as connection:
        if database.postgres:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        before = revision(connection)
        config = _config(connection)
        if before and before not in {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}:
            raise KnownError(
                f"{database.name} was made by a newer version of this program (revision {before}): install that "
                "version again. Nothing was changed."
            )
        command.upgrade(config, to)
        return before, revision(connection)


def revision(connection: Connection) -> str:
    """The last step that a database has taken; empty for a new one."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
