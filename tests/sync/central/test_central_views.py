"""What others read with SQL: the same on both databases, whatever a detail holds."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from central_stage import NOON, Centre, Kiosk

from sync.central.database import Database, open_database
from sync.central.migrating import migrate

VISIT: dict[str, Any] = {"visit": "visit-1", "activity": "", "session": "MORNING", "group": "blue"}


@pytest.fixture
def kiosk(centre: Centre) -> Kiosk:
    return centre.kiosk()


def did(kiosk: Kiosk, verb: str, detail: object = None, **values: Any) -> None:
    kiosk.record(1, **{**VISIT, **values, "verb": verb, "detail": msgspec.json.encode(detail or {}).decode()})


def sent(kiosk: Kiosk, query: str) -> list[tuple[Any, ...]]:
    answer = kiosk.send(1, len(kiosk.lines))
    assert answer.json["refused"] == {}
    return kiosk.centre.ask(query)


def instant(value: object) -> float:
    """Seconds since 1970 of a time in a view: PostgreSQL has a type for it, SQLite writes it."""
    return (value if isinstance(value, datetime) else datetime.fromisoformat(str(value))).timestamp()


def test_an_interaction_is_shown_with_its_venue_and_its_time(kiosk: Kiosk) -> None:
    did(kiosk, "begin")
    ((time, ms, venue, zone, group, log, seq),) = sent(
        kiosk, 'SELECT time, time_ms, venue, zone, "group", log, seq FROM v_interactions'
    )
    assert instant(time) == ms / 1000 == NOON / 1000 + 1
    assert (venue, zone, group, log, seq) == ("The Barn", "gp-surgery", "blue", "log-1", 1)


@pytest.mark.parametrize(
    ("verb", "detail", "how", "seconds"),
    [
        ("end", {"how": "finished"}, "finished", 2.0),
        ("end", {"how": "started-again"}, "finished", 2.0),
        ("end", {"how": "idle"}, "idle", 2.0),
        ("end", {"how": "host"}, "host", 2.0),
        ("end", {"how": ["odd"]}, "finished", 2.0),
        ("interrupted", {}, "interrupted", None),
        ("finish", {}, None, None),
    ],
)
def test_a_visit_is_one_row_with_how_it_ended(
    kiosk: Kiosk, verb: str, detail: object, how: str | None, seconds: float | None
) -> None:
    did(kiosk, "begin")
    did(kiosk, "enter", activity="helens-day")
    did(kiosk, verb, detail)
    ((visit, ended, way, lasted, session),) = sent(kiosk, "SELECT visit, ended, how, seconds, session FROM v_visits")
    assert (visit, way, None if lasted is None else float(lasted), session) == ("visit-1", how, seconds, "MORNING")
    assert (ended is not None) == (seconds is not None)


def test_visits_do_not_run_into_each_other(kiosk: Kiosk) -> None:
    for visit in ("one", "two", "one", "two"):
        did(
            kiosk,
            "begin" if not any(visit.encode() in line for line in kiosk.lines) else "end",
            {"how": "idle"},
            visit=visit,
        )
    did(kiosk, "end", {"how": "host"}, visit="one")
    rows = sent(kiosk, "SELECT visit, how, seconds FROM v_visits ORDER BY started_ms")
    assert [(visit, how, float(seconds)) for visit, how, seconds in rows] == [
        ("one", "idle", 2.0),
        ("two", "idle", 2.0),
    ]


def test_a_visit_on_an_ipad_lasts_by_its_times(kiosk: Kiosk) -> None:
    did(kiosk, "begin", face="ipad", offset=90_000)
    did(kiosk, "end", {"how": "idle"}, face="ipad", offset=10, time=NOON + 61_000)
    ((seconds,),) = sent(kiosk, "SELECT seconds FROM v_visits")
    assert float(seconds) == 60.0


def test_what_was_chosen_in_a_scenario_is_shown_in_order(kiosk: Kiosk) -> None:
    scene = {"activity": "helens-day"}
    did(kiosk, "enter", **scene)
    did(kiosk, "notice", {"action": "quilt"}, screen="look", **scene)
    did(kiosk, "say", {"action": "ask", "to": "fall"}, screen="hello", **scene)
    did(kiosk, "lay", {"action": "card-left", "puts": ["card", "left"]}, screen="round-1", **scene)
    did(kiosk, "reach", {"ending": "good"}, screen="good", **scene)
    rows = sent(kiosk, "SELECT screen, did, choice, thing, place, leads_to FROM v_scenario_choices ORDER BY log, seq")
    assert rows == [
        ("look", "notice", "quilt", None, None, None),
        ("hello", "say", "ask", None, None, "fall"),
        ("round-1", "lay", "card-left", "card", "left", None),
        ("good", "reach", "good", None, None, None),
    ]


def test_the_last_answer_to_a_question_counts_and_many_are_a_row_each(kiosk: Kiosk) -> None:
    survey = {"activity": "survey-before"}
    did(kiosk, "answer", {"action": "2", "key": "before.confidence", "answer": ["2"]}, **survey)
    did(kiosk, "answer", {"action": "4", "key": "before.confidence", "answer": ["4"]}, **survey)
    did(kiosk, "answer", {"action": "gp", "key": "before.work", "answer": ["gp"]}, **survey)
    did(kiosk, "answer", {"action": "ward", "key": "before.work", "answer": ["gp", "ward"]}, **survey)
    did(kiosk, "answer", {"action": "x", "key": "before.nothing", "answer": ["x"]}, **survey)
    did(kiosk, "answer", {"action": "x", "key": "before.nothing", "answer": []}, **survey)
    did(kiosk, "write", {"action": "send", "key": "after.words", "characters": 120}, **survey)
    did(kiosk, "answer", {"action": "5", "key": "before.confidence", "answer": ["5"]}, **{**survey, "visit": "visit-2"})
    rows = sent(
        kiosk,
        "SELECT visit, moment, question, answer, level, characters FROM v_survey_answers "
        "ORDER BY visit, moment, question, answer",
    )
    assert rows == [
        ("visit-1", "after", "words", None, None, 120),
        ("visit-1", "before", "confidence", "4", 4, None),
        ("visit-1", "before", "work", "gp", None, None),
        ("visit-1", "before", "work", "ward", None, None),
        ("visit-2", "before", "confidence", "5", 5, None),
    ]


def test_no_detail_and_no_time_makes_a_view_fail(kiosk: Kiosk) -> None:
    odd: list[object] = [
        {"key": 5, "answer": "x"}, {"key": "plain", "answer": ["a"]}, {"key": ".x", "answer": ["a"]},
        {"key": "a.b", "answer": {"c": 1}}, {"key": "a.b", "answer": [None, 1, {"x": [1]}, True, "9" * 400]},
        {"key": "a.c", "characters": 1e300}, {"key": "a.c", "characters": -1}, {"key": "a.c", "characters": "many"},
        {"action": ["a"], "puts": "both", "to": 1}, {"puts": []}, {"puts": [1, None]}, {"ending": {}}, {"how": 1},
        {"": "", "a'b": '"', "$": 1},
    ]  # fmt: skip
    for verb in ("answer", "write", "say", "lay", "reach", "end", "begin"):
        for number, detail in enumerate(odd):
            visit = f"{verb}-{number}" if verb in ("answer", "write") else f"visit-{number}"
            did(kiosk, verb, detail, visit=visit, time=(-(2**63) + 1, 2**63 - 1, NOON)[number % 3])
    deep = '{"a":' * 600 + "1" + "}" * 600
    kiosk.record(1, **VISIT, verb="answer", detail=deep)
    kiosk.record(1, **VISIT, verb="end", detail='{"how":"idle","n":1e400,"n":2,"s":"\\ud83d\\ude00"}')
    kiosk.send(1, len(kiosk.lines))
    for view in ("v_interactions", "v_visits", "v_scenario_choices", "v_survey_answers"):
        assert kiosk.centre.ask(f"SELECT * FROM {view}"), view


def test_both_databases_have_the_same_columns_in_every_view(centre: Centre, tmp_path: Path) -> None:
    other = open_database(tmp_path / "other")
    migrate(other)
    try:
        for view in ("v_interactions", "v_visits", "v_scenario_choices", "v_survey_answers"):
            assert columns(centre.database, view) == columns(other, view) != []
    finally:
        other.close()


def test_the_document_names_every_column_and_no_other(centre: Centre) -> None:
    text = (Path(__file__).parents[3] / "docs" / "central.md").read_text(encoding="utf-8")
    for view in ("v_interactions", "v_visits", "v_scenario_choices", "v_survey_answers"):
        section = re.split(r"\n##+ ", text.split(f"### {view}:")[1])[0]
        cells = re.findall(r"^\| ([^|]*) \|", section, re.M)
        told = re.findall(r"`(\w+)`", " ".join(cells) or section)
        assert sorted(told) == sorted(columns(centre.database, view)), view


def columns(database: Database, view: str) -> list[str]:
    with database.reading() as connection:
        return list(connection.exec_driver_sql(f"SELECT * FROM {view} LIMIT 0").keys())
