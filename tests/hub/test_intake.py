"""What iPads send is taken once, in order, at its right time; what makes no sense holds up nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hub.intake_stage import KEY, NOON_MS, Hub, Pad, uuid
from store.store_stage import DAY, Disk, query

from kiosk.hub.intake import ITEMS_AN_HOUR, JUNK_AN_HOUR, JUNK_OF_ALL, NEWCOMERS_AN_HOUR, NOTES_AN_HOUR, OLDEST_MS
from kiosk.hub.items import BODY_LIMIT, DETAIL_LIMIT, ITEMS_LIMIT, Refused
from kiosk.store import NOTE_LIMIT, Entry, read_interactions

HOUR = 3600


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    hub = Hub(tmp_path)
    yield hub
    hub.store.close()


def test_a_visit_on_an_ipad_is_kept_with_who_where_and_when(hub: Hub) -> None:
    hub.passes(100)
    pad = Pad(now=NOON_MS + 100_000)
    pad.about = {"release": "r0"}
    pad.does("begin").does(verb="enter", activity="asha", screen="door", detail={"action": "knock"})
    pad.does("note", text=" listen ").does("end", how="idle")
    pad.now += 2000
    hub.passes(2)
    assert pad.sends(hub) == 4
    (row,) = read_interactions(hub.folder)
    started = NOON_MS + 100_000
    assert row == {
        "log": hub.store.status().log, "seq": 1, "id": uuid(2), "time": started, "offset": 100_000,
        "station": "gp-1/iPad 1", "face": "ipad", "zone": "gp", "session": "", "group": "", "visit": pad.visit,
        "visit_started": started, "visit_ended": started, "visit_how": "idle", "visit_lasted": 0,
        "activity": "asha", "screen": "door", "verb": "enter", "detail": {"action": "knock"},
        "release": "r0", "app": "0.1.0",
    }  # fmt: skip
    (note,) = hub.store.waiting_notes()
    assert (note.id, note.time, note.kind, note.text) == (uuid(3), started, "pledge", "listen")
    assert (note.visit, note.activity, note.state) == (pad.visit, "wall", "waiting")
    assert note.retain_until == started + 90 * DAY * 1000


def test_an_ipad_that_does_not_say_its_release_shows_that_of_the_hub(hub: Hub) -> None:
    Pad().does().sends(hub)
    assert query(hub.folder, "SELECT release FROM interaction") == [("r1",)]


# --- once, in order -------------------------------------------------------------------------------------------------


def test_held_is_said_only_of_what_is_on_disk(tmp_path: Path) -> None:
    disk = Disk()
    hub = Hub(tmp_path, connect=disk.connect)
    pad = Pad().does().does()
    disk.fails = lambda _: True
    assert hub.take(pad.body()) == 0
    assert hub.take(pad.body()) == 0
    disk.fails = lambda _: False
    assert hub.store.flush()
    assert hub.take(pad.body()) == 2
    assert query(tmp_path, "SELECT verb FROM interaction ORDER BY seq") == [("v1",), ("v2",)]
    hub.store.close()


def test_what_is_sent_again_is_not_there_twice(hub: Hub) -> None:
    pad = Pad().does("begin").does().does("note").does("end")
    again = pad.body()
    assert hub.take(again) == hub.take(again) == 4
    hub.restart()
    assert hub.take(again) == 4
    longer = pad.does("record").body()
    assert hub.take(longer) == 5
    assert [row["verb"] for row in read_interactions(hub.folder)] == ["v2", "v5"]
    assert len(hub.store.waiting_notes()) == 1


def test_what_is_sent_again_before_it_is_on_disk_waits_for_the_disk_and_is_not_there_twice(hub: Hub) -> None:
    body = msgspec.json.encode(Pad().does().body())
    assert [hub.intake.take(body, 0.0), hub.intake.take(body, 0.0)] == [0, 0]
    hub.store.flush()
    assert hub.intake.take(body, 0.0) == 1
    assert hub.rows("verb") == [("v1",)]


def test_an_answer_does_not_wait_for_a_disk_that_is_known_to_fail(tmp_path: Path) -> None:
    disk = Disk()
    hub = Hub(tmp_path, connect=disk.connect)
    body = msgspec.json.encode(Pad().does().body())
    disk.fails = lambda _: True
    hub.take(body)
    hub.store._writer.wait = lambda *_: pytest.fail("it waits")  # type: ignore[method-assign]
    assert hub.intake.take(body) == 0
    disk.fails = lambda _: False
    hub.restart()
    assert hub.take(body) == 1
    hub.store.close()


def test_an_answer_waits_for_the_disk(tmp_path: Path) -> None:
    hub = Hub(tmp_path, background=True)
    assert hub.intake.take(msgspec.json.encode(Pad().does().does().body()), 30.0) == 2
    hub.store.close()


def test_a_gap_takes_nothing_and_says_what_is_held(hub: Hub) -> None:
    pad = Pad().does()
    assert pad.sends(hub) == 1
    pad.does().does().does()
    body = pad.body()
    assert hub.take({**body, "items": body["items"][1:]}) == 1
    assert hub.take({**body, "items": [body["items"][0], body["items"][2]]}) == 2
    assert hub.take({**body, "items": body["items"][::-1]}) == 2
    assert hub.rows("verb") == [("v1",), ("v2",)]
    assert pad.sends(hub) == 4


def test_an_ipad_that_let_go_of_what_was_held_goes_on_when_the_recordings_were_begun_anew(hub: Hub) -> None:
    pad = Pad().does().does()
    assert pad.sends(hub) == 2
    hub.store.close()
    for file in hub.folder.glob("kiosk.sqlite3*"):
        file.unlink()
    hub.begin()
    pad.does()
    assert hub.take({**pad.body(), "first": 0}) == 0
    assert pad.sends(hub) == 3
    assert hub.rows("verb") == [("v3",)]


def test_two_ipads_are_two(hub: Hub) -> None:
    one, other = Pad("1" * 32), Pad("2" * 32)
    one.does(), other.does().does()
    assert (one.sends(hub), other.sends(hub)) == (1, 2)
    assert hub.rows("station, verb") == [("gp-1/iPad 1", "v1"), ("gp-1/iPad 2", "v1"), ("gp-1/iPad 2", "v2")]


def test_the_key_of_an_ipad_is_kept_nowhere(hub: Hub) -> None:
    Pad().does("begin").does(verb=7).sends(hub)
    hub.store.close()
    for file in hub.folder.iterdir():
        assert KEY.encode() not in file.read_bytes(), file.name
    hub.begin()


# --- time -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("wrong_by", [-30 * 365 * DAY, -1, 0, 1, 30 * 365 * DAY])
def test_an_ipad_whose_clock_is_wrong_is_put_right(hub: Hub, wrong_by: float) -> None:
    pad = Pad(now=NOON_MS + int(wrong_by * 1000)).does()
    pad.now += 5000
    pad.sends(hub)
    assert hub.rows("time, offset") == [(NOON_MS - 5000, -5000)]


def test_nothing_was_done_in_the_future_and_nothing_very_long_ago(hub: Hub) -> None:
    Pad().does(time=NOON_MS + 1).does(time=2**53).does(time=0).sends(hub)
    assert hub.rows("time") == [(NOON_MS,), (NOON_MS,), (NOON_MS - OLDEST_MS,)]


# --- what makes no sense --------------------------------------------------------------------------------------------

PRIVATE = "private words of somebody"
JUNK: dict[str, dict[str, Any]] = {
    "no such thing": {"what": "drop-table"},
    "no kind of thing": {"what": ...},
    "an id that is none": {"id": "1"},
    "an id in capitals": {"id": uuid(10).upper()},
    "an id with a line break": {"id": uuid(10) + "\n"},
    "no id": {"id": ...},
    "a visit that is none": {"visit": "../../etc/passwd"},
    "a verb that is no word": {"verb": PRIVATE},
    "a verb that is too long": {"verb": "v" * 81},
    "a verb that is a number": {"verb": 7},
    "an activity that is none": {"activity": "<script>"},
    "a screen that is none": {"screen": "\u0000"},
    "a detail that is none": {"detail": [PRIVATE]},
    "a detail that is too large": {"detail": {"x": "x" * DETAIL_LIMIT}},
    "a detail that is too deep": {"detail": {"a": [{"b": [{"c": 1}]}]}},
    "no time": {"time": ...},
    "a time that is too large": {"time": 2**53 + 1},
    "a time before there was any": {"time": -1},
    "a note of nothing": {"what": "note", "kind": "pledge", "text": " \n "},
    "a note that is too long": {"what": "note", "kind": "pledge", "text": f"{PRIVATE}{'x' * NOTE_LIMIT}"},
    "a note of no kind": {"what": "note", "kind": PRIVATE, "text": PRIVATE},
    "a note with no id": {"what": "note", "kind": "pledge", "text": PRIVATE, "id": ...},
    "a note that calls itself something else": {"what": "nose", "kind": "pledge", "text": PRIVATE},
    "a visit that ended in no known way": {"what": "end", "how": "bored"},
    "a visit that began nowhere": {"what": "begin", "visit": ""},
    "a session that is none": {"what": "begin", "visit": uuid(11), "session": PRIVATE},
}  # fmt: skip


@pytest.mark.parametrize("junk", JUNK.values(), ids=list(JUNK))
def test_junk_is_set_aside_without_free_text_counted_as_held_and_holds_up_nothing(
    hub: Hub, junk: dict[str, Any]
) -> None:
    pad = Pad().does("begin").does(**{"what": "record", **junk} if "what" not in junk else junk).does().does("note")
    assert pad.sends(hub) == 4
    assert hub.rows("verb") == [("v3",)]
    assert [note.text for note in hub.store.waiting_notes()] == ["listen"]
    ((problem, content),) = hub.rows("problem, content", "quarantine")
    assert problem.startswith("gp-1/iPad 1 sent: ")
    assert len(problem) + len(content) < 1200
    hub.store.close()
    for file in hub.folder.iterdir():
        assert b"private words" not in file.read_bytes()
    hub.begin()


@pytest.mark.parametrize(
    "raw",
    [
        b"7",
        b"null",
        b'"text"',
        b"[1,2]",
        b"{}",
        b'{"n":2,"what":"record","verb":"\xff"}',
        b'{"verb":"\\ud800"}',
        b'{"n":2,"time":' + b"9" * 5000 + b"}",
    ],
)
def test_an_item_that_is_nothing_at_all_counts_by_its_place(hub: Hub, raw: bytes) -> None:
    body = msgspec.json.encode(Pad().does().does().does().body())
    start = body.index(b'{"n":2')
    end = body.index(b"}", start) + 1
    assert hub.intake.take(body[:start] + raw + body[end:], 0.0) == 0
    assert hub.store.flush()
    assert hub.rows("verb") == [("v1",), ("v3",)]
    assert len(hub.rows("id", "quarantine")) == 1


def test_half_a_character_in_a_note_is_replaced_and_blocks_nothing(hub: Hub) -> None:
    body = msgspec.json.encode(Pad().does("note", text="CUT").does().body())
    text = rb"a \ud83d b \ud83d\ude00 c \\ud83d \udE00"
    hub.intake.take(body.replace(b"CUT", text), 0.0)
    assert hub.store.flush()
    assert [note.text for note in hub.store.waiting_notes()] == ["a \ufffd b \U0001f600 c \\ud83d \ufffd"]
    assert hub.rows("verb") == [("v2",)]


def test_items_without_any_number_are_not_taken(hub: Hub) -> None:
    assert hub.take({**Pad().body(), "items": [7, {}, {"n": "1"}, {"n": 0}]}) == 0


def test_what_is_set_aside_is_bounded_and_still_counts_as_held(hub: Hub) -> None:
    pad = Pad()
    for _ in range(JUNK_AN_HOUR + 5):
        pad.does("junk")
    assert pad.does().sends(hub) == JUNK_AN_HOUR + 6
    assert len(hub.rows("id", "quarantine")) == JUNK_AN_HOUR
    assert len(hub.rows("id")) == 1
    hub.passes(HOUR)
    pad.does("junk").sends(hub)
    assert len(hub.rows("id", "quarantine")) == JUNK_AN_HOUR + 1


def test_many_ipads_together_do_not_fill_the_quarantine_either(hub: Hub) -> None:
    for who in range(JUNK_OF_ALL // JUNK_AN_HOUR + 3):
        pad = Pad(f"{who:032x}")
        for _ in range(JUNK_AN_HOUR):
            pad.does("junk")
        assert pad.sends(hub) == JUNK_AN_HOUR
    assert len(hub.rows("id", "quarantine")) == JUNK_OF_ALL


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda _: b"not json",
        lambda _: b"[]",
        lambda _: b"[" * 100_000,
        lambda _: b'{"items":' * 50_000,
        lambda body: msgspec.json.encode({**body, "ipad": "../" * 10}),
        lambda body: msgspec.json.encode({**body, "ipad": KEY + "\n"}),
        lambda body: msgspec.json.encode({**body, "ipad": KEY[:-1]}),
        lambda body: msgspec.json.encode({**body, "sent": -1}),
        lambda body: msgspec.json.encode({**body, "sent": "now"}),
        lambda body: msgspec.json.encode({**body, "first": 2**60}),
        lambda body: msgspec.json.encode({**body, "items": {}}),
        lambda body: msgspec.json.encode({**body, "items": body["items"] * (ITEMS_LIMIT + 1)}),
        lambda body: msgspec.json.encode({**body, "about": {"name": "x" * BODY_LIMIT}}),
        lambda body: msgspec.json.encode({key: value for key, value in body.items() if key != "ipad"}),
    ],
)
def test_a_body_that_no_ipad_sends_is_refused_whole(hub: Hub, spoil: Any) -> None:
    with pytest.raises(Refused) as refused:
        hub.intake.take(spoil(Pad().does().body()), 0.0)
    assert refused.value.status in (400, 413)
    assert hub.store.status().held == 0
    assert hub.ipads.all() == ()


@pytest.mark.parametrize(
    "about", [7, None, [], {"battery": 7}, {"unsent": -1}, {"release": "a b"}, {"visit": "yes"}, {"name": 7}]
)
def test_what_an_ipad_says_of_itself_in_no_sense_keeps_nothing_from_being_taken(hub: Hub, about: object) -> None:
    pad = Pad().does()
    pad.about = about  # type: ignore[assignment]
    assert pad.sends(hub) == 1


def test_numbers_that_a_browser_cannot_count_do_not_run_away(hub: Hub) -> None:
    assert hub.take({**Pad().body(), "items": [], "first": 2**53}) == 2**53 - 1
    hub.restart()
    assert hub.take(Pad().body()) == 2**53 - 1


# --- too much -------------------------------------------------------------------------------------------------------


def test_an_ipad_that_sends_more_than_anybody_can_do_waits_until_its_hour_is_over(hub: Hub) -> None:
    flood, other = Pad("1" * 32), Pad("2" * 32)
    for _ in range(ITEMS_AN_HOUR + 3):
        flood.does()
    while flood.sends(hub) < ITEMS_AN_HOUR:
        pass
    assert flood.sends(hub) == ITEMS_AN_HOUR
    assert other.does().sends(hub) == 1
    hub.passes(HOUR)
    assert flood.sends(hub) == ITEMS_AN_HOUR + 3


def test_notes_for_the_host_to_read_are_bounded_too_and_none_is_lost(hub: Hub) -> None:
    pad = Pad()
    for number in range(NOTES_AN_HOUR + 2):
        pad.does("note", text=str(number))
    assert pad.sends(hub) == NOTES_AN_HOUR
    assert pad.sends(hub) == NOTES_AN_HOUR
    hub.passes(HOUR)
    assert pad.sends(hub) == NOTES_AN_HOUR + 2
    assert [note.text for note in hub.store.waiting_notes()] == [str(number) for number in range(NOTES_AN_HOUR + 2)]


def test_ipads_that_nobody_ever_saw_are_bounded_and_those_that_are_known_go_on(hub: Hub) -> None:
    known = Pad("f" * 32)
    known.does().sends(hub)
    for who in range(NEWCOMERS_AN_HOUR - 1):
        Pad(f"{who:032x}").does().sends(hub)
    with pytest.raises(Refused) as refused:
        Pad("e" * 32).does().sends(hub)
    assert refused.value.status == 429
    assert known.does().sends(hub) == 2
    hub.restart()
    assert known.does().sends(hub) == 3
    hub.passes(HOUR)
    assert Pad("e" * 32).does().sends(hub) == 1


def test_ipads_leave_room_in_memory_for_the_kiosk_itself_and_lose_nothing(tmp_path: Path) -> None:
    disk = Disk()
    hub = Hub(tmp_path, connect=disk.connect, bound=10)
    disk.fails = lambda _: True
    pad = Pad()
    for _ in range(9):
        pad.does()
    assert hub.take(pad.body()) == 0
    tickets = [hub.store.record(Entry(f"k{number}")) for number in range(4)]
    assert not any(ticket.dropped for ticket in tickets)
    assert hub.store.status().dropped == 0
    disk.fails = lambda _: False
    hub.store.flush()
    assert pad.sends(hub) == 9
    recorded = [verb for (verb,) in hub.rows("verb")]
    assert [verb for verb in recorded if verb.startswith("v")] == [f"v{number}" for number in range(1, 10)]
    hub.store.close()


def test_an_ipad_changes_no_note_that_is_there(hub: Hub) -> None:
    pad = Pad().does("note", text="kind")
    pad.sends(hub)
    hub.store.decide_note(uuid(1), True)
    pad.does("note", id=uuid(1), text="unkind").sends(hub)
    for _ in range(2):
        assert [note.text for note in hub.store.approved_notes("pledge", 9)] == ["kind"]
        hub.restart()
