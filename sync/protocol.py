"""The wire between a kiosk and the central store: the only thing that both ends share.

A batch is a run of `seq` from one log. Its body is one line of JSON for its `Head`, then one line for each row, all of
it compressed by zlib. Whoever reads one checks length, count and digest before anything is kept. The centre answers how
far it holds that log without a gap (`Held`), and only that moves a kiosk's mark; so sending again is always safe.

| address | sent | answered |
| --- | --- | --- |
| `POST /api/enrol` | `Enrol` | `Enrolled`; 403 for a code that is unknown, used or too old |
| `POST /api/held` | `Logs` | `Held` for each of them, `{log: Held}` |
| `POST /api/batch` | a batch | `Held`; 409 with `Fork`; 422 with `Problem` for a body that is not whole |
| `POST /api/compare` | `Compare` | `{seq: id}` of those that the centre holds |
| `POST /api/claim` | `Claim` | 204 |

All but the first want `Authorization: Bearer TOKEN`; 401 says that the token is unknown or was revoked. A fault is
answered with a `Problem`, whose sentence is for people. `Retry-After` is honoured.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta

VERSION: Final = 1
"""Of this protocol; sent in `Kiosk-Sync`. A centre answers 426 to one that it doesn't speak."""
VERSION_HEADER: Final = "kiosk-sync"
MOST_ROWS: Final = 1000
MOST_BYTES: Final = 8 * 1024 * 1024
"""Of a batch, before it is compressed."""
BLOCK: Final = 1024
"""Rows over which one digest is taken when both ends compare what they hold."""
CODE_LETTERS: Final = "ABCDEFGHJKMNPQRTUVWXYZ23456789"
"""What codes to join by are made of: nothing that looks like something else."""
CODE_LENGTH: Final = 8

_INT64 = 2**63 - 1
_Id = Annotated[str, Meta(max_length=64, pattern=r"^[0-9A-Za-z_-]*\Z")]
_Name = Annotated[str, Meta(max_length=200, pattern=r"^[^\x00]*\Z")]
_Seq = Annotated[int, Meta(ge=1, le=_INT64)]
_Time = Annotated[int, Meta(ge=-_INT64, le=_INT64)]


class Row(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One interaction. `time` is UTC in ms since 1970, `offset` ms since the kiosk started, `detail` a JSON object."""

    seq: _Seq
    id: Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[0-9A-Za-z_-]+\Z")]
    time: _Time
    offset: _Time
    visit: _Id
    session: _Name
    group: _Name
    station: _Name
    face: _Name
    zone: _Name
    activity: _Name
    screen: _Name
    verb: Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[a-z][a-z-]*\Z")]
    detail: Annotated[str, Meta(max_length=65_536, pattern=r"^\{[^\x00]*\}\Z")]
    release: _Name
    app: _Name


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a batch says of itself. `before` is the id of the row before its first one, "" where that is row 1; `sha256`
    is over all the lines of its rows, each with its line end."""

    log: Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[0-9A-Za-z_-]+\Z")]
    first: _Seq
    count: Annotated[int, Meta(ge=1, le=MOST_ROWS)]
    before: _Id
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]


class Batch(msgspec.Struct, frozen=True):
    """A batch as it was sent. `lines` are its rows, each one line of JSON without its end; they may still be junk."""

    head: Head
    lines: tuple[bytes, ...]


class Held(msgspec.Struct, frozen=True):
    """How far the centre holds a log without a gap, and the id of that row. `refused` are rows of this batch that it
    put into its quarantine instead: they count as held, and `{seq: why}` is for a host to see."""

    held: int
    id: str = ""
    refused: dict[int, str] = {}


class Fork(msgspec.Struct, frozen=True):
    """The centre holds something else at `seq`, or before it: this log was written twice, by two copies of a disk."""

    seq: int


class Problem(msgspec.Struct, frozen=True):
    """What is wrong, as one sentence that says what to do."""

    problem: str


class Enrol(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kiosk joins. `code` is as somebody typed it."""

    code: Annotated[str, Meta(max_length=40)]
    station: _Name
    app: _Name


class Enrolled(msgspec.Struct, frozen=True):
    """Who the kiosk is from now on. Nobody can be told the token a second time."""

    device: str
    token: str
    zone: str
    venue: str
    centre: str


class Logs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Ids of logs, and how the station is: that is what the centre's dashboard shows of it."""

    logs: Annotated[list[_Id], Meta(max_length=200)]
    about: About | None = None


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a station is. `now` is its clock, `oldest` the time of the oldest that is unsent or 0; sizes are bytes."""

    station: _Name
    app: _Name
    release: _Name
    now: _Time
    unsent: Annotated[int, Meta(ge=0, le=_INT64)]
    oldest: _Time = 0
    free: Annotated[int, Meta(ge=0, le=_INT64)] = 0
    quarantined: Annotated[int, Meta(ge=0, le=_INT64)] = 0
    faults: Annotated[list[Annotated[str, Meta(max_length=500)]], Meta(max_length=20)] = []


class Compare(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which ids does the centre hold here? By that a kiosk finds where two copies of a log part."""

    log: _Id
    seqs: Annotated[list[_Seq], Meta(max_length=100)]


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the kiosk holds of a log: rows 1 to `through`. `blocks` are digests by the number of their block; block n is
    rows n * BLOCK + 1 to (n + 1) * BLOCK, the last one as far as `through`."""

    log: _Id
    through: Annotated[int, Meta(ge=0, le=_INT64)]
    blocks: Annotated[dict[int, Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]], Meta(max_length=2000)]


class BadBatch(Exception):
    """A body that is no whole batch; the text says why."""


_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")

_IDS = re.compile(r"(?:[0-9A-Za-z_-]{1,64}/[0-9A-Za-z_-]{0,64}/[a-z][a-z-]{0,63}\n)*\Z")
"""Id, visit and verb of each row."""

_head = msgspec.json.Decoder(Head)
_row = msgspec.json.Decoder(Row)
_values = msgspec.json.Decoder(list[tuple[(int, str, int, int, *(str,) * 12)]])  # type: ignore[misc]
_object = msgspec.json.Decoder(dict[str, Any])
_encoder = msgspec.json.Encoder()


def line_of(row: Row) -> bytes:
    """The one way to write a row: what digests are taken over."""
    return _encoder.encode(row)


def row_of(line: bytes) -> Row:
    """The row of a line. Raises ValueError, with what is wrong, for one that the centre can't keep."""
    try:
        row = _row.decode(line)
        _object.decode(row.detail)
        if _NUL.search(row.detail):
            raise ValueError("it holds the character NUL, which no database keeps")
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from None
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    if line_of(row) != line:
        raise ValueError("not written as rows are")
    return row


def plain_rows(lines: Sequence[bytes]) -> list[tuple[Any, ...]] | None:
    """The values of all these rows where each line is plainly good, as nearly always; else None: ask `row_of`.

    All at once costs a tenth of looking at one row after the other.
    """
    try:
        together = b"[" + b",".join(lines) + b"]"
        rows: list[tuple[Any, ...]] = _values.decode(together)
        if b"u0000" in together or [_encoder.encode(row) for row in rows] != list(lines):
            return None
        columns = dict(zip(Row.__struct_fields__, zip(*rows, strict=True), strict=True))
        details = columns.pop("detail")
        for detail in details:
            _object.decode(detail)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError):
        return None
    seqs = columns.pop("seq")
    ids = zip(columns.pop("id"), columns.pop("visit"), columns.pop("verb"), strict=True)
    named = "".join([f"{id_}/{visit}/{verb}\n" for id_, visit, verb in ids])
    good = (
        _IDS.match(named)
        and named.count("\n") == len(rows)
        and 1 <= min(seqs) <= max(seqs) <= _INT64
        and all(detail[0] == "{" and detail[-1] == "}" and len(detail) <= 65_536 for detail in details)
        and all(-_INT64 <= min(times) <= max(times) <= _INT64 for times in (columns.pop("time"), columns.pop("offset")))
        and all(max(map(len, names)) <= 200 for names in columns.values())
    )
    return rows if good else None


def digest_of(lines: Iterable[bytes]) -> str:
    """SHA-256 over lines, each with its end, in hex."""
    sum_ = hashlib.sha256()
    for line in lines:
        sum_.update(line)
        sum_.update(b"\n")
    return sum_.hexdigest()


def pack(log: str, first: int, before: str, lines: Sequence[bytes]) -> bytes:
    """The body of a batch."""
    head = Head(log=log, first=first, count=len(lines), before=before, sha256=digest_of(lines))
    return zlib.compress(b"\n".join((_encoder.encode(head), *lines)) + b"\n", 6)


def unpack(body: bytes) -> Batch:
    """The batch of a body. Raises BadBatch for one that is cut short, changed, too large, or none at all."""
    try:
        opened = zlib.decompressobj()
        plain = opened.decompress(body, MOST_BYTES)
    except zlib.error:
        raise BadBatch("it is not compressed as it must be") from None
    if opened.unconsumed_tail:
        raise BadBatch(f"it is larger than {MOST_BYTES:,} bytes")
    if not opened.eof or opened.unused_data or not plain.endswith(b"\n"):
        raise BadBatch("it is not whole")
    first, *lines = plain[:-1].split(b"\n")
    try:
        head = _head.decode(first)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadBatch(f"its head can't be read ({error})") from None
    if head.count != len(lines):
        raise BadBatch(f"it holds {len(lines)} rows and says {head.count}")
    if digest_of(lines) != head.sha256:
        raise BadBatch("its rows are not those that were sent")
    return Batch(head, tuple(lines))


def blocks(through: int) -> Iterator[tuple[int, int, int]]:
    """(number, first row, last row) of each block of a log that holds rows 1 to `through`."""
    for number in range((through + BLOCK - 1) // BLOCK):
        yield number, number * BLOCK + 1, min((number + 1) * BLOCK, through)
