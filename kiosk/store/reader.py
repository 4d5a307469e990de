"""Reading a data folder from outside, while a kiosk runs in it or while none does. Changes nothing."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import msgspec
from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy.exc import DBAPIError

from kiosk.errors import KnownError
from kiosk.store import schema
from kiosk.store.database import (
    DAMAGED_NAME,
    FILE_NAME,
    Counters,
    Damaged,
    connect_for_reading,
    count,
    engine_over,
    is_damage,
    refuse_newer,
)
from kiosk.store.migrations import SCHEMA
from kiosk.store.model import Status

LOW_SPACE: Final = 200 * 1024 * 1024
"""Bytes of free disk below which the host is warned."""

_MB: Final = 1024 * 1024
_AT_ONCE: Final = 1000

COLUMNS: Final = (
    *("log", "seq", "id", "time", "offset", "station", "face", "zone", "session", "group", "visit"),
    *("visit_started", "visit_ended", "visit_how", "visit_lasted"),
    *("activity", "screen", "verb", "detail", "release", "app"),
)
"""What `read_interactions` gives of each: everything of the interaction, and its visit."""


def free_bytes(folder: Path) -> int:
    """Bytes free on the disk of a folder."""
    return shutil.disk_usage(folder).free


def read_status(folder: Path, *, free: Callable[[Path], int] = free_bytes) -> Status:
    """How the recordings in a folder are doing, as far as the disk knows: nothing is held or dropped there.

    Raises KnownError when there are none, or when they cannot be read.
    """
    with _reading(folder) as connection:
        counters = count(connection, SCHEMA)
        waiting = select(func.count()).select_from(schema.note).where(schema.note.c.state == "waiting")
        notes_waiting = int(connection.execute(waiting).scalar_one())
    return make_status(folder, counters, notes_waiting=notes_waiting, free=free)


def last_release(folder: Path) -> str:
    """The content release of what was recorded last; empty when nothing was. Raises KnownError like `read_status`."""
    interaction = schema.interaction
    query = select(interaction.c.release).order_by(interaction.c.log.desc(), interaction.c.seq.desc()).limit(1)
    with _reading(folder) as connection:
        return str(connection.execute(query).scalar() or "")


def read_kept(folder: Path, key: str, default: Any) -> Any:
    """What was kept under a key, as plain JSON values. Raises KnownError like `read_status`."""
    kept = schema.kept
    with _reading(folder) as connection:
        found = connection.execute(select(kept.c.value).where(kept.c.key == key)).scalar()
    return default if found is None else msgspec.json.decode(found)


def read_interactions(folder: Path) -> Iterator[dict[str, Any]]:
    """Every interaction, in the order in which it was recorded, with the keys `COLUMNS`; `detail` is decoded JSON.

    All that was there at the first one, however much is recorded meanwhile. Raises KnownError like `read_status`.
    """
    interaction, visit, log = schema.interaction, schema.visit, schema.log
    columns: dict[str, ColumnElement[Any]] = {name: interaction.c[name] for name in COLUMNS if name in interaction.c}
    columns |= {name: visit.c[name.removeprefix("visit_")] for name in COLUMNS if name.startswith("visit_")}
    columns["log"] = log.c.id
    joined = interaction.join(log, interaction.c.log == log.c.number)
    joined = joined.outerjoin(visit, interaction.c.visit == visit.c.id)
    query = select(*(columns[name].label(name) for name in COLUMNS)).select_from(joined)
    query = query.order_by(interaction.c.log, interaction.c.seq)
    with _reading(folder) as connection:
        for row in connection.execution_options(yield_per=_AT_ONCE).execute(query):
            values = dict(zip(COLUMNS, row, strict=True))
            values["detail"] = msgspec.json.decode(values["detail"])
            yield values


def count_interactions(folder: Path) -> int:
    """How many interactions a folder holds. Raises KnownError like `read_status`."""
    with _reading(folder) as connection:
        return count(connection, SCHEMA).interactions


def make_status(
    folder: Path,
    counters: Counters,
    *,
    notes_waiting: int,
    free: Callable[[Path], int],
    held: int = 0,
    dropped: int = 0,
    trouble: str = "",
) -> Status:
    """Put a status together, with its faults as sentences."""
    faults = [
        f"Damaged recordings were set aside as {file.name} in {folder}: keep that file and ask for help with it."
        for file in sorted(folder.glob(f"{DAMAGED_NAME}*.sqlite3"))
    ]
    free_now = 0
    try:
        free_now = free(folder)
    except OSError as error:
        faults.append(f"The data folder {folder} cannot be reached ({error.strerror}): bring it back, then restart.")
    else:
        if free_now < LOW_SPACE:
            megabytes = free_now // _MB
            faults.append(f"Only {megabytes} MB are free on the disk of {folder}: free some space before it is full.")
    if trouble:
        faults.append(f"{trouble}. Held in memory meanwhile: {held}; they will be written as soon as that works.")
    if dropped:
        faults.append(f"Memory was full while the disk could not be written: {dropped} were turned away and are lost.")
    if counters.quarantined:
        faults.append(
            f"In quarantine because they could not be stored: {counters.quarantined}. "
            "Send the recordings to those who look after the program."
        )
    return Status(
        log=counters.log,
        last_seq=counters.last_seq,
        interactions=counters.interactions,
        visits=counters.visits,
        unsent=counters.unsent,
        schema=counters.schema,
        held=held,
        dropped=dropped,
        quarantined=counters.quarantined,
        notes_waiting=notes_waiting,
        free_bytes=free_now,
        database_bytes=_database_bytes(folder),
        faults=tuple(faults),
    )


@contextmanager
def _reading(folder: Path) -> Iterator[Connection]:
    file = folder / FILE_NAME
    try:
        version = refuse_newer(file, SCHEMA)
        if version == 0:
            raise KnownError(f"There are no recordings in {folder}: name the kiosk's data folder with --data.")
        if version < SCHEMA:
            raise KnownError(
                f"The recordings in {folder} are of an older version (schema {version}): "
                "start the kiosk there once to bring them up to date."
            )
        engine = engine_over(lambda: connect_for_reading(file), begin="BEGIN")
        with engine.connect() as connection, connection.begin():
            yield connection
    except (Damaged, DBAPIError, sqlite3.Error, OSError) as error:
        if is_damage(error):
            raise KnownError(
                f"The recordings in {folder} are damaged: start the kiosk there, which sets them aside and goes on."
            ) from error
        cause = error.orig if isinstance(error, DBAPIError) else error
        raise KnownError(
            f"The recordings in {folder} cannot be read ({cause}): check the folder and its disk."
        ) from error


def _database_bytes(folder: Path) -> int:
    files = (folder / (FILE_NAME + ending) for ending in ("", "-wal"))
    return sum(file.stat().st_size for file in files if file.exists())
