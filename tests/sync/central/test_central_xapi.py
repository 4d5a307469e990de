"""What an LRS is given of a played visit: statements that keep to the standard, in order, and that name nobody."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from central_stage import NOON, Centre, Kiosk
from ralph.models.xapi.base.statements import BaseXapiStatement
from small_venue import write_venue
from store.store_stage import Clock
from sync_stage import Desk, Weather

from kiosk.app import make_station, open_library
from kiosk.content.library import Library
from kiosk.settings import Settings
from kiosk.shell.walker import way_out
from kiosk.store import Entry
from kiosk.visit import Preferences
from sync.central import cli, exporting
from sync.central.database import open_database
from sync.central.migrating import migrate
from sync.central.xapi import BASE

ADL = "http://adlnet.gov/expapi"
WORDS = "Doreen Hartley told me to ring 01632 960123"
"""What somebody wrote who should not have."""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return write_venue(tmp_path_factory.mktemp("venue"))


@pytest.fixture(scope="module")
def library(settings: Settings) -> Library:
    return open_library(settings)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "kiosk", Clock())
    yield made
    made.stop()


def play(desk: Desk, settings: Settings, library: Library) -> None:
    """Everything that can be done in a visit, each activity to its end; then one that the kiosk did not survive."""
    assert desk.store
    clock = Clock(0.0)
    station = make_station(
        library, library.zones[0], settings=settings, recorder=desk.store, monotonic=clock, clock=desk.clock
    )
    station.change_session("AB12")
    station.wake()
    station.prefer(Preferences(1, True, False, "pl"))
    for name in station.activities:
        station.open_activity(name)
        station.home()
        station.open_activity(name)
        for screen in range(2):
            view = station.view()
            for offer in view.actions if view else ():
                if offer.verb in ("notice", "play"):
                    station.act(offer.id)
                    station.tell("heard", {"clip": "0123abcd", "seconds": 2.5, "complete": True}, station.spot)
                elif offer.verb == "answer":
                    station.act(offer.id, offer.props["answer"])
                elif offer.verb == "open" and offer.id == "own-words":
                    station.act(offer.id)
                    station.act("send", WORDS)
            if screen == 0 and station.deck and not station.state.walks[name].ended:
                action, answer = way_out(station.deck, station.state.walks[name])[0]
                station.act(action, answer)
                station.back()
        if station.deck and station.state.activity == name:
            for action, answer in way_out(station.deck, station.state.walks[name]):
                desk.clock.now += 1.5
                station.act(action, answer)
    clock.now += 60.0
    station.tick(busy=False)
    station.touch()
    station.finish()
    desk.store.record(Entry("host-open", "front", visit=station.state.id))
    station.leave("finished")
    station.wake()
    desk.store.record(Entry("interrupted", "front", visit=station.state.id))
    desk.store.record(Entry("host-pause", "front"))
    assert desk.store.flush()


@pytest.fixture
def played(centre: Centre, desk: Desk, settings: Settings, library: Library) -> Centre:
    play(desk, settings, library)
    line = Weather(centre.port, centre.kiosk().token)
    desk.agent(line).round()
    line.close()
    return centre


def told(centre: Centre, **options: Any) -> list[dict[str, Any]]:
    """The statements as they are written, each of them as the standard wants it."""
    lines: list[bytes] = []

    class Out:
        def write(self, data: bytes) -> None:
            lines.append(data)

    with centre.database.reading() as connection:
        count = exporting.write(exporting.statements(connection, **({"base": BASE} | options)), Out())
    assert count == len(lines)
    found = [msgspec.json.decode(line) for line in lines]
    for one in found:
        BaseXapiStatement.model_validate(one)
    return found


def of(found: list[dict[str, Any]], did: str) -> list[dict[str, Any]]:
    return [one for one in found if one["context"]["extensions"][f"{BASE}/extensions/did"] == did]


def verb(one: dict[str, Any]) -> str:
    return str(one["verb"]["id"]).removeprefix(f"{ADL}/verbs/")


def extra(one: dict[str, Any], name: str, where: str = "result") -> Any:
    return one[where]["extensions"][f"{BASE}/extensions/{name}"]


def test_whatever_a_visit_does_is_a_statement_and_nothing_else_is(played: Centre) -> None:
    rows = played.ask("SELECT verb, visit, log, seq FROM interaction ORDER BY log, seq")
    wanted = [
        (verb, visit) for verb, visit, *_ in rows if visit and not verb.startswith("host-") and verb != "still-there"
    ]
    found = told(played)
    assert [(extra(one, "did", "context"), one["actor"]["account"]["name"]) for one in found] == wanted
    did = {verb for verb, _ in wanted}
    assert did >= {
        "begin", "prefer", "enter", "home", "resume", "back", "notice", "say", "play", "heard", "answer", "write",
        "next", "reach", "complete", "carry-on", "finish", "end", "interrupted",
    }  # fmt: skip
    assert {verb for verb, *_ in rows} - did == {"host-open", "host-pause", "still-there"}
    assert {verb(one) for one in found} == {"initialized", "interacted", "answered", "completed", "terminated"}


def test_a_visit_is_told_from_its_beginning_to_its_end(played: Centre) -> None:
    found = told(played)
    (first, second), (end,), (lost,) = of(found, "begin"), of(found, "end"), of(found, "interrupted")
    assert [verb(one) for one in (first, end, lost)] == ["initialized", "terminated", "terminated"]
    assert first["object"] == {
        "objectType": "Activity",
        "id": f"{BASE}/zones/front",
        "definition": {"type": f"{ADL}/activities/module"},
    }
    assert extra(end, "how") == "finished"
    assert "duration" in end["result"]
    assert "result" not in lost
    assert first["context"]["registration"] == first["actor"]["account"]["name"] == end["context"]["registration"]
    assert uuid.UUID(second["context"]["registration"]) == uuid.UUID(lost["context"]["registration"])
    assert extra(first, "session", "context") == "AB12"
    assert (extra(first, "zone", "context"), extra(first, "station", "context")) == ("front", "gp-1")
    assert extra(first, "release", "context") == "r1"
    assert [one["context"]["language"] for one in (first, end, lost)] == ["en", "pl", "en"]
    assert first["context"]["platform"] == "kiosk 0.1.0"


def test_a_scenario_is_known_as_one_from_its_first_statement(played: Centre) -> None:
    kinds = {one["object"]["id"]: one["object"]["definition"]["type"] for one in of(told(played), "enter")}
    assert kinds[f"{BASE}/activities/kitchen"] == f"{ADL}/activities/simulation"
    assert {kind for name, kind in kinds.items() if not name.endswith("/kitchen")} == {f"{ADL}/activities/lesson"}


def test_what_was_chosen_and_where_it_led_is_told(played: Centre) -> None:
    found = told(played)
    reached, said = of(found, "reach"), of(found, "say")
    assert {extra(one, "action") for one in said} <= {"name", "sew"}
    assert all(one["result"]["completion"] is True for one in (*reached, *of(found, "complete")))
    assert {extra(one, "ending") for one in reached} <= {"fine", "better"}
    assert all(one["object"]["id"] == f"{BASE}/activities/kitchen" for one in (*reached, *said))
    assert said[0]["context"]["contextActivities"]["grouping"][0]["id"] == f"{BASE}/zones/front"
    (heard, *_) = of(found, "heard")
    assert (extra(heard, "seconds"), extra(heard, "complete")) == (2.5, True)


def test_an_answer_is_of_a_question_and_words_stay_on_the_kiosk(played: Centre) -> None:
    found = told(played)
    answer = next(one for one in of(found, "answer") if one["object"]["id"].endswith("/before.sure"))
    assert verb(answer) == "answered"
    assert answer["object"]["definition"] == {
        "type": f"{ADL}/activities/cmi.interaction",
        "interactionType": "likert",
    }
    assert answer["result"]["response"] in list("12345")
    assert answer["context"]["contextActivities"]["parent"][0]["id"] == f"{BASE}/activities/before"
    (written,) = of(found, "write")
    assert (verb(written), written["object"]["definition"]["interactionType"]) == ("answered", "long-fill-in")
    assert extra(written, "characters") == len(WORDS)
    assert "response" not in written["result"]


def test_nobody_is_named(played: Centre) -> None:
    visits = {visit for (visit,) in played.ask("SELECT DISTINCT visit FROM interaction")}
    for one in told(played):
        assert set(one["actor"]) == {"objectType", "account"}
        assert one["actor"]["account"]["homePage"] == BASE
        assert one["actor"]["account"]["name"] in visits
        assert not {"authority", "instructor", "team"} & {*one, *one["context"]}
        plain = msgspec.json.encode(one).decode()
        assert not any(word in plain for word in ("Doreen", "Hartley", "01632", "mbox", "openid"))


def test_times_are_utc_to_the_millisecond_and_in_order(played: Centre) -> None:
    found = told(played)
    times = [one["timestamp"] for one in found]
    assert times == sorted(times)
    assert all(len(time) == 24 and time.endswith("Z") for time in times)
    ms = dict(played.ask("SELECT seq, time FROM interaction"))
    for one in found:
        assert round(datetime.fromisoformat(one["timestamp"]).timestamp() * 1000) == ms[extra(one, "seq", "context")]


def test_a_second_export_is_the_same_and_no_id_is_there_twice(played: Centre) -> None:
    first = told(played)
    assert told(played) == first
    assert len({one["id"] for one in first}) == len(first)


def test_from_a_time_on_the_statements_are_those_of_the_whole(played: Centre) -> None:
    whole = told(played)
    middle = whole[len(whole) // 2]["timestamp"]
    since = exporting.moment(middle)
    late = [one for one in whole if one["timestamp"] >= middle]
    assert 0 < len(late) < len(whole)
    assert told(played, since=since) == late


def did(kiosk: Kiosk, verb: str, detail: object = None, **values: Any) -> None:
    plain = {"visit": "visit-1", "verb": verb, "detail": msgspec.json.encode(detail or {}).decode()}
    kiosk.record(1, **(plain | values))


@pytest.mark.parametrize(
    ("face", "offset", "duration"),
    [("kiosk", 3500, "PT2.500S"), ("kiosk", 10, "PT60.000S"), ("ipad", 3500, "PT60.000S")],
)
def test_a_visit_lasts_by_the_clock_that_nobody_can_set(centre: Centre, face: str, offset: int, duration: str) -> None:
    kiosk = centre.kiosk()
    did(kiosk, "begin", face=face)
    did(kiosk, "end", {"how": "idle"}, face=face, offset=offset, time=NOON + 61_000)
    kiosk.send(1, 2)
    assert told(centre)[1]["result"]["duration"] == duration


def test_several_answers_are_one_response_and_none_is_none(centre: Centre) -> None:
    kiosk = centre.kiosk()
    did(kiosk, "answer", {"key": "before.work", "answer": ["gp", "ward"]}, activity="survey/ä b")
    did(kiosk, "answer", {"key": "before.work", "answer": []}, activity="survey/ä b")
    kiosk.send(1, 2)
    many, none = told(centre)
    assert many["result"]["response"] == "gp[,]ward"
    assert "result" not in none
    assert many["object"]["id"] == f"{BASE}/activities/survey%2F%C3%A4%20b/questions/before.work"
    assert many["object"]["definition"]["interactionType"] == "choice"
    assert uuid.UUID(many["context"]["registration"]) == uuid.UUID(none["context"]["registration"])


def test_no_detail_and_no_time_makes_an_export_fail(centre: Centre) -> None:
    kiosk = centre.kiosk()
    odd: list[object] = [
        {"key": 5, "answer": "x"}, {"key": ""}, {"key": "a.b", "answer": {"c": 1}}, {"answer": [None, 1, "", "x"]},
        {"key": "a.c", "characters": "many"}, {"action": {"name": "Doreen"}, "who": "Doreen", "to": None},
        {"ending": [1]}, {"how": ""}, {"language": "not a language"}, {"language": 5},
    ]  # fmt: skip
    for number, detail in enumerate(odd):
        for one in ("begin", "prefer", "answer", "say", "reach", "end"):
            did(kiosk, one, detail, zone="", app="", face="", time=(-(2**63) + 1, 2**63 - 1, NOON)[number % 3])
    kiosk.record(1, visit="visit-1", verb="say", detail='{"a":' * 600 + "1" + "}" * 600)
    kiosk.record(1, visit="visit-1", verb="heard", detail='{"seconds":1e300,"action":"\\ud83d\\ude00"}')
    answer = kiosk.send(1, len(kiosk.lines))
    assert answer.json["refused"] == {}
    found = told(centre)
    assert len(found) == len(kiosk.lines)
    assert sum("timestamp" not in one for one in found) > len(found) / 2
    assert b"Doreen" not in msgspec.json.encode(found)
    assert told(centre, since=NOON) == [one for one in found if "timestamp" in one]


def test_the_command_writes_a_file_that_is_whole(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    database = open_database(tmp_path)
    migrate(database)
    centre = Centre(database)
    kiosk = centre.kiosk()
    did(kiosk, "begin")
    did(kiosk, "end", {"how": "idle"})
    kiosk.send(1, 2)
    centre.close()
    database.close()
    file = tmp_path / "statements.jsonl"
    given = ["xapi", "--data", str(tmp_path), "--iri", "https://central.example.org/kiosk/"]
    assert cli.main([*given, "--out", str(file)]) == 0
    assert capfdbinary.readouterr().out.decode() == f"2 statements are in {file}.\n"
    first, _ = map(msgspec.json.decode, file.read_bytes().splitlines())
    assert first["actor"]["account"]["homePage"] == "https://central.example.org/kiosk"
    assert first["object"]["id"] == "https://central.example.org/kiosk/zones/gp-surgery"
    assert cli.main([*given, "--out", "-"]) == 0
    assert capfdbinary.readouterr().out == file.read_bytes()
    assert cli.main([*given, "--out", str(file), "--since", "2026-01-01"]) == 0
    assert file.read_bytes() == b""
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (["--out", "/nowhere/at/all.jsonl"], "can't be written"),
        (["--out", "."], "can't be written"),
        (["--out", "x", "--since", "yesterday"], "is no date"),
        (["--out", "x", "--iri", "central"], "is no address"),
        (["--out", "x", "--iri", "https://a b"], "is no address"),
    ],
)
def test_what_is_typed_wrong_is_told_in_one_sentence(
    given: list[str], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["xapi", "--data", str(tmp_path), *given]) == 1
    err = capsys.readouterr().err
    assert why in err
    assert err.startswith("kiosk-central: ") and err.count("\n") == 1
