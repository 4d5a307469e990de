"""Every kind of the content that ships, drawn by a real engine and played by touch to its end, and what is recorded."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hub.engines import ROOT, Chromium, Engine
from hub.kiosk_stage import HERE, SENT, Kiosk, until
from hub.shipped import shipped
from test_docs import table_of_screens

from kiosk.content.deck import AGAIN, END, Deck
from kiosk.content.library import Zone
from kiosk.settings import Settings

ZONES = {"our-deal": (1180, 820), "living-room": (1024, 768), "gp-surgery": (820, 1180), "our-community": (1180, 820)}
MOST_STEPS = 80
"""Touches for one activity, at most."""
TRIED = 1
"""Things that are touched on a screen only because they are there, before it goes on."""
WORDS = "A kind word, as typed."

WALKER = (Path(__file__).with_name("walker.mjs")).read_text(encoding="utf-8").replace("export class", "class")
SPY = """
window.sent = [];
const post = window.fetch;
window.fetch = (address, more) => {
  if (address === "/intake") window.sent.push(...JSON.parse(more.body).items);
  return post(address, more);
};
"""
"""Everything that the page hands over, in order; what is sent again is in it again."""


@pytest.fixture(params=ZONES)
def kiosk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kiosk]:
    venue = Settings(data=tmp_path, content=ROOT / "content", zones=ROOT / "zones.yaml")
    made = Kiosk(venue, zone=request.param, library=shipped())
    made.on()
    yield made
    made.close()


def zone_of(name: str) -> Zone:
    return next(one for one in shipped().zones if one.id == name)


def kinds_of(deck: Deck) -> set[str]:
    return {f"{deck.kind}/{screen.kind}" for screen in deck.screens.values()}


def test_the_zones_hold_every_screen_kind_that_is_described() -> None:
    decks = [shipped().decks[name] for zone in ZONES for name in (*zone_of(zone).activities, *zone_of(zone).scenarios)]
    found = {kind for deck in decks for kind in kinds_of(deck)}
    assert found == {f"{kind}/{screen}" for kind, screen in table_of_screens()}


def leads_of(deck: Deck) -> dict[str, dict[str, list[str]]]:
    """By screen and action the kinds of screen that the action may lead to."""
    return {
        screen.id: {
            action.id: [
                f"{deck.kind}/{deck.screens[route.to].kind}" for route in action.routes if route.to not in (END, AGAIN)
            ]
            for action in screen.actions
        }
        for screen in deck.screens.values()
    }


def picture(page: Engine, kind: str) -> None:
    """For people to look at, where `WEB_PICTURES` names a folder."""
    if folder := os.environ.get("WEB_PICTURES"):
        page.screenshot(Path(folder) / page.name / f"{kind.replace('/', '-')}.png")


def play(page: Engine, deck: Deck) -> tuple[set[str], list[str]]:
    """Walk through an activity, from home to home, until each kind of its screens was up: those, and each one drawn."""
    wanted, seen, drawn = kinds_of(deck), set[str](), list[str]()
    page.run(WALKER + "window.walker = new Walker(given);", activity=deck.id, leads=leads_of(deck), seen=[], most=TRIED)
    for _ in range(MOST_STEPS):
        now: dict[str, Any] = page.run("return walker.next()")
        assert now["wide"] <= 0, f"{now['screen']} can be moved sideways by {now['wide']} pixels."
        if now["phase"] == "home" and drawn and seen >= wanted:
            return seen, drawn
        if now["screen"] and (not drawn or drawn[-1] != now["screen"]):
            drawn.append(now["screen"])
        if now["kind"] and now["kind"] not in seen:
            seen.add(now["kind"])
            picture(page, now["kind"])
        if now["write"]:
            page.driver.switch_to.active_element.send_keys(WORDS)
            continue
        assert now["touch"], f"Nothing can be touched on {now['screen'] or now['phase']}."
        page.touch("[data-touched]")
    raise AssertionError(f"{deck.id} is not over after {MOST_STEPS} touches: {drawn[-5:]}; unseen: {wanted - seen}")


def screens_of(rows: list[tuple[Any, ...]]) -> list[str]:
    """The screens that were up, as the record has them. What was heard is told late, of where it began."""
    found: list[str] = []
    for _, verb, activity, screen, detail in rows:
        for one in (screen, json.loads(detail).get("to", "")):
            if verb != "heard" and one and (not found or found[-1] != f"{activity}/{one}"):
                found.append(f"{activity}/{one}")
    return found


def test_every_kind_is_drawn_and_played_by_touch_to_its_end(chromium: Chromium, kiosk: Kiosk) -> None:
    engine: Engine = chromium
    zone = zone_of(kiosk.zone)
    engine.open(kiosk.url, *ZONES[zone.id])
    until(engine, HERE)
    engine.run(SPY)
    drawn: list[str] = []
    for turn, scenario in enumerate(zone.scenarios or ("",)):
        if scenario:
            kiosk.switch(scenario)
            until(engine, f"{HERE} || document.querySelector('[data-id=card-{scenario}]')")
        for name in (scenario, *(() if turn else zone.activities)):
            if name:
                deck = shipped().decks[name]
                seen, screens = play(engine, deck)
                assert seen == kinds_of(deck)
                drawn += screens
    assert engine.errors() == []
    until(engine, SENT)
    sent = {item["n"]: item for item in engine.run("return sent")}
    rows = kiosk.rows(
        "SELECT id, verb, activity, screen, detail FROM interaction WHERE face = 'ipad' ORDER BY log, seq"
    )
    told = [
        (item["id"], item["verb"], item["activity"], item["screen"])
        for _, item in sorted(sent.items()) if item["what"] == "record"
    ]  # fmt: skip
    assert [row[:4] for row in rows] == told
    assert screens_of(rows) == drawn
    engine.leave()
