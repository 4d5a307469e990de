"""What a batch comes to: kept once, in order, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from central_stage import NOON, Centre, Kiosk

from sync.central.database import Database
from sync.protocol import line_of, pack, plain_rows, row_of

DEEP = msgspec.json.encode('{"a":' * 5000 + "1" + "}" * 5000)


def test_a_batch_is_kept_once_however_often_it_is_sent(centre: Centre) -> None:
    kiosk = centre.kiosk().record(30)
    for _ in range(3):
        answer = kiosk.send(1, 30)
        assert (answer.status, answer.json) == (200, {"held": 30, "id": kiosk.id(30), "refused": {}})
    assert kiosk.kept() == kiosk.lines
    assert centre.ask("SELECT count(*) FROM interaction") == [(30,)]


def test_a_log_grows_batch_by_batch(centre: Centre) -> None:
    kiosk = centre.kiosk().record(25)
    assert [kiosk.send(first, first + 9).json["held"] for first in (1, 11)] == [10, 20]
    assert kiosk.send(21, 25).json == {"held": 25, "id": kiosk.id(25), "refused": {}}
    assert kiosk.kept() == kiosk.lines


def test_after_a_gap_nothing_is_kept_and_the_kiosk_hears_how_far_it_is_held(centre: Centre) -> None:
    kiosk = centre.kiosk().record(30)
    assert kiosk.send(11, 20).json == {"held": 0, "id": "", "refused": {}}
    kiosk.send(1, 10)
    assert kiosk.send(12, 20).json == {"held": 10, "id": kiosk.id(10), "refused": {}}
    assert kiosk.kept() == kiosk.lines[:10]


def test_rows_that_are_held_already_are_skipped_and_those_after_them_kept(centre: Centre) -> None:
    kiosk = centre.kiosk().record(30)
    kiosk.send(1, 20)
    assert kiosk.send(11, 30).json["held"] == 30
    assert kiosk.send(5, 15).json == {"held": 30, "id": kiosk.id(30), "refused": {}}
    assert kiosk.kept() == kiosk.lines


def test_another_row_at_the_same_place_is_a_fork_and_nothing_of_it_is_kept(centre: Centre) -> None:
    kiosk = centre.kiosk().record(30)
    kiosk.send(1, 20)
    before = kiosk.kept()
    kiosk.lines[16] = line_of(kiosk.row(17, verb="finish"))
    answer = kiosk.send(11, 30)
    assert (answer.status, answer.json) == (409, {"seq": 17})
    assert kiosk.kept() == before
    assert centre.ask("SELECT seq, device FROM fork") == [(17, kiosk.device)]


def test_a_batch_that_goes_on_from_another_row_is_a_fork_before_it(centre: Centre) -> None:
    kiosk = centre.kiosk().record(30)
    kiosk.send(1, 20)
    for first in (21, 11):
        other = pack(kiosk.log, first, "somebody-else", kiosk.lines[first - 1 : 30])
        answer = kiosk.post("/api/batch", other)
        assert (answer.status, answer.json) == (409, {"seq": first - 1})
    assert kiosk.kept() == kiosk.lines[:20]


def test_whoever_knows_the_last_row_may_go_on_with_a_log(centre: Centre) -> None:
    kiosk = centre.kiosk().record(20)
    kiosk.send(1, 10)
    anew = centre.kiosk()
    anew.lines = kiosk.lines
    assert anew.send(11, 20).json["held"] == 20
    assert centre.ask("SELECT device FROM log") == [(anew.device,)]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda _: b"nonsense", "malformed"),
        (lambda line: line.replace(b"[4,", b"[5,"), "it says that it is row 5"),
        (lambda line: line.replace(b'"begin"', b'"BEGIN"'), "regex"),
        (lambda line: line.replace(b'"{}"', b'"{not json}"'), "malformed"),
        (lambda line: line.replace(b'"{}"', rb'"{\"a\":\"\\u0000\"}"'), "NUL"),
        (lambda line: line.replace(b'"kiosk-1"', rb'"\u0000"'), "regex"),
        (lambda line: line.replace(b"[4,", b"[ 4,"), "not written as rows are"),
        (lambda line: line[:-1] + b',"more"]', "length 16"),
        (lambda line: line.replace(b'"kiosk-1"', b'"' + b"k" * 201 + b'"'), "length <= 200"),
        (lambda line: line.replace(b'"{}"', DEEP), "nested too deep"),
        (lambda line: line.replace(b'"kiosk-1"', b'"\xff\xfe"'), "utf-8"),
    ],
)
def test_a_row_that_is_none_is_set_aside_and_holds_up_nothing(
    centre: Centre, change: Callable[[bytes], bytes], why: str
) -> None:
    kiosk = centre.kiosk().record(6)
    kiosk.lines[3] = change(kiosk.lines[3])
    for _ in range(2):
        answer = kiosk.send(1, 6).json
        assert answer["held"] == 6
        assert list(answer["refused"]) == ["4"]
        assert why.lower() in answer["refused"]["4"].lower()
    assert kiosk.kept() == kiosk.lines
    assert centre.ask("SELECT count(*) FROM interaction") == [(5,)]
    assert centre.ask("SELECT seq, time FROM quarantine") == [(4, NOON)]


def test_a_log_goes_on_after_a_row_that_was_set_aside(centre: Centre) -> None:
    kiosk = centre.kiosk().record(6)
    kiosk.lines[2] = kiosk.lines[2].replace(b'"begin"', b'"BEGIN"')
    assert kiosk.send(1, 3).json["id"] == kiosk.id(3)
    assert kiosk.send(4, 6).json["held"] == 6
    other = kiosk.lines[2].replace(b'"BEGIN"', b'"OTHER"')
    assert kiosk.post("/api/batch", pack(kiosk.log, 3, kiosk.id(2), [other])).json == {"seq": 3}


def test_a_log_goes_on_after_a_row_whose_id_nobody_can_tell(centre: Centre) -> None:
    kiosk = centre.kiosk().record(4)
    kiosk.lines[1] = b"nonsense"
    assert kiosk.send(1, 2).json["id"] == ""
    body = pack(kiosk.log, 3, "some-id", kiosk.lines[2:])
    assert kiosk.post("/api/batch", body).json["held"] == 4


def test_text_comes_back_byte_for_byte(centre: Centre) -> None:
    kiosk = centre.kiosk()
    odd = 'tab\tline\nquote"back\\slash \\N \\. żółć 日本 😀 \u2028 \x1f \x7f'
    kiosk.record(3, station=odd, zone="", detail=msgspec.json.encode({"a": odd, "b": [1, 1.5, None]}).decode())
    assert kiosk.send(1, 3).json == {"held": 3, "id": kiosk.id(3), "refused": {}}
    assert kiosk.kept() == kiosk.lines


def test_two_batches_at_once_on_one_log_leave_one_log(centre: Centre) -> None:
    kiosk = centre.kiosk().record(400)
    pieces = [(first, first + 99) for first in (1, 51, 101, 151, 201, 301)] * 3
    with ThreadPoolExecutor(6) as pool:
        while max(pool.map(lambda piece: kiosk.send(*piece).json["held"], pieces)) < 400:
            pass
    assert kiosk.kept() == kiosk.lines


def test_two_first_batches_at_once_make_one_log(centre: Centre) -> None:
    kiosk = centre.kiosk().record(50)
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: kiosk.send(1, 50), range(6)))
    assert {answer.json["held"] for answer in answers} == {50}
    assert centre.ask("SELECT id, held FROM log") == [(kiosk.log, 50)]


def test_two_copies_of_a_disk_that_send_at_once_never_mix(centre: Centre) -> None:
    kiosk, clone = centre.kiosk().record(10), centre.kiosk()
    kiosk.send(1, 10)
    clone.lines = list(kiosk.lines)
    kiosk.record(50)
    clone.record(50)
    with ThreadPoolExecutor(2) as pool:
        statuses = [answer.status for answer in pool.map(lambda one: one.send(11, 60), (kiosk, clone))]
    assert sorted(statuses) == [200, 409]
    assert kiosk.kept() == (kiosk.lines if statuses[0] == 200 else clone.lines)


def test_a_row_that_went_missing_here_is_put_back_when_it_is_sent_again(centre: Centre) -> None:
    kiosk = centre.kiosk().record(20)
    kiosk.send(1, 20)
    centre.tamper("DELETE FROM interaction WHERE seq = 7")
    assert kiosk.send(1, 20).json["held"] == 20
    assert kiosk.kept() == kiosk.lines


def test_a_restart_keeps_everything(opened: Callable[[], Database]) -> None:
    centre = Centre(opened())
    kiosk = centre.kiosk().record(40)
    kiosk.send(1, 20)
    centre.close()
    again = Centre(opened())
    kiosk.centre = again
    try:
        held = kiosk.post("/api/held", msgspec.json.encode({"logs": [kiosk.log, "other"]})).json
        assert held[kiosk.log] == {"held": 20, "id": kiosk.id(20), "refused": {}}
        assert held["other"]["held"] == 0
        assert kiosk.send(21, 40).json["held"] == 40
        assert kiosk.kept() == kiosk.lines
    finally:
        again.close()


def test_several_servers_may_work_on_one_database(opened: Callable[[], Database]) -> None:
    servers = [Centre(opened()) for _ in range(2)]
    try:
        kiosk = servers[0].kiosk().record(200)
        kiosks = [Kiosk(server, kiosk.device, kiosk.token) for server in servers]
        for one in kiosks:
            one.lines = kiosk.lines
        pieces = [(kiosks[first % 2], first, first + 19) for first in range(1, 181, 5)]
        with ThreadPoolExecutor(6) as pool:
            while max(pool.map(lambda piece: piece[0].send(*piece[1:]).json["held"], pieces)) < 195:
                pass
        assert kiosks[1].send(181, 200).json["held"] == 200
        assert kiosk.kept() == kiosk.lines
    finally:
        for server in servers:
            server.close()


def test_the_centre_says_which_ids_it_holds(centre: Centre) -> None:
    kiosk = centre.kiosk().record(5)
    kiosk.lines[2] = b"nonsense"
    kiosk.send(1, 4)

    def compare(log: str) -> dict[str, str]:
        found: dict[str, str] = kiosk.post(
            "/api/compare", msgspec.json.encode({"log": log, "seqs": [1, 2, 3, 4, 5]})
        ).json
        return found

    assert compare(kiosk.log) == {str(seq): kiosk.id(seq) for seq in (1, 2, 4)}
    assert compare("other") == {}


def test_kiosks_do_not_get_into_each_others_logs(centre: Centre) -> None:
    one, two = centre.kiosk().record(10), centre.kiosk().record(10)
    two.log = "log-2"
    assert one.send(1, 10).status == two.send(1, 10).status == 200
    assert one.kept() == one.lines
    assert two.kept() == two.lines


def test_a_batch_that_is_read_at_once_reads_as_row_by_row(centre: Centre) -> None:
    kiosk = centre.kiosk().record(3, detail='{"a":"\\\\u00e9","b":{"c":[1.5,null]}}', zone="é 日本 \U0001f600")
    kiosk.record(1, time=-(2**63) + 1, offset=2**63 - 1, station="x" * 200, visit="v" * 64, verb="a" * 64)
    plain = plain_rows(kiosk.lines)
    assert plain == [msgspec.structs.astuple(row_of(line)) for line in kiosk.lines]


@pytest.mark.parametrize(
    "lines",
    [
        [b'[1,"a",1,1,"","","","","","","","","b","{}","",""],[2,"a",1,1,"","","","","","","","","b","{}","",""]'],
        [b'[1,"a",1,1,"","","","","","","","","b","{}",""', b'""]'],
        [b'[0,"a",1,1,"","","","","","","","","b","{}","",""]'],
        [b'[9223372036854775808,"a",1,1,"","","","","","","","","b","{}","",""]'],
        [b'[1,"a",9223372036854775808,1,"","","","","","","","","b","{}","",""]'],
        [b'[1,"a",1,-9223372036854775808,"","","","","","","","","b","{}","",""]'],
        [b'[1,"",1,1,"","","","","","","","","b","{}","",""]'],
        [b'[1,"a//b\\nc",1,1,"","","","","","","","","b","{}","",""]'],
        [b'[1,"a/b",1,1,"","","","","","","","","b","{}","",""]'],
        [b'[1,"a",1,1,"","","","","","","","","b\\n","{}","",""]'],
        [b'[1,"a",1,1,"","","","","","","","","b"," {}","",""]'],
        [b'[1,"a",1,1,"","","","","","","","","b","[]","",""]'],
        [b'[1,"a",1,1,"","","","","","","","","b","{},{}","",""]'],
        [b'[1,"a",1,1,"","","","","","","","","b","{}","' + b"r" * 201 + b'",""]'],
        [b'[1,"a",1,1,"","","","","","","","","b","{\\"a\\":\\"' + b"r" * 65_536 + b'\\"}","",""]'],
    ],
)
def test_what_a_closer_look_refuses_is_never_plainly_good(lines: list[bytes]) -> None:
    assert plain_rows(lines) is None
    for line in lines:
        with pytest.raises(ValueError):
            row_of(line)
