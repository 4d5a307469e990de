"""The kiosk's end: it sends by itself, moves its mark only on the centre's answer, and gives nothing up."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from central_stage import Centre, Kiosk
from store.store_stage import Clock, query
from sync_stage import Desk, Weather

from sync.agent import RETRY_FIRST_S, RETRY_MOST_S, ROWS, Agent
from sync.central.database import open_database
from sync.central.migrating import migrate
from sync.line import Answer, BadAddress, NoLine, Wire
from sync.protocol import BLOCK, Problem


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    database = open_database(tmp_path / "central")
    migrate(database)
    made = Centre(database)
    yield made
    made.close()
    database.close()


@pytest.fixture
def joined(centre: Centre) -> Kiosk:
    return centre.kiosk()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "kiosk", Clock())
    yield made
    if made.store:
        made.store.close()


@pytest.fixture
def line(centre: Centre, joined: Kiosk) -> Iterator[Weather]:
    made = Weather(centre.port, joined.token)
    yield made
    made.close()


def unsent(desk: Desk) -> int:
    assert desk.store
    return desk.store.status().unsent


def held(centre: Centre) -> list[str]:
    return [id_ for (id_,) in centre.ask("SELECT id FROM interaction ORDER BY log, seq")]


def test_all_that_is_unsent_goes_in_one_round_and_then_nothing_more(centre: Centre, desk: Desk, line: Weather) -> None:
    desk.record(ROWS * 2 + 1)
    agent = desk.agent(line)
    agent.round()
    assert (agent.state.problem, agent.state.sent, unsent(desk)) == ("", ROWS * 2 + 1, 0)
    assert held(centre) == desk.ids()
    agent.round()
    assert agent.state.sent == 0
    assert agent.state.receipt == Clock().now * 1000


@pytest.mark.parametrize("fault", ["lost before", "lost after", "cut", "changed"])
def test_the_mark_moves_only_on_the_centres_answer(centre: Centre, desk: Desk, line: Weather, fault: str) -> None:
    desk.record(10)
    agent = desk.agent(line)
    line.faults = ["", fault]
    agent.round()
    assert unsent(desk) == 10
    assert agent.state.problem
    agent.round()
    assert unsent(desk) == 0
    assert agent.state.problem == ""
    assert held(centre) == desk.ids()


def test_what_comes_late_or_twice_changes_nothing(centre: Centre, desk: Desk, line: Weather) -> None:
    desk.record(ROWS + 5)
    agent = desk.agent(line)
    line.faults = ["", "late", "", "twice", "twice"]
    agent.round()
    agent.round()
    assert unsent(desk) == 0
    assert held(centre) == desk.ids()


def test_tries_come_later_and_later_with_jitter_and_never_end(desk: Desk) -> None:
    nobody = Weather(9, "")

    agent = desk.agent(nobody)
    waits = [agent.round() for _ in range(12)]
    assert waits[:3] == [RETRY_FIRST_S * 0.75, RETRY_FIRST_S * 1.5, RETRY_FIRST_S * 3]
    assert waits[-1] == RETRY_MOST_S * 0.75
    agent._draw = lambda: 1.0
    assert agent.round() == RETRY_MOST_S
    assert "it is tried again by itself" in agent.state.problem


class Says:
    """A line on which the same is answered to everything."""

    def __init__(self, status: int, body: bytes = b"", after: float = 0.0) -> None:
        self.answer = Answer(status, body, after)

    def post(self, *_: object) -> Answer:
        return self.answer


def told(desk: Desk, says: Says) -> Agent:
    agent = desk.agent(says)
    agent.round()
    return agent


def test_the_centre_is_left_alone_as_long_as_it_asks_for(desk: Desk) -> None:
    assert desk.agent(Says(503, after=900)).round() == 900
    assert desk.agent(Says(503)).round() == RETRY_FIRST_S * 0.75


@pytest.mark.parametrize(
    ("says", "sentence"),
    [
        (Says(401), "The centre doesn't know this kiosk any more: enrol it anew"),
        (Says(426), "this program has to be brought up to date"),
        (Says(500), "The centre answered 500: it is tried again by itself."),
        (Says(422, msgspec.json.encode(Problem("Say it otherwise."))), "Say it otherwise."),
        (Says(200, b"<html>"), "What answered isn't a central store"),
    ],
)
def test_a_host_reads_one_sentence_of_what_is_wrong(desk: Desk, says: Says, sentence: str) -> None:
    desk.record(1)
    assert sentence in told(desk, says).state.problem
    assert unsent(desk) == 1


def test_a_kiosk_whose_token_was_revoked_keeps_everything_until_it_is_enrolled_anew(
    centre: Centre, desk: Desk, line: Weather
) -> None:
    desk.record(3)
    desk.agent(line).round()
    centre.tamper("UPDATE device SET revoked = 1")
    desk.record(2)
    agent = desk.agent(line)
    agent.round()
    assert "enrol it anew" in agent.state.problem
    assert unsent(desk) == 2
    anew = Weather(centre.port, centre.kiosk().token)
    desk.agent(anew).round()
    anew.close()
    assert held(centre) == desk.ids()


def test_a_row_that_the_centre_cant_keep_is_set_aside_at_both_ends_and_holds_nothing_up(
    centre: Centre, desk: Desk, line: Weather
) -> None:
    desk.record(3)
    desk.stop()
    query(desk.folder, "UPDATE interaction SET verb = 'Not A Verb' WHERE seq = 2")
    desk.start()
    agent = desk.agent(line)
    agent.round()
    assert (agent.state.problem, unsent(desk)) == ("", 0)
    assert len(held(centre)) == 2
    (problem,) = query(desk.folder, "SELECT problem FROM quarantine")
    assert "/2: " in problem[0]
    assert desk.store and "quarantine" in " ".join(desk.store.status().faults)
    agent.round()
    assert len(query(desk.folder, "SELECT * FROM quarantine")) == 1


def test_what_goes_wrong_on_this_side_does_not_end_sync(
    desk: Desk, line: Weather, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    desk.record(1)
    agent = desk.agent(line)
    with monkeypatch.context() as patched, caplog.at_level(logging.CRITICAL):
        patched.setattr(agent._recordings, "logs", lambda: 1 / 0)
        agent.round()
    assert "tried again by itself" in agent.state.problem
    agent.round()
    assert unsent(desk) == 0


def test_both_ends_agree_on_what_they_hold(centre: Centre, desk: Desk, line: Weather) -> None:
    desk.record(BLOCK + 10)
    agent = desk.agent(line)
    agent.round()
    desk.record(5)
    agent.round()
    blocks = centre.ask("SELECT block, digest FROM claim ORDER BY block")
    assert [block for block, _ in blocks] == [0, 1]


@pytest.mark.parametrize("url", ["", "ftp://x", "http://", "https://a:b@c.org", "http://x:99999", "https://x:port"])
def test_what_is_no_address_of_a_centre_is_refused_with_one_sentence(url: str) -> None:
    with pytest.raises(BadAddress, match="is no address of a central store"):
        Wire(url)


def test_a_connection_that_the_centre_has_dropped_is_opened_again(centre: Centre, joined: Kiosk) -> None:
    wire = Wire(f"http://127.0.0.1:{centre.port}", joined.token)
    asked = b'{"logs":[]}'
    assert wire.post("/api/held", asked, "application/json").status == 200
    assert wire._open and wire._open.sock
    wire._open.sock.shutdown(socket.SHUT_RDWR)
    assert wire.post("/api/held", asked, "application/json").status == 200
    wire.close()


def test_nobody_there_is_said_in_one_sentence() -> None:
    with pytest.raises(NoLine, match=r"^The centre at 127\.0\.0\.1 can't be reached now"):
        Wire("http://127.0.0.1:9").post("/api/held", b"", "application/json")
