from __future__ import annotations

import pytest

from kiosk.errors import KnownError
from kiosk.host import scenario
from kiosk.host.scenario import Room, When

LISTED = ("doreen", "walter", "kai")
TITLES = {"doreen": "A fall", "walter": "The cornet"}


def room(kept: str = "", usable: tuple[str, ...] = LISTED, listed: tuple[str, ...] = LISTED) -> Room:
    return scenario.settle("living-room", listed=listed, usable=usable, kept=kept, titles=TITLES)


@pytest.mark.parametrize(
    ("kept", "usable", "listed", "on", "notice"),
    [
        ("", LISTED, LISTED, "doreen", ""),
        ("walter", LISTED, LISTED, "walter", ""),
        ("", ("walter", "kai"), LISTED, "walter", ""),
        ("kai", ("kai", "doreen"), LISTED, "kai", ""),
        ("walter", ("doreen", "kai"), LISTED, "doreen", "“The cornet” has a content fault, so “A fall” is on instead."),
        (
            "mabel",
            LISTED,
            LISTED,
            "doreen",
            "“mabel” is no longer one of this zone's scenarios, so “A fall” is on instead.",
        ),
        (
            "walter",
            LISTED,
            ("kai",),
            "kai",
            "“The cornet” is no longer one of this zone's scenarios, so “kai” is on instead.",
        ),
        (
            "doreen",
            (),
            LISTED,
            "",
            "None of this zone's scenarios can be shown: see the content faults for what to mend.",
        ),
        ("", (), LISTED, "", "None of this zone's scenarios can be shown: see the content faults for what to mend."),
        (
            "doreen",
            LISTED,
            (),
            "",
            "“A fall” is no longer one of this zone's scenarios, and there is no other to show.",
        ),
        ("", (), (), "", ""),
    ],
)
def test_what_is_on_at_a_start(
    kept: str, usable: tuple[str, ...], listed: tuple[str, ...], on: str, notice: str
) -> None:
    settled = room(kept, usable, listed)
    assert (settled.on, settled.notice, settled.pending) == (on, notice, "")


def test_the_order_is_that_of_the_venue_and_only_what_is_sound_can_be_chosen() -> None:
    assert room(usable=("kai", "elsewhere", "doreen")).usable == ("doreen", "kai")


def test_a_choice_that_cannot_be_had_stays_kept_and_comes_back_when_it_is_mended() -> None:
    broken = room("walter", usable=("doreen",))
    assert (broken.on, broken.keep) == ("doreen", "walter")
    assert room(broken.keep).on == "walter"


@pytest.mark.parametrize(
    ("when", "visiting", "on", "pending"),
    [
        ("now", True, "kai", ""),
        ("now", False, "kai", ""),
        ("after-visit", False, "kai", ""),
        ("after-visit", True, "doreen", "kai"),
    ],
)
def test_when_a_switch_happens(when: When, visiting: bool, on: str, pending: str) -> None:
    chosen = scenario.choose(room(), "kai", when, visiting=visiting)
    assert (chosen.on, chosen.pending, chosen.keep) == (on, pending, "kai")


def test_a_switch_that_waits_happens_when_the_visit_ends() -> None:
    waiting = scenario.choose(room(), "kai", "after-visit", visiting=True)
    after = scenario.visit_ended(waiting)
    assert (after.on, after.pending) == ("kai", "")
    assert scenario.visit_ended(after) == after


def test_a_switch_that_waits_has_happened_after_a_restart() -> None:
    waiting = scenario.choose(room(), "kai", "after-visit", visiting=True)
    assert room(waiting.keep).on == "kai"


@pytest.mark.parametrize("when", ["now", "after-visit"])
def test_choosing_what_is_on_calls_a_waiting_switch_off(when: When) -> None:
    waiting = scenario.choose(room(), "kai", "after-visit", visiting=True)
    back = scenario.choose(waiting, "doreen", when, visiting=True)
    assert (back.on, back.pending, back.keep) == ("doreen", "", "doreen")


def test_a_new_choice_ends_the_notice_about_the_old_one() -> None:
    assert scenario.choose(room("mabel"), "kai", "now", visiting=False).notice == ""


def test_what_cannot_be_shown_cannot_be_chosen() -> None:
    with pytest.raises(KnownError, match="can't be shown"):
        scenario.choose(room(usable=("doreen",)), "walter", "now", visiting=False)


def test_each_zone_keeps_its_own_choice() -> None:
    assert scenario.kept_key("living-room") != scenario.kept_key("surgery")
