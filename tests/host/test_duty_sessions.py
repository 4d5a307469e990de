"""A host starts and ends sessions: one at a time, recorded, on again after a restart, over by itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from store.store_stage import NOON, Clock, open_store, query

from kiosk.content.library import Zone
from kiosk.errors import KnownError
from kiosk.host.duty import Duty
from kiosk.host.menu import HostAction
from kiosk.sessions.present import LASTS_S
from kiosk.store import Store

END = HostAction("host-session-end")


def start(code: str) -> HostAction:
    return HostAction("host-session", {"session": code})


class Desk:
    """A duty over a real store, with a clock that is set by hand."""

    def __init__(self, folder: Path) -> None:
        self.clock, self.folder = Clock(), folder
        self.told: list[str] = []
        self.begin()

    def begin(self) -> None:
        self.store: Store = open_store(self.folder, clock=self.clock)
        self.duty = Duty(zone=Zone("gp", 1, "GP", "teal", "", "", (), (), ()), decks={}, clock=self.clock)
        self.duty.changed = lambda: self.told.append(self.duty.told()["session"])
        self.duty.attach(self.store)

    def restart(self) -> None:
        self.store.close()
        self.begin()

    def rows(self) -> list[tuple[str, dict[str, Any], str]]:
        """Verb, detail and session of what is on disk."""
        self.store.flush()
        found = query(self.folder, "SELECT verb, detail, session FROM interaction ORDER BY seq")
        return [(verb, json.loads(detail), session) for verb, detail, session in found]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.store.close()


def test_a_session_is_on_from_its_start_to_its_end_and_both_are_recorded_in_it(desk: Desk) -> None:
    desk.duty.do(start(" j12"))
    assert desk.duty.code == "J12"
    desk.duty.do(END)
    assert desk.duty.code == ""
    assert desk.rows() == [
        ("host-session", {"session": "J12"}, "J12"),
        ("host-session-end", {"session": "J12", "how": "host"}, "J12"),
    ]
    assert desk.told == ["", "J12", ""]


def test_another_one_ends_the_first(desk: Desk) -> None:
    desk.duty.do(start("J12"))
    desk.duty.do(start("K7"))
    assert desk.duty.code == "K7"
    assert desk.rows()[1:] == [
        ("host-session-end", {"session": "J12", "how": "another"}, "J12"),
        ("host-session", {"session": "K7"}, "K7"),
    ]


def test_all_that_a_host_does_is_of_the_session_that_is_on(desk: Desk) -> None:
    desk.store.begin_visit("v", "gp")
    desk.duty.do(HostAction("host-open"), visit="v")
    desk.duty.do(start("J12"), visit="v")
    desk.duty.do(HostAction("host-pause"), visit="v")
    desk.duty.do(END, visit="v")
    desk.duty.do(HostAction("host-close"), visit="v")
    assert [session for _, _, session in desk.rows()] == ["", "J12", "J12", "J12", ""]


@pytest.mark.parametrize("junk", ["", "o12", "J1234", "a note about somebody"])
def test_junk_changes_nothing_and_is_not_recorded(desk: Desk, junk: str) -> None:
    desk.duty.do(start("J12"))
    with pytest.raises(KnownError, match="A session’s code is one letter"):
        desk.duty.do(start(junk))
    assert desk.duty.code == "J12"
    assert len(desk.rows()) == 1


@pytest.mark.parametrize(
    ("before", "action", "sentence"),
    [([], END, "No session is on"), ([start("J12")], start("J12"), "Session J12 is on already: end it first")],
)
def test_what_makes_no_sense_is_told_in_a_sentence(
    desk: Desk, before: list[HostAction], action: HostAction, sentence: str
) -> None:
    for one in before:
        desk.duty.do(one)
    with pytest.raises(KnownError, match=sentence):
        desk.duty.do(action)
    assert len(desk.rows()) == len(before)


def test_it_is_on_again_after_a_restart_with_its_beginning(desk: Desk) -> None:
    desk.duty.do(start("J12"))
    desk.clock.now += 3600
    desk.restart()
    assert desk.duty.session is not None
    assert (desk.duty.code, desk.duty.session.since) == ("J12", NOON)
    assert desk.told[-1] == "J12"


def test_one_that_was_ended_is_not_on_again(desk: Desk) -> None:
    desk.duty.do(start("J12"))
    desk.duty.do(END)
    desk.restart()
    assert desk.duty.code == ""


def test_it_is_over_by_itself_after_twelve_hours_and_that_is_told_and_recorded_once(desk: Desk) -> None:
    desk.duty.do(start("J12"))
    desk.clock.now += LASTS_S
    assert not desk.duty.tick()
    desk.clock.now += 1
    assert desk.duty.tick()
    assert not desk.duty.tick()
    assert (desk.duty.code, desk.told[-1]) == ("", "")
    assert desk.rows()[1:] == [("host-session-end", {"session": "J12", "how": "time"}, "J12")]


def test_one_that_was_over_before_the_restart_is_not_on_again(desk: Desk) -> None:
    desk.duty.do(start("J12"))
    desk.clock.now += LASTS_S + 1
    desk.restart()
    assert desk.duty.code == ""
    assert desk.rows()[1:] == [("host-session-end", {"session": "J12", "how": "time"}, "J12")]


def test_a_host_sees_since_when_and_how_many_visits_began_in_it(desk: Desk, in_london: Callable[[], None]) -> None:
    in_london()
    desk.store.begin_visit("before", "gp", session="J12")
    desk.clock.now += 1
    desk.duty.do(start("J12"))
    for visit in ("one", "two"):
        desk.store.begin_visit(visit, "gp", session=desk.duty.code)
    desk.store.begin_visit("other", "gp", session="K7")
    desk.restart()
    desk.store.begin_visit("three", "gp", session=desk.duty.code, face="ipad")
    assert desk.duty.seen()["session"] == {"code": "J12", "since": "11:06", "visits": 3}
    desk.duty.do(END)
    assert desk.duty.seen()["session"] == {"code": "", "since": "", "visits": 0}


@pytest.fixture
def in_london(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Clocks there say what hosts expect; whatever this machine's are set to."""
    import time

    def there() -> None:
        monkeypatch.setenv("TZ", "Europe/London")
        time.tzset()

    yield there
    monkeypatch.undo()
    time.tzset()
