"""All interactions as a file that other programs open: CSV for spreadsheets, JSON lines for everything else."""

from __future__ import annotations

import csv
import io
import os
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO, Final, Literal

import msgspec

from kiosk.errors import KnownError
from kiosk.store.reader import COLUMNS, count_interactions, read_interactions

Format = Literal["csv", "jsonl"]

Progress = Callable[[int, int], None]
"""Called now and then with (done, total)."""

_EVERY: Final = 1000
_TIMES: Final = frozenset({"time", "visit_started", "visit_ended"})
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_RUNS: Final = frozenset("=+-@|%")
_LEADING: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def export(folder: Path, format: Format, out: Path | BinaryIO, *, progress: Progress | None = None) -> int:
    """Write every interaction recorded in `folder`, one a line, to a file or a stream. Returns how many.

    Times are ISO 8601 in UTC. CSV starts with a byte order mark, which makes Excel read it as UTF-8. A file is
    there whole or not at all. Raises KnownError when there is nothing to read or no way to write.
    """
    total = count_interactions(folder)
    done = 0
    try:
        with _opened(out) as stream:
            line = _csv_lines(stream) if format == "csv" else _json_lines(stream)
            for row in read_interactions(folder):
                line({key: _iso(value) if key in _TIMES else value for key, value in row.items()})
                done += 1
                if progress and done % _EVERY == 0:
                    progress(done, max(done, total))
    except OSError as error:
        name = out if isinstance(out, Path) else "the output"
        raise KnownError(
            f"{name} cannot be written ({error.strerror or error}): name another file with --out, or free some space."
        ) from error
    if progress:
        progress(done, done)
    return done


def inert(cell: str) -> str:
    """The text, changed if need be so that no spreadsheet takes it for a formula.

    Dangerous is what starts, after anything that cannot be seen, with = + - @ | % in any width; and what starts
    with a tab or a line break, which some programs skip and some split at. A leading apostrophe makes it text.
    """
    for character in cell:
        if unicodedata.normalize("NFKC", character)[:1] in _RUNS:
            return "'" + cell
        if unicodedata.category(character) not in _LEADING:
            break
    return "'" + cell if cell[:1] in ("\t", "\r", "\n") else cell


def _csv_lines(stream: BinaryIO) -> Callable[[dict[str, Any]], None]:
    text = io.StringIO(newline="")
    writer = csv.writer(text)

    def put(cells: list[object]) -> None:
        writer.writerow(cells)
        stream.write(text.getvalue().encode("utf-8"))
        text.seek(0)
        text.truncate()

    def line(row: dict[str, Any]) -> None:
        row["detail"] = msgspec.json.encode(row["detail"]).decode()
        put([inert(cell) if isinstance(cell, str) else cell for cell in row.values()])

    stream.write("\ufeff".encode())
    put(list(COLUMNS))
    return line


def _json_lines(stream: BinaryIO) -> Callable[[dict[str, Any]], None]:
    def line(row: dict[str, Any]) -> None:
        stream.write(msgspec.json.encode(row) + b"\n")

    return line


def _iso(time_ms: int | None) -> str | None:
    if time_ms is None:
        return None
    try:
        moment = _EPOCH + timedelta(milliseconds=time_ms)
    except OverflowError:
        return f"{time_ms} ms"
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


@contextmanager
def _opened(out: Path | BinaryIO) -> Iterator[BinaryIO]:
    """A stream to write to. A file is written beside its place and put there when it is complete."""
    if not isinstance(out, Path):
        yield out
        return
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with part.open("wb", buffering=1 << 20) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(out)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
