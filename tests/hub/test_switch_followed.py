"""What a host decides reaches the page of an iPad at once, and one that was away catches up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hub.engines import Chromium, Engine
from hub.kiosk_stage import HERE, LAST, SENT, Kiosk, touch, until
from hub.line import Line
from small_venue import write_venue

SOON = 5.0
"""Seconds, on a machine that is busy: how soon it really is stands in the bench."""
HOME = "document.documentElement.dataset.phase === 'home'"
PAUSED = "document.documentElement.dataset.phase === 'paused'"
PORCH, KITCHEN = "document.querySelector('[data-id=card-porch]')", "document.querySelector('[data-id=card-kitchen]')"
ENDS = "SELECT how FROM visit WHERE ended IS NOT NULL ORDER BY id"


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kiosk]:
    made = Kiosk(write_venue(tmp_path_factory.mktemp("venue"), drawn=True))
    made.on()
    yield made
    made.close()


@pytest.fixture
def page(chromium: Chromium, kiosk: Kiosk) -> Iterator[Engine]:
    """An iPad whose delegate is at home, with the kitchen on."""
    kiosk.switch("kitchen")
    arrive(chromium, kiosk.url)
    yield chromium
    chromium.leave()


def arrive(page: Engine, url: str) -> None:
    page.open(url)
    until(page, HERE)
    touch(page, "wake")
    until(page, f"{HOME} && {KITCHEN}")


def leave(page: Engine) -> None:
    touch(page, "finish")
    touch(page, "done")


def test_now_ends_the_visit_and_the_next_one_has_the_other_scenario(page: Engine, kiosk: Kiosk) -> None:
    before = len(kiosk.rows(ENDS))
    kiosk.switch("porch")
    until(page, HERE, SOON)
    touch(page, "wake")
    until(page, f"{HOME} && {PORCH} && !{KITCHEN}")
    until(page, SENT)
    assert kiosk.rows(ENDS)[before:] == [("host",)]


def test_after_this_visit_waits_for_the_end_of_the_ipads_own(page: Engine, kiosk: Kiosk) -> None:
    with kiosk.tablet() as tablet:
        tablet.do("switch-after", "porch")
    until(page, f"{LAST}.scenario === 'porch'", SOON)
    assert page.run(f"return Boolean({KITCHEN}) && !{PORCH}")
    before = len(kiosk.rows(ENDS))
    leave(page)
    touch(page, "wake")
    until(page, f"{HOME} && {PORCH} && !{KITCHEN}")
    until(page, SENT)
    assert kiosk.rows(ENDS)[before:] == [("finished",)]


def test_a_pause_and_a_switch_on_the_hosts_tablet_end_the_visit(page: Engine, kiosk: Kiosk) -> None:
    with kiosk.tablet() as tablet:
        tablet.do("pause")
        until(page, f"{PAUSED} && document.querySelector('h1').textContent === 'Back soon'", SOON)
        tablet.do("resume")
        until(page, HERE, SOON)
        touch(page, "wake")
        until(page, HOME)
        tablet.do("switch-now", "porch")
        until(page, HERE, SOON)


def test_a_note_that_a_host_lets_through_is_on_the_wall_at_once(page: Engine, kiosk: Kiosk) -> None:
    text = f"Ask {page.name} first"
    kiosk.store.note("pledge", text, visit="", activity="wall")
    with kiosk.tablet() as tablet:
        (note,) = [one for one in tablet.state()["notes"] if one["text"] == text]
        touch(page, "card-wall")
        touch(page, "starter-ask")
        until(page, "document.documentElement.dataset.kind === 'pledge_wall/wall'")
        shown = f"document.querySelector('.pledge').textContent.includes('{text}')"
        assert not page.run(f"return {shown}")
        tablet.do("approve", note["id"])
    until(page, shown, SOON)


def test_a_page_whose_line_was_cut_catches_up(chromium: Chromium, kiosk: Kiosk, line: Line) -> None:
    kiosk.switch("kitchen")
    arrive(chromium, line.url)
    line.cut()
    until(chromium, "document.querySelector('.state')?.ariaLabel.includes('Working without the hub')")
    kiosk.switch("porch", "after-visit")
    assert chromium.run(f"return Boolean({KITCHEN}) && !{PORCH}")
    line.mend()
    until(chromium, "!document.querySelector('.state')")
    leave(chromium)
    touch(chromium, "wake")
    until(chromium, f"{HOME} && {PORCH} && !{KITCHEN}")
    chromium.leave()
