"""The tables of the central store, as the present version of the program sees them; `migrations` makes them.

Times are UTC in milliseconds since 1970. A log is held as a run of `seq` from 1 to `log.held` without a gap: each of
these rows is in `interaction` or, where it can't be one, in `quarantine` with its raw line.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, text

metadata: Final = MetaData()

ROW: Final = (
    "seq", "id", "time", "offset", "visit", "session", "group", "station", "face", "zone", "activity", "screen",
    "verb", "detail", "release", "app",
)  # fmt: skip
"""The columns of an interaction in the order of `sync.protocol.Row`."""
PARTITIONS: Final = 16
"""Of the interactions on PostgreSQL, by log."""


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, BigInteger, nullable=False)


device = Table(
    "device",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("token", Text, nullable=False, unique=True),  # SHA-256 in hex
    *map(_text, ("zone", "venue", "station", "app")),
    _number("enrolled"),
    Column("revoked", BigInteger),
    Column("seen", BigInteger),
    Column("about", Text),  # the last `sync.protocol.About` as JSON; came at `seen`
)

enrol_code = Table(
    "enrol_code",
    metadata,
    Column("hash", Text, primary_key=True, nullable=False),
    *map(_text, ("zone", "venue")),
    *map(_number, ("made", "expires")),
    Column("used", BigInteger),
    Column("device", Text, ForeignKey("device.id")),
)

enrol_try = Table(
    "enrol_try",
    metadata,
    Column("number", Integer, primary_key=True),
    _number("time"),
    _text("address"),
)

log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("device", Text, ForeignKey("device.id")),  # who sent last
    _number("held"),
    _text("last_id"),  # of row `held`, "" where that can't be known
    *map(_number, ("begun", "received")),
    Column("claimed", BigInteger),  # when the kiosk last said what it holds,
    Column("claimed_through", BigInteger),  # how far,
    Column("claimed_held", BigInteger),  # and how far it was held here then
    Index("log_by_device", "device"),
)

interaction = Table(
    "interaction",
    metadata,
    Column("log", Integer, primary_key=True, autoincrement=False, nullable=False),
    Column("seq", BigInteger, primary_key=True, autoincrement=False, nullable=False),
    _text("id"),
    *map(_number, ("time", "offset")),
    *map(_text, ("visit", "session", "group", "station", "face", "zone", "activity", "screen")),
    *map(_text, ("verb", "detail", "release", "app")),
    sqlite_with_rowid=False,
    postgresql_partition_by="HASH (log)",
)
# Begins and ends are one row in twenty: what visits are found by costs little.
Index(
    "interaction_begins", interaction.c.time,
    sqlite_where=text("verb = 'begin'"), postgresql_where=text("verb = 'begin'"),
)  # fmt: skip
Index(
    "interaction_ends", interaction.c.visit,
    sqlite_where=text("verb IN ('end', 'interrupted')"), postgresql_where=text("verb IN ('end', 'interrupted')"),
)  # fmt: skip

quarantine = Table(
    "quarantine",
    metadata,
    Column("log", Integer, ForeignKey("log.number"), primary_key=True, autoincrement=False, nullable=False),
    Column("seq", BigInteger, primary_key=True, autoincrement=False, nullable=False),
    _text("id"),  # as far as it can be told, else ""
    Column("line", LargeBinary, nullable=False),
    _text("why"),
    _number("time"),
)

claim = Table(
    "claim",
    metadata,
    Column("log", Integer, ForeignKey("log.number"), primary_key=True, autoincrement=False, nullable=False),
    Column("block", BigInteger, primary_key=True, autoincrement=False, nullable=False),
    _number("last"),  # row of the block that the digest goes as far as
    _text("digest"),
)

fork = Table(
    "fork",
    metadata,
    Column("log", Integer, ForeignKey("log.number"), primary_key=True, autoincrement=False, nullable=False),
    Column("seq", BigInteger, primary_key=True, autoincrement=False, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    _number("time"),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True),
    _number("time"),
    *map(_text, ("who", "what", "detail")),
)
