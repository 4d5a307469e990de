"""What is held, as a stream of xAPI statements: never more than a few rows in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Protocol

import msgspec
from sqlalchemy import Connection, or_, select

from kiosk.errors import KnownError
from sync.central import schema, xapi
from sync.protocol import Row

_ROWS: Final = 1000
"""Fetched at a time."""
_BASE: Final = re.compile(r"https?://[0-9A-Za-z.-]+(:[0-9]{1,5})?(/[0-9A-Za-z._~-]+)*/?\Z")


class Sink(Protocol):
    def write(self, data: bytes, /) -> object: ...


def statements(connection: Connection, *, base: str, since: int = 0) -> Iterator[xapi.Statement]:
    """Of everything that is held, or was done from `since` on (UTC in ms), log by log, each in its order."""
    table = schema.interaction.c
    played = select(table.activity).where(table.verb.in_(xapi.SCENARIO_VERBS)).distinct()
    scenarios = frozenset(connection.execute(played).scalars())
    for number, log in connection.execute(
        select(schema.log.c.number, schema.log.c.id).order_by(schema.log.c.number)
    ).all():
        rows = select(*(table[name] for name in schema.ROW)).where(table.log == number).order_by(table.seq)
        if since:
            rows = rows.where(or_(table.time >= since, table.verb.in_(xapi.MARKS)))
        found = connection.execute(rows, execution_options={"yield_per": _ROWS})
        yield from xapi.statements(
            (Row(*row) for row in found), log=log, base=base, scenarios=scenarios, since=since
        )  # fmt: skip


def write(found: Iterable[xapi.Statement], to: Sink) -> int:
    """One line of JSON for each. Returns how many."""
    encoder = msgspec.json.Encoder()
    count = 0
    for one in found:
        to.write(encoder.encode(one) + b"\n")
        count += 1
    return count


def write_file(found: Iterable[xapi.Statement], file: Path) -> int:
    """As `write`. The file is there when it is whole; until then one that was there before stays."""
    part = file.parent / f"{file.name}.part"
    try:
        with part.open("wb") as to:
            count = write(found, to)
        part.replace(file)
    except OSError as error:
        raise KnownError(f"{file} can't be written ({error.strerror}): name another file with --out.") from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return count


def moment(text: str) -> int:
    """A day or a time as UTC in ms; 0 for nothing."""
    if not text:
        return 0
    try:
        found = datetime.fromisoformat(text)
        return max(0, round((found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp() * 1000))
    except (ValueError, OverflowError):
        raise KnownError(f"--since {text!r} is no date: write it like 2026-11-28.") from None


def base(url: str) -> str:
    """What IRIs begin with, without a slash at its end."""
    if not _BASE.match(url):
        raise KnownError(f"--iri {url!r} is no address: write it like https://central.example.org/kiosk.")
    return url.rstrip("/")
