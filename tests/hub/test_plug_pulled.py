"""The hub goes in the middle of a visit: the delegate goes on, and all of it arrives once, in order."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from hub.engines import Engine
from hub.kiosk_stage import HERE, SENT, WAITING, Kiosk, touch, until
from hub.line import Line
from selenium.webdriver.support.wait import WebDriverWait
from small_venue import write_venue

HOME = "document.documentElement.dataset.phase === 'home'"
ALONE = "document.querySelector('.state')?.ariaLabel.startsWith('Working without the hub')"
SHOWN = """
const shown = [...document.querySelectorAll("image")].map(one => one.getAttribute("href"));
for (const address of shown) {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
}
return shown;
"""
"""The addresses of all pictures on the page; fails when one of them can't be drawn."""

DONE_ALONE = [
    ("begin", "", ""),
    ("enter", "kitchen", "look"), ("notice", "kitchen", "look"), ("next", "kitchen", "look"),
    ("say", "kitchen", "hello"), ("reach", "kitchen", "better"), ("next", "kitchen", "better"),
    ("next", "kitchen", "better-roads"), ("next", "kitchen", "better-ways"),
    ("next", "kitchen", "better-reflect"), ("complete", "kitchen", "better-reflect"),
    ("enter", "voices", "ada"), ("play", "voices", "ada"), ("home", "voices", ""), ("heard", "voices", "ada"),
    ("enter", "after", "sure"), ("answer", "after", "sure"), ("next", "after", "sure"), ("write", "after", "words"),
    ("next", "after", "thanks"), ("complete", "after", "thanks"),
    ("finish", "", ""), ("end", "", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kiosk]:
    made = Kiosk(write_venue(tmp_path_factory.mktemp("venue"), drawn=True))
    made.on()
    yield made
    made.close()


@pytest.fixture
def page(engine: Engine) -> Iterator[Engine]:
    yield engine
    engine.leave()


def recorded(kiosk: Kiosk, after: int) -> list[tuple[str, str, str]]:
    """Verb, activity and screen of what iPads did, in the order of the record, from its row `after` on."""
    rows = kiosk.rows("SELECT id, verb, activity, screen FROM interaction WHERE face = 'ipad' ORDER BY log, seq")
    ids = [id_ for id_, *_ in rows]
    assert len(set(ids)) == len(ids)
    assert {UUID(id_).version for id_ in ids} == {7}
    return [(verb, activity, screen) for _, verb, activity, screen in rows[after:]]


def how_many(kiosk: Kiosk) -> int:
    (found,) = kiosk.rows("SELECT count(*) FROM interaction WHERE face = 'ipad'")
    return int(found[0])


def on(page: Engine, kind: str) -> None:
    until(page, f"document.documentElement.dataset.kind === '{kind}'")


def pictures_are_here(page: Engine) -> None:
    shown = page.run(SHOWN)
    assert shown
    assert all(address.startswith("blob:") for address in shown)


def test_the_delegate_goes_on_without_the_hub_and_all_arrives_once_in_order(page: Engine, kiosk: Kiosk) -> None:
    before = how_many(kiosk)
    page.open(kiosk.url)
    until(page, HERE)
    # Everything that the zone shows and plays has come, and a host sees that.
    WebDriverWait(page.driver, 60, 0.05).until(
        lambda _: [one["state"] for one in kiosk.seen()["ipads"]][-1:] == ["ready"]
    )
    touch(page, "wake")
    touch(page, "card-kitchen")
    touch(page, "thing-quilt")
    kiosk.off()
    try:
        until(page, ALONE)
        through_the_kitchen(page)
        through_the_voices(page)
        through_the_survey(page)
        assert page.run(f"return {ALONE}")
        touch(page, "finish")
        touch(page, "done")
        until(page, HERE)
        assert page.run(f"return {WAITING}") > len(DONE_ALONE) - 4
    finally:
        kiosk.on()
    until(page, SENT)
    assert recorded(kiosk, before) == DONE_ALONE
    assert kiosk.rows("SELECT how FROM visit ORDER BY id DESC LIMIT 1") == [("finished",)]
    touch(page, "wake")
    until(page, f"{HOME} && !document.querySelector('.state')")
    until(page, SENT)
    with kiosk.tablet() as tablet:
        assert tablet.state()["unsent"] == 0


def through_the_kitchen(page: Engine) -> None:
    touch(page, "keep")
    pictures_are_here(page)
    touch(page, "primary")
    on(page, "scenario/talk")
    pictures_are_here(page)
    touch(page, "sew")
    for kind in ("ending", "roads", "ways", "reflect"):
        on(page, f"scenario/{kind}")
        if kind not in ("ways", "reflect"):
            pictures_are_here(page)
        touch(page, "primary")
    until(page, HOME)


def through_the_voices(page: Engine) -> None:
    touch(page, "card-voices")
    on(page, "soundboard/board")
    pictures_are_here(page)
    touch(page, "clip-hello")
    until(page, "document.querySelector('mark.lit')")
    until(page, "document.querySelector('.clip-time .label').textContent.startsWith('1 of 6')")
    touch(page, "home")


def through_the_survey(page: Engine) -> None:
    touch(page, "card-after")
    touch(page, "answer-2")
    touch(page, "primary")
    on(page, "survey/words")
    page.run("document.querySelector('#words').focus()")
    page.driver.switch_to.active_element.send_keys("Kind words")
    touch(page, "send")
    on(page, "survey/thanks")
    touch(page, "primary")
    until(page, HOME)


def test_a_page_that_is_loaded_again_sends_what_waits(page: Engine, kiosk: Kiosk, line: Line) -> None:
    before = how_many(kiosk)
    page.open(line.url)
    until(page, HERE)
    until(page, "document.querySelector('[data-id=wake]')")
    line.cut()
    touch(page, "wake")
    touch(page, "finish")
    touch(page, "done")
    until(page, f"{HERE} && {WAITING} === 5")
    page.leave()
    assert how_many(kiosk) == before
    line.mend()
    page.open(line.url)
    until(page, HERE)
    until(page, SENT)
    assert recorded(kiosk, before) == [("begin", "", ""), ("finish", "", ""), ("end", "", "")]


def test_what_gets_lost_without_a_word_is_sent_again(page: Engine, kiosk: Kiosk, line: Line) -> None:
    before = how_many(kiosk)
    page.open(line.url)
    until(page, f"{HERE} && {SENT}")
    page.run("const soon = AbortSignal.timeout.bind(AbortSignal); AbortSignal.timeout = ms => soon(ms / 20);")
    line.faults += ["silent"]
    touch(page, "wake")
    touch(page, "finish")
    touch(page, "done")
    until(page, f"{HERE} && {SENT}")
    assert line.faults == []
    assert recorded(kiosk, before) == [("begin", "", ""), ("finish", "", ""), ("end", "", "")]


def test_a_hub_that_refuses_or_whose_answers_get_lost_has_nothing_twice(page: Engine, kiosk: Kiosk, line: Line) -> None:
    before = how_many(kiosk)
    page.open(line.url)
    until(page, HERE)
    line.faults += ["unanswered", "refused", "unanswered"]
    touch(page, "wake")
    touch(page, "card-walk")
    touch(page, "home")
    until(page, f"{HOME} && {SENT}")
    line.faults += ["unanswered"]
    touch(page, "finish")
    touch(page, "done")
    until(page, f"{HERE} && {SENT}")
    assert line.faults == []
    assert recorded(kiosk, before) == [
        ("begin", "", ""), ("enter", "walk", "part-1"), ("home", "walk", ""), ("finish", "", ""), ("end", "", ""),
    ]  # fmt: skip
