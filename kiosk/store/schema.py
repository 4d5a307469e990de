"""The tables, as the present version of the program sees them. `migrations` is what makes them.

Times are UTC in milliseconds since 1970; `offset` is milliseconds since the kiosk started, on a clock that
nobody can set, below 0 for what an iPad did before then; `lasted` is milliseconds by that same clock, and for a visit
on an iPad, which goes on through a restart, by the times. `taken` says how many of an iPad's things are in here.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, Table, Text, text

metadata: Final = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _log(*, primary_key: bool = False) -> Column[int]:
    return Column("log", Integer, ForeignKey("log.number"), primary_key=primary_key, nullable=False)


log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _number("created"),
    _text("reason"),
)

interaction = Table(
    "interaction",
    metadata,
    _log(primary_key=True),
    Column("seq", Integer, primary_key=True, nullable=False),
    *map(_text, ("id", "visit", "session", "group", "station", "face", "zone")),
    *map(_text, ("activity", "screen", "verb", "detail", "release", "app")),
    _number("time"),
    _number("offset"),
    Index("interaction_by_visit", "visit", sqlite_where=text("visit <> ''")),
    sqlite_with_rowid=False,
)

visit = Table(
    "visit",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    _log(),
    *map(_text, ("zone", "session", "group", "station", "face")),
    _number("started"),
    _number("offset"),
    Column("ended", Integer),
    Column("how", Text, CheckConstraint("how IN ('finished', 'idle', 'host', 'interrupted')")),
    Column("lasted", Integer),
    Index("visit_still_open", "id", sqlite_where=text("ended IS NULL")),
)

note = Table(
    "note",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    _number("time"),
    *map(_text, ("kind", "text", "visit", "activity")),
    Column("state", Text, CheckConstraint("state IN ('waiting', 'approved', 'declined')"), nullable=False),
    _number("decided"),
    _number("retain_until"),
)

kept = Table(
    "kept",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    _text("value"),
    _number("changed"),
)

mark = Table(
    "mark",
    metadata,
    _log(primary_key=True),
    _number("sent_through"),
)

taken = Table(
    "taken",
    metadata,
    Column("ipad", Text, primary_key=True, nullable=False),
    _number("number"),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    _number("time"),
    _text("problem"),
    _text("content"),
)
