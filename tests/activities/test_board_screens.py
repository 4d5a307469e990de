"""Cards on the board: dragged, tapped and laid by keyboard; what fits; what is told of where they lay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from activities.board_story import STORY, board, walked
from activities.screen_stage import PORTRAIT, SIZES, Screens
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

pytestmark = pytest.mark.usefixtures("qapp")

TOUCH = 76
"""The least that a finger is given, logical pixels, in the theme."""


@pytest.fixture(params=SIZES, ids=["landscape", "portrait"])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Screens]:
    screens = Screens(tmp_path, board(), request.param)
    yield screens
    screens.close()


def at(page: Screens, *steps: str) -> None:
    page.state = walked(page.deck, *steps)
    page.show()


def middle(page: Screens, name: str) -> QPoint:
    return page.box(name).center().toPoint()


def played(page: Screens) -> list[str]:
    """Do everything that was asked for; returns it."""
    asked = [action for action, _ in page.acts]
    for one in list(page.acts):
        page.acts[:] = [one]
        page.play()
    page.acts.clear()
    return asked


def drag(page: Screens, name: str, to: QPoint) -> None:
    """With the mouse: press, move in steps, play what was asked for at once, as the shell does, and let go."""
    begin = middle(page, name)
    QTest.mousePress(page.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin)
    for step in range(1, 9):
        QTest.mouseMove(page.window, begin + (to - begin) * step / 8)
        page.stage.settle(0.01)
        played(page)


def let_go(page: Screens, at_: QPoint) -> list[str]:
    QTest.mouseRelease(page.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at_)
    page.stage.settle(0.05)
    return played(page)


def laid(page: Screens) -> dict[str, str]:
    return {one["card"]: one["column"] for one in page.view()["slots"].get("laid", [])}


def test_a_card_is_dragged_to_a_column(page: Screens) -> None:
    at(page, "talk")
    goal = middle(page, "place-week-0")
    drag(page, "card-song", goal)
    flying = page.named("flying")
    assert flying.rotation() == -4
    assert flying.property("title") == "The song card"
    assert "“This is what song is worth.”" in page.words()
    assert let_go(page, goal) == ["song-to-week"]
    assert laid(page) == {"song": "week"}
    assert not page.shown("flying")


def test_a_place_that_a_card_is_over_is_tinted_and_no_other(page: Screens) -> None:
    at(page, "talk")
    goal = middle(page, "place-help-0")
    drag(page, "card-song", goal)
    aimed = [one for one in page.of_type("TalkSlot") if one.property("aimed")]
    assert [page.box_of(one).contains(QPointF(goal)) for one in aimed] == [True]
    let_go(page, goal)


def test_a_card_that_is_let_go_elsewhere_goes_back(page: Screens) -> None:
    at(page, "talk")
    before = page.box("card-song")
    nowhere = QPoint(page.size[0] // 2, page.size[1] - 8)
    drag(page, "card-song", nowhere)
    assert let_go(page, nowhere) == []
    assert laid(page) == {}
    assert page.box("card-song") == before


def test_a_card_on_the_board_is_dragged_to_another_column(page: Screens) -> None:
    at(page, "talk", "song-to-week", "next")
    goal = middle(page, "place-matters-0")
    drag(page, "card-song", goal)
    assert let_go(page, goal) == ["song-from-week-to-matters"]
    assert laid(page) == {"song": "matters"}


def test_a_finger_drags_as_the_mouse_does(page: Screens) -> None:
    at(page, "talk")
    finger = QTest.createTouchDevice()
    begin, goal = middle(page, "card-song"), middle(page, "place-week-0")
    QTest.touchEvent(page.window, finger).press(0, begin, page.window).commit()
    for step in range(1, 9):
        QTest.touchEvent(page.window, finger).move(0, begin + (goal - begin) * step / 8, page.window).commit()
        page.stage.settle(0.01)
        played(page)
    QTest.touchEvent(page.window, finger).release(0, goal, page.window).commit()
    page.stage.settle(0.05)
    assert played(page) == ["song-to-week"]


def test_taps_alone_take_a_card_up_lay_it_move_it_and_put_it_back(page: Screens) -> None:
    at(page, "talk")
    page.tap("card-song")
    assert played(page) == ["take-song"]
    assert "“This is what song is worth.”" in page.words()
    page.tap("lay-week")
    assert played(page) == ["song-to-week"]
    page.tap("card-song")
    assert played(page) == ["take-song"]
    page.tap("place-help-0")
    assert played(page) == ["song-from-week-to-help"]
    page.tap("card-song")
    played(page)
    page.tap("putBack")
    assert played(page) == ["song-from-help"]
    assert laid(page) == {}


def test_a_card_that_never_was_on_the_board_is_put_back_without_a_word(page: Screens) -> None:
    at(page, "talk")
    page.tap("card-song")
    played(page)
    page.tap("putBack")
    assert played(page) == []
    assert page.shown("card-song")
    assert not page.shown("inHand")


def test_the_keyboard_does_all_of_it(page: Screens) -> None:
    at(page, "talk")
    page.window.requestActivate()
    page.named("card-song").forceActiveFocus()
    QTest.keyClick(page.window, Qt.Key.Key_Return)
    page.stage.settle(0.02)
    assert played(page) == ["take-song"]
    assert page.named("lay-matters").hasActiveFocus()
    QTest.keyClick(page.window, Qt.Key.Key_Tab)
    QTest.keyClick(page.window, Qt.Key.Key_Space)
    page.stage.settle(0.02)
    assert played(page) == ["song-to-help"]
    page.named("card-song").forceActiveFocus()
    QTest.keyClick(page.window, Qt.Key.Key_Return)
    page.stage.settle(0.02)
    played(page)
    QTest.keyClick(page.window, Qt.Key.Key_Escape)
    page.stage.settle(0.02)
    assert played(page) == ["song-from-help"]


def test_the_words_stay_with_the_card_that_was_laid(page: Screens) -> None:
    at(page, "talk")
    assert "“Here is the first of it.”" in page.words()
    page.tap("card-song")
    played(page)
    page.tap("lay-week")
    played(page)
    assert "“This is what song is worth.”" in page.words()
    assert "“Here is the first of it.”" not in page.words()


def test_a_second_card_of_a_round_says_why_it_has_no_room(page: Screens) -> None:
    at(page, "talk", "song-to-week")
    page.tap("card-form")
    played(page)
    assert any("One card from this round is on the board" in text for text in page.words())
    assert not page.shown("lay-week")


def test_a_full_column_says_so_and_takes_nothing(page: Screens) -> None:
    at(page, "talk", "song-to-week", "next", "walk-to-week", "next")
    page.tap("card-song")
    played(page)
    assert page.named("lay-week").property("enabled") is False
    assert page.named("lay-help").property("enabled") is True


def test_nothing_is_left_in_the_way_when_all_there_is_lies_on_the_board(page: Screens) -> None:
    at(page, "talk", "song-to-week", "next", "walk-to-help", "next")
    assert [one for one in page.of_type("TalkTable") if one.isVisible()] == []
    assert page.item.property("primary") == "agree"


@pytest.mark.parametrize("text", [0, 1, 2])
def test_who_speaks_is_seen_and_nothing_lies_on_the_face(page: Screens, text: int) -> None:
    page.enlarge(text)
    at(page, "talk")
    picture = page.of_type("TalkPicture")[0]
    assert picture.height() >= 0.4 * picture.width()
    assert not page.box_of(page.of_type("Bubble")[0]).intersects(page.box_of(page.of_type("TalkBoard")[0]))


def test_where_nothing_can_be_taken_up_no_place_is_kept_for_it(page: Screens) -> None:
    at(page, "talk", "next", "next")
    empty = page.box_of(page.of_type("TalkBoard")[0])
    at(page, "talk", "song-to-week", "next", "next")
    assert empty.bottom() >= page.box_of(page.of_type("TalkBoard")[0]).bottom()


@pytest.mark.parametrize(("text", "contrast"), [(0, False), (2, False), (0, True), (2, True)])
def test_nothing_is_cut_off_and_everything_can_be_touched(page: Screens, text: int, contrast: bool) -> None:
    page.enlarge(text, contrast=contrast)
    at(page, "keys", "talk", "song-to-week", "next")
    for card in ("", "walk"):
        if card:
            page.tap(f"card-{card}")
            played(page)
        page.stage.settle(0.05)
        assert page.cut_off() == []
        for one in page.of_type("TalkCard", "TalkGoal", "QuietButton"):
            if one.isVisible() and one.opacity() > 0 and one.objectName() != "flying":
                assert min(one.width(), one.height()) >= TOUCH, one.objectName()


def test_the_end_tells_what_lay_where_and_what_there_was(page: Screens) -> None:
    at(page, "talk", "song-to-week", "next", "letter-to-matters", "next", "agree", "roads", "ways", "reflect")
    words = page.words()
    assert words.index("What matters") < words.index("The letter card") < words.index("This week")
    assert "A kind full stop" in words
    assert "A door opened" in words
    page.tap("tab-noticed")
    assert "keys" in page.words()


@pytest.mark.parametrize("step", ["talk"])
def test_more_cards_than_fit_are_turned_over_to(tmp_path: Path, step: str) -> None:
    first, second = STORY["rounds"]
    cards = [{**second["cards"][0], "id": f"c{n}", "title": f"Card {n}"} for n in range(5)]
    rounds = [
        {**first, "id": f"r{n}", "cards": [{**one, "id": f"{one['id']}{n}", "heard": []} for one in first["cards"][:3]]}
        for n in range(3)
    ]
    goto = [{"to": name} if name == "mixed" else {"to": name, "at_least": {"week": 2}} for name in ("forms", "mixed")]
    deck = board(
        rounds=[*rounds, {**second, "cards": cards}], closing={**STORY["closing"], "goto": goto},
        endings=[one for one in STORY["endings"] if one["id"] in ("forms", "mixed")],
    )  # fmt: skip
    page = Screens(tmp_path, deck, PORTRAIT)
    put_back = [name for n in range(3) for name in (f"song{n}-to-week" if n < 2 else f"song{n}-to-help", "next")]
    at(page, step, *put_back, "song0-from-week", "song1-from-week", "song2-from-help")
    assert not page.shown("card-c4") or not page.shown("card-song0")
    page.tap("turn")
    page.stage.settle(0.05)
    assert page.shown("card-song2") or page.shown("card-c4")
    page.close()
