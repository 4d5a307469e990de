"""The survey's five screens as a delegate touches them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from activities.screen_stage import LANDSCAPE, PORTRAIT, SIZES, Screens, deck_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

pytestmark = pytest.mark.usefixtures("qapp")
LEVELS = ["Not yet", "A little", "Getting there", "Confident", "Very confident"]
TEXT = "And now: how sure would you feel about starting a different conversation with somebody?"
HELP = "One that begins with “What matters to you?” instead of “What’s the matter with you?”"

Ask = Callable[..., Screens]


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Ask]:
    made: list[Screens] = []

    def one(asks: str, size: tuple[int, int] = LANDSCAPE, *, moment: str = "after", **more: Any) -> Screens:
        question = {"id": "sure", "ask": asks, "text": TEXT, "help": HELP, **more}
        second = {"id": "other", "ask": "rating", "text": "And the day?"}
        code = {"address": "https://www.example.org/?session={session}", "title": "Tell us more", "help": "Point here."}
        survey = {
            "heading": "How was it?", "moment": moment, "questions": [question, second],
            "thanks": {"heading": "Look how you’ve grown.", "text": "Thank you.", "code": code},
        }  # fmt: skip
        page = Screens(tmp_path, deck_of("survey", survey), size)
        made.append(page)
        page.show()
        return page

    yield one
    for page in made:
        page.close()


OPTIONS = [{"id": f"way-{n}", "label": f"I’ll introduce people, not just refer them ({n})"} for n in range(8)]


@pytest.mark.parametrize("size", SIZES)
def test_a_step_that_is_touched_is_the_answer_and_next_appears(ask: Ask, size: tuple[int, int]) -> None:
    page = ask("scale", size)
    assert page.item.property("primary") == ""
    page.tap("answer-4")
    assert page.acts == [("4", "4")]
    page.play()
    assert page.named("answer-4").property("now") is True
    assert page.named("answer-3").property("now") is False
    assert page.item.property("primary") == "next"


@pytest.mark.parametrize("size", SIZES)
def test_the_answer_from_before_stands_beside_the_one_from_now(ask: Ask, size: tuple[int, int]) -> None:
    page = ask("scale", size)
    page.walk("5=5")
    page.show(answers={"before.sure": ["2"], "after.sure": ["5"]})
    assert [LEVELS[n] for n in range(5) if page.named(f"answer-{n + 1}").property("before")] == ["A little"]
    assert "Before today" in page.words()
    assert "Now" in page.words()


@pytest.mark.parametrize(("before", "now", "seen"), [("2", "5", True), ("5", "2", True), ("3", "3", False)])
def test_in_portrait_a_thread_leads_from_before_to_now(ask: Ask, before: str, now: str, seen: bool) -> None:
    page = ask("scale", PORTRAIT)
    page.show(answers={"before.sure": [before], "after.sure": [now]})
    page.walk(f"{now}={now}")
    assert page.shown("thread") is seen
    if seen:
        thread, first, last = page.named("thread"), page.box(f"answer-{before}"), page.box(f"answer-{now}")
        top = page.box("thread").top()
        assert first.top() < top + float(thread.property("from")) < first.bottom()
        assert min(first.top(), last.top()) < top + float(thread.property("to")) < max(first.bottom(), last.bottom())


def test_in_landscape_the_tabs_say_it_without_a_thread(ask: Ask) -> None:
    page = ask("scale")
    page.walk("5=5")
    page.show(answers={"before.sure": ["2"], "after.sure": ["5"]})
    assert not page.shown("thread")


@pytest.mark.parametrize("size", SIZES)
def test_the_thanks_show_how_far_somebody_has_come(ask: Ask, size: tuple[int, int]) -> None:
    page = ask("scale", size, short="A different conversation")
    page.state = page.at_screen("thanks")
    page.show(answers={"before.sure": ["2"], "after.sure": ["5"]})
    (grown,) = page.of_type("Grown")
    assert (grown.property("before"), grown.property("now")) == (1, 4)
    assert {"A different conversation", "Before today", "A little", "Now", "Very confident"} <= set(page.words())
    assert grown.mapRectToScene(grown.boundingRect()).bottom() <= size[1]


@pytest.mark.parametrize("size", SIZES)
def test_without_an_answer_from_before_the_thanks_show_now_alone(ask: Ask, size: tuple[int, int]) -> None:
    page = ask("scale", size)
    page.state = page.at_screen("thanks")
    page.show(answers={"after.sure": ["3"]})
    assert "Getting there" in page.words()
    assert "Before today" not in page.words()


def test_what_was_skipped_is_not_made_up_in_the_thanks(ask: Ask) -> None:
    page = ask("scale")
    page.state = page.at_screen("thanks")
    page.show(answers={"before.sure": ["2"]})
    assert page.of_type("Grown") == []


@pytest.mark.parametrize(("size", "count"), [(LANDSCAPE, 8), (LANDSCAPE, 10), (PORTRAIT, 8)])
def test_all_the_options_stand_on_one_page(ask: Ask, size: tuple[int, int], count: int) -> None:
    options = [{"id": f"way-{n}", "label": f"I’ll introduce people ({n})"} for n in range(count)]
    page = ask("one", size, options=options, text="What will you use first?")
    assert [one.property("overflowing") for one in page.of_type("Scroller")] == [False]
    assert all(page.box(f"answer-way-{n}").bottom() <= size[1] for n in range(count))


def test_looking_back_is_never_mixed_with_the_answer_from_before(ask: Ask) -> None:
    page = ask("scale", looking_back=True)
    page.show(answers={"before.sure": ["2"]})
    assert "Before today" not in page.words()


def test_a_survey_before_the_day_shows_no_answer_from_before(ask: Ask) -> None:
    page = ask("scale", moment="before")
    page.show(answers={"before.sure": ["2"]})
    assert "Before today" not in page.words()


@pytest.mark.parametrize(("size", "name"), [(LANDSCAPE, "skip"), (PORTRAIT, "skipHere")])
def test_a_question_may_be_skipped_until_it_is_answered(ask: Ask, size: tuple[int, int], name: str) -> None:
    page = ask("scale", size)
    page.tap(name)
    assert page.acts == [("skip", "")]
    page.acts.clear()
    page.tap("answer-1")
    page.play()
    assert not page.shown(name)


@pytest.mark.parametrize("size", SIZES)
def test_one_of_the_options_replaces_the_one_before(ask: Ask, size: tuple[int, int]) -> None:
    page = ask("one", size, options=OPTIONS)
    for name in ("way-0", "way-3"):
        page.tap(f"answer-{name}")
        page.play()
    assert page.acts == [("way-0", "way-0"), ("way-3", "way-3")]
    assert chosen(page) == ["answer-way-3"]


def test_any_of_the_options_is_switched_on_and_off(ask: Ask) -> None:
    page = ask("many", options=OPTIONS)
    for name in ("way-0", "way-3", "way-0"):
        page.tap(f"answer-{name}")
        page.play()
    assert chosen(page) == ["answer-way-3"]


@pytest.mark.parametrize("size", SIZES)
def test_the_day_is_rated_in_words(ask: Ask, size: tuple[int, int]) -> None:
    page = ask("rating", size)
    assert {"Excellent", "Very good", "Good", "Fair", "Poor"} <= set(page.words())
    page.tap("answer-fair")
    assert page.acts == [("fair", "fair")]


@pytest.mark.parametrize("size", SIZES)
def test_no_rating_looks_better_than_another(ask: Ask, size: tuple[int, int]) -> None:
    page = ask("rating", size)
    boxes = [page.box(f"answer-{name}") for name in ("excellent", "very-good", "good", "fair", "poor")]
    assert len({(box.width(), box.height()) for box in boxes}) == 1


@pytest.mark.parametrize("size", SIZES)
def test_words_are_typed_on_the_screen_and_sent(ask: Ask, size: tuple[int, int]) -> None:
    page = ask("words", size, limit=40)
    for key in "Mek":
        page.tap_key(key)
    page.tap_key("Delete the last letter")
    page.tap_key("space")
    page.tap_key("t")
    page.tap_key("Send")
    assert page.acts == [("send", "Me t")]
    assert "36 letters left" in page.words()


def test_words_can_be_typed_on_a_real_keyboard(ask: Ask) -> None:
    page = ask("words", limit=40)
    page.item.forceActiveFocus()
    QTest.keyClick(page.window, Qt.Key.Key_H)
    QTest.keyClick(page.window, Qt.Key.Key_I)
    QTest.keyClick(page.window, Qt.Key.Key_X)
    QTest.keyClick(page.window, Qt.Key.Key_Backspace)
    QTest.keyClick(page.window, Qt.Key.Key_Return)
    assert page.acts == [("send", "hi")]


def test_no_more_is_typed_than_may_be_sent(ask: Ask) -> None:
    page = ask("words", limit=20)
    page.item.forceActiveFocus()
    for _ in range(25):
        QTest.keyClick(page.window, Qt.Key.Key_A)
    QTest.keyClick(page.window, Qt.Key.Key_Return)
    assert page.acts == [("send", "a" * 20)]


def test_nothing_typed_is_nothing_sent(ask: Ask) -> None:
    page = ask("words")
    page.tap_key("space")
    page.tap_key("Send")
    assert page.acts == []


@pytest.mark.parametrize(("session", "address"), [("", "session="), ("WIG-7", "session=WIG-7")])
def test_the_code_carries_the_session_or_none(ask: Ask, session: str, address: str) -> None:
    page = ask("rating")
    page.state = page.at_screen("thanks")
    page.show(**({"session": session} if session else {}))
    card = page.of_type("Code")[0]
    assert str(card.property("address")).endswith(address)
    assert page.item.property("primary") == "finish"


@pytest.mark.parametrize("asks", ["scale", "rating", "one", "words", "thanks"])
@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_in_the_largest_letters(ask: Ask, size: tuple[int, int], contrast: bool, asks: str) -> None:
    page = ask("rating" if asks == "thanks" else asks, size, **({"options": OPTIONS} if asks == "one" else {}))
    page.enlarge(2, contrast=contrast)
    if asks == "thanks":
        page.state = page.at_screen("thanks")
    page.show()
    assert page.cut_off() == []


@pytest.mark.parametrize("step", [0, 1, 2])
@pytest.mark.parametrize("size", SIZES)
def test_all_five_words_of_a_scale_are_on_the_page(ask: Ask, size: tuple[int, int], step: int) -> None:
    page = ask("scale", size)
    page.enlarge(step)
    page.show()
    assert all(page.box(f"answer-{n}").bottom() <= size[1] for n in range(1, 6))


def chosen(page: Screens) -> list[str]:
    return [
        one.objectName() for one in page.every() if one.objectName().startswith("answer-") and one.property("chosen")
    ]
