"""Whoever holds an iPad can use it: every kind of screen, at every text size, in both contrasts, held either way.

axe-core finds nothing to complain of, nothing is cut off or hidden, and everything to touch is as large as a finger.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hub.engines import PATIENCE, ROOT, Browsers, Engine
from hub.poses import ACTIVITIES, NOTES, SCENARIOS, before, every_kind, pages, poses_of
from hub.shipped import shipped
from selenium.webdriver.support.wait import WebDriverWait
from store.store_stage import open_store

from kiosk.app import make_hub
from kiosk.host.duty import Duty
from kiosk.host.pin import PinGuard
from kiosk.hub.lone import Lone
from kiosk.settings import read

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
EVERYBODY = (Path(__file__).parent / "everybody.js").read_text(encoding="utf-8")
SIZES = {"landscape": (1180, 820), "portrait": (820, 1180)}
LOOKS = [(step, contrast) for contrast in (False, True) for step in (0, 1, 2)]
"""Text size and contrast as people choose them; the first is what they find."""
UPRIGHT = [(0, False), (2, False), (1, True), (2, True)]
"""Those in which a page that is held upright is laid out in another way."""
RULES = {"target-size": {"enabled": True}}
"""Rules of axe-core that are tried though it leaves them out by itself."""
AS_HOST = """
const asked = window.fetch;
window.fetch = (address, ...more) =>
  address === "/host/state" ? Promise.resolve(Response.json(given.state))
    : address === "/host/pin" ? Promise.resolve(Response.json({ ok: true })) : asked(address, ...more);
for (const digit of "123456") document.querySelector(`[data-id=key-${digit}]`).click();
"""
"""Lets the page believe that the PIN was right, and that much is going on."""
ALL = (*SCENARIOS, *ACTIVITIES)
IPADS = [
    {"title": "iPad 1", "state": "visit", "battery": 0.81, "charging": True, "unsent": 2},
    {"title": "The iPad by the window", "state": "ready", "battery": 0.4, "charging": False, "unsent": 0},
    {"title": "iPad 3", "state": "loading", "battery": None, "charging": False, "unsent": 0},
    {"title": "iPad 4", "state": "away", "battery": None, "charging": False, "unsent": 1},
]


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A hub of a zone that has every kind of activity."""
    data = tmp_path_factory.mktemp("data")
    given = {
        "KIOSK_DATA": data, "KIOSK_CONTENT": ROOT / "content", "KIOSK_ZONES": ROOT / "zones.yaml",
        "KIOSK_HUB_ADDRESS": "127.0.0.1", "KIOSK_HUB_PORT": 0,
    }  # fmt: skip
    settings = read(environment={name: str(value) for name, value in given.items()})
    library = shipped()
    zone = every_kind(library)
    store = open_store(data, background=True)
    side = Lone(duty=Duty(zone=zone, decks=library.decks), guard=PinGuard(kept=store))
    hub = make_hub(settings, library=library, zone=zone, store=store, side=side, monotonic=time.monotonic)
    hub.start()
    yield f"http://127.0.0.1:{hub.server.port}"
    hub.stop()
    store.close()


@pytest.fixture(scope="module")
def poses() -> dict[str, list[dict[str, Any]]]:
    """The screens to look at: those of every zone, and those of each activity."""
    return {"every zone": list(pages()), **{name: list(poses_of(shipped().decks[name])) for name in ALL}}


@pytest.fixture(scope="module")
def page(url: str, browsers: Browsers) -> Engine:
    """The page of an iPad in Chromium."""
    return opened(browsers.get("chromium"), url)


def opened(engine: Engine, url: str) -> Engine:
    engine.open(url)
    until(engine, "document.documentElement.dataset.phase === 'attract'")
    looking(engine)
    decks = {name: shipped().decks[name] for name in ALL}
    told = {name: before(deck) for name, deck in decks.items()}
    engine.run("await everybody.begin(given.before, given.notes)", notes=NOTES, before=told)
    return engine


def host_state() -> dict[str, Any]:
    """A menu with something of everything."""
    library = shipped()
    duty = Duty(zone=every_kind(library), decks=library.decks)
    return {
        **duty.seen(), "session": {"code": "J12", "since": "09:40", "visits": 14}, "locked": False, "token": "",
        "visiting": True, "ipads": IPADS, "unsent": 3, "join": "http://192.168.4.1:8787",
        "notes": [{"id": str(i), "kind": "pledge", "text": text} for i, text in enumerate(NOTES)],
    }  # fmt: skip


def looking(engine: Engine) -> None:
    """Have what looks at a page in it. The page's own policy lets nobody else do so."""
    engine.driver.execute_script(AXE)
    engine.driver.execute_script(EVERYBODY)


def until(engine: Engine, source: str) -> None:
    WebDriverWait(engine.driver, PATIENCE, 0.05).until(lambda _: engine.run(f"return {source}"), source)


def wrong_with(engine: Engine, poses: list[dict[str, Any]], looks: list[tuple[int, bool]]) -> list[str]:
    """What is wrong with screens, a line each: screen, rule, element, what, and the looks in which it is so."""
    found: dict[str, list[str]] = {}
    for pose in poses:
        seen = looks[:1] if pose.get("plain") else looks
        source = "return everybody.look(given.pose, given.looks, given.rules)"
        for step, contrast, *told in engine.run(source, pose=pose, looks=seen, rules=RULES):
            look = f"size {step + 1}{', high contrast' if contrast else ''}"
            found.setdefault(" | ".join((pose["name"], *told)), []).append(look)
    return [f"{what} | {'; '.join(looks)}" for what, looks in found.items()]


@pytest.mark.parametrize("name", ["every zone", *ALL])
@pytest.mark.parametrize("way", SIZES)
def test_every_screen_can_be_used_by_everybody(
    page: Engine, poses: dict[str, list[dict[str, Any]]], way: str, name: str
) -> None:
    page.size(*SIZES[way])
    looks = LOOKS if way == "landscape" else UPRIGHT
    assert wrong_with(page, poses[name], looks) == []


def test_every_screen_can_be_used_by_everybody_in_webkit(
    url: str, browsers: Browsers, poses: dict[str, list[dict[str, Any]]]
) -> None:
    engine = opened(browsers.get("webkit"), url)
    assert wrong_with(engine, [pose for some in poses.values() for pose in some], LOOKS[:1]) == []


def test_these_tests_look_at_every_kind_of_screen_there_is(poses: dict[str, list[dict[str, Any]]]) -> None:
    told = set(re.findall(r"^\| `(\w+)` \| `(\w+)` \|", (ROOT / "docs" / "architecture.md").read_text(), re.MULTILINE))
    assert told == {tuple(pose["name"].split()[0].split("/")) for name in ALL for pose in poses[name]}


@pytest.mark.parametrize("way", SIZES)
def test_the_pages_for_staff_can_be_used_by_everybody(page: Engine, url: str, way: str) -> None:
    found: dict[str, list[list[str]]] = {}

    def look(name: str) -> None:
        if told := page.run("return everybody.looked(given.rules)", rules=RULES):
            found[name] = told

    page.open(f"{url}/host", *SIZES[way])
    until(page, "document.querySelector('.pad')")
    looking(page)
    look("host, PIN")
    page.run(AS_HOST, state=host_state())
    until(page, "document.querySelector('.staff-body')")
    look("host, menu")
    page.run("document.querySelector('[data-id^=switch-]').click()")
    look("host, switch")
    page.run("document.querySelector('[data-id=stay]').click(); document.querySelector('[data-id=session]').click()")
    look("host, session")
    page.open(f"{url}/ready", *SIZES[way])
    until(page, "document.querySelector('.checks')")
    looking(page)
    look("ready")
    page.run("document.querySelector('[data-id=check]').click()")
    until(page, "document.querySelector('[data-id=not-heard]')")
    look("ready, listening")
    page.run("document.querySelector('[data-id=not-heard]').click()")
    until(page, "!document.querySelector('.checks .wait, .checks .now')")
    look("ready, something to mend")
    assert found == {}
