"""What whoever runs the centre sees: is it well, what has it done, and never a secret."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator

import msgspec
import pytest
from central_stage import NOON, VERSION, Centre
from sqlalchemy.exc import OperationalError

from sync.central import ingest
from sync.central.database import Database
from sync.central.logs import JsonLines
from sync.protocol import About, Logs


@pytest.fixture
def lines() -> Iterator[Callable[[], list[dict[str, object]]]]:
    """What was logged so far, as the server writes it."""
    caught: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            caught.append(self.format(record))

    handler = Keep()
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield lambda: [msgspec.json.decode(line) for line in caught]
    root.removeHandler(handler)
    root.setLevel(level)


def test_it_says_that_it_is_well(centre: Centre) -> None:
    answer = centre.call("GET", "/healthz", b"", {})
    assert (answer.status, answer.json) == (200, {"database": "ok"})


def test_without_its_database_it_says_so_and_kiosks_come_again(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = centre.kiosk().record(1)

    def away(*_: object) -> object:
        raise OperationalError("SELECT", {}, Exception("gone"))

    monkeypatch.setattr(Database, "glancing", away)
    assert centre.call("GET", "/healthz", b"", {}).status == 503
    answer = kiosk.send(1, 1)
    assert (answer.status, answer.headers["retry-after"]) == (503, "30")
    assert answer.json["problem"] == "The central store can't reach its database: try again later."


def test_our_own_fault_is_one_sentence_and_the_log_knows_it(
    centre: Centre, lines: Callable[[], list[dict[str, object]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = centre.kiosk().record(1)

    def broken(*_: object) -> object:
        raise RuntimeError("something odd")

    monkeypatch.setattr(ingest, "take", broken)
    answer = kiosk.send(1, 1)
    assert answer.status == 500
    assert "something odd" not in answer.json["problem"]
    assert "Traceback" not in answer.json["problem"]
    (told,) = [line for line in lines() if line["event"] == "our own fault"]
    assert str(told["request"]) in answer.json["problem"]
    assert "something odd" in str(told["trace"])


def test_a_request_is_one_line_with_an_id_that_the_answer_has_too(
    centre: Centre, lines: Callable[[], list[dict[str, object]]]
) -> None:
    kiosk = centre.kiosk().record(3)
    answer = kiosk.send(1, 3)
    (line,) = [line for line in lines() if line.get("request") == answer.headers["x-request-id"]]
    assert {name: line[name] for name in ("method", "path", "status", "rows", "kept", "device")} == {
        "method": "POST", "path": "/api/batch", "status": 200, "rows": 3, "kept": 3, "device": kiosk.device,
    }  # fmt: skip
    given = kiosk.post("/api/batch", kiosk.body(1, 3), **{"x-request-id": "from-the-proxy"})
    assert given.headers["x-request-id"] == "from-the-proxy"
    odd = kiosk.post("/api/batch", kiosk.body(1, 3), **{"x-request-id": "a b"})
    assert re.fullmatch("[0-9a-f]{16}", odd.headers["x-request-id"])


def test_no_log_holds_a_token_or_a_code(centre: Centre, lines: Callable[[], list[dict[str, object]]]) -> None:
    code = centre.code()
    token = centre.try_code(code).json["token"]
    centre.try_code(code)
    centre.call("POST", f"/api/held?token={token}&code={code}", b"{}", {"authorization": f"Bearer {token}", **VERSION})
    everything = str(lines())
    assert "/api/held" in everything
    for secret in (token, code, code.replace("-", ""), token[:20]):
        assert secret not in everything


def test_the_metrics_count_what_came(centre: Centre) -> None:
    kiosk = centre.kiosk().record(6)
    kiosk.lines[1] = b"nonsense"
    for _ in range(2):
        kiosk.send(1, 6)
    text = centre.call("GET", "/metrics", b"", {}).body.decode()
    values = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    told = {name.removeprefix("kiosk_central_"): float(value) for name, value in values.items()}
    assert told['requests_total{path="/api/batch",status="200"}'] == 2
    assert (told["rows_kept_total"], told["rows_known_total"], told["forks_total"]) == (6, 6, 0)
    assert (told["rows_held"], told["logs"], told["devices"], told["quarantined"]) == (6, 1, 1, 1)
    assert told["last_batch_timestamp_seconds"] == NOON / 1000
    for name in {re.split(r"[{ ]", line)[0] for line in text.splitlines() if not line.startswith("#")}:
        assert f"# TYPE {name} " in text and f"# HELP {name} " in text


def test_how_a_station_is_stays_with_its_device(centre: Centre) -> None:
    kiosk = centre.kiosk()
    about = About("by the door", "2.0", "abcd", NOON, 7, NOON - 1000, 10**12, 1, ["The disk is nearly full."])
    centre.now += 5000
    kiosk.post("/api/held", msgspec.json.encode(Logs([kiosk.log], about)))
    ((seen, station, app, kept),) = centre.ask("SELECT seen, station, app, about FROM device")
    assert (seen, station, app) == (NOON + 5000, "by the door", "2.0")
    assert msgspec.json.decode(kept, type=About) == about


def test_the_word_of_a_proxy_is_believed_only_when_asked(
    database: Database, lines: Callable[[], list[dict[str, object]]]
) -> None:
    for proxy, client in (("", "127.0.0.1"), ("127.0.0.1", "192.0.2.7"), ("192.0.2.1", "127.0.0.1")):
        centre = Centre(database, proxy=proxy)
        answer = centre.call("GET", "/healthz", b"", {"x-forwarded-for": "192.0.2.7"})
        centre.close()
        (line,) = [line for line in lines() if line.get("request") == answer.headers["x-request-id"]]
        assert line["client"] == client


def test_the_openapi_describes_every_address(centre: Centre) -> None:
    told = centre.call("GET", "/api/openapi.json", b"", VERSION).json
    assert set(told["paths"]) == {f"/api/{name}" for name in ("enrol", "held", "batch", "compare", "claim")}
    assert "#/" not in str(told["paths"])
    for path, methods in told["paths"].items():
        (address,) = methods.values()
        statuses = set(address["responses"])
        assert {"408", "422", "426", "500", "503"} <= statuses, path
        assert ("401" in statuses) == (address["security"] == [{"bearer": []}]) == (path != "/api/enrol")
        assert ("409" in statuses) == (path == "/api/batch")
        assert ("204" in statuses) == (path == "/api/claim")
    assert told["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer"
