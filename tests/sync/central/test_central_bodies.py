"""Bodies that are cut, changed, too large or too slow; and what every answer has."""

from __future__ import annotations

import socket
import zlib
from collections.abc import Iterator

import msgspec
import pytest
from central_stage import VERSION, Centre, Kiosk

from sync.central.bodies import Limits
from sync.central.database import Database
from sync.protocol import MOST_BYTES, digest_of


@pytest.fixture
def kiosk(centre: Centre) -> Kiosk:
    return centre.kiosk().record(20)


def packed(kiosk: Kiosk, lines: list[bytes], **head: object) -> bytes:
    told = {"log": kiosk.log, "first": 1, "count": len(lines), "before": "", "sha256": digest_of(lines), **head}
    return zlib.compress(b"\n".join((msgspec.json.encode(told), *lines)) + b"\n")


def test_a_body_that_was_cut_anywhere_keeps_nothing(kiosk: Kiosk) -> None:
    body = kiosk.body(1, 20)
    for length in (0, 1, 10, len(body) // 2, len(body) - 4, len(body) - 1):
        answer = kiosk.post("/api/batch", body[:length])
        assert answer.status == 422, length
        assert answer.json["problem"].startswith("This batch can't be taken: it is not ")
    assert kiosk.kept() == []


def test_a_body_that_was_changed_anywhere_keeps_nothing(kiosk: Kiosk) -> None:
    body = kiosk.body(1, 20)
    for place in range(0, len(body), max(1, len(body) // 25)):
        changed = bytes([*body[:place], body[place] ^ 0x10, *body[place + 1 :]])
        assert kiosk.post("/api/batch", changed).status == 422, place
    assert kiosk.kept() == []


def test_rows_that_are_not_those_of_the_head_keep_nothing(kiosk: Kiosk) -> None:
    for body, why in (
        (packed(kiosk, kiosk.lines, count=19), "it holds 20 rows and says 19"),
        (packed(kiosk, kiosk.lines, sha256="0" * 64), "its rows are not those that were sent"),
        (packed(kiosk, kiosk.lines, first=0), "its head can't be read"),
        (packed(kiosk, kiosk.lines, more=1), "its head can't be read"),
        (packed(kiosk, kiosk.lines) + b"more", "it is not whole"),
    ):
        answer = kiosk.post("/api/batch", body)
        assert answer.status == 422
        assert why in answer.json["problem"]
    assert kiosk.kept() == []


def test_a_body_that_is_too_large_is_refused_compressed_or_not(kiosk: Kiosk) -> None:
    large = kiosk.post("/api/batch", b"\x00" * (2 * 1024 * 1024 + 1))
    bomb = kiosk.post("/api/batch", zlib.compress(b" " * (MOST_BYTES + 1), 9))
    assert (large.status, bomb.status) == (422, 422)
    assert large.json["problem"] == "The body is larger than 2,097,152 bytes: send it in smaller pieces."
    assert "it is larger than 8,388,608 bytes" in bomb.json["problem"]
    assert kiosk.post("/api/held", b" " * (512 * 1024 + 1)).status == 422


def test_what_is_no_json_of_that_address_is_refused(kiosk: Kiosk) -> None:
    for path in ("held", "compare", "claim"):
        for body in (b"", b"null", b'{"log":"x"', b"[" * 100_000, b"\xff", b'{"unknown":1}'):
            answer = kiosk.post(f"/api/{path}", body)
            assert answer.status == 422, (path, body[:10])
            assert answer.json["problem"].startswith("The body can't be read")


@pytest.fixture
def impatient(database: Database) -> Iterator[Centre]:
    made = Centre(database, Limits(pause=0.2))
    yield made
    made.close()


def test_a_body_that_does_not_come_on_is_given_up(impatient: Centre) -> None:
    kiosk = impatient.kiosk()
    with socket.create_connection(("127.0.0.1", impatient.port), timeout=30) as slow:
        head = f"POST /api/batch HTTP/1.1\r\nHost: x\r\nkiosk-sync: 1\r\nAuthorization: Bearer {kiosk.token}\r\n"
        slow.sendall(f"{head}Content-Length: 1000\r\n\r\nabc".encode())
        answer = slow.recv(65536)
    assert answer.startswith(b"HTTP/1.1 408")


def test_a_kiosk_that_hangs_up_halfway_leaves_nothing(centre: Centre) -> None:
    kiosk = centre.kiosk().record(5)
    body = kiosk.body(1, 5)
    with socket.create_connection(("127.0.0.1", centre.port), timeout=30) as cut:
        head = f"POST /api/batch HTTP/1.1\r\nHost: x\r\nkiosk-sync: 1\r\nAuthorization: Bearer {kiosk.token}\r\n"
        cut.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body[:-1])
    assert kiosk.send(1, 5).json["held"] == 5


@pytest.mark.parametrize("version", [{}, {"kiosk-sync": "2"}, {"kiosk-sync": "one"}])
def test_another_version_of_the_protocol_is_told_so(centre: Centre, version: dict[str, str]) -> None:
    answer = centre.call("POST", "/api/enrol", b"{}", {**version})
    assert answer.status == 426
    assert "up to date" in answer.json["problem"]
    assert answer.headers["kiosk-sync"] == "1"


def test_every_answer_says_the_version_and_a_fault_is_a_sentence(kiosk: Kiosk) -> None:
    centre = kiosk.centre
    for method, path in (("POST", "/api/batch"), ("GET", "/api/batch"), ("GET", "/api/nothing"), ("GET", "/nothing")):
        answer = centre.call(method, path, b"", VERSION)
        assert answer.status in (401, 404, 405)
        assert answer.json["problem"].endswith(".")
        assert ("kiosk-sync" in answer.headers) == path.startswith("/api/")
