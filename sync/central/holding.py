"""What is held of a log, line by line as it was sent."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

import msgspec
from sqlalchemy import Connection, select

from sync.central.schema import ROW, interaction, log, quarantine
from sync.protocol import Held, Row, line_of

_ID: Final = re.compile(r"[0-9A-Za-z_-]{1,64}\Z")
_COLUMNS: Final = [interaction.c[name] for name in ROW]


def held(connection: Connection, logs: Collection[str]) -> dict[str, Held]:
    """How far each log is held; 0 for one that nobody has sent."""
    found = connection.execute(select(log.c.id, log.c.held, log.c.last_id).where(log.c.id.in_(logs)))
    known = {id_: Held(through, last_id) for id_, through, last_id in found}
    return {id_: known.get(id_, Held(0)) for id_ in logs}


def lines(connection: Connection, number: int, first: int, last: int) -> dict[int, bytes]:
    """`{seq: line}` of the rows of a log from `first` to `last` that are here, in order of `seq`."""
    table = interaction.c
    rows = connection.execute(select(*_COLUMNS).where(table.log == number, table.seq.between(first, last)))
    found = {row[0]: line_of(Row(*row)) for row in rows}
    aside = select(quarantine.c.seq, quarantine.c.line)
    for seq, line in connection.execute(aside.where(quarantine.c.log == number, quarantine.c.seq.between(first, last))):
        found[seq] = bytes(line)
    return dict(sorted(found.items()))


def ids(connection: Connection, number: int, seqs: Collection[int]) -> dict[int, str]:
    """`{seq: id}` of these rows of a log, as far as they are here and have an id."""
    found: dict[int, str] = {}
    for table in (interaction, quarantine):
        rows = connection.execute(select(table.c.seq, table.c.id).where(table.c.log == number, table.c.seq.in_(seqs)))
        found |= {seq: id_ for seq, id_ in rows if id_}
    return found


def id_in(line: bytes) -> str:
    """The id in a line that is no row, as far as it can be told; else nothing."""
    try:
        match msgspec.json.decode(line):
            case [_, str(id_), *_] if _ID.match(id_):
                return id_
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    return ""


def number_of(connection: Connection, id_: str) -> int | None:
    """The number of a log here; None for one that nobody has sent."""
    number: int | None = connection.execute(select(log.c.number).where(log.c.id == id_)).scalar_one_or_none()
    return number
