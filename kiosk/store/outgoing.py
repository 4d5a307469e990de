"""What of a kiosk's recordings the centre has yet to get: read beside the writer, on a connection of its own."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, func, insert, select, update

from kiosk.store import schema
from kiosk.store.database import FILE_NAME, connect_for_reading
from sync.protocol import Row, line_of

_LOGS: Final = """
    SELECT log.id, coalesce((SELECT max(seq) FROM interaction WHERE log = number), 0), coalesce(sent_through, 0)
    FROM log LEFT JOIN mark ON mark.log = number ORDER BY number
"""
_ROWS: Final = f"""
    SELECT {", ".join(f'"{name}"' for name in Row.__struct_fields__)} FROM interaction
    WHERE log = (SELECT number FROM log WHERE id = ?) AND seq BETWEEN ? AND ? ORDER BY seq
"""
_IDS: Final = """
    SELECT seq, id FROM interaction
    WHERE log = (SELECT number FROM log WHERE id = ?) AND seq IN (SELECT value FROM json_each(?))
"""
_OLDEST: Final = """
    SELECT min(time) FROM (
      SELECT (SELECT time FROM interaction WHERE log = number AND seq = coalesce(sent_through, 0) + 1) AS time
      FROM log LEFT JOIN mark ON mark.log = number)
"""


class Log(msgspec.Struct, frozen=True):
    """A log as it is on disk: rows 1 to `last`, of which the centre has said that it holds 1 to `sent`."""

    id: str
    last: int
    sent: int


class Outgoing:
    """Reads the recordings in a folder, as far as they are on disk. Each call opens the file and lets go of it."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME

    def logs(self) -> tuple[Log, ...]:
        """All logs, the one that is written now last."""
        return tuple(Log(*row) for row in self._ask(_LOGS))

    def lines(self, log: str, first: int, last: int) -> list[bytes]:
        """Rows of a log, both ends included, each as the line that is sent."""
        return [line_of(Row(*row)) for row in self._ask(_ROWS, log, first, last)]

    def ids(self, log: str, seqs: Sequence[int]) -> dict[int, str]:
        """The ids of some rows of a log, by number."""
        return dict(self._ask(_IDS, log, msgspec.json.encode(seqs).decode()))

    def oldest_unsent(self) -> int:
        """When the oldest that is unsent was recorded, UTC in ms; 0 when there is none."""
        (found,) = self._ask(_OLDEST)
        return int(found[0] or 0)

    def _ask(self, query: str, *given: object) -> list[tuple[Any, ...]]:
        with closing(connect_for_reading(self._file)) as connection:
            return connection.execute(query, given).fetchall()


def part(connection: Connection, values: dict[str, Any]) -> None:
    """Begin the log `id` and move there what the log `of` holds from row `at` on, numbered from 1. Done once."""
    log, interaction, mark = schema.log, schema.interaction, schema.mark
    if connection.execute(select(log.c.number).where(log.c.id == values["id"])).first():
        return
    old = select(log.c.number).where(log.c.id == values["of"]).scalar_subquery()
    number = connection.execute(select(func.max(log.c.number))).scalar_one() + 1
    connection.execute(insert(log), {"number": number, **{name: values[name] for name in ("id", "created", "reason")}})
    moved = update(interaction).where(interaction.c.log == old, interaction.c.seq >= values["at"])
    before = values["at"] - 1
    connection.execute(moved.values(log=number, seq=interaction.c.seq - before))
    connection.execute(update(mark).where(mark.c.log == old, mark.c.sent_through > before).values(sent_through=before))
