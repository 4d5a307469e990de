"""A board beside those before: the cards of each round, in which column they lay, and where the talks led."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from activities.board_story import board, walked
from activities.screen_stage import SIZES, Screens

from kiosk.before import shown
from kiosk.store import Before

pytestmark = pytest.mark.usefixtures("qapp")

WAY = ("keys", "talk", "song-to-week", "next", "next", "agree", "roads", "ways")
MANY = Before(
    {"forms": 4, "songs": 6, "mixed": 2},
    {"look": 12, "first": 12, "second": 12, "agree": 12},
    {"look/keys": 7, "look/talk": 12},
    lies={"song@week": 3, "song@help": 2, "form@matters": 4, "letter@help": 5},
)
FIVE = Before(
    {"songs": 5}, {"look": 5, "first": 5, "second": 5, "agree": 5}, {}, lies={"leaflet@matters": 5, "letter@help": 1}
)


@pytest.fixture(params=SIZES, ids=["landscape", "portrait"])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Screens]:
    screens = Screens(tmp_path, board(), request.param)
    yield screens
    screens.close()


def come_by(page: Screens, before: Before, *steps: str) -> None:
    page.state = walked(page.deck, *(steps or WAY))
    page.show(before={**shown(before, page.deck), "path": list(page.state.path)})


def places(page: Screens) -> list[str]:
    """The columns of the round in words, card after card."""
    return [str(one.property("told")) for one in page.of_type("WaysPlace") if one.isVisible()]


def beads(page: Screens) -> list[tuple[int, bool]]:
    (cloth,) = page.of_type("Threads")
    return [(one["count"], one["own"]) for column in cloth.property("columns").toVariant() for one in column["beads"]]


def test_a_round_tells_the_cards_and_their_columns(page: Screens) -> None:
    come_by(page, MANY)
    words = page.words()
    assert any(text.startswith("12 boards were agreed here before yours.") for text in words)
    assert "Round 1 of 2. Ann’s turn. 12 came by here before you" in words
    told = places(page)
    assert "This week: you, and 3" in told
    assert {"Who can help: 2", "What matters: 4"} < set(told)
    assert "The song card" in words
    assert "No card from this round" in words
    assert "The leaflet card" not in words


def test_picture_and_words_hold_the_same_counts(page: Screens) -> None:
    come_by(page, MANY)
    first = [(4, False), (0, False), (5, True), (0, False), (3, False)]
    second = [(5, False), (0, False), (0, False), (7, True)]
    assert beads(page) == [*first, *second, (12, True)]
    page.tap("moment-1")
    assert page.item.property("current") == 1
    words = page.words()
    assert "Round 2 of 2. Bob’s turn. 12 came by here before you" in words
    assert "You laid no card from this round" in words
    assert "This week: you, and 3" not in places(page)
    assert page.acts == []


def test_the_agreed_board_says_what_counted_and_the_endings_stand_beside_it(page: Screens) -> None:
    come_by(page, MANY)
    page.tap("moment-2")
    words = page.words()
    assert "The agreed board" in words
    assert any(text.endswith("where the cards lay at the end.") for text in words)
    assert {"It was forms", "It was songs", "It was mixed"} < set(words)
    assert "It was empty" not in words


@pytest.mark.parametrize("less", [Before(), Before({"songs": 4}, {"first": 4}, {}, lies={"song@week": 4})])
def test_the_first_see_their_own_board_alone(page: Screens, less: Before) -> None:
    come_by(page, less)
    words = page.words()
    assert any(text.startswith("You are among the first here.") for text in words)
    assert not any(text.isdigit() for text in words)
    assert places(page) == ["This week: you"]
    assert "The form card" not in words


def test_a_card_that_nobody_laid_before_says_so(page: Screens) -> None:
    come_by(page, FIVE)
    assert "This week: only you" in places(page)
    assert "What matters: 5" in places(page)


def test_a_round_that_few_came_by_gives_no_count(page: Screens) -> None:
    come_by(page, Before(MANY.reached, {**MANY.screens, "first": 4}, {}, lies=MANY.lies))
    assert "Only a few came by this round before you." in page.words()
    assert places(page) == ["This week: you"]


@pytest.mark.parametrize(("text", "contrast"), [(0, False), (2, False), (0, True), (2, True)])
def test_no_word_is_cut_off(page: Screens, text: int, contrast: bool) -> None:
    page.enlarge(text, contrast=contrast)
    for before in (Before(), FIVE, Before({"songs": 3000}, dict.fromkeys(MANY.screens, 3000), {}, lies=MANY.lies)):
        come_by(page, before)
        for name in ("moment-0", "moment-2"):
            page.tap(name)
            assert page.cut_off() == [], name


def test_the_last_page_says_how_many_noticed_what_there_was(page: Screens) -> None:
    come_by(page, MANY, *WAY, "reflect")
    page.tap("tab-noticed")
    words: Any = page.words()
    assert "A number says how many of the 12 before you noticed it." in words
    assert "7" in words
    assert "0 of 12 before you noticed it" in words
