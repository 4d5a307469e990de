"""The quotes wall as a delegate sees and touches it, and the same quotes on the attract picture."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from activities.screen_stage import LANDSCAPE, SIZES, Screens, deck_of
from PySide6.QtCore import QMetaObject

from kiosk.activities import kinds
from kiosk.activities.survey import Question
from kiosk.content.base import Problem

pytestmark = pytest.mark.usefixtures("qapp")
SAID = ["I left with a phone number.", "I knew its car parks.", "You may be curious."]
LONGEST = int(Question.model_fields["limit"].metadata[1].le)
WORDY = "We sat down and somebody put the kettle on and asked. " * 12


def wall(quotes: list[str]) -> dict[str, object]:
    return {
        "heading": "Overheard here",
        "text": "Real rooms, real tea. Only the names are missing.",
        "quotes": [{"text": text, "who": "District nurse"} for text in quotes],
        "seconds": 5,
    }


Hang = Callable[..., Screens]


@pytest.fixture
def hang(tmp_path: Path) -> Iterator[Hang]:
    made: list[Screens] = []

    def one(size: tuple[int, int] = LANDSCAPE, quotes: list[str] = SAID, **live: list[str]) -> Screens:
        page = Screens(tmp_path, deck_of("quotes_wall", wall(quotes)), size)
        made.append(page)
        page.show(live=live)
        return page

    yield one
    for page in made:
        page.close()


def up(page: Screens) -> str:
    """The quote that can be read now."""
    montage = page.named("montage")
    wanted = montage.property("reading")
    page.until(lambda: [(one.property("text"), one.opacity()) for one in page.of_type("QuoteSlip")] == [(wanted, 1)])
    return str(wanted)


def pass_time(page: Screens, turns: int = 1) -> None:
    """The clock has come round, if it runs."""
    for _ in range(turns if page.named("montage").property("going") else 0):
        QMetaObject.invokeMethod(page.named("montage"), "turn")


@pytest.mark.parametrize("size", SIZES)
def test_quotes_come_one_after_the_other_and_round_again(hang: Hang, size: tuple[int, int]) -> None:
    page = hang(size)
    seen = [up(page)]
    for _ in SAID:
        pass_time(page)
        seen.append(up(page))
    assert seen == [*SAID, SAID[0]]


def test_a_quote_stays_as_long_as_its_author_said(hang: Hang) -> None:
    montage = hang().named("montage")
    assert (montage.property("due"), montage.property("going")) == (5000, True)


@pytest.mark.parametrize("size", SIZES)
def test_a_touch_goes_on_or_back(hang: Hang, size: tuple[int, int]) -> None:
    page = hang(size)
    page.tap("after")
    assert up(page) == SAID[1]
    page.tap("montage")
    assert up(page) == SAID[2]
    page.tap("before")
    page.tap("before")
    page.tap("before")
    assert up(page) == SAID[2]


@pytest.mark.parametrize("size", SIZES)
def test_a_quote_that_is_held_stays_until_told_to_go_on(hang: Hang, size: tuple[int, int]) -> None:
    page = hang(size)
    page.tap("hold")
    pass_time(page, turns=2)
    assert up(page) == SAID[0]
    assert "Go on" in page.words()
    page.tap("hold")
    pass_time(page)
    assert up(page) == SAID[1]


def test_what_a_host_let_through_comes_between_the_others(hang: Hang) -> None:
    page = hang(comment=["Tea first."], pledge=["I’ll ask."])
    seen = [up(page)]
    for _ in range(4):
        page.tap("after")
        seen.append(up(page))
    assert seen == [SAID[0], SAID[1], "Tea first.", SAID[2], "I’ll ask."]


def test_what_is_let_through_while_somebody_reads_takes_nothing_away(hang: Hang) -> None:
    page = hang()
    page.item.setProperty("view", {**page.view(), "live": {"comment": ["Tea first."]}})
    assert up(page) == SAID[0]
    assert "1 of 4" in page.words()


def test_quotes_within_a_quote_are_single_ones(hang: Hang) -> None:
    page = hang(quotes=["She said “Come in”.", *SAID])
    assert "“She said ‘Come in’.”" in page.words()


@pytest.mark.parametrize("text", [WORDY[:LONGEST], "Donaudampfschifffahrtsgesellschaftskapitän", "No."])
@pytest.mark.parametrize("step", [0, 2])
@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_the_longest_note_and_the_longest_word_fit_on_the_paper(
    hang: Hang, size: tuple[int, int], contrast: bool, step: int, text: str
) -> None:
    page = hang(size, comment=[text])
    page.enlarge(step, contrast=contrast)
    page.tap("after")
    page.tap("after")
    assert up(page) == text
    assert page.cut_off() == []
    (slip,) = [one for one in page.of_type("QuoteSlip") if one.opacity() == 1]
    assert slip.property("hugged") <= slip.height()


def test_nothing_moves_but_a_short_fade_with_reduced_motion(hang: Hang) -> None:
    page = hang()
    assert page.theme.property("reducedMotion") is True
    assert page.theme.property("cardRise") == 0
    assert page.named("montage").property("fade") == page.theme.property("fade") <= 200
    assert {one.y() for one in page.of_type("QuoteSlip")} == {0}


def test_the_same_quote_twice_is_told() -> None:
    kind = kinds()["quotes_wall"]
    card = {"kind": "quotes_wall", "title": "T", "summary": "S.", "minutes": 1,
            "picture": {"file": "card.svg", "describe": "A card."}}  # fmt: skip
    made = kind.model.model_validate_json(json.dumps({**card, **wall([*SAID, SAID[0]])}))
    (problem,) = kind.problems(made)
    assert isinstance(problem, Problem)
    assert problem.at == ("quotes", 3)


def test_a_turn_of_the_clock_shows_a_quote_or_takes_it_away_where_there_is_a_pause(hang: Hang) -> None:
    page = hang()
    montage = page.named("montage")
    montage.setProperty("pause", 5)
    shown = []
    for _ in range(3):
        QMetaObject.invokeMethod(montage, "turn")
        if montage.property("reading"):
            shown.append(up(page))
        else:
            page.until(lambda: not page.of_type("QuoteSlip"))
            shown.append("")
    assert shown == [SAID[0], "", SAID[1]]
