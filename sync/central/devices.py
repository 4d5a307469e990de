"""Which kiosks may send: one-time codes, tokens, and the trail of who let whom in."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from kiosk.errors import KnownError
from kiosk.store.uuid7 import Uuid7
from sync.central import schema
from sync.central.database import Database
from sync.protocol import CODE_LENGTH, CODE_LETTERS, Enrol, Enrolled

GOOD_FOR: Final = 7 * 86_400_000
"""Milliseconds that a code is good for."""
WINDOW: Final = 15 * 60_000
"""Milliseconds over which wrong codes are counted."""
TRIES: Final = 10
"""Wrong codes in a window from one address."""
ALL_TRIES: Final = 100
"""Wrong codes in a window from everywhere."""


class Refused(Exception):
    """A kiosk is not let in: the text says why; in `retry` seconds it may try again (0: not a matter of time)."""

    def __init__(self, why: str, retry: int = 0) -> None:
        super().__init__(why)
        self.retry = retry


class Device(NamedTuple):
    """A kiosk that may send, or might until it was revoked. Times are ms since 1970."""

    id: str
    zone: str
    venue: str
    station: str
    app: str
    enrolled: int
    seen: int | None
    revoked: int | None


_DEVICE: Final = [schema.device.c[name] for name in Device._fields]
_OF_TOKEN: Final = select(*_DEVICE).where(
    schema.device.c.token == bindparam("hashed"), schema.device.c.revoked.is_(None)
)


def hash_of_code(code: str) -> str:
    """What is kept of a code, as somebody typed it. Slow on purpose: a code is short enough to be guessed."""
    plain = "".join(letter for letter in code.upper() if letter in CODE_LETTERS)
    # Always the same salt: a code is looked up by this.
    return hashlib.scrypt(plain.encode(), salt=b"kiosk-central enrol", n=2**13, r=8, p=1, dklen=32).hex()


def hash_of_token(token: str) -> str:
    """What is kept of a token: it is too long to be guessed."""
    return hashlib.sha256(token.encode()).hexdigest()


def make_code(database: Database, *, zone: str, venue: str, who: str, now: int) -> str:
    """A code with which one kiosk joins, as people read it."""
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    with database.writing() as connection:
        row = {"hash": hash_of_code(code), "zone": zone, "venue": venue, "made": now, "expires": now + GOOD_FOR}
        connection.execute(insert(schema.enrol_code), row)
        note(connection, who, "made a code", f"for zone {zone} of {venue}", now)
    return f"{code[:4]}-{code[4:]}"


def enrol(database: Database, asked: Enrol, *, address: str, centre: str, now: int) -> Enrolled:
    """Let the kiosk in that has a code. Raises Refused."""
    codes, tries = schema.enrol_code, schema.enrol_try
    with database.writing() as connection:
        _too_many(connection, address, now)
        # Counted before it is looked at, so that many at once are not one.
        row = insert(tries).values(time=now, address=address).returning(tries.c.number)
        this = connection.execute(row).scalar_one()
    token, id_ = secrets.token_urlsafe(32), Uuid7()(now)
    mine = codes.c.hash == hash_of_code(asked.code)
    with database.writing() as connection:
        take = update(codes).where(mine, codes.c.used.is_(None), codes.c.expires > now).values(used=now)
        taken = connection.execute(take).rowcount
        found = connection.execute(select(codes).where(mine)).mappings().one_or_none()
        if taken and found:
            device = {
                "id": id_, "token": hash_of_token(token), "zone": found["zone"], "venue": found["venue"],
                "station": asked.station, "app": asked.app, "enrolled": now, "seen": now,
            }  # fmt: skip
            connection.execute(insert(schema.device), device)
            connection.execute(update(codes).where(mine).values(device=id_))
            connection.execute(delete(tries).where(tries.c.number == this))
            note(connection, f"device {id_}", "enrolled", f"zone {found['zone']} of {found['venue']}", now)
            return Enrolled(id_, token, found["zone"], found["venue"], centre)
    if found is None:
        raise Refused("This code is not known here: look whether it was typed right.")
    if found["used"] is None:
        raise Refused("This code is too old: ask the people who run the central store for a new one.")
    raise Refused("This code was used already: ask the people who run the central store for a new one.")


def device_of(connection: Connection, token: str) -> Device | None:
    """The kiosk that a token was given to; None when there is none, or it was revoked."""
    found = connection.execute(_OF_TOKEN, {"hashed": hash_of_token(token)}).one_or_none()
    return Device(*found) if found else None


def devices(connection: Connection) -> list[Device]:
    """All of them, the oldest first."""
    table = schema.device
    return [Device(*row) for row in connection.execute(select(*_DEVICE).order_by(table.c.enrolled, table.c.id))]


def revoke(database: Database, id_: str, *, who: str, now: int) -> Device:
    """From now on its token opens nothing. Raises KnownError for one that isn't there."""
    table = schema.device
    with database.writing() as connection:
        found = connection.execute(select(*_DEVICE).where(table.c.id == id_)).one_or_none()
        if found is None:
            raise KnownError(f"There is no device {id_}: `kiosk-central devices` lists them.")
        device = Device(*found)
        if device.revoked is None:
            connection.execute(update(table).where(table.c.id == id_).values(revoked=now))
            note(connection, who, "revoked", f"device {id_}, zone {device.zone} of {device.venue}", now)
    return device


def note(connection: Connection, who: str, what: str, detail: str, now: int) -> None:
    """A line of the audit trail."""
    connection.execute(insert(schema.audit), {"time": now, "who": who, "what": what, "detail": detail})


def _too_many(connection: Connection, address: str, now: int) -> None:
    tries = schema.enrol_try
    connection.execute(delete(tries).where(tries.c.time <= now - WINDOW))
    query: Any = select(func.count(), func.min(tries.c.time)).select_from(tries)
    for asked, most in ((query.where(tries.c.address == address), TRIES), (query, ALL_TRIES)):
        count, oldest = connection.execute(asked).one()
        if count >= most:
            wait = max(1, (oldest + WINDOW - now + 999) // 1000)
            raise Refused("Too many wrong codes came in: wait a quarter of an hour and try again.", wait)
