"""Taking a batch in: once, in order, all of it or nothing."""

from __future__ import annotations

import logging
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, insert, select, update

from sync.central import schema
from sync.central.database import Database
from sync.central.holding import id_in, ids, lines
from sync.protocol import Batch, Fork, Held, Row, row_of

_log = logging.getLogger(__name__)
_astuple = msgspec.structs.astuple


class Taken(NamedTuple):
    """What came of a batch; `kept` counts the rows that are new here, quarantined ones too."""

    answer: Held | Fork
    kept: int = 0


class _Line(NamedTuple):
    """One line of a batch. `row` is None for one that is set aside, because of `why`."""

    seq: int
    line: bytes
    row: Row | None
    why: str = ""

    @property
    def id(self) -> str:
        return self.row.id if self.row else id_in(self.line)


def take(database: Database, device: str, batch: Batch, now: int) -> Taken:
    """Keep what is new of a batch. It is on the disk when this returns a `Held`; of a fork nothing is kept."""
    given = _read(batch)
    refused = {one.seq: one.why for one in given if one.row is None}
    head = batch.head
    with database.writing() as connection:
        number, held, last_id = _log_of(database, connection, head.log, head.first, now)
        if head.first > held + 1:
            return Taken(Held(held, last_id))
        forked = _forked(connection, number, held, last_id, batch, given)
        if forked.seq:
            return Taken(_remember(database, connection, number, device, forked.seq, now))
        new = [one for one in given if one.seq not in forked.here]
        database.add_interactions(connection, [(number, *_astuple(one.row)) for one in new if one.row])
        aside = [
            {"log": number, "seq": one.seq, "id": one.id, "line": one.line, "why": one.why, "time": now}
            for one in new
            if one.row is None
        ]
        if aside:
            connection.execute(insert(schema.quarantine), aside)
            _log.warning("rows set aside", extra={"log": head.log, "rows": {row["seq"]: row["why"] for row in aside}})
        if given[-1].seq > held:
            held, last_id = given[-1].seq, given[-1].id
        connection.execute(
            update(schema.log)
            .where(schema.log.c.number == number)
            .values(held=held, last_id=last_id, device=device, received=now)
        )
    return Taken(Held(held, last_id, refused), len(new))


def _read(batch: Batch) -> list[_Line]:
    read = []
    for seq, line in enumerate(batch.lines, batch.head.first):
        try:
            row = row_of(line)
        except ValueError as error:
            read.append(_Line(seq, line, None, str(error)))
            continue
        if row.seq == seq:
            read.append(_Line(seq, line, row))
        else:
            read.append(_Line(seq, line, None, f"it says that it is row {row.seq}"))
    return read


def _log_of(database: Database, connection: Connection, id_: str, first: int, now: int) -> tuple[int, int, str]:
    """Number, held and last id of a log, which nobody else changes until this transaction is over."""
    table = schema.log
    query = select(table.c.number, table.c.held, table.c.last_id).where(table.c.id == id_).with_for_update()
    found = connection.execute(query).one_or_none()
    if found is None:
        if first > 1:
            return 0, 0, ""
        row = {"id": id_, "held": 0, "last_id": "", "begun": now, "received": now}
        connection.execute(database.insert(table).values(row).on_conflict_do_nothing())
        found = connection.execute(query).one()
    number, held, last_id = found
    return number, held, last_id


class _Here(NamedTuple):
    """Which rows of a batch are here already; `seq` is the first that is another here, 0 for none."""

    here: dict[int, bytes]
    seq: int = 0


def _forked(connection: Connection, number: int, held: int, last_id: str, batch: Batch, given: list[_Line]) -> _Here:
    """Compare a batch with what is held. An id that one of both doesn't know says nothing."""
    head = batch.head
    if head.first > 1 and head.before:
        before = last_id if head.first - 1 == held else ids(connection, number, [head.first - 1]).get(head.first - 1)
        if before and before != head.before:
            return _Here({}, head.first - 1)
    if head.first > held:
        return _Here({})
    here = lines(connection, number, head.first, min(held, given[-1].seq))
    return _Here(here, next((one.seq for one in given if here.get(one.seq, one.line) != one.line), 0))


def _remember(database: Database, connection: Connection, number: int, device: str, seq: int, now: int) -> Fork:
    row: dict[str, Any] = {"device": device, "time": now}
    query = database.insert(schema.fork).values(log=number, seq=seq, **row)
    connection.execute(query.on_conflict_do_update(index_elements=["log", "seq"], set_=row))
    _log.warning("fork", extra={"log": number, "seq": seq, "device": device})
    return Fork(seq)
