"""What each side holds, compared; each difference is made by hand in the database and must be named."""

from __future__ import annotations

import msgspec
import pytest
from central_stage import NOON, Centre, Kiosk

from sync.central import proving
from sync.protocol import BLOCK, Claim, blocks, digest_of, line_of


@pytest.fixture
def kiosk(centre: Centre) -> Kiosk:
    return centre.kiosk()


def send_all(kiosk: Kiosk, through: int | None = None) -> None:
    upto = len(kiosk.lines) if through is None else through
    for first in range(1, upto + 1, 1000):
        assert kiosk.send(first, min(first + 999, upto)).status == 200


def claim(kiosk: Kiosk, through: int | None = None, only: set[int] | None = None) -> None:
    upto = len(kiosk.lines) if through is None else through
    said = {
        number: digest_of(kiosk.lines[first - 1 : last])
        for number, first, last in blocks(upto)
        if only is None or number in only
    }
    answer = kiosk.post("/api/claim", msgspec.json.encode(Claim(kiosk.log, upto, said)))
    assert answer.status == 204, answer.body


def proof(centre: Centre) -> proving.Proof:
    with centre.database.reading() as connection:
        return proving.prove(connection)


def log_of(centre: Centre) -> proving.LogProof:
    ((log,),) = [station.logs for station in proof(centre).stations]
    return log


def words(centre: Centre) -> list[str]:
    return [finding.words for finding in log_of(centre).findings]


def test_a_log_that_is_the_same_on_both_sides_is_complete(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(2 * BLOCK + 10)
    send_all(kiosk)
    claim(kiosk)
    log = log_of(centre)
    assert (log.state, log.findings, log.proven) == ("complete", [], 2 * BLOCK + 10)
    assert log.complete_to == NOON + (2 * BLOCK + 10) * 1000
    assert [(one.first, one.last, one.here) for one in log.blocks] == [
        (1, BLOCK, BLOCK), (BLOCK + 1, 2 * BLOCK, BLOCK), (2 * BLOCK + 1, 2 * BLOCK + 10, 10)
    ]  # fmt: skip
    assert all(one.digest == one.kiosk for one in log.blocks)
    assert proof(centre).agrees


def test_rows_that_are_not_sent_yet_are_on_their_way(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(BLOCK + 100)
    send_all(kiosk, BLOCK + 60)
    claim(kiosk)
    log = log_of(centre)
    assert (log.state, words(centre)) == ("on its way", ["the centre has 40 rows fewer: on its way"])
    assert (log.proven, log.complete_to) == (BLOCK, NOON + BLOCK * 1000)
    assert proof(centre).agrees


def test_a_log_of_which_nothing_came_yet_is_on_its_way(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(1)
    claim(kiosk)
    assert (log_of(centre).state, words(centre)) == ("on its way", ["the centre has 1 row fewer: on its way"])
    assert log_of(centre).complete_to is None


def test_rows_that_came_after_the_claim_are_not_called_different(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(30)
    send_all(kiosk, 20)
    claim(kiosk, 20)
    kiosk.send(21, 30)
    log = log_of(centre)
    assert (log.state, log.proven) == ("not compared yet", 20)
    assert words(centre) == ["10 rows came after the kiosk last said what it holds: not compared yet"]
    assert proof(centre).agrees


def test_a_kiosk_that_never_said_what_it_holds_proves_nothing(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(5)
    send_all(kiosk)
    log = log_of(centre)
    assert (log.state, log.proven, log.complete_to) == ("not compared yet", 0, None)
    assert words(centre) == ["not compared yet: the kiosk has not said what it holds"]


def test_a_row_that_was_changed_here_is_in_the_block_that_differs(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(3 * BLOCK)
    send_all(kiosk)
    claim(kiosk)
    centre.tamper(f"UPDATE interaction SET verb = 'end' WHERE seq = {BLOCK + 500}")
    assert words(centre) == ["rows 1025 to 2048 differ"]
    log = log_of(centre)
    assert (log.state, log.proven, log.complete_to) == ("differs", BLOCK, NOON + BLOCK * 1000)
    assert not proof(centre).agrees


def test_a_row_that_is_another_at_the_kiosk_differs_too(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(10)
    send_all(kiosk)
    kiosk.lines[4] = line_of(kiosk.row(5, verb="end"))
    claim(kiosk)
    assert words(centre) == ["rows 1 to 10 differ"]


def test_rows_that_went_missing_here_are_named(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(30)
    send_all(kiosk)
    claim(kiosk)
    centre.tamper("DELETE FROM interaction WHERE seq IN (7, 12, 13, 30)")
    assert words(centre) == [
        "row 7 is missing here, though held before",
        "rows 12 to 13 are missing here, though held before",
        "row 30 is missing here, though held before",
    ]
    assert not proof(centre).agrees


def test_rows_that_nobody_sent_are_named(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(12)
    send_all(kiosk)
    claim(kiosk, 10)
    centre.tamper("UPDATE log SET held = 10, claimed_held = 10")
    assert words(centre) == ["rows 11 to 12 are here beyond what is held"]
    assert not proof(centre).agrees


def test_a_kiosk_with_fewer_rows_than_here_was_restored_from_an_older_copy(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(30)
    send_all(kiosk)
    claim(kiosk, 20)
    assert words(centre) == ["the kiosk has fewer than the centre (20, here 30): it was restored from an older copy"]
    assert log_of(centre).proven == 20
    assert not proof(centre).agrees


def test_a_block_of_which_the_kiosk_said_nothing_is_not_taken_for_granted(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(3 * BLOCK)
    send_all(kiosk)
    claim(kiosk, only={0, 2})
    assert words(centre) == ["rows 1025 to 2048 not compared yet: the kiosk has said nothing of them"]
    assert log_of(centre).proven == BLOCK
    claim(kiosk, only={1})
    assert log_of(centre).state == "complete"


def test_a_claim_that_grows_keeps_what_was_said_of_whole_blocks(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(BLOCK + 50)
    send_all(kiosk)
    claim(kiosk)
    kiosk.record(100)
    kiosk.send(BLOCK + 51, BLOCK + 150)
    claim(kiosk, only=set())
    assert words(centre) == ["rows 1075 to 1174 not compared yet: the kiosk has said nothing of them"]
    claim(kiosk, only={1})
    assert log_of(centre).state == "complete"


def test_a_claim_that_shrinks_forgets_what_was_said_beyond_it(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(BLOCK + 50)
    send_all(kiosk)
    claim(kiosk)
    claim(kiosk, BLOCK)
    assert centre.ask("SELECT block, last FROM claim") == [(0, BLOCK)]


def test_rows_that_were_set_aside_are_part_of_the_proof(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(10)
    kiosk.lines[9] = b"nonsense"
    send_all(kiosk)
    claim(kiosk)
    log = log_of(centre)
    assert (log.state, log.quarantined, log.complete_to) == ("complete", 1, NOON + 9000)
    centre.tamper(
        "UPDATE quarantine SET line = 'other'" if centre.database.postgres else "UPDATE quarantine SET line = x'61'"
    )
    assert words(centre) == ["rows 1 to 10 differ"]


def test_a_claim_on_a_block_that_its_log_does_not_reach_is_refused(kiosk: Kiosk) -> None:
    for block in (1, -1, 2**60):
        body = msgspec.json.encode({"log": kiosk.log, "through": BLOCK, "blocks": {block: "0" * 64}})
        answer = kiosk.post("/api/claim", body)
        assert answer.status == 422
        assert answer.json["problem"].endswith(".")


def test_a_kiosk_that_claims_the_moon_holds_up_no_proof(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(5)
    send_all(kiosk)
    body = msgspec.json.encode(Claim(kiosk.log, 2**63 - 1, {2**52: "0" * 64}))
    assert kiosk.post("/api/claim", body).status == 204
    log = log_of(centre)
    assert (log.state, len(log.blocks), log.blocks[1].kiosk) == ("on its way", 2, "0" * 64)


def test_a_station_is_complete_as_far_as_the_log_that_is_worst(centre: Centre, kiosk: Kiosk) -> None:
    kiosk.record(20)
    send_all(kiosk)
    claim(kiosk)
    kiosk.log = "log-2"
    kiosk.record(20)
    send_all(kiosk)
    claim(kiosk)
    (station,) = proof(centre).stations
    assert station.complete_to == NOON + 40_000
    centre.tamper("DELETE FROM claim WHERE log = (SELECT number FROM log WHERE id = 'log-1')")
    (station,) = proof(centre).stations
    assert station.complete_to is None


def test_the_proof_is_told_in_words(centre: Centre, kiosk: Kiosk) -> None:
    centre.kiosk()
    kiosk.record(20)
    send_all(kiosk)
    claim(kiosk)
    told = list(proving.words(proof(centre)))
    assert (
        f"The Barn, zone gp-surgery, station kiosk-1 ({kiosk.device}): complete to {proving.moment(NOON + 20_000)}"
        in told
    )
    assert "  log log-1: complete (here 20; at the kiosk 20)" in told
    assert [line for line in told if line.endswith(": nothing was sent yet")]
    assert told[-1] == "Nothing differs."
    assert "impossible" in proving.moment(2**62)
