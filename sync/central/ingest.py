"""Taking a batch in: once, in order, all of it or nothing."""

from __future__ import annotations

import logging
from typing import Any, Final, NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, insert, select, update

from sync.central import schema
from sync.central.database import Database
from sync.central.holding import id_in, ids, lines
from sync.protocol import Batch, Fork, Held, plain_rows, row_of

_log = logging.getLogger(__name__)

# Made once: to make a statement costs more than to run it.
_LOCKED: Final = (
    select(schema.log.c.number, schema.log.c.held, schema.log.c.last_id)
    .where(schema.log.c.id == bindparam("id_"))
    .with_for_update()
)
_MOVE: Final = (
    update(schema.log)
    .where(schema.log.c.number == bindparam("of"))
    .values(held=bindparam("to"), last_id=bindparam("last"), device=bindparam("by"), received=bindparam("at"))
)


class Taken(NamedTuple):
    """What came of a batch; `kept` counts the rows that are new here, quarantined ones too."""

    answer: Held | Fork
    kept: int = 0


class _Read(NamedTuple):
    """A batch as it was read: the values of each row, None for one that is set aside, and why, by `seq`."""

    rows: list[tuple[Any, ...] | None]
    refused: dict[int, str]


def take(database: Database, device: str, batch: Batch, now: int) -> Taken:
    """Keep what is new of a batch. It is on the disk when this returns a `Held`; of a fork nothing is kept."""
    rows, refused = _read(batch)
    head = batch.head
    last = head.first + head.count - 1
    with database.writing() as connection:
        number, held, last_id = _log_of(database, connection, head.log, head.first, now)
        if head.first > held + 1:
            return Taken(Held(held, last_id))
        forked = _forked(connection, number, held, last_id, batch)
        if forked.seq:
            _log.warning("fork", extra={"log": head.log, "seq": forked.seq, "device": device})
            return Taken(_remember(database, connection, number, device, forked.seq, now))
        every = enumerate(zip(batch.lines, rows, strict=True), head.first)
        new = [(seq, line, row) for seq, (line, row) in every if seq not in forked.here]
        database.add_interactions(connection, [(number, *row) for _, _, row in new if row])
        aside = [
            {"log": number, "seq": seq, "id": id_in(line), "line": line, "why": refused[seq], "time": now}
            for seq, line, row in new
            if row is None
        ]
        if aside:
            connection.execute(insert(schema.quarantine), aside)
            _log.warning("rows set aside", extra={"log": head.log, "rows": {row["seq"]: row["why"] for row in aside}})
        if last > held:
            held, last_id = last, rows[-1][1] if rows[-1] else id_in(batch.lines[-1])
        connection.execute(_MOVE, {"of": number, "to": held, "last": last_id, "by": device, "at": now})
    return Taken(Held(held, last_id, refused), len(new))


def _read(batch: Batch) -> _Read:
    first = batch.head.first
    plain = plain_rows(batch.lines)
    if plain and [row[0] for row in plain] == list(range(first, first + len(plain))):
        return _Read([*plain], {})
    read = _Read([], {})
    for seq, line in enumerate(batch.lines, first):
        try:
            row = row_of(line)
            if row.seq != seq:
                raise ValueError(f"it says that it is row {row.seq}")
            read.rows.append(msgspec.structs.astuple(row))
        except ValueError as error:
            read.rows.append(None)
            read.refused[seq] = str(error)
    return read


def _log_of(database: Database, connection: Connection, id_: str, first: int, now: int) -> tuple[int, int, str]:
    """Number, held and last id of a log, which nobody else changes until this transaction is over."""
    found = connection.execute(_LOCKED, {"id_": id_}).one_or_none()
    if found is None:
        if first > 1:
            return 0, 0, ""
        row = {"id": id_, "held": 0, "last_id": "", "begun": now, "received": now}
        connection.execute(database.insert(schema.log).values(row).on_conflict_do_nothing())
        found = connection.execute(_LOCKED, {"id_": id_}).one()
    number, held, last_id = found
    return number, held, last_id


class _Here(NamedTuple):
    """Which rows of a batch are here already; `seq` is the first that is another here, 0 for none."""

    here: dict[int, bytes]
    seq: int = 0


def _forked(connection: Connection, number: int, held: int, last_id: str, batch: Batch) -> _Here:
    """Compare a batch with what is held. An id that one of both doesn't know says nothing."""
    head = batch.head
    if head.first > 1 and head.before:
        before = last_id if head.first - 1 == held else ids(connection, number, [head.first - 1]).get(head.first - 1)
        if before and before != head.before:
            return _Here({}, head.first - 1)
    if head.first > held:
        return _Here({})
    here = lines(connection, number, head.first, min(held, head.first + head.count - 1))
    given = enumerate(batch.lines, head.first)
    return _Here(here, next((seq for seq, line in given if here.get(seq, line) != line), 0))


def _remember(database: Database, connection: Connection, number: int, device: str, seq: int, now: int) -> Fork:
    row: dict[str, Any] = {"device": device, "time": now}
    query = database.insert(schema.fork).values(log=number, seq=seq, **row)
    connection.execute(query.on_conflict_do_update(index_elements=["log", "seq"], set_=row))
    return Fork(seq)
