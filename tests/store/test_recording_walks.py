"""How many went which way: counted as it happens and read again from SQLite, the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from store.store_stage import open_store, query

from kiosk.store import Before, Entry, Store, read_walks


class Talk:
    """One visit that has a talk, recorded as a station does."""

    def __init__(self, store: Store, visit: str, activity: str = "doreen") -> None:
        self._store, self._visit, self._activity = store, visit, activity
        store.begin_visit(visit, "living-room")
        self.told("begin", activity="")
        self.told("enter", "look")

    def told(self, verb: str, screen: str = "", activity: str | None = None, **detail: str) -> Talk:
        name = self._activity if activity is None else activity
        self._store.record(Entry(verb, "living-room", name, screen, dict(detail), self._visit))
        return self

    def notices(self, thing: str) -> Talk:
        return self.told("notice", "look", action=thing)

    def says(self, screen: str, action: str, to: str) -> Talk:
        return self.told("say", screen, action=action, to=to)

    def sits_down(self) -> Talk:
        return self.told("next", "look", action="talk", to="hello")

    def ends(self, ending: str) -> Talk:
        return self.told("reach", ending, ending=ending)

    def back(self, screen: str, to: str) -> Talk:
        return self.told("back", screen, to=to)

    def leaves(self, how: str = "finished") -> None:
        self.told("end", activity="", how=how)
        self._store.end_visit(self._visit, "idle" if how == "idle" else "finished")

    def straight(self) -> Talk:
        """Sits down, asks, and comes to the ending `good`."""
        return self.sits_down().says("hello", "ask", "good").ends("good")


STRAIGHT = Before(
    {"good": 1},
    {"look": 1, "hello": 1},
    {"look/talk": 1, "hello/ask": 1},
    {"look/talk": {"hello": 1}, "hello/ask": {"good": 1}},
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path)
    yield store
    store.close()


def counted(store: Store, folder: Path, activity: str = "doreen") -> Before:
    """What the store has counted; fails when the file tells another story."""
    store.flush()
    log, seq = query(folder, "SELECT log, seq FROM interaction ORDER BY log DESC, seq DESC LIMIT 1")[0]
    before = store.before(activity)
    assert read_walks(folder, log, seq).before(activity) == before
    return before


def test_a_walk_counts_when_its_visit_is_over_and_not_before(store: Store, tmp_path: Path) -> None:
    talk = Talk(store, "v1").straight()
    assert store.before("doreen") == Before()
    talk.leaves()
    assert counted(store, tmp_path) == STRAIGHT


def test_what_was_taken_back_does_not_count(store: Store, tmp_path: Path) -> None:
    talk = Talk(store, "v1").sits_down().says("hello", "form", "boxes").says("boxes", "tick", "more")
    talk.back("more", "boxes").back("boxes", "hello").says("hello", "ask", "good").ends("good").leaves()
    assert counted(store, tmp_path) == STRAIGHT


def test_what_was_noticed_stays_when_a_delegate_looks_round_again(store: Store, tmp_path: Path) -> None:
    talk = Talk(store, "v1").notices("cup").sits_down().back("hello", "look").notices("radio")
    talk.straight().leaves()
    before = counted(store, tmp_path)
    assert before.steps == {"look/cup": 1, "look/radio": 1, "look/talk": 1, "hello/ask": 1}


def test_a_walk_that_goes_back_from_its_ending_to_another_counts_once_as_it_stood_last(
    store: Store, tmp_path: Path
) -> None:
    talk = Talk(store, "v1").sits_down().says("hello", "form", "poor").ends("poor")
    talk.told("next", "poor", action="roads", to="poor-roads").back("poor-roads", "poor").back("poor", "hello")
    talk.says("hello", "ask", "good").ends("good").leaves()
    assert counted(store, tmp_path) == STRAIGHT


def test_one_who_goes_back_from_the_ending_and_walks_away_counts_as_they_ended(store: Store, tmp_path: Path) -> None:
    Talk(store, "v1").straight().back("good", "hello").leaves("idle")
    assert counted(store, tmp_path) == STRAIGHT


def test_another_go_is_another_walk(store: Store, tmp_path: Path) -> None:
    talk = Talk(store, "v1").sits_down().says("hello", "form", "poor").ends("poor")
    talk.told("again", "poor-reflect", action="again").straight().leaves()
    before = counted(store, tmp_path)
    assert before.reached == {"poor": 1, "good": 1}
    assert before.screens == {"look": 2, "hello": 2}


def test_an_activity_begun_anew_in_the_same_visit_is_another_walk(store: Store, tmp_path: Path) -> None:
    talk = Talk(store, "v1").straight().told("complete", "good-reflect").told("home")
    talk.told("enter", "look").straight().leaves()
    assert counted(store, tmp_path).reached == {"good": 2}


def test_a_walk_left_for_the_home_screen_goes_on_where_it_was(store: Store, tmp_path: Path) -> None:
    talk = Talk(store, "v1").sits_down().told("home").told("enter", "board", activity="voices")
    talk.told("play", "board", activity="voices", action="hello").told("resume", "hello")
    talk.says("hello", "ask", "good").ends("good").leaves()
    assert counted(store, tmp_path) == STRAIGHT
    assert counted(store, tmp_path, "voices") == Before()


def test_a_walk_without_an_ending_does_not_count(store: Store, tmp_path: Path) -> None:
    Talk(store, "v1").notices("cup").sits_down().says("hello", "ask", "more").leaves("idle")
    assert counted(store, tmp_path) == Before()


def test_a_turn_come_to_twice_in_one_walk_counts_once(store: Store, tmp_path: Path) -> None:
    talk = Talk(store, "v1").sits_down().says("hello", "ask", "more").says("more", "round", "hello")
    talk.says("hello", "ask", "good").ends("good").leaves()
    before = counted(store, tmp_path)
    assert before.steps["hello/ask"] == before.screens["hello"] == 1
    assert before.onward["hello/ask"] == {"more": 1, "good": 1}


def test_visits_of_two_faces_at_once_are_kept_apart(store: Store, tmp_path: Path) -> None:
    one, other = Talk(store, "v1"), Talk(store, "v2")
    one.sits_down()
    other.sits_down()
    other.says("hello", "form", "poor")
    one.says("hello", "ask", "good").ends("good")
    other.ends("poor").leaves()
    one.leaves()
    assert counted(store, tmp_path).reached == {"good": 1, "poor": 1}


def test_a_restart_remembers_and_counts_on(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    Talk(store, "v1").straight().leaves()
    store.close()
    store = open_store(tmp_path, release="r2")
    assert store.before("doreen") == Before()
    Talk(store, "v2").straight().leaves()
    store.recall()
    assert counted(store, tmp_path).reached == {"good": 2}
    store.close()


def test_a_walk_that_a_power_cut_ended_after_its_ending_counts_once(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    Talk(store, "v1").straight()
    Talk(store, "v2").sits_down()
    store.close()
    store = open_store(tmp_path)
    assert set(store.interrupted) == {"v1", "v2"}
    for visit in store.interrupted:
        store.record(Entry("interrupted", "living-room", visit=visit))
    store.recall()
    assert counted(store, tmp_path) == STRAIGHT
    store.close()


def test_earlier_logs_in_the_same_file_count_too(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    Talk(store, "v1").straight().leaves()
    store.close()
    query(tmp_path, "INSERT INTO log VALUES (2, 'other', 1, 'a copy')")
    store = open_store(tmp_path)
    Talk(store, "v2").straight().leaves()
    store.recall()
    assert counted(store, tmp_path).reached == {"good": 2}
    store.close()


@pytest.mark.parametrize("spoil", [lambda file: file.unlink(), lambda file: file.write_bytes(b"not a database" * 99)])
def test_a_file_that_cannot_be_read_counts_nothing_and_stops_nothing(
    tmp_path: Path, spoil: Callable[[Path], object], caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "recordings"
    store = open_store(folder)
    Talk(store, "v1").straight().leaves()
    store.close()
    spoil(folder / "kiosk.sqlite3")
    assert read_walks(folder, 1, 99).before("doreen") == Before()
    assert "are not counted" in caplog.text
