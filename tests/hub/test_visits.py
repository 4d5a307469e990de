"""One station, twice: kiosk/hub/web/visit.mjs and station.mjs do what the Python does, in real browser engines."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
import pytest
from hub.engines import Engine, Site
from hub.shipped import shipped
from hub.traces import differences
from hub.visits import Visits, made_up

from kiosk.visit import Phase

ZONES = ("our-deal", "living-room", "gp-surgery", "our-community")
MADE_UP = ("made up 100", "made up 200", "made up 300")
STATIONS, LENGTH = 12, 90


@cache
def visits_at(name: str) -> Visits:
    if name in MADE_UP:
        library = made_up(int(name.split()[-1]))
        return Visits(library, library.zones[0], 1, stations=2 * STATIONS, length=LENGTH)
    zone = next(zone for zone in shipped().zones if zone.id == name)
    return Visits(shipped(), zone, zone.number, stations=STATIONS, length=LENGTH)


def unlike(visits: Visits, wrong: dict[str, Any]) -> str:
    names = ("change", "recorded", "moment", "seconds left", "spot")
    python, other = visits.seen[wrong["station"]][wrong["at"]], msgspec.json.decode(wrong["got"])
    differing = differences(dict(zip(names, python, strict=True)), dict(zip(names, other, strict=True)))
    return "\n".join([" > ".join(visits.path(wrong["station"], wrong["at"])), *list(differing)[:5]])


@pytest.mark.parametrize("zone", (*ZONES, *MADE_UP))
def test_random_visits_are_recorded_and_shown_alike(engine: Engine, site: Site, zone: str) -> None:
    visits = visits_at(zone)
    site.texts["/visits.json"] = msgspec.json.encode(visits.told())
    engine.open(f"{site.url}/")
    told = engine.run('return (await import("/tests/revisit.mjs")).revisit("/visits.json")')
    if wrong := told["wrong"]:
        pytest.fail(f"{engine.name}, {zone}: {unlike(visits, wrong)}")
    assert told["happened"] == sum(map(len, visits.events)) >= STATIONS * LENGTH


def test_the_random_visits_come_by_everything_that_a_visit_knows() -> None:
    assert tuple(zone.id for zone in shipped().zones) == ZONES
    everything = [one for name in ZONES for station in visits_at(name).seen for one in station]
    assert {moment["phase"] for _, _, moment, _, _ in everything} == set(Phase)
    assert {call[2] for _, calls, *_ in everything for call in calls if call[0] == "end"} == {
        "finished",
        "idle",
        "host",
    }
    verbs = {call[1]["verb"] for _, calls, *_ in everything for call in calls if call[0] == "record"}
    assert verbs >= {"begin", "enter", "resume", "back", "home", "carry-on", "still-there", "prefer", "finish", "end"}
    assert {"complete", "reach"} <= verbs
    assert any(call[0] == "note" for _, calls, *_ in everything for call in calls)
    views = [moment["view"] for _, _, moment, _, _ in everything if moment["view"]]
    assert any(view["live"] for view in views)
    assert any(view.get("before", {}).get("walks") for view in views)
    assert any(moment["rtl"] for _, _, moment, _, _ in everything)
    assert any(moment["live"] for _, _, moment, _, _ in everything)
    assert any(seconds for _, _, _, seconds, _ in everything)
