"""The one writer: takes writes from any thread, commits them in groups, in order, and never gives one up.

A group that fails stays at the head of the line and is tried again; what may or may not have been committed
when an error came is settled by looking at what the file holds. Numbers (`seq`) are given out inside the
transaction that stores them, so they have no gaps whatever happens. The same transaction says how far each iPad has
come, so what one of them sends again is known to be here, or not to be.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Final

from sqlalchemy.exc import DBAPIError

from kiosk.store.database import Counters, Database, count, is_damage
from kiosk.store.faults import DAMAGED, STOPPED, UNKNOWN, what_to_do
from kiosk.store.outgoing import part
from kiosk.store.statements import STATEMENTS, Write

HELD_BOUND: Final = 100_000
"""Writes held in memory (about 1 kB each) before new ones are turned away: ten busy days of one station."""

GROUP: Final = 500
"""The most writes in one transaction."""

GROUP_ENOUGH: Final = 64
"""Writes that are worth committing without waiting for more."""

GROUP_WAIT_S: Final = 0.010
"""How long a first write waits for company: the entries of one tap share a commit, made after the tap is answered."""

RETRY_FIRST_S: Final = 0.25
RETRY_MOST_S: Final = 30.0
_LAST_STEP_S: Final = 5.0
"""How long past its time a close waits for a try that is under way."""

_log = logging.getLogger(__name__)

_UNBOUNDED: Final = frozenset({"keep", "decide", "purge", "interrupt", "quarantine", "take", "sent", "part"})
"""Few and precious: never turned away. But for what an iPad sends, which is sent again."""


class Ticket:
    """What a caller holds of a write: whether it is on disk yet. `dropped`: memory was full, it will never be."""

    __slots__ = ("_number", "_writer")

    def __init__(self, writer: Writer, number: int) -> None:
        self._writer = writer
        self._number = number

    @property
    def dropped(self) -> bool:
        return self._number == 0

    @property
    def durable(self) -> bool:
        return 0 < self._number <= self._writer.durable

    def wait(self, timeout_s: float = 5.0) -> bool:
        """Wait until it is durable. False when that took too long or will never be."""
        return not self.dropped and self._writer.wait(self._number, timeout_s)


class Writer:
    """Writes to one database. `reopen(damaged)` gives it back after a failure, replaced when it is damaged.

    After `start` a thread does the work; before, it is done in `flush` and `close`. `guard` is held for all that
    is shared; a caller may hold it to make a stamp and a put one thing. `bound` is how many writes are held, half of
    it when they come from iPads. `taken` is, by iPad, the number of the last of its writes that is on disk.
    """

    def __init__(
        self,
        database: Database,
        *,
        guard: threading.RLock,
        reopen: Callable[[bool], Database],
        now_ms: Callable[[], int],
        make_id: Callable[[int], str],
        taken: Mapping[str, int],
        bound: int = HELD_BOUND,
    ) -> None:
        self.changed = threading.Condition(guard)
        self.counters: Counters = database.counters
        self.dropped = 0
        self.trouble = ""
        self.taken = dict(taken)
        self._database: Database | None = database
        self._reopen = reopen
        self._now_ms = now_ms
        self._make_id = make_id
        self._bound = bound
        self._waiting: deque[Write] = deque()
        self._accepted = 0
        self._durable = 0
        self._dropped_noted = 0
        self._damaged = False
        self._in_doubt = 0
        self._stood = ("", 0)
        self._singly = 0
        self._retry_s = RETRY_FIRST_S
        self._resting = False
        self._hurry = False
        self._close_by: float | None = None
        self._thread: threading.Thread | None = None

    @property
    def durable(self) -> int:
        """How many of the accepted writes are on disk. Writes reach it in the order in which they came."""
        return self._durable

    @property
    def held(self) -> int:
        """Writes that are accepted and not on disk yet."""
        return len(self._waiting)

    @property
    def stopped(self) -> bool:
        """Whether nothing is being written in the background."""
        return self._thread is None or not self._thread.is_alive()

    def start(self) -> None:
        """Begin to write in the background."""
        self._thread = threading.Thread(target=self._run, name="kiosk-writer", daemon=True)
        self._thread.start()

    def put(self, write: Write) -> Ticket:
        """Take a write. Costs microseconds, from any thread; the order of puts is the order on disk."""
        with self.changed:
            # An iPad keeps what is turned away and sends it again; what happens here has nowhere else to be.
            if write.taken and len(self._waiting) >= self._bound // 2:
                return Ticket(self, 0)
            if len(self._waiting) >= self._bound and write.statement not in _UNBOUNDED:
                self.dropped += 1
                return Ticket(self, 0)
            self._waiting.append(write)
            self._accepted += 1
            if self._resting or len(self._waiting) == GROUP_ENOUGH:
                self.changed.notify_all()
            return Ticket(self, self._accepted)

    def wait(self, number: int, timeout_s: float) -> bool:
        """Wait until that many writes are on disk."""
        with self.changed:
            return self.changed.wait_for(lambda: self._durable >= number, timeout_s)

    def flush(self, timeout_s: float) -> bool:
        """Write everything accepted so far, now. False when that did not succeed in time."""
        if self._thread is None:
            while self._waiting and self.step():
                pass
            return not self._waiting
        with self.changed:
            self._hurry = True
            self.changed.notify_all()
            number = self._accepted
        return self.wait(number, timeout_s)

    def close(self, timeout_s: float) -> int:
        """Write what can be written in the time, then let go of the file. Returns how many writes could not be."""
        if self._thread is None:
            self.flush(timeout_s)
        else:
            with self.changed:
                self._close_by = time.monotonic() + timeout_s
                self._hurry = True
                self.changed.notify_all()
            self._thread.join(timeout_s + _LAST_STEP_S)
        if self.stopped:
            self._let_go()
        return self.held

    def step(self) -> bool:
        """Try to write the next group. False when it has to be tried again later. Only one thread may step."""
        with self.changed:
            # What is in doubt is tried again exactly as it was, or one could not tell what of it arrived.
            group = list(islice(self._waiting, self._in_doubt or (1 if self._singly else GROUP)))
            # It changes which log is written: nothing else is part of that.
            parting = next((i for i, write in enumerate(group) if write.statement == "part"), None)
            if parting is not None:
                group = group[: parting or 1]
        if not group:
            return True
        if self._database is None:
            try:
                self._database = self._reopen(self._damaged)
            except Exception as error:
                return self._hold(error)
            self._damaged = False
            self.counters = self._database.counters
        try:
            self._write(self._database, group)
        except Exception as error:
            self._let_go()
            return self._judge(error, group)
        self._written(group)
        return True

    def _write(self, database: Database, group: list[Write]) -> None:
        connection = database.connection
        counters = self.counters
        rows = [write.values for write in group if write.statement == "interaction"]
        for row in rows:
            # Here, not where it is recorded: there every microsecond is a delegate's. It stays through all tries.
            if "id" not in row:
                row["id"] = self._make_id(row["time"])
        others = [write for write in group if write.statement != "interaction"]
        taken = {write.taken[0]: write.taken[1] for write in group if write.taken}
        begun = quarantined = 0
        if not self._in_doubt:
            self._stood = (counters.log, counters.last_seq)
        with connection.begin():
            if self._in_doubt and rows and self._arrived():
                rows, others, taken = [], [], {}
            else:
                self._in_doubt = 0
                self._stood = (counters.log, counters.last_seq)
            if rows:
                numbered = enumerate(rows, counters.last_seq + 1)
                connection.execute(
                    STATEMENTS["interaction"],
                    [{**row, "log": counters.log_number, "seq": seq} for seq, row in numbered],
                )
            for write in others:
                values = write.values
                if write.statement == "part":
                    part(connection, values)
                    continue
                if write.statement == "begin":
                    values = {**values, "log": counters.log_number}
                written = connection.execute(STATEMENTS[write.statement], values).rowcount
                begun += written if write.statement == "begin" else 0
                quarantined += written if write.statement == "quarantine" else 0
            if taken:
                numbers = [{"ipad": ipad, "number": number} for ipad, number in taken.items()]
                connection.execute(STATEMENTS["take"], numbers)
            recounted = any(write.statement in ("part", "sent") for write in group)
            counters = count(connection, counters.schema) if recounted else counters
        with self.changed:
            if recounted:
                self.counters = counters
            else:
                counters.last_seq += len(rows)
                counters.visits += begun
                counters.quarantined += quarantined
        if any(write.statement == "purge" for write in others):
            # What is deleted must not live on in the write-ahead log.
            checkpoint = connection.connection.driver_connection
            assert checkpoint is not None  # noqa: S101 - the connection is open
            checkpoint.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()

    def _arrived(self) -> bool:
        """Whether a group with interactions was committed although an error was reported: nobody else gives numbers."""
        log, last_seq = self._stood
        return self.counters.log == log and self.counters.last_seq > last_seq

    def _written(self, group: list[Write]) -> None:
        with self.changed:
            for write in group:
                self._waiting.popleft()
                if write.taken:
                    self.taken[write.taken[0]] = write.taken[1]
            self._durable += len(group)
            self._in_doubt = 0
            self._singly = max(0, self._singly - 1)
            self._retry_s = RETRY_FIRST_S
            self.trouble = ""
            lost = self.dropped - self._dropped_noted
            if lost:
                self._dropped_noted = self.dropped
                problem = f"Memory was full while the disk could not be written: {lost} entries were turned away."
                self.put(self.to_quarantine(problem, ""))
            self.changed.notify_all()

    def _judge(self, error: Exception, group: list[Write]) -> bool:
        """Decide what a failure to write means for what comes next. True: try again at once."""
        if self._in_doubt or is_damage(error) or what_to_do(error):
            self._in_doubt = len(group)
            return self._hold(error)
        if len(group) > 1:
            # One of these cannot be written by anybody. Find it, and let the others pass.
            self._singly = len(group)
            return True
        if group[0].statement == "quarantine":
            return self._hold(error)
        _log.error("A write cannot be stored", exc_info=error)
        problem = f"{type(error).__name__}: {error.orig if isinstance(error, DBAPIError) else error}"
        with self.changed:
            # Not the text of a note: it has a retention time, which the quarantine has not.
            content = {key: value for key, value in group[0].values.items() if key != "text"}
            set_aside = self.to_quarantine(problem, f"{group[0].statement} {content}")
            set_aside.taken = group[0].taken
            self._waiting[0] = set_aside
        return True

    def _hold(self, error: Exception) -> bool:
        """Keep everything for a later try, and say why."""
        if is_damage(error):
            self._damaged = True
            self.trouble = DAMAGED
        else:
            self.trouble = what_to_do(error) or UNKNOWN
        if self.trouble == UNKNOWN:
            _log.error("Recording waits", exc_info=error)
        return False

    def to_quarantine(self, problem: str, content: str) -> Write:
        """The write that sets aside what nobody can store."""
        now = self._now_ms()
        # In ASCII, because an unwritable character may be the very problem.
        said = {"problem": ascii(problem)[1:-1], "content": ascii(content)[1:-1]}
        return Write("quarantine", {"id": self._make_id(now), "time": now, **said})

    def _let_go(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    def _run(self) -> None:
        going_well = True
        try:
            while self._rest(going_well):
                going_well = self.step()
        except BaseException:
            self.trouble = STOPPED
            raise

    def _rest(self, going_well: bool) -> bool:
        """Wait until there is something to do. False when there is nothing more to do, ever."""
        with self.changed:
            if not going_well:
                delay = RETRY_FIRST_S if self._close_by is not None else self._retry_s
                self._retry_s = min(self._retry_s * 2, RETRY_MOST_S)
                self.changed.wait_for(lambda: self._hurry, delay)
                self._hurry = False
                return self._close_by is None or time.monotonic() < self._close_by
            self._resting = True
            self.changed.wait_for(lambda: self._waiting or self._close_by is not None)
            self._resting = False
            if not self._waiting:
                return False
            self.changed.wait_for(
                lambda: self._hurry or self._close_by is not None or len(self._waiting) >= GROUP_ENOUGH, GROUP_WAIT_S
            )
            if len(self._waiting) <= GROUP:
                self._hurry = False
            return True
