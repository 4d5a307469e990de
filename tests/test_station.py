"""A station with real decks: what a face sees, and what the store is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from other_words import make_language
from small_venue import replace_in, write_venue
from store.store_stage import Clock, open_store, query, verbs

from kiosk.app import make_station, open_library
from kiosk.content.library import Library
from kiosk.recording import LateRecorder
from kiosk.settings import Settings
from kiosk.station import SLIP, Station
from kiosk.store import Store
from kiosk.visit import Phase, Preferences


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return write_venue(tmp_path_factory.mktemp("venue"))


@pytest.fixture(scope="module")
def library(settings: Settings) -> Library:
    return open_library(settings)


class Stage:
    """A station over a real store, with a clock that is set by hand."""

    def __init__(self, settings: Settings, library: Library, data: Path) -> None:
        self.clock, self.wall, self.data = Clock(0.0), Clock(), data
        self.store: Store = open_store(data, clock=self.wall, monotonic=self.clock)
        recorder = LateRecorder()
        recorder.attach(self.store)
        self.station: Station = make_station(
            library, library.zones[0], settings=settings, recorder=recorder, monotonic=self.clock, clock=self.wall
        )

    def rows(self) -> list[tuple[str, ...]]:
        self.store.flush()
        return query(self.data, "SELECT verb, activity, screen, visit FROM interaction ORDER BY seq")

    def through(self, *steps: tuple[str, str]) -> None:
        for action, answer in steps:
            before = self.station.state
            self.station.act(action, answer)
            assert self.station.state is not before, action


@pytest.fixture
def stage(settings: Settings, library: Library, tmp_path: Path) -> Stage:
    return Stage(settings, library, tmp_path)


def test_everything_that_happens_is_on_disk_in_order(stage: Stage) -> None:
    station = stage.station
    station.wake()
    station.open_activity("before")
    stage.through(("4", "4"), ("next", ""))
    station.home()
    station.finish()
    station.leave("finished")
    assert stage.store.close() == 0
    told = verbs(stage.data)
    assert told[:4] == ["begin", "enter", "answer", "next"]
    assert told[-3:] == ["home", "finish", "end"]
    assert query(stage.data, "SELECT how FROM visit") == [("finished",)]


@pytest.mark.parametrize(
    ("leave", "how"),
    [
        (lambda station: station.leave("finished"), "finished"),
        (lambda station: station.leave("started-again"), "finished"),
        (lambda station: station.leave("host"), "host"),
        (lambda station: station.pause(), "host"),
    ],
)
def test_the_store_knows_how_a_visit_ended(stage: Stage, leave: Callable[[Station], object], how: str) -> None:
    stage.station.wake()
    leave(stage.station)
    stage.store.close()
    assert query(stage.data, "SELECT how FROM visit") == [(how,)]


def test_a_delegate_who_walks_away_is_not_continued_by_the_next(stage: Stage) -> None:
    station = stage.station
    station.wake()
    fresh = station.moment()
    first = station.state.id
    station.open_activity("before")
    station.act("4", "4")
    station.prefer(Preferences(2, True, False))
    stage.clock.now = 60.0
    station.tick(busy=False)
    assert station.seconds_left() == 20
    stage.clock.now = 80.0
    station.tick(busy=False)
    assert station.state.phase is Phase.ATTRACT
    station.wake()
    assert station.moment() == fresh
    assert station.state.id != first
    station.open_activity("after")
    view = station.view()
    assert view is not None and view.answers == {}
    station.leave("idle")
    stage.store.close()
    assert [how for (how,) in query(stage.data, "SELECT how FROM visit ORDER BY started")] == ["idle", "idle"]


def test_an_activity_of_another_zone_or_of_none_is_not_opened(stage: Stage) -> None:
    station = stage.station
    station.wake()
    for name in ("porch", "nowhere", ""):
        station.open_activity(name)
        assert station.state.phase is Phase.HOME


def test_the_scenario_that_is_on_stands_first_and_the_others_are_not_offered(stage: Stage) -> None:
    station = stage.station
    station.wake()
    assert [card["id"] for card in station.moment()["cards"]][:3] == ["kitchen", "before", "after"]
    station.change_scenario("porch")
    assert station.activities[0] == "porch" and "kitchen" not in station.activities
    station.change_scenario("")
    assert station.activities[0] == "before"


def test_home_tells_what_is_done_and_what_is_begun(stage: Stage) -> None:
    station = stage.station
    station.wake()
    station.open_activity("walk")
    station.act("next")
    station.home()
    card = next(card for card in station.moment()["cards"] if card["id"] == "walk")
    assert (card["begun"], card["done"], station.moment()["done"]) == (True, False, 0)
    station.open_activity("walk")
    station.act("next")
    card = next(card for card in station.moment()["cards"] if card["id"] == "walk")
    assert (card["begun"], card["done"], station.moment()["done"]) == (False, True, 1)


def test_a_moment_is_plain_json_at_every_step(stage: Stage) -> None:
    station = stage.station
    station.wake()
    moments = [station.moment()]
    for name in station.activities:
        station.open_activity(name)
        moments.append(station.moment())
        station.home()
    station.finish()
    moments.append(station.moment())
    for moment in moments:
        assert json.loads(json.dumps(moment)) == moment


def test_own_words_are_a_note_and_never_in_an_interaction(stage: Stage) -> None:
    station = stage.station
    station.wake()
    station.open_activity("wall")
    stage.through(("own-words", ""), ("send", "I will ring Maureen on Friday"))
    stage.store.close()
    told = query(stage.data, "SELECT group_concat(detail) FROM interaction")[0][0]
    assert "Maureen" not in told and '"characters":29' in told
    assert query(stage.data, "SELECT kind, text, state, activity FROM note") == [
        ("pledge", "I will ring Maureen on Friday", "waiting", "wall")
    ]


def test_an_approved_note_appears_on_the_wall_and_a_waiting_one_does_not(stage: Stage) -> None:
    station = stage.station
    station.wake()
    station.open_activity("wall")
    stage.through(("own-words", ""), ("send", "Listen longer than feels natural"))
    view = station.moment()["view"]
    assert view["screen"] == "wall" and view["live"] == {"pledge": [], "comment": []}
    (waiting,) = stage.store.waiting_notes()
    stage.store.decide_note(waiting.id, True)
    assert station.moment()["view"]["live"]["pledge"] == ["Listen longer than feels natural"]


def test_approved_notes_stand_in_the_attract_picture_unless_they_are_too_long_for_it(stage: Stage) -> None:
    station = stage.station
    assert station.moment()["live"] == {}
    montage = {"every": 20, "quotes": [], "live": ["pledge"]}
    words = {**station.library.words, "attract": {**station.library.words["attract"], "montage": montage}}
    station.library = msgspec.structs.replace(station.library, words=words)
    for text in ("Tea first.", "x" * SLIP, "x" * (SLIP + 1)):
        stage.store.note("pledge", text, visit="", activity="wall")
    for note in stage.store.waiting_notes():
        stage.store.decide_note(note.id, True)
    assert sorted(station.moment()["live"]["pledge"]) == ["Tea first.", "x" * SLIP]
    station.wake()
    assert station.moment()["live"] == {}


def test_a_wall_clock_that_jumps_a_year_ends_no_visit_and_mixes_no_order(stage: Stage) -> None:
    station = stage.station
    station.wake()
    first = station.state.id
    for jump in (365 * 86_400.0, -2 * 365 * 86_400.0):
        stage.wall.now += jump
        stage.clock.now += 30.0
        station.tick(busy=False)
        assert station.state.id == first and station.state.asked is None
        station.touch()
        station.open_activity("walk")
        station.home()
    station.leave("finished")
    station.wake()
    assert station.state.id != first
    station.leave("finished")
    stage.store.close()
    assert verbs(stage.data) == ["begin", "enter", "home", "resume", "home", "end", "begin", "end"]
    lasted = query(stage.data, "SELECT lasted FROM visit ORDER BY lasted DESC")[0][0]
    assert lasted == 60_000


def test_a_zone_whose_activities_are_all_broken_still_has_a_home(tmp_path: Path) -> None:
    settings = write_venue(tmp_path)
    replace_in(settings.content / "walk" / "activity.yaml", "heading: A walk", "heading: [A walk]")
    library = open_library(settings)
    stage = Stage(settings, library, tmp_path / "store")
    back = make_station(library, library.zones[1], settings=settings, recorder=stage.store, monotonic=stage.clock)
    back.wake()
    moment = back.moment()
    assert (moment["phase"], moment["cards"], moment["zone"]["picture"]) == ("home", [], {})
    stage.store.close()


def in_another_language(stage: Stage, settings: Settings, tmp_path: Path) -> Station:
    """The station over a copy of the venue with one activity in a made-up language, which it has learnt."""
    venue = write_venue(tmp_path / "spoken")
    make_language(venue, "xx", "before", rtl=True)
    library = open_library(venue)
    station = make_station(
        library, library.zones[0], settings=settings, recorder=LateRecorder(), monotonic=stage.clock, clock=stage.wall
    )
    edition = library.edition("xx")
    assert edition is not None
    station.learn(edition)
    return station


def speak(station: Station, code: str) -> None:
    station.prefer(msgspec.structs.replace(station.state.preferences, language=code))


def test_a_walk_goes_on_where_it_was_in_another_language(stage: Stage, settings: Settings, tmp_path: Path) -> None:
    station = in_another_language(stage, settings, tmp_path)
    station.wake()
    station.open_activity("before")
    station.act("4", "4")
    before = station.state.walks
    speak(station, "xx")
    view = station.view()
    assert view is not None and station.state.walks == before
    assert view.props["question"] == "«How sure are you?»"
    assert [offer.label for offer in view.actions][:2] == ["«Not yet»", "«A little»"]
    assert [offer.chosen for offer in view.actions][3] == ("4",)
    station.act("next")
    station.home()
    speak(station, "en")
    station.open_activity("before")
    view = station.view()
    assert view is not None and view.props["question"] == "Anything else?"


def test_what_is_not_translated_is_english_and_runs_as_english_does(
    stage: Stage, settings: Settings, tmp_path: Path
) -> None:
    station = in_another_language(stage, settings, tmp_path)
    station.wake()
    speak(station, "xx")
    moment = station.moment()
    assert (moment["rtl"], moment["zone"]["heading"], moment["zone"]["name"]) == (
        True,
        "«Come in.»",
        "«The front room»",
    )
    titles = {card["id"]: card["title"] for card in moment["cards"]}
    assert (titles["before"], titles["walk"]) == ("«Before»", "A walk in the rain")
    for activity, rtl in (("before", True), ("walk", False)):
        station.open_activity(activity)
        assert station.moment()["rtl"] is rtl
        station.home()


def test_the_next_visitor_is_greeted_in_english_and_the_choice_is_recorded(
    stage: Stage, settings: Settings, tmp_path: Path
) -> None:
    station = in_another_language(stage, settings, tmp_path)
    assert station.moment()["languages"] == [
        {"code": "en", "name": "English", "note": ""},
        {"code": "xx", "name": "«xx»", "note": ""},
    ]
    station.wake()
    (told,) = station.prefer(Preferences(language="xx")).happenings
    assert (told.verb, told.detail["language"]) == ("prefer", "xx")
    station.leave("finished")
    station.wake()
    assert station.moment()["zone"]["heading"] == "Come in."


def test_with_english_alone_there_is_nothing_to_choose(stage: Stage) -> None:
    stage.station.wake()
    assert stage.station.moment()["languages"] == []
    speak(stage.station, "xx")
    assert stage.station.moment()["zone"]["heading"] == "Come in."


def test_a_visit_is_of_the_session_that_was_on_when_it_began_to_its_end_and_after(stage: Stage) -> None:
    station = stage.station
    station.change_session("J12")
    station.wake()
    station.change_session("K7")
    station.open_activity("walk")
    spot = station.spot
    view = station.moment()["view"]
    station.leave("finished")
    station.tell("heard", {}, spot)
    station.wake()
    station.change_session("")
    station.leave("idle")
    station.wake()
    assert view["session"] == "J12"
    stage.store.flush()
    assert [one for (one,) in query(stage.data, "SELECT session FROM visit ORDER BY id")] == ["J12", "K7", ""]
    found = query(stage.data, "SELECT verb, session FROM interaction ORDER BY seq")
    assert found == [
        ("begin", "J12"), ("enter", "J12"), ("end", "J12"), ("heard", "J12"),
        ("begin", "K7"), ("end", "K7"), ("begin", ""),
    ]  # fmt: skip
