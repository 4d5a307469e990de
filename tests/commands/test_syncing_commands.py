"""`kiosk enrol` and `kiosk sync`, against a real central store."""

from __future__ import annotations

import json
import stat
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from central_stage import Centre
from commands.called import Call, places
from store.store_stage import query

from kiosk.centre import FILE_NAME, read_membership
from kiosk.settings import Settings
from kiosk.store import Entry, Store, read_status
from kiosk.syncing import ASKED, Sync
from sync.central.database import open_database
from sync.central.migrating import migrate
from sync.line import Answer, Wire

NOBODY = "http://127.0.0.1:9"


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    with closing(open_database(tmp_path / "central")) as database:
        migrate(database)
        with closing(Centre(database)) as made:
            yield made


@pytest.fixture
def url(centre: Centre) -> str:
    return f"http://127.0.0.1:{centre.port}"


@pytest.fixture
def joined(kiosk: Call, recorded: Settings, centre: Centre, url: str) -> Settings:
    """A kiosk with one visit that belongs to the centre."""
    assert kiosk("enrol", url, centre.code(), *places(recorded)).code == 0
    return recorded


def held(centre: Centre) -> int:
    return int(centre.ask("SELECT count(*) FROM interaction")[0][0])


def until_sent(sync: Sync) -> None:
    """Wait until the centre has said that it holds everything."""
    end = time.monotonic() + 30
    while not sync.seen()[1].receipt:
        assert time.monotonic() < end
        time.sleep(0.02)


# enrol


def test_a_kiosk_joins_with_a_code_in_any_case_and_keeps_its_token_to_itself(
    kiosk: Call, venue: Settings, centre: Centre, url: str
) -> None:
    code = centre.code("front", "The Barn").lower().replace("-", "")
    said = kiosk("enrol", url, code, *places(venue))
    assert (said.code, said.out) == (0, "This kiosk belongs to The test centre now, as front of The Barn.\n")
    member = read_membership(venue.data)
    assert member and member.url == url
    assert member.token not in said.out
    assert stat.S_IMODE((venue.data / FILE_NAME).stat().st_mode) == 0o600


def test_a_code_that_is_wrong_or_was_used_is_one_sentence_and_what_was_there_stays(
    kiosk: Call, joined: Settings, centre: Centre, url: str
) -> None:
    before = read_membership(joined.data)
    used = centre.code()
    assert centre.try_code(used).status == 200
    assert "not known here" in kiosk("enrol", url, "ABCD-EFGH", *places(joined)).sentence
    assert "was used already" in kiosk("enrol", url, used, *places(joined)).sentence
    assert read_membership(joined.data) == before


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (NOBODY, f"No central store answers at {NOBODY}: check the address and the network."),
        ("ftp://centre", "is no address of a central store"),
        ("http://[", "is no address of a central store"),
        ("http://not a name", "No central store answers at"),
    ],
)
def test_where_there_is_no_centre_that_is_one_sentence(kiosk: Call, venue: Settings, address: str, words: str) -> None:
    assert words in kiosk("enrol", address, "ABCD-EFGH", *places(venue)).sentence
    assert read_membership(venue.data) is None


@pytest.mark.parametrize(("status", "body"), [(200, b"<html>"), (200, b"{}"), (404, b"Not found")])
def test_something_else_that_answers_is_told_from_a_centre(
    kiosk: Call, venue: Settings, monkeypatch: pytest.MonkeyPatch, status: int, body: bytes
) -> None:
    monkeypatch.setattr(Wire, "post", lambda *_: Answer(status, body))
    sentence = kiosk("enrol", "http://elsewhere", "ABCD-EFGH", *places(venue)).sentence
    assert sentence == "What answers at http://elsewhere isn't a central store: check the address."


# sync status


def test_status_for_programs_says_whether_the_centre_has_everything(
    kiosk: Call, recorded: Settings, centre: Centre, url: str
) -> None:
    words = ["sync", "status", "--json", *places(recorded)]
    alone = kiosk(*words)
    told = json.loads(alone.out)
    assert alone.code == 1
    assert (told["centre"], told["unsent"], told["receipt"], told["complete"]) == ("", 3, 0, False)
    assert told["oldest_unsent"] > 0
    kiosk("enrol", url, centre.code(), *places(recorded))
    assert json.loads(kiosk(*words).out)["complete"] is False
    kiosk("sync", "now", *places(recorded))
    done = kiosk(*words)
    told = json.loads(done.out)
    assert done.code == 0
    assert (told["unsent"], told["oldest_unsent"], told["problem"], told["complete"]) == (0, 0, "", True)
    assert told["receipt"] > 0


def test_status_for_people_names_the_centre_or_how_to_join_one(kiosk: Call, recorded: Settings, centre: Centre) -> None:
    assert "kiosk enrol URL CODE" in kiosk("sync", "status", *places(recorded)).out
    kiosk("enrol", f"http://127.0.0.1:{centre.port}", centre.code(), *places(recorded))
    assert "The test centre" in kiosk("sync", "status", *places(recorded)).out


# sync now


def test_now_sends_everything_where_no_kiosk_runs(kiosk: Call, joined: Settings, centre: Centre) -> None:
    assert kiosk("sync", "now", *places(joined)).code == 0
    assert (held(centre), read_status(joined.data).unsent) == (3, 0)
    assert kiosk("sync", "now", *places(joined)).code == 0
    assert held(centre) == 3


def test_now_has_the_kiosk_that_runs_here_send(kiosk: Call, joined: Settings, centre: Centre) -> None:
    store = Store.open(joined.data, station="front-1", release="r1", app="0.1")
    sync = Sync(store, joined.data, station="front-1", app="0.1", release="r1")
    with closing(store):
        sync.start()
        until_sent(sync)
        # The next round by itself is a minute away.
        store.record(Entry("begin", "front"))
        assert store.flush()
        assert read_status(joined.data).unsent == 1
        assert kiosk("sync", "now", *places(joined)).code == 0
        assert (held(centre), read_status(joined.data).unsent) == (4, 0)
        sync.stop()


def test_now_says_when_the_kiosk_that_runs_here_does_not_answer(
    kiosk: Call, joined: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.commands.syncing.PATIENCE_S", 0.2)
    with closing(Store.open(joined.data, station="front-1", release="r1", app="0.1")):
        assert "doesn't answer: look at its screen" in kiosk("sync", "now", *places(joined)).sentence
    assert not (joined.data / ASKED).exists()


def test_now_without_a_centre_says_how_to_join_one(kiosk: Call, recorded: Settings) -> None:
    assert "`kiosk enrol URL CODE` makes it join one" in kiosk("sync", "now", *places(recorded)).sentence


def test_now_says_what_went_wrong_and_its_exit_code_is_not_0(kiosk: Call, joined: Settings, centre: Centre) -> None:
    centre.tamper("UPDATE device SET revoked = 1")
    said = kiosk("sync", "now", *places(joined))
    assert said.code == 1
    assert "enrol it anew" in " ".join(said.out.split())


# A kiosk that runs


def test_a_kiosk_that_runs_sends_as_soon_as_it_has_joined_and_is_quiet_before(
    recorded: Settings, centre: Centre, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, real = [], Sync._look

    def look(sync: Sync, *, wanted: bool) -> None:
        looks.append(wanted)
        real(sync, wanted=wanted)

    monkeypatch.setattr(Sync, "_look", look)
    with closing(Store.open(recorded.data, station="front-1", release="r1", app="0.1")) as store:
        sync = Sync(store, recorded.data, station="front-1", app="0.1", release="r1")
        sync.start()
        sync.nudge()
        end = time.monotonic() + 0.5
        while time.monotonic() < end:
            time.sleep(0.02)
        # Asked for without a centre it looks again now and then, and not as fast as it can.
        assert 1 <= len(looks) <= 3
        assert sync.seen()[0] is None
        assert not sync.under_way
        assert sync.join(url, centre.code()).centre == "The test centre"
        until_sent(sync)
        sync.stop()
        member, state = sync.seen()
        assert member and member.url == url
        assert (state.problem, state.receipt > 0, held(centre)) == ("", True, 3)


def test_a_membership_that_cannot_be_read_is_told_and_ends_nothing(
    recorded: Settings, centre: Centre, url: str
) -> None:
    (recorded.data / FILE_NAME).write_text("{", encoding="utf-8")
    with closing(Store.open(recorded.data, station="front-1", release="r1", app="0.1")) as store:
        sync = Sync(store, recorded.data, station="front-1", app="0.1", release="r1")
        sync._look(wanted=True)
        assert "enrol this kiosk anew" in sync.seen()[1].problem
        sync.join(url, centre.code())
        sync._look(wanted=True)
        assert (sync.seen()[1].problem, sync.seen()[1].sent) == ("", 3)
        sync.stop()


def test_what_a_centre_keeps_aside_is_counted_and_another_centre_begins_anew(
    recorded: Settings, centre: Centre, url: str
) -> None:
    query(recorded.data, "UPDATE interaction SET verb = 'Not A Verb' WHERE seq = 2")
    with closing(Store.open(recorded.data, station="front-1", release="r1", app="0.1")) as store:
        sync = Sync(store, recorded.data, station="front-1", app="0.1", release="r1")
        sync.join(url, centre.code())
        assert sync.round().refused == 1
        assert sync.round().refused == 1
        sync.join(url, centre.code())
        sync._joined()
        assert sync.seen()[1].refused == 0
        sync.stop()
