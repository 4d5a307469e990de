"""A session that a host starts is on the next visit of every iPad, without a reload, and when the hub is gone too."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pytest
import zxingcpp
from hub.engines import Chromium
from hub.kiosk_stage import HERE, LAST, SENT, Kiosk, touch, until
from hub.line import Line
from small_venue import replace_in, write_venue

SOON = 5.0
"""Seconds, on a machine that is busy: how soon it really is stands in the bench."""
HOME = "document.documentElement.dataset.phase === 'home'"
AWAY = "document.querySelector('.state')?.ariaLabel.includes('Working without the hub')"
THANKS = "document.documentElement.dataset.kind === 'survey/thanks'"
CODE = "{address: 'https://www.example.org/?s={session}', title: More, help: Point here.}"


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kiosk]:
    venue = write_venue(tmp_path_factory.mktemp("venue"), drawn=True)
    survey = venue.content / "after" / "activity.yaml"
    replace_in(survey, "text: That helps.}", f"text: That helps., code: {CODE}}}")
    made = Kiosk(venue)
    made.on()
    yield made
    made.close()


@pytest.fixture
def page(chromium: Chromium, kiosk: Kiosk, line: Line) -> Iterator[Chromium]:
    """An iPad that nobody has touched, while no session is on."""
    kiosk.session("")
    chromium.open(line.url)
    until(chromium, f"{HERE} && {LAST}?.session === ''")
    chromium.run("window.same = true")
    yield chromium
    assert chromium.run("return window.same"), "the page was loaded anew"
    # A page that stays open would go on asking for the hub.
    chromium.open("about:blank")


def comes(page: Chromium) -> None:
    touch(page, "wake")
    until(page, HOME)


def goes(page: Chromium) -> None:
    touch(page, "finish")
    touch(page, "done")
    until(page, HERE)


def told(page: Chromium, session: str) -> None:
    until(page, f"{LAST}.session === '{session}'", SOON)


def recorded(page: Chromium, kiosk: Kiosk, visits: int) -> list[str]:
    """The sessions of the latest visits, each that of all which is recorded in it."""
    until(page, SENT)
    of = kiosk.rows(
        "SELECT visit.session, group_concat(DISTINCT interaction.session) FROM visit JOIN interaction"
        " ON interaction.visit = visit.id GROUP BY visit.id ORDER BY visit.id"
    )[-visits:]
    assert [one for one, _ in of] == [every for _, every in of]
    return [one for one, _ in of]


def read(page: Chromium) -> str:
    """What a phone reads from the code that the page draws, eight pixels to a square."""
    side = page.run("return document.querySelector('svg.code').viewBox.baseVal.width")
    squares = np.full((side, side), 255, np.uint8)
    drawn = page.run("return document.querySelector('svg.code path').getAttribute('d')")
    for x, y, run in re.findall(r"M(\d+) (\d+)h(\d+)", drawn):
        squares[int(y), int(x) : int(x) + int(run)] = 0
    return str(zxingcpp.read_barcodes(np.kron(squares, np.ones((8, 8), np.uint8)))[0].text)


def test_it_is_on_the_next_visit_of_an_open_page_and_off_it_once_it_is_ended(page: Chromium, kiosk: Kiosk) -> None:
    comes(page)
    kiosk.session("J12")
    told(page, "J12")
    goes(page)
    comes(page)
    goes(page)
    kiosk.session("")
    told(page, "")
    comes(page)
    goes(page)
    assert recorded(page, kiosk, 3) == ["", "J12", ""]


def test_a_visit_that_begins_without_the_hub_carries_the_one_that_the_ipad_knew_of(
    page: Chromium, kiosk: Kiosk, line: Line
) -> None:
    kiosk.session("J12")
    told(page, "J12")
    line.cut()
    comes(page)
    until(page, AWAY)
    kiosk.session("K7")
    goes(page)
    line.mend()
    told(page, "K7")
    comes(page)
    goes(page)
    assert recorded(page, kiosk, 2) == ["J12", "K7"]


def test_a_page_that_was_away_when_it_started_catches_up(page: Chromium, kiosk: Kiosk, line: Line) -> None:
    comes(page)
    line.cut()
    until(page, AWAY)
    kiosk.session("J12")
    goes(page)
    line.mend()
    told(page, "J12")
    comes(page)
    goes(page)
    assert recorded(page, kiosk, 2) == ["", "J12"]


def test_the_outside_address_of_a_survey_names_it_also_when_the_hub_is_gone(
    page: Chromium, kiosk: Kiosk, line: Line
) -> None:
    kiosk.session("J12")
    until(page, f"'https://www.example.org/?s=J12' in {LAST}.codes", SOON)
    line.cut()
    comes(page)
    until(page, AWAY)
    touch(page, "card-after")
    touch(page, "primary")
    touch(page, "primary")
    until(page, THANKS)
    until(page, "document.querySelector('svg.code')")
    assert read(page) == "https://www.example.org/?s=J12"
    line.mend()


def test_without_one_the_address_names_none(page: Chromium) -> None:
    comes(page)
    touch(page, "card-after")
    touch(page, "primary")
    touch(page, "primary")
    until(page, f"{THANKS} && document.querySelector('svg.code')")
    assert read(page) == "https://www.example.org/?s="


def test_a_page_that_has_yet_to_hear_from_the_hub_goes_on_with_what_it_heard_last(page: Chromium, kiosk: Kiosk) -> None:
    kiosk.session("J12")
    told(page, "J12")
    page.begin_with("window.EventSource = class { addEventListener() {} close() {} }; window.same = true")
    page.driver.refresh()
    until(page, HERE)
    page.begin_with("")
    comes(page)
    goes(page)
    assert recorded(page, kiosk, 1) == ["J12"]
