"""Who may send: codes that open once, tokens that can be taken back."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from central_stage import NOON, VERSION, Centre
from sqlalchemy import insert

from kiosk.errors import KnownError
from sync.central import devices, schema
from sync.protocol import CODE_LETTERS, Enrol

DAY = 86_400_000


def test_a_code_lets_one_kiosk_in_and_tells_it_who_it_is(centre: Centre) -> None:
    answer = centre.try_code(centre.code(zone="gp-surgery", venue="The Barn"))
    assert answer.status == 200
    told = answer.json
    assert {name: told[name] for name in ("zone", "venue", "centre")} == {
        "zone": "gp-surgery",
        "venue": "The Barn",
        "centre": "The test centre",
    }
    with centre.database.reading() as connection:
        assert [one.id for one in devices.devices(connection)] == [told["device"]]


def test_a_code_opens_once(centre: Centre) -> None:
    code = centre.code()
    assert centre.try_code(code).status == 200
    again = centre.try_code(code)
    assert again.status == 403
    assert "used already" in again.json["problem"]


def test_a_code_that_two_kiosks_type_at_once_opens_for_one(centre: Centre) -> None:
    code = centre.code()
    with ThreadPoolExecutor(4) as pool:
        statuses = sorted(answer.status for answer in pool.map(centre.try_code, [code] * 4))
    assert statuses == [200, 403, 403, 403]
    assert centre.ask("SELECT count(*) FROM device") == [(1,)]


def test_a_code_is_good_for_seven_days(centre: Centre) -> None:
    early, late = centre.code(), centre.code()
    centre.now = NOON + 7 * DAY - 1
    assert centre.try_code(early).status == 200
    centre.now = NOON + 7 * DAY
    answer = centre.try_code(late)
    assert answer.status == 403
    assert "too old" in answer.json["problem"]


@pytest.mark.parametrize(
    "typed", [str.lower, lambda code: code.replace("-", ""), lambda code: f" {code[:6]} {code[6:]} "]
)
def test_a_code_may_be_typed_in_any_way(centre: Centre, typed: object) -> None:
    assert callable(typed)
    assert centre.try_code(typed(centre.code())).status == 200


def test_a_code_has_no_letter_that_could_be_another(centre: Centre) -> None:
    code = centre.code()
    assert len(code) == 9 and code[4] == "-"
    assert not set(CODE_LETTERS) & set("ILOS01")
    assert set(code) <= set(CODE_LETTERS) | {"-"}


def test_wrong_codes_from_one_address_are_limited_for_a_while(centre: Centre) -> None:
    good = centre.code()
    for _ in range(devices.TRIES):
        assert centre.try_code("AAAA-AAAA").status == 403
    answer = centre.try_code(good)
    assert answer.status == 429
    assert 0 < int(answer.headers["retry-after"]) <= 900
    centre.now += devices.WINDOW
    assert centre.try_code(good).status == 200


def test_wrong_codes_from_everywhere_are_limited_too(centre: Centre) -> None:
    with centre.database.writing() as connection:
        for number in range(devices.ALL_TRIES):
            connection.execute(insert(schema.enrol_try), {"time": NOON, "address": f"192.0.2.{number}"})
    assert centre.try_code(centre.code()).status == 429


def test_right_codes_are_not_counted_as_tries(centre: Centre) -> None:
    for _ in range(devices.TRIES + 2):
        assert centre.try_code(centre.code()).status == 200


def test_neither_codes_nor_tokens_are_in_the_database(centre: Centre) -> None:
    code = centre.code()
    token = centre.try_code(code).json["token"]
    ((kept, hashed),) = centre.ask("SELECT token, (SELECT hash FROM enrol_code) FROM device")
    assert kept == hashlib.sha256(token.encode()).hexdigest()
    everything = "".join(
        str(centre.ask(f"SELECT * FROM {table}")) for table in ("device", "enrol_code", "enrol_try", "audit")
    )
    assert token not in everything
    assert code not in everything and code.replace("-", "") not in everything
    assert hashed == devices.hash_of_code(code)
    assert len(token) >= 43


@pytest.mark.parametrize("path", ["held", "batch", "compare", "claim"])
def test_nothing_is_taken_from_a_kiosk_that_nobody_knows(centre: Centre, path: str) -> None:
    for token in ("", "Bearer", "Bearer wrong", "Basic abc"):
        answer = centre.call("POST", f"/api/{path}", b"{}", {"authorization": token, **VERSION})
        assert answer.status == 401
        assert "enrol it" in answer.json["problem"]


def test_a_revoked_kiosk_sends_no_more_and_what_it_sent_stays(centre: Centre) -> None:
    kiosk = centre.kiosk().record(20)
    kiosk.send(1, 10)
    devices.revoke(centre.database, kiosk.device, who="ann", now=NOON)
    assert kiosk.send(11, 20).status == 401
    assert kiosk.kept() == kiosk.lines[:10]


def test_only_a_device_that_is_there_can_be_revoked(centre: Centre) -> None:
    with pytest.raises(KnownError, match="There is no device nobody"):
        devices.revoke(centre.database, "nobody", who="ann", now=NOON)


def test_the_trail_says_who_let_whom_in_and_who_took_it_back(centre: Centre) -> None:
    kiosk = centre.kiosk()
    for _ in range(2):
        devices.revoke(centre.database, kiosk.device, who="ann", now=NOON + 1)
    assert centre.ask("SELECT time, who, what, detail FROM audit ORDER BY number") == [
        (NOON, "somebody", "made a code", "for zone gp-surgery of The Barn"),
        (NOON, f"device {kiosk.device}", "enrolled", "zone gp-surgery of The Barn"),
        (NOON + 1, "ann", "revoked", f"device {kiosk.device}, zone gp-surgery of The Barn"),
    ]


def test_what_is_no_request_to_join_is_answered_with_a_sentence(centre: Centre) -> None:
    for body in (b"", b"{", b"[]", msgspec.json.encode(Enrol("A" * 41, "k", "1"))):
        answer = centre.call("POST", "/api/enrol", body)
        assert answer.status == 422
        assert answer.json["problem"].startswith("The body can't be read")
