"""What each side holds of every log, compared: counts, digests by block, and each difference in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Literal

import msgspec
from sqlalchemy import Connection, func, select

from sync.central import schema
from sync.central.devices import Device, devices
from sync.central.holding import lines
from sync.protocol import BLOCK, blocks, digest_of

State = Literal["complete", "on its way", "not compared yet", "differs"]


class Finding(msgspec.Struct, frozen=True):
    """Something about the rows `first` to `last` of a log, in words. `differs`: it is not just that rows or a claim are
    on their way."""

    words: str
    first: int
    last: int
    differs: bool = False


class Block(msgspec.Struct, frozen=True):
    """Rows `first` to `last`: how many of them are here, and the digest here and at the kiosk ("": it didn't say)."""

    number: int
    first: int
    last: int
    here: int
    digest: str
    kiosk: str


class LogProof(msgspec.Struct, frozen=True):
    """`held` rows are here, and the kiosk has `claimed` (None: it didn't say yet). Up to row `proven` both agree, whose
    newest is of the time `complete_to` (ms since 1970; None: nothing is proven)."""

    log: str
    state: State
    held: int
    claimed: int | None
    proven: int
    complete_to: int | None
    quarantined: int
    findings: list[Finding]
    blocks: list[Block]


class StationProof(msgspec.Struct, frozen=True):
    """A kiosk and the logs that it sent last. Both agree on everything up to `complete_to`."""

    device: str
    venue: str
    zone: str
    station: str
    complete_to: int | None
    logs: list[LogProof]


class Proof(msgspec.Struct, frozen=True):
    """`agrees`: nothing differs but for what is on its way."""

    agrees: bool
    stations: list[StationProof]


def prove(connection: Connection) -> Proof:
    """Compare everything. Reads every row that is held."""
    logs: dict[str | None, list[LogProof]] = {}
    for row in connection.execute(select(schema.log).order_by(schema.log.c.number)).mappings():
        logs.setdefault(row["device"], []).append(prove_log(connection, row["number"]))
    stations = [_station(device, logs.pop(device.id, [])) for device in devices(connection)]
    differs = any(finding.differs for one in stations for log in one.logs for finding in log.findings)
    return Proof(not differs, stations)


def prove_log(connection: Connection, number: int) -> LogProof:
    """Compare one log."""
    table = schema.log
    row = connection.execute(select(table).where(table.c.number == number)).mappings().one()
    held, claimed, held_then = row["held"], row["claimed_through"], row["claimed_held"]
    query = select(schema.claim.c.block, schema.claim.c.last, schema.claim.c.digest)
    said = {block: (last, digest) for block, last, digest in connection.execute(
        query.where(schema.claim.c.log == number)
    )}  # fmt: skip
    found: list[Finding] = []
    compared: list[Block] = []
    proven = 0
    for block, first, end in blocks(held):
        here = lines(connection, number, first, end)
        missing = [seq for seq in range(first, end + 1) if seq not in here]
        found += [
            Finding(f"{_rows(a, b)} missing here, though held before", a, b, differs=True) for a, b in _runs(missing)
        ]
        last, digest = said.pop(block, (end, ""))
        own = digest_of(line for seq, line in here.items() if seq <= last) if last <= held else ""
        compared.append(Block(block, first, last, sum(seq <= last for seq in here), own, digest))
        if digest and own == digest and proven == first - 1:
            proven = last
        elif digest and own and own != digest and not missing:
            found.append(Finding(_rows(first, last, "differ"), first, last, differs=True))
        silent, upto = last + 1 if digest else first, min(end, claimed or 0)
        if silent <= upto:
            words = "not compared yet: the kiosk has said nothing of them"
            found.append(Finding(f"{_rows(silent, upto, words)}", silent, upto))
    # However far a kiosk says that it reaches: only what it gave a digest of.
    compared += [Block(block, block * BLOCK + 1, last, 0, "", digest) for block, (last, digest) in sorted(said.items())]
    found += _ends(held, claimed, held_then)
    beyond = select(func.min(schema.interaction.c.seq), func.max(schema.interaction.c.seq))
    low, high = connection.execute(
        beyond.where(schema.interaction.c.log == number, schema.interaction.c.seq > held)
    ).one()
    if low is not None:
        found.append(Finding(f"{_rows(low, high)} here beyond what is held", low, high, differs=True))
    aside = select(func.count()).select_from(schema.quarantine).where(schema.quarantine.c.log == number)
    return LogProof(
        row["id"], _state(found, held, claimed, proven), held, claimed, proven, _time(connection, number, proven),
        connection.execute(aside).scalar_one(), found, compared,
    )  # fmt: skip


def _ends(held: int, claimed: int | None, held_then: int | None) -> Iterator[Finding]:
    """What the numbers of rows alone say."""
    if claimed is None:
        if held:
            yield Finding("not compared yet: the kiosk has not said what it holds", 1, held)
    elif claimed > held:
        words = f"the centre has {_count(claimed - held)} fewer: on its way"
        yield Finding(words, held + 1, claimed)
    elif held_then is not None and claimed < held_then:
        words = (
            f"the kiosk has fewer than the centre ({claimed:,}, here {held_then:,}): it was restored from an older copy"
        )
        yield Finding(words, claimed + 1, held_then, differs=True)
    elif claimed < held:
        words = f"{_count(held - claimed)} came after the kiosk last said what it holds: not compared yet"
        yield Finding(words, claimed + 1, held)


def _state(found: list[Finding], held: int, claimed: int | None, proven: int) -> State:
    if any(finding.differs for finding in found):
        return "differs"
    if claimed is not None and claimed > held:
        return "on its way"
    return "complete" if claimed is not None and proven >= held else "not compared yet"


def _time(connection: Connection, number: int, through: int) -> int | None:
    """The time of the newest interaction among the first rows of a log."""
    table = schema.interaction.c
    query = select(table.time).where(table.log == number, table.seq <= through).order_by(table.seq.desc()).limit(1)
    time: int | None = connection.execute(query).scalar_one_or_none()
    return time


def _station(device: Device, logs: list[LogProof]) -> StationProof:
    """Everything agrees up to the earliest place where a log stops being proven; else up to the newest row."""
    short = [log.complete_to for log in logs if log.proven < max(log.held, log.claimed or 0)]
    times = [log.complete_to for log in logs if log.complete_to is not None]
    if short:
        upto = None if None in short else min(time for time in short if time is not None)
    else:
        upto = max(times, default=None)
    return StationProof(device.id, device.venue, device.zone, device.station, upto, logs)


def words(proof: Proof) -> Iterator[str]:
    """A proof as lines for people."""
    for station in proof.stations:
        where = f"{station.venue}, zone {station.zone}, station {station.station} ({station.device})"
        if not station.logs:
            yield f"{where}: nothing was sent yet"
            continue
        upto = station.complete_to
        yield f"{where}: " + (f"complete to {moment(upto)}" if upto is not None else "nothing is proven yet")
        for log in station.logs:
            aside = f", {_count(log.quarantined)} of them set aside" if log.quarantined else ""
            kiosk = "?" if log.claimed is None else f"{log.claimed:,}"
            yield f"  log {log.log}: {log.state} (here {log.held:,}{aside}; at the kiosk {kiosk})"
            for finding in log.findings:
                yield f"    {finding.words}"
    if not proof.stations:
        yield "No kiosk has joined yet."
    elif proof.agrees:
        yield "Nothing differs."
    else:
        yield "Something differs: see above."


def moment(ms: int) -> str:
    """A time as people read it."""
    try:
        return f"{datetime.fromtimestamp(ms / 1000, UTC).astimezone():%H:%M on %d %B %Y (%Z)}"
    except (ValueError, OverflowError, OSError):
        return f"an impossible time ({ms} ms)"


def _rows(first: int, last: int, verb: str = "are") -> str:
    if first == last:
        verb = {"are": "is", "differ": "differs"}.get(verb, verb)
        return f"row {first} {verb}"
    return f"rows {first} to {last} {verb}"


def _count(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows:,} rows"


def _runs(seqs: list[int]) -> Iterator[tuple[int, int]]:
    """(first, last) of each run of numbers without a gap."""
    start = 0
    for place, seq in enumerate(seqs):
        if place + 1 == len(seqs) or seqs[place + 1] != seq + 1:
            yield seqs[start], seq
            start = place + 1
