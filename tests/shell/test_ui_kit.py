"""The kit of controls: everything reachable, nothing cut off."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from qml_items import inside
from shell.gallery.stage import Stage

pytestmark = pytest.mark.usefixtures("qapp")

GALLERY = Path(__file__).with_name("gallery")
LONG = "They’re lovely, and I would so like to hear who taught you to sew like that. " * 6


CONTROLS = {
    "PrimaryButton": 'PrimaryButton { text: "Next" }',
    "QuietButton": 'QuietButton { text: "Help"; icon: "help"; compact: true }',
    "Chip": 'Chip { text: "A" }',
    "Choice": 'Choice { text: "Who taught you to sew like that?" }',
    "ActivityCard": 'ActivityCard { title: "Talk"; text: "It takes two." }',
    "RatingCard": 'RatingCard { text: "A little"; level: 1 }',
    "Hotspot": 'Hotspot { thing: "Radio" }',
    "PadKey": 'PadKey { text: "1"; big: true }',
}


@pytest.mark.parametrize("text", CONTROLS.values(), ids=CONTROLS.keys())
def test_every_control_is_large_enough_named_and_answers_touch_and_keys(stage: Stage, qtbot: QtBot, text: str) -> None:
    item = stage.item(text)
    assert min(item.width(), item.height()) >= 76
    assert item.property("name") != ""
    with qtbot.waitSignal(item.activated):  # type: ignore[attr-defined]
        stage.tap(item)
    item.forceActiveFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(item.activated):  # type: ignore[attr-defined]
            QTest.keyClick(stage.window, key)


def test_a_control_that_is_off_does_nothing(stage: Stage, qtbot: QtBot) -> None:
    item = stage.item('PrimaryButton { text: "Next"; enabled: false }')
    with qtbot.assertNotEmitted(item.activated, wait=20):  # type: ignore[attr-defined]
        stage.tap(item)


def test_a_finger_that_slides_off_presses_nothing(stage: Stage, qtbot: QtBot) -> None:
    item = stage.item('PrimaryButton { text: "Next" }')
    with qtbot.assertNotEmitted(item.activated, wait=20):  # type: ignore[attr-defined]
        QTest.mousePress(stage.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(40, 40))
        QTest.mouseMove(stage.window, QPoint(40, 400))
        QTest.mouseRelease(stage.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(40, 400))


WORDY = {
    "Choice": f'Choice {{ width: 800; text: "{LONG}" }}',
    "Bubble": f'Bubble {{ width: 800; speaker: "Doreen"; text: "{LONG}" }}',
    "ActivityCard": f'ActivityCard {{ title: "A rather long title for a card"; text: "{LONG}" }}',
    "RatingCard": 'RatingCard { text: "Rather more confident than I was before"; level: 1; now: true }',
    "PrimaryButton": f'PrimaryButton {{ width: 700; text: "{LONG}" }}',
    "QuietButton": f'QuietButton {{ width: 700; text: "{LONG}"; icon: "help" }}',
    "TextEntry": f'TextEntry {{ width: 900; text: "{LONG}" }}',
}


@pytest.mark.parametrize("high", [False, True])
@pytest.mark.parametrize("portrait", [False, True])
@pytest.mark.parametrize("step", [0, 2])
@pytest.mark.parametrize("text", WORDY.values(), ids=WORDY.keys())
def test_long_words_make_a_control_taller_and_are_never_cut_off(
    stage: Stage, text: str, step: int, portrait: bool, high: bool
) -> None:
    stage.theme.setProperty("textStep", step)
    stage.theme.setProperty("portrait", portrait)
    stage.theme.setProperty("highContrast", high)
    item = stage.item(text)
    words = inside(item, lambda child: child.property("contentHeight") is not None and child.isVisible())
    assert words
    for child in words:
        assert child.property("truncated") is not True
        top = child.mapToItem(item, QPointF(0, 0)).y()
        assert top >= -60 and top + child.height() <= item.height() + 1, child.property("text")
        assert child.property("contentWidth") <= child.width() + 1, child.property("text")


def test_words_from_content_are_never_markup(stage: Stage) -> None:
    for kind in ("Heading", "Speech", "Body", "Label"):
        item = stage.item(f'{kind} {{ text: "<b>bold</b>"; width: 900 }}')
        plain = stage.item(f'{kind} {{ text: "bold"; width: 900 }}')
        assert item.property("contentWidth") > plain.property("contentWidth")


def test_arabic_words_stand_at_the_right(stage: Stage) -> None:
    ENGLISH, ARABIC, RIGHT, LEFT = "Come in", "مرحبا", 2, 1
    for words, side in ((ENGLISH, LEFT), (ARABIC, RIGHT)):
        item = stage.item(f'Body {{ text: "{words}"; width: 900; property int side: effectiveHorizontalAlignment }}')
        assert item.property("side") == side


def test_the_pin_pad_gives_six_digits_and_nothing_while_locked(stage: Stage, qtbot: QtBot) -> None:
    pad = stage.item("PinPad { width: 616 }")
    keys = {key.property("text"): key for key in inside(pad, lambda child: child.property("big") is not None)}
    for digit in "12345":
        stage.tap(keys[digit])
    stage.tap(keys["Delete the last digit"])
    for digit in "67":
        with qtbot.waitSignal(pad.entered) if digit == "7" else _nothing() as entered:  # type: ignore[attr-defined]
            stage.tap(keys[digit])
    assert entered.args == ["123467"]
    pad.clear()  # type: ignore[attr-defined]
    pad.setProperty("locked", True)
    stage.tap(keys["1"])
    assert pad.property("digits") == ""
    with qtbot.waitSignal(pad.cancelled):  # type: ignore[attr-defined]
        stage.tap(keys["Cancel"])


def test_the_keyboard_types_a_capital_first_then_small_letters(stage: Stage) -> None:
    board = stage.item("Keyboard { width: 1500 }")
    typed: list[str] = []
    board.typed.connect(typed.append)  # type: ignore[attr-defined]

    def press(words: str) -> None:
        keys = inside(board, lambda child: child.property("big") is not None)
        stage.tap(next(key for key in keys if key.property("text") == words))
        stage.settle(0.01)

    for words in ("H", "i", "space", "123", "7"):
        press(words)
    assert typed == ["H", "i", " ", "7"]


def test_stitches_are_sewn_at_once_when_motion_is_reduced_and_gradually_otherwise(stage: Stage, qtbot: QtBot) -> None:
    thread = stage.item("Stitches { width: 300; value: 1; total: 3 }")
    thread.setProperty("value", 2)
    assert thread.property("sewn") == 2
    stage.theme.setProperty("reducedMotion", False)
    thread.setProperty("value", 3)
    assert thread.property("sewn") == 2
    qtbot.waitUntil(lambda: thread.property("sewn") == 3, timeout=3000)


def test_stitches_in_a_rail_are_thick_enough_to_be_seen_in_high_contrast(stage: Stage) -> None:
    thread = stage.item("Stitches { width: 380; value: 2; total: 9 }")
    plain = thread.property("thickness")
    stage.theme.setProperty("highContrast", True)
    assert thread.property("thickness") >= 11 > plain


def test_the_rail_says_when_its_words_no_longer_fit(stage: Stage) -> None:
    text = """Item {
        property alias crowded: rail.crowded
        property real helped: help.width
        width: %d; height: 1080
        Rail {
            id: rail
            leftSide: QuietButton { text: "Home"; icon: "home" }
            rightSide: [
                QuietButton { text: "Text size"; icon: "text-size"; compact: rail.crowded },
                QuietButton { id: help; text: "Help"; icon: "help"; compact: rail.crowded }
            ]
        }
    }"""
    wide, narrow = stage.item(text % 1920), stage.item(text % 560)
    assert (wide.property("crowded"), narrow.property("crowded")) == (False, True)
    assert wide.property("helped") > 96 == narrow.property("helped")


def test_an_open_sheet_lets_no_touch_through(stage: Stage, qtbot: QtBot) -> None:
    item = stage.item(
        """Item { width: 1920; height: 1080
            signal leaked; signal asked
            PrimaryButton { text: "Under"; x: 20; y: 20; onActivated: parent.leaked() }
            Sheet { opened: true; name: "Sure?"; onOutsideTouched: parent.asked()
                PrimaryButton { text: "Yes" } } }"""
    )
    with qtbot.assertNotEmitted(item.leaked, wait=20), qtbot.waitSignal(item.asked):  # type: ignore[attr-defined]
        QTest.mouseClick(stage.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(60, 60))


def test_a_picture_is_asked_for_at_the_pixels_of_the_screen(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "room").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>',
        encoding="utf-8",
    )
    stage.theme.setProperty("pixelScale", 2.0)
    art = stage.item('Art { sha: "room"; width: 100; height: 50 }')
    stage.settle()
    assert art.property("loading") is False
    assert (art.property("implicitWidth"), art.property("implicitHeight")) == (200, 100)


def test_a_picture_that_is_missing_leaves_paper_and_a_report(stage: Stage) -> None:
    stage.item('Art { sha: "nowhere"; width: 100; height: 50 }')
    stage.settle()
    assert len(stage.faults) == 1


@pytest.mark.parametrize("page", sorted(GALLERY.glob("*.qml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("portrait", [False, True])
def test_every_gallery_page_is_drawn_without_a_complaint(stage: Stage, page: Path, portrait: bool) -> None:
    image = stage.draw(page, portrait=portrait, seconds=0.1)
    seen = {image.pixel(x, y) for x in range(0, image.width(), 40) for y in range(0, image.height(), 40)}
    assert len(seen) > 5


class _nothing:
    args: list[str] = []

    def __enter__(self) -> _nothing:
        return self

    def __exit__(self, *_: object) -> None:
        return None
