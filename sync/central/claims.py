"""What kiosks say that they hold: kept by block, to be compared by `proving`."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import delete, select, update

from sync.central import schema
from sync.central.database import Database
from sync.protocol import BLOCK, About, Claim


class NoSuchBlock(Exception):
    """A claim speaks of a block that its log doesn't reach; the text says which."""


def keep(database: Database, device: str, claim: Claim, now: int) -> None:
    """The blocks that a claim names; what was said of others stays, as far as the log reaches. Raises NoSuchBlock."""
    count = (claim.through + BLOCK - 1) // BLOCK
    beyond = [number for number in claim.blocks if not 0 <= number < count]
    if beyond:
        raise NoSuchBlock(f"A log of {claim.through} rows has no block {beyond[0]}.")
    log, table = schema.log, schema.claim
    with database.writing() as connection:
        new = {"id": claim.log, "device": device, "held": 0, "last_id": "", "begun": now, "received": now}
        connection.execute(database.insert(log).values(new).on_conflict_do_nothing())
        query = select(log.c.number, log.c.held).where(log.c.id == claim.log).with_for_update()
        number, held = connection.execute(query).one()
        said = {"claimed": now, "claimed_through": claim.through, "claimed_held": held, "device": device}
        connection.execute(update(log).where(log.c.number == number).values(said))
        connection.execute(delete(table).where(table.c.log == number, table.c.last > claim.through))
        if claim.blocks:
            rows: list[dict[str, Any]] = [
                {"log": number, "block": block, "last": min((block + 1) * BLOCK, claim.through), "digest": digest}
                for block, digest in claim.blocks.items()
            ]
            upsert = database.insert(table)
            news = {"last": upsert.excluded.last, "digest": upsert.excluded.digest}
            connection.execute(upsert.on_conflict_do_update(index_elements=["log", "block"], set_=news), rows)


def seen(database: Database, device: str, about: About, now: int) -> None:
    """How a station is, and that it is there."""
    table = schema.device
    values = {"seen": now, "about": msgspec.json.encode(about).decode(), "station": about.station, "app": about.app}
    with database.writing() as connection:
        connection.execute(update(table).where(table.c.id == device).values(values))
