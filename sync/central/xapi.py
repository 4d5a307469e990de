"""Interactions as xAPI 1.0.3 statements. Pure: rows go in, plain JSON comes out, the same for the same rows.

Nobody is named: the actor is the visit. Of a detail only what `_TOLD` names is sent. What a host did, what belongs to
no visit and what the kiosk did by itself is no statement.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import quote

import msgspec

from sync.protocol import Row

BASE: Final = "https://kiosk.invalid"
"""What the IRIs begin with when nobody says; `.invalid` can never belong to anybody."""
SCENARIO_VERBS: Final = ("notice", "say", "lay", "reach")
"""By these an activity is known as a scenario."""
MARKS: Final = ("begin", "prefer", "end", "interrupted")
"""What has to be read of a visit even where it is too old to be sent."""

Statement = dict[str, Any]

_IDS: Final = uuid.UUID("5a7c6a52-1d0e-5b0e-9c0b-3f6d1f6b8e21")
_LAST_MS: Final = 253_402_300_799_999
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_VERBS: Final = {
    "begin": "initialized",
    "enter": "initialized",
    "reach": "completed",
    "complete": "completed",
    "end": "terminated",
    "interrupted": "terminated",
}
_TOLD: Final = ("action", "puts", "to", "ending", "clip", "seconds", "complete", "characters", "how", "language")
_TAG: Final = re.compile(r"[a-z]{2,3}(-[0-9A-Za-z]{2,8})*\Z")
_ADL: Final = "http://adlnet.gov/expapi"


class _Visit(msgspec.Struct):
    """What later rows of a visit need to know of it."""

    language: str = ""
    begun: Row | None = None


def statements(
    rows: Iterable[Row], *, log: str, base: str = BASE, scenarios: Collection[str] = (), since: int = 0
) -> Iterator[Statement]:
    """The statements of one log, in its order.

    `base` is what IRIs begin with, without a slash at its end. `scenarios` are the activities that are of that type.
    With `since` (UTC in ms) only what was done from then on; the rows of `MARKS` before it should be among `rows`.
    """
    visits: dict[str, _Visit] = {}
    for row in rows:
        if not row.visit or row.verb.startswith("host-") or row.verb == "still-there":
            continue
        detail = _detail(row)
        if row.verb == "begin":
            visits[row.visit] = _Visit("en", row)
        visit = visits.get(row.visit) or _Visit()
        if row.verb == "prefer" and _TAG.match(str(detail.get("language"))):
            visit.language = str(detail["language"])
        if not since or since <= row.time <= _LAST_MS:
            yield _statement(row, detail, visit, log, base, scenarios)
        if row.verb in ("end", "interrupted"):
            visits.pop(row.visit, None)


def _statement(
    row: Row, detail: dict[str, Any], visit: _Visit, log: str, base: str, scenarios: Collection[str]
) -> Statement:
    key = detail.get("key")
    question = isinstance(key, str) and bool(key)
    verb = "answered" if question else _VERBS.get(row.verb, "interacted")
    place = _place(row, base, scenarios)
    zone = _zone(row, base)
    related = {"grouping": [zone]} if question or place != zone else {}
    if question:
        related = {"parent": [place], **related}
    made: Statement = {
        "id": str(uuid.uuid5(_IDS, row.id)),
        "actor": {"objectType": "Agent", "account": {"homePage": base, "name": row.visit}},
        "verb": {"id": f"{_ADL}/verbs/{verb}", "display": {"en": verb}},
        "object": _question(place["id"], str(key), detail) if question else place,
    }
    if result := _result(row, detail, visit, base):
        made["result"] = result
    made["context"] = _context(row, visit, log, base, related)
    if 0 <= row.time <= _LAST_MS:
        when = _EPOCH + timedelta(milliseconds=row.time)
        made["timestamp"] = when.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return made


def _result(row: Row, detail: dict[str, Any], visit: _Visit, base: str) -> dict[str, Any]:
    result: dict[str, Any] = {}
    if row.verb in ("reach", "complete"):
        result["completion"] = True
    if row.verb == "end" and visit.begun:
        result["duration"] = f"PT{_lasted(visit.begun, row) / 1000:.3f}S"
    if given := "[,]".join(_answers(detail)):
        result["response"] = given
    told = {f"{base}/extensions/{name}": detail[name] for name in _TOLD if _plain(detail.get(name))}
    if told:
        result["extensions"] = told
    return result


def _context(row: Row, visit: _Visit, log: str, base: str, related: dict[str, Any]) -> dict[str, Any]:
    about = {
        "did": row.verb, "zone": row.zone, "screen": row.screen, "station": row.station, "session": row.session,
        "group": row.group, "release": row.release, "log": log, "seq": row.seq,
    }  # fmt: skip
    context: dict[str, Any] = {
        "registration": _registration(row.visit),
        "platform": " ".join(filter(None, (row.face or "kiosk", row.app))),
        "extensions": {f"{base}/extensions/{name}": value for name, value in about.items() if value},
    }
    if visit.language:
        context["language"] = visit.language
    if related:
        context["contextActivities"] = related
    return context


def _place(row: Row, base: str, scenarios: Collection[str]) -> dict[str, Any]:
    """The activity, or where none is open the zone."""
    if not row.activity:
        return _zone(row, base)
    kind = "simulation" if row.activity in scenarios else "lesson"
    return _activity(f"{base}/activities/{_part(row.activity)}", kind)


def _zone(row: Row, base: str) -> dict[str, Any]:
    return _activity(f"{base}/zones/{_part(row.zone)}", "module") if row.zone else _activity(base, "course")


def _question(place: str, key: str, detail: dict[str, Any]) -> dict[str, Any]:
    """A question is known by what was answered: one of 1 to 5 is a scale, a length is a comment."""
    answers = _answers(detail)
    if "characters" in detail:
        kind = "long-fill-in"
    else:
        kind = "likert" if len(answers) == 1 and answers[0] in ("1", "2", "3", "4", "5") else "choice"
    made = _activity(f"{place}/questions/{_part(key)}", "cmi.interaction")
    made["definition"]["interactionType"] = kind
    return made


def _activity(id_: str, kind: str) -> dict[str, Any]:
    return {"objectType": "Activity", "id": id_, "definition": {"type": f"{_ADL}/activities/{kind}"}}


def _part(name: str) -> str:
    return quote(name, safe="")


def _answers(detail: dict[str, Any]) -> list[str]:
    given = detail.get("answer")
    return [one for one in given if isinstance(one, str) and one] if isinstance(given, list) else []


def _plain(value: Any) -> bool:
    return isinstance(value, str | int | float) or (
        isinstance(value, list) and all(isinstance(one, str) for one in value)
    )


def _lasted(begun: Row, end: Row) -> int:
    """Milliseconds, by a clock that nobody can set where that is possible."""
    if end.face == "kiosk" and end.offset >= begun.offset:
        return end.offset - begun.offset
    return max(0, end.time - begun.time)


def _registration(visit: str) -> str:
    """The visit, where its id is a UUID as ours are; else one made of it."""
    try:
        if str(uuid.UUID(visit)) == visit:
            return visit
    except ValueError:
        pass
    return str(uuid.uuid5(_IDS, visit))


def _detail(row: Row) -> dict[str, Any]:
    try:
        found: dict[str, Any] = msgspec.json.decode(row.detail, type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError):
        return {}
    return found
