"""The store: takes what happens at a station and keeps it, through power cuts, full disks and damaged files.

What happens is taken from any thread, also the one that draws, and what is kept is answered from memory: only
the writer reads and writes the database.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from uuid import NAMESPACE_OID, uuid5

import msgspec
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from kiosk.errors import KnownError
from kiosk.store import schema
from kiosk.store.database import (
    FILE_NAME,
    Connect,
    Damaged,
    Database,
    connect_for_writing,
    is_damage,
    open_database,
    salvage,
    set_aside,
)
from kiosk.store.lock import FolderLock
from kiosk.store.memory import Memory
from kiosk.store.model import NOTE_LIMIT, Before, Entry, How, Note, Origin, Status
from kiosk.store.reader import free_bytes, make_status
from kiosk.store.stamps import Stamps
from kiosk.store.statements import Write
from kiosk.store.uuid7 import Uuid7
from kiosk.store.walks import Walks, read_walks
from kiosk.store.writer import HELD_BOUND, Ticket, Writer

RETAIN_DAYS = 90
"""How long a note is kept unless the caller says otherwise."""

_DAY_MS = 86_400_000

_HERE = "kiosk"
"""The face that stops when this program does."""

T = TypeVar("T")


class Store:
    """The recordings of one station. Made by `Store.open`, ended by `close`."""

    def __init__(
        self,
        folder: Path,
        lock: FolderLock,
        *,
        station: str,
        release: str,
        app: str,
        clock: Callable[[], float],
        monotonic: Callable[[], float],
        connect: Connect,
        free: Callable[[Path], int],
        bound: int,
    ) -> None:
        self.interrupted: tuple[str, ...] = ()
        """Visits that were still open when the kiosk stopped the last time: closed now.

        Not those on iPads, which go on meanwhile, unless they began more than a day ago.
        """
        self._file = folder / FILE_NAME
        self._lock = lock
        self._stamps = Stamps(station=station, release=release, app=app, clock=clock, monotonic=monotonic)
        self._connect = connect
        self._free = free
        self._ids = Uuid7()
        self._guard = threading.RLock()
        self._memory = Memory()
        self._walks = Walks()
        self._unfinished: set[str] = set()
        self._later: list[Entry] = []
        self._tickets: dict[str, Ticket] = {}
        database = self._open_or_begin_anew("first start", damaged=False)
        try:
            try:
                writes = self._put_in_order(database)
            except DBAPIError as error:
                if not is_damage(error):
                    raise
                database.close()
                database = self._open_or_begin_anew("", damaged=True)
                writes = self._put_in_order(database)
        except BaseException:
            database.close()
            raise
        self._writer = Writer(
            database,
            guard=self._guard,
            reopen=self._reopen,
            now_ms=self._now_ms,
            make_id=self._make_id,
            taken=self._memory.taken,
            bound=bound,
        )
        self._found = (database.counters.log_number, database.counters.last_seq)
        for write in writes:
            self._writer.put(write)
        self._writer.flush(0)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        station: str,
        release: str,
        app: str,
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
        connect: Connect = connect_for_writing,
        free: Callable[[Path], int] = free_bytes,
        bound: int = HELD_BOUND,
        background: bool = True,
    ) -> Store:
        """Open the recordings in `folder`, which is made when it isn't there.

        `clock` and `monotonic` give seconds. Without `background` nothing is written until `flush` or `close`.
        Raises KnownError when another kiosk holds the folder, when it cannot be written, or when its recordings
        are of a newer version. A damaged file is set aside, and a new one begun; `status` says so.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise KnownError(
                f"The data folder {folder} cannot be made ({error.strerror}): name another one with --data."
            ) from error
        lock = FolderLock(folder)
        try:
            store = cls(
                folder,
                lock,
                station=station,
                release=release,
                app=app,
                clock=clock,
                monotonic=monotonic,
                connect=connect,
                free=free,
                bound=bound,
            )
        except (DBAPIError, OSError) as error:
            lock.release()
            cause = error.orig if isinstance(error, DBAPIError) else error
            raise KnownError(
                f"The recordings in {folder} cannot be opened ({cause}): check that the folder is writable and its "
                "disk neither full nor failing, or name another folder with --data."
            ) from error
        except BaseException:
            lock.release()
            raise
        if background:
            store._writer.start()
        return store

    # What happens

    def new_id(self) -> str:
        """A new id, for a visit for example: a UUID of version 7."""
        return self._make_id(self._now_ms())

    def record(self, entry: Entry, *, of: Origin | None = None) -> Ticket:
        """Keep something that was done."""
        with self._guard:
            session = self._memory.session_of(entry.visit) if entry.session is None else entry.session
            ticket = self._put(Write("interaction", self._stamps.interaction(entry, session, of)), of)
            if not ticket.dropped:
                self._walk(entry)
            return ticket

    def begin_visit(
        self,
        visit: str,
        zone: str,
        *,
        session: str = "",
        group: str = "",
        face: str = _HERE,
        of: Origin | None = None,
    ) -> Ticket:
        """A delegate has begun. `visit` is an id from `new_id`, or made on an iPad."""
        with self._guard:
            values = self._stamps.visit(visit, zone, session, group, face, of)
            ticket = self._put(Write("begin", values), of)
            if not ticket.dropped:
                self._memory.began(visit, session, values["started"])
            return ticket

    def end_visit(self, visit: str, how: How, *, of: Origin | None = None) -> Ticket:
        """A visit is over. The first end counts."""
        with self._guard:
            values = {"of": visit, "at": self._stamps.time(of), "by": how, "now": self._stamps.offset(of)}
            return self._put(Write("end", values), of)

    def visits_in(self, session: str, since: float) -> int:
        """How many visits have begun in a session since then, in seconds since 1970: of the latest few thousand."""
        with self._guard:
            return self._memory.visits_in(session, int(since * 1000))

    def set_release(self, release: str) -> None:
        """From now on, what is recorded was done with this content release."""
        with self._guard:
            self._stamps.release = release

    # Notes

    def note(
        self,
        kind: str,
        text: str,
        *,
        visit: str = "",
        activity: str = "",
        retain_days: int = RETAIN_DAYS,
        of: Origin | None = None,
    ) -> Ticket:
        """Keep free text, shown to nobody but a host until one has approved it."""
        if not 0 < len(text) <= NOTE_LIMIT:
            raise ValueError(f"a note has 1 to {NOTE_LIMIT} characters, not {len(text)}")
        # A lone surrogate is no character; no database and no screen could take it.
        text = text.encode("utf-8", "replace").decode()
        with self._guard:
            now = self._stamps.time(of)
            until = now + retain_days * _DAY_MS
            note = Note(of.id if of else self._ids(now), now, kind, text, visit, activity, "waiting", 0, until)
            ticket = self._put(Write("note", msgspec.structs.asdict(note)), of)
            if not ticket.dropped:
                self._memory.add(note)
            return ticket

    def waiting_notes(self) -> tuple[Note, ...]:
        """What a host has yet to decide on, oldest first."""
        with self._guard:
            return self._memory.waiting(self._now_ms())

    def approved_notes(self, kind: str, limit: int) -> tuple[Note, ...]:
        """What may be shown, the latest approved first."""
        with self._guard:
            return self._memory.approved(kind, limit, self._now_ms())

    def decide_note(self, id_: str, approve: bool) -> Ticket:
        """Approve or decline a note; a host may change their mind. Raises KeyError for one that isn't there."""
        with self._guard:
            return self._writer.put(self._memory.decide(id_, approve, self._now_ms()))

    # What others did

    def recall(self) -> None:
        """Count the walks of earlier runs too, from then on. Reads the disk: once, by a worker."""
        earlier = read_walks(self._file.parent, *self._found, going_on=self._unfinished)
        with self._guard:
            self._walks.merge(earlier)
            self._unfinished = set()
            for entry in self._later:
                self._walk(entry)
            self._later.clear()

    def before(self, activity: str) -> Before:
        """How many went which way through an activity, in visits that are over."""
        with self._guard:
            return self._walks.before(activity)

    # What iPads send

    def taken(self, ipad: str) -> int:
        """The number of the last thing that was taken from an iPad, on disk or on its way there: 0 for none."""
        with self._guard:
            return self._memory.taken.get(ipad, 0)

    def held(self, ipad: str, timeout_s: float = 0.0) -> int:
        """The number of the last that is on disk. Waits for all that was taken, unless the disk is failing."""
        with self._guard:
            ticket, trouble = self._tickets.get(ipad), self._writer.trouble
        # In trouble nobody waits: thirty iPads that do would hold up everything else that is asked for.
        if ticket and not trouble:
            ticket.wait(timeout_s)
        with self._guard:
            return self._writer.taken.get(ipad, 0)

    def set_aside(self, problem: str, content: str, *, of: Origin) -> Ticket:
        """Put something that an iPad sent and that cannot be stored into the quarantine."""
        with self._guard:
            return self._put(self._writer.to_quarantine(problem, content), of)

    def skip(self, *, of: Origin) -> Ticket:
        """Count something as taken, and keep nothing of it."""
        with self._guard:
            return self._put(Write("take", {"ipad": of.ipad, "number": of.number}), of)

    # What the centre has

    def sent(self, log: str, through: int) -> Ticket:
        """The centre holds a log as far as that; less than before when it was restored from an older copy."""
        with self._guard:
            return self._put(Write("sent", {"of": log, "through": through}), None)

    def part(self, log: str, at: int, reason: str, *, begins: str = "") -> Ticket:
        """Another copy of this disk has sent something else from row `at` on: what is here goes on in a new log.

        `begins` is the id of that row, if there is one. The new log is called after it, so that two copies that both
        hold these rows send them once.
        """
        with self._guard:
            id_ = str(uuid5(NAMESPACE_OID, f"{log}/{begins}")) if begins else self.new_id()
            values = {"of": log, "at": at, "id": id_, "created": self._now_ms(), "reason": reason}
            return self._put(Write("part", values), None)

    def refused(self, problem: str, content: str) -> Ticket:
        """The centre can't keep something: it is set aside here too, for a host to see."""
        with self._guard:
            return self._writer.put(self._writer.to_quarantine(problem, content))

    # What is kept over a restart

    def get_kept(self, key: str, default: T) -> T:
        """What was kept under a key, as plain JSON values, or the default."""
        with self._guard:
            return self._memory.get(key, default)

    def set_kept(self, key: str, value: Any) -> Ticket:
        """Keep a plain JSON value. It is read back from now on; the ticket says when it outlives a restart."""
        with self._guard:
            return self._writer.put(self._memory.set(key, value, self._now_ms()))

    # How it is going

    def status(self) -> Status:
        """The present state. Asks the disk how full it is, so not on every frame."""
        with self._guard:
            counters = msgspec.structs.replace(self._writer.counters)
            notes_waiting = len(self._memory.waiting(self._now_ms()))
            held, dropped, trouble = self._writer.held, self._writer.dropped, self._writer.trouble
        return make_status(
            self._file.parent,
            counters,
            notes_waiting=notes_waiting,
            free=self._free,
            held=held,
            dropped=dropped,
            trouble=trouble,
        )

    def flush(self, timeout_s: float = 5.0) -> bool:
        """Write all that was accepted so far. False when that did not succeed in time; it is tried again later."""
        return self._writer.flush(timeout_s)

    def close(self, timeout_s: float = 10.0) -> int:
        """Write everything, let go of the folder. Returns how many writes could not be written: 0 but for a fault."""
        left = self._writer.close(timeout_s)
        if self._writer.stopped:
            self._lock.release()
        return left

    # Inside

    def _make_id(self, time_ms: int) -> str:
        with self._guard:
            return self._ids(time_ms)

    def _now_ms(self) -> int:
        return self._stamps.time()

    def _put(self, write: Write, of: Origin | None) -> Ticket:
        if of is None:
            return self._writer.put(write)
        write.taken = (of.ipad, of.number)
        ticket = self._writer.put(write)
        if not ticket.dropped:
            self._memory.taken[of.ipad] = of.number
            self._tickets[of.ipad] = ticket
        return ticket

    def _walk(self, entry: Entry) -> None:
        if entry.visit in self._unfinished:
            # Its walks began in an earlier run, which is yet to be recalled.
            self._later.append(entry)
        else:
            self._walks.take(entry.visit, entry.activity, entry.screen, entry.verb, entry.detail)

    def _open_or_begin_anew(self, reason: str, *, damaged: bool) -> Database:
        """Open the file. When it is damaged, set it aside and begin another, with what can be saved in memory."""
        try:
            if damaged:
                raise Damaged
            return self._open_file(reason)
        except (Damaged, DBAPIError) as error:
            if not is_damage(error):
                raise
        with self._guard:
            self._memory.take(*salvage(self._file))
        aside = set_aside(self._file, self._now_ms())
        return self._open_file(f"the file before was damaged: {aside.name}")

    def _open_file(self, reason: str) -> Database:
        return open_database(self._file, new_id=self.new_id, now_ms=self._now_ms, reason=reason, connect=self._connect)

    def _reopen(self, damaged: bool) -> Database:
        before = self._writer.counters.log
        database = self._open_or_begin_anew("the file before was gone", damaged=damaged)
        if database.counters.log != before:
            with self._guard:
                for write in self._memory.everything(self._now_ms()):
                    self._writer.put(write)
        return database

    def _put_in_order(self, database: Database) -> list[Write]:
        """Take into memory what is read from there, and say what has to be written at a start."""
        writes = self._memory.everything(self._now_ms())  # What was saved from a damaged file, if there was one.
        interaction, visit = schema.interaction, schema.visit
        newest = select(interaction.c.time).order_by(interaction.c.log.desc(), interaction.c.seq.desc()).limit(1)
        with database.connection.begin():
            self._memory.load(database.connection)
            still_open = select(visit.c.id, visit.c.face, visit.c.started).where(visit.c.ended.is_(None))
            found = database.connection.execute(still_open.order_by(visit.c.id)).all()
            last_time = database.connection.execute(newest).scalar()
        yesterday = self._now_ms() - _DAY_MS
        self._unfinished = {id_ for id_, face, started in found if face != _HERE and started > yesterday}
        self.interrupted = tuple(id_ for id_, *_ in found if id_ not in self._unfinished)
        writes += [Write("interrupt", {"of": id_}) for id_ in self.interrupted]
        # A clock that is a year ahead must not erase notes: the run before must agree that their time is over.
        return writes + self._memory.purge(min(self._now_ms(), last_time or 0))
