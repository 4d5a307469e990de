"""What is read from the store without touching the disk: settings that are kept, notes, how far each iPad has come.

Not thread-safe.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar

import msgspec
from sqlalchemy import Connection, select

from kiosk.store import schema
from kiosk.store.model import Note
from kiosk.store.statements import Write

T = TypeVar("T")

VISITS: Final = 5000
"""How many visits are remembered, the latest: on thirty iPads, more than begin in any session."""


class Memory:
    """The present `kept` and `note` rows. Every change gives the write that makes it last.

    `taken` is, by iPad, the number of the last thing that was taken from it, on disk or on its way there.
    """

    def __init__(self) -> None:
        self.taken: dict[str, int] = {}
        self._visits: dict[str, tuple[str, int]] = {}
        self._kept: dict[str, bytes] = {}
        self._notes: dict[str, Note] = {}

    def load(self, connection: Connection) -> None:
        """Take in what a file holds."""
        kept, notes = (
            [dict(row) for row in connection.execute(select(table)).mappings()] for table in (schema.kept, schema.note)
        )
        self.take(kept, notes)
        for ipad, number in connection.execute(select(schema.taken.c.ipad, schema.taken.c.number)):
            self.taken[ipad] = number
        visit = schema.visit
        latest = select(visit.c.id, visit.c.session, visit.c.started).order_by(visit.c.id.desc()).limit(VISITS)
        for id_, session, started in reversed(connection.execute(latest).all()):
            self.began(id_, session, started)

    def began(self, visit: str, session: str, started: int) -> None:
        """A visit has begun. The first beginning counts, as it does on disk."""
        self._visits.setdefault(visit, (session, started))
        if len(self._visits) > VISITS:
            del self._visits[next(iter(self._visits))]

    def session_of(self, visit: str) -> str:
        """The session in which a visit began; empty for none."""
        return self._visits.get(visit, ("", 0))[0]

    def visits_in(self, session: str, since_ms: int) -> int:
        """How many visits began in a session from then on."""
        return sum(one == session and started >= since_ms for one, started in self._visits.values())

    def take(self, kept: Iterable[Mapping[str, Any]], notes: Iterable[Mapping[str, Any]]) -> None:
        """Take in rows of the tables. What is already here is newer and stays."""
        for row in kept:
            self._kept.setdefault(row["key"], row["value"].encode())
        for row in notes:
            self._notes.setdefault(row["id"], Note(**row))

    def everything(self, now_ms: int) -> list[Write]:
        """Writes that bring all of this to another file."""
        kept = [self._keeping(key, now_ms) for key in self._kept]
        notes = [Write("note", msgspec.structs.asdict(note)) for note in self._notes.values()]
        return kept + notes + [Write("take", {"ipad": ipad, "number": number}) for ipad, number in self.taken.items()]

    def get(self, key: str, default: T) -> T:
        value = self._kept.get(key)
        if value is None:
            return default
        kept: T = msgspec.json.decode(value)
        return kept

    def set(self, key: str, value: Any, now_ms: int) -> Write:
        self._kept[key] = msgspec.json.encode(value)
        return self._keeping(key, now_ms)

    def add(self, note: Note) -> None:
        """The first of an id stays, as it does on disk: nobody changes what a host has read."""
        self._notes.setdefault(note.id, note)

    def decide(self, id_: str, approve: bool, now_ms: int) -> Write:
        """Raises KeyError for a note that isn't there."""
        state = "approved" if approve else "declined"
        self._notes[id_] = msgspec.structs.replace(self._notes[id_], state=state, decided=now_ms)
        return Write("decide", {"of": id_, "to": state, "at": now_ms})

    def waiting(self, now_ms: int) -> tuple[Note, ...]:
        """Oldest first."""
        return tuple(note for note in self._notes.values() if note.state == "waiting" and note.retain_until >= now_ms)

    def approved(self, kind: str, limit: int, now_ms: int) -> tuple[Note, ...]:
        """Latest decision first."""
        found = [
            note
            for note in self._notes.values()
            if note.state == "approved" and note.kind == kind and note.retain_until >= now_ms
        ]
        return tuple(sorted(found, key=lambda note: (note.decided, note.id), reverse=True)[:limit])

    def purge(self, before_ms: int) -> list[Write]:
        """Forget the notes whose time was over before then."""
        expired = [id_ for id_, note in self._notes.items() if note.retain_until < before_ms]
        for id_ in expired:
            del self._notes[id_]
        return [Write("purge", {"before": before_ms})] if expired else []

    def _keeping(self, key: str, now_ms: int) -> Write:
        return Write("keep", {"key": key, "value": self._kept[key].decode(), "changed": now_ms})
