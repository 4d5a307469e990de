"""What each command does."""

from __future__ import annotations

import argparse
import getpass
import importlib.metadata
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from kiosk.errors import KnownError
from sync.central.database import Database, open_database

Run = Callable[[argparse.Namespace], int]


def version() -> str:
    return importlib.metadata.version("healthier-kiosk")


def serve(given: argparse.Namespace) -> int:
    from sync.central import logs, serving
    from sync.central.app import build

    with _database(given) as database, serving.bound(given.address, given.port) as listening:
        logs.set_up()
        serving.run(build(database, centre=given.name), listening, proxy=given.proxy_headers)
    return 0


def migrate(given: argparse.Namespace) -> int:
    from sync.central.migrating import migrate as bring

    with _opened(given) as database:
        before, after = bring(database)
        done = (
            f"is as it should be ({after})" if before == after else f"was brought from {before or 'nothing'} to {after}"
        )
        say(f"{database.name} {done}.")
    return 0


def enrol(given: argparse.Namespace) -> int:
    from sync.central import codes, devices

    zone, venue = _word(given.zone, "--zone"), _word(given.venue, "--venue")
    url = codes.address(given.url) if given.url else ""
    with _database(given) as database:
        code = devices.make_code(database, zone=zone, venue=venue, who=_who(), now=_now())
    text = f"{url} {code}" if url else code
    say(code)
    say(
        f"For one kiosk of zone {zone} in {venue}, once, within seven days. "
        f"On that kiosk: kiosk enrol {url or 'URL'} {code}"
    )
    say(codes.drawn(text))
    if given.qr:
        codes.write_png(text, given.qr)
    return 0


def list_devices(given: argparse.Namespace) -> int:
    from sync.central import devices

    with _database(given) as database, database.reading() as connection:
        found = devices.devices(connection)
    if not found:
        say("No kiosk has joined yet: `kiosk-central enrol` makes a code for one.")
    for one in found:
        state = f"revoked {_when(one.revoked)}" if one.revoked else f"last seen {_when(one.seen)}"
        say(f"{one.id}  {one.venue}, zone {one.zone}, station {one.station}  enrolled {_when(one.enrolled)}, {state}")
    return 0


def revoke(given: argparse.Namespace) -> int:
    from sync.central import devices

    with _database(given) as database:
        device = devices.revoke(database, given.id, who=_who(), now=_now())
    say(f"Revoked: the kiosk of zone {device.zone} in {device.venue}. What it sent stays here.")
    return 0


def prove(given: argparse.Namespace) -> int:
    from sync.central import proving

    with _database(given) as database, database.reading() as connection:
        proof = proving.prove(connection)
    if given.json:
        say(msgspec.json.format(msgspec.json.encode(proof)).decode())
    else:
        for line in proving.words(proof):
            say(line)
    return 0 if proof.agrees else 1


def write_xapi(given: argparse.Namespace) -> int:
    from sync.central import exporting

    since, base = exporting.moment(given.since), exporting.base(given.iri)
    with _database(given) as database, database.reading() as connection:
        found = exporting.statements(connection, base=base, since=since)
        if given.out == "-":
            exporting.write(found, sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return 0
        count = exporting.write_file(found, Path(given.out))
    say(f"{count:,} statements are in {given.out}.")
    return 0


def say(text: str) -> None:
    print(text)  # noqa: T201


@contextmanager
def _opened(given: argparse.Namespace) -> Iterator[Database]:
    from sync.central.cli import default_data

    data = (given.data or default_data(os.environ)).expanduser().absolute()
    database = open_database(data, os.environ.get("DATABASE_URL", ""))
    try:
        yield database
    finally:
        database.close()


@contextmanager
def _database(given: argparse.Namespace) -> Iterator[Database]:
    """The database in its present shape."""
    from sync.central.migrating import migrate as bring

    with _opened(given) as database:
        bring(database)
        yield database


def _word(text: str, option: str) -> str:
    plain = text.strip()
    if not plain or len(plain) > 200 or re.search(r"[\x00-\x1f\x7f]", plain):
        raise KnownError(f"{option} wants 1 to 200 characters on one line.")
    return plain


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody at the command line"


def _now() -> int:
    return time.time_ns() // 1_000_000


def _when(ms: int | None) -> str:
    return "never" if ms is None else f"{datetime.fromtimestamp(ms / 1000, UTC):%Y-%m-%d %H:%M} UTC"
