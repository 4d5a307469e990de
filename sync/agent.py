"""The kiosk's end of sync: sends what is unsent, in rounds, whenever it can, until the centre says that it holds it.

It is handed the recordings and the line to the centre; it knows no database, no window and no clock of its own.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol, TypeVar

import msgspec

from sync.line import Answer, NoLine
from sync.protocol import BLOCK, MOST_BYTES, About, Claim, Compare, Fork, Held, Logs, Problem, blocks, digest_of, pack

EVERY_S: Final = 60.0
"""Between rounds while all goes well."""
RETRY_FIRST_S: Final = 5.0
RETRY_MOST_S: Final = 600.0
ROWS: Final = 500
"""Rows in a batch; fewer where they are large."""
PROBES: Final = 64
"""Rows whose ids are compared at once to find where two copies part."""
ROUGHLY: Final = 2.0
"""Bytes of a batch are kept below the limit by this factor."""

MOST_STEPS_BACK: Final = 3
"""How often within one round the centre may turn out to hold less than it said."""

_log = logging.getLogger(__name__)

T = TypeVar("T")


class Log(Protocol):
    """A log on this kiosk's disk: rows 1 to `last`, of which the centre said that it holds 1 to `sent`."""

    @property
    def id(self) -> str: ...
    @property
    def last(self) -> int: ...
    @property
    def sent(self) -> int: ...


class Recordings(Protocol):
    """What the agent needs of a kiosk's store. What it writes is on disk when a call comes back."""

    def logs(self) -> Sequence[Log]:
        """All logs, the one that is written now last."""
        ...

    def lines(self, log: str, first: int, last: int) -> list[bytes]: ...
    def ids(self, log: str, seqs: Sequence[int]) -> dict[int, str]: ...
    def sent(self, log: str, through: int) -> None: ...
    def part(self, log: str, at: int, reason: str) -> None: ...
    def refused(self, problem: str, content: str) -> None: ...
    def about(self) -> About: ...
    def round_ended(self, state: State) -> None:
        """Keep how the last round went, for whoever asks."""
        ...


class Line(Protocol):
    """The way to the centre. Raises NoLine when it can't be reached or its answer got lost."""

    def post(self, path: str, body: bytes, kind: str) -> Answer: ...


class State(msgspec.Struct, frozen=True):
    """How sync is going. `receipt` is the kiosk's time in ms when the centre last said that it holds everything, 0 for
    never; `problem` is a sentence for a host, "" when all is well; `stuck`: it won't pass by itself, somebody has to do
    something. `sent` counts the rows of the last round, `refused` those that the centre has set aside so far."""

    receipt: int = 0
    problem: str = ""
    stuck: bool = False
    sent: int = 0
    refused: int = 0


class Stopped(Exception):
    """A round can't go on; the text says why, for a host. `after`: in how many seconds to try again, if known.
    `stuck` as in `State`."""

    def __init__(self, problem: str, after: float = 0.0, *, stuck: bool = False) -> None:
        super().__init__(problem)
        self.after, self.stuck = after, stuck


class Agent:
    """Sends in rounds, on one thread. Whoever runs it waits as long as a round says before the next."""

    def __init__(
        self,
        *,
        recordings: Recordings,
        line: Line,
        state: State | None = None,
        draw: Callable[[], float] = random.random,
        every: float = EVERY_S,
        claimed: Mapping[str, int] | None = None,
    ) -> None:
        """`draw` gives a number from 0 to 1, for jitter."""
        self.state = state or State()
        self._recordings, self._line, self._draw, self._every = recordings, line, draw, every
        self._claimed: dict[str, int] = dict(claimed or {})
        self._again = self._ended = False
        self._retry = RETRY_FIRST_S

    def end(self) -> None:
        """The round under way ends after its batch. May be called from any thread."""
        self._ended = True

    def round(self) -> float:
        """Send all that is unsent, as far as that goes now. Returns the seconds until the next try."""
        self._again = False
        try:
            # What is recorded while this goes on is not in it: the receipt is for what was there when it began.
            begun = self._recordings.about().now
            sent = self._send_all()
            whole = not (self._again or self._ended)
            self.state = State(receipt=begun if whole else self.state.receipt, sent=sent, refused=self.state.refused)
            self._retry = RETRY_FIRST_S
            return 0.0 if self._again else self._every * (0.75 + self._draw() / 2)
        except (Stopped, NoLine) as error:
            return self._try_again(str(error), getattr(error, "after", 0.0), stuck=getattr(error, "stuck", False))
        except Exception:
            # Whatever it is, the next round may do better, and nothing is lost meanwhile.
            _log.exception("A round of sync failed")
            return self._try_again(
                "Sync has stumbled over something: it is tried again by itself, and nothing is lost."
            )
        finally:
            self._recordings.round_ended(self.state)

    def _try_again(self, problem: str, after: float = 0.0, *, stuck: bool = False) -> float:
        self.state = msgspec.structs.replace(self.state, problem=problem, stuck=stuck, sent=0)
        wait, self._retry = self._retry, min(self._retry * 2, RETRY_MOST_S)
        return max(wait * (0.5 + self._draw() / 2), after)

    def _send_all(self) -> int:
        logs = self._recordings.logs()
        asked = Logs(logs=[log.id for log in logs], about=self._recordings.about())
        there = self._ask("held", asked, dict[str, Held])
        sent = 0
        for log in logs:
            sent += self._send_log(log, there.get(log.id, Held(0)), newest=log is logs[-1])
        return sent

    def _send_log(self, log: Log, there: Held, *, newest: bool) -> int:
        """Bring the centre's copy of a log to where ours is. Returns how many rows it took."""
        held = there.held
        if held > log.last:
            # Ours was restored from an older copy. An earlier log that parted stays shorter than the centre's for good.
            if newest:
                self._part(log, min(held, log.last))
                return 0
            held = log.last
        elif held and there.id and self._recordings.ids(log.id, [held]) != {held: there.id}:
            self._part(log, held)
            return 0
        if held != log.sent:
            self._recordings.sent(log.id, held)
        first, back = held, 0
        while held < log.last and not self._ended:
            answer = self._send(log, held + 1)
            if isinstance(answer, Fork):
                self._part(log, min(answer.seq, log.last))
                return max(0, held - first)
            # Restored from an older copy meanwhile, the centre holds less than it said: it is filled from there.
            back += answer.held < held
            if answer.held == held or back > MOST_STEPS_BACK:
                raise Stopped(
                    "The centre takes nothing more of what this kiosk sends: tell those who look after it.", stuck=True
                )
            held = min(answer.held, log.last)
            self._recordings.sent(log.id, held)
        if held == log.last:
            self._claim(log)
        return max(0, held - first)

    def _send(self, log: Log, first: int) -> Held | Fork:
        lines = self._recordings.lines(log.id, first, min(first + ROWS - 1, log.last))
        while sum(map(len, lines)) > MOST_BYTES / ROUGHLY:
            lines = lines[: len(lines) // 2 or 1]
        before = self._recordings.ids(log.id, [first - 1]).get(first - 1, "")
        answer = self._line.post("/api/batch", pack(log.id, first, before, lines), "application/octet-stream")
        if answer.status == 409:
            return _read(answer, Fork)
        held = _read(self._good(answer), Held)
        for seq, why in held.refused.items():
            if first <= seq < first + len(lines):
                content = lines[seq - first].decode(errors="replace")
                self._recordings.refused(f"The centre can't keep {log.id}/{seq}: {why}", content)
                self.state = msgspec.structs.replace(self.state, refused=self.state.refused + 1)
        return held

    def _part(self, log: Log, upto: int) -> None:
        """Another copy of this disk has sent something else. What differs goes on in a new log, in the next round."""
        at = self._where_it_differs(log, upto)
        _log.warning("The centre holds something else in log %s from row %d on: a new log begins", log.id, at)
        self._recordings.part(log.id, at, f"the centre holds something else in {log.id} from row {at} on")
        self._claimed.pop(log.id, None)
        self._again = True

    def _where_it_differs(self, log: Log, upto: int) -> int:
        """The first row from 1 to `upto` whose id is another at the centre; `upto` + 1 when they are all the same."""
        same, other = 0, min(upto, log.last) + 1
        while other - same > 1:
            step = -(-(other - same - 1) // PROBES)
            seqs = sorted({*range(same + step, other, step), other - 1})
            theirs = self._ask("compare", Compare(log=log.id, seqs=seqs), dict[int, str])
            ours = self._recordings.ids(log.id, seqs)
            # What the centre set aside has no id there: it tells nothing.
            wrong = [seq for seq in seqs if theirs.get(seq) and theirs[seq] != ours[seq]]
            other = min(wrong, default=other)
            same = max((seq for seq in seqs if seq < other), default=same)
        return other

    def _claim(self, log: Log) -> None:
        """Say what is in a log, so that both ends can be compared. What was claimed before is not said again."""
        claimed = self._claimed.get(log.id, -1)
        if claimed == log.last:
            return
        ahead = [one for one in blocks(log.last) if one[2] > claimed]
        for i in range(0, max(1, len(ahead)), 500):
            some = {
                number: digest_of(self._recordings.lines(log.id, first, last))
                for number, first, last in ahead[i : i + 500]
            }
            through = min(log.last, (max(some, default=0) + 1) * BLOCK)
            self._good(self._post("claim", Claim(log=log.id, through=through, blocks=some)))
        self._claimed[log.id] = log.last

    def _ask(self, what: str, asked: msgspec.Struct, kind: type[T]) -> T:
        return _read(self._good(self._post(what, asked)), kind)

    def _post(self, what: str, asked: msgspec.Struct) -> Answer:
        return self._line.post(f"/api/{what}", msgspec.json.encode(asked), "application/json")

    def _good(self, answer: Answer) -> Answer:
        """The answer, unless it says no: then the round is over."""
        if answer.status < 300:
            return answer
        raise Stopped(_sentence(answer), answer.after, stuck=answer.status in (401, 426))


def _sentence(answer: Answer) -> str:
    if answer.status == 401:
        return "The centre doesn't know this kiosk any more: enrol it anew with a code from those who look after it."
    if answer.status == 426:
        return "The centre speaks another version: this program has to be brought up to date."
    try:
        return msgspec.json.decode(answer.body, type=Problem).problem
    except msgspec.DecodeError:
        return f"The centre answered {answer.status}: it is tried again by itself."


def _read(answer: Answer, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(answer.body, type=kind)
    except msgspec.DecodeError:
        raise Stopped("What answered isn't a central store: check the address it was enrolled with.") from None
