"""The kit of controls: every colour from the theme, everything reachable, nothing cut off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from qml_items import ask
from shell.gallery.stage import Stage

from kiosk.shell.fit import misfits

pytestmark = pytest.mark.usefixtures("qapp")

ZONES = ("sunflower", "coral", "teal", "leaf", "plum")
GALLERY = Path(__file__).with_name("gallery")
LONG = "They’re lovely, and I would so like to hear who taught you to sew like that. " * 6


def colours(owner: QObject) -> dict[str, QColor]:
    names = ask(owner, "Object.keys(this).filter(one => this[one]?.hslHue !== undefined).join()")
    return {name: owner.property(name) for name in names.split(",")}


def contrast(one: QColor, other: QColor) -> float:
    def light(colour: QColor) -> float:
        def linear(part: float) -> float:
            return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

        red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def inside(item: QQuickItem, test: Callable[[QQuickItem], bool]) -> list[QQuickItem]:
    found = [item] if test(item) else []
    for child in item.childItems():
        found += inside(child, test)
    return found


def tap(stage: Stage, item: QQuickItem) -> None:
    spot = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    QTest.mouseClick(stage.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(spot))


@pytest.mark.parametrize("high", [False, True])
@pytest.mark.parametrize("zone", ZONES)
def test_every_colour_that_a_screen_can_use_is_in_the_theme(stage: Stage, zone: str, high: bool) -> None:
    stage.theme.setProperty("zoneName", zone)
    stage.theme.setProperty("highContrast", high)
    shown = {**colours(stage.theme), **colours(stage.zone)}
    assert len(shown) > 30
    assert [name for name, value in shown.items() if value.name() == "#ff00ff"] == []


@pytest.mark.parametrize("high", [False, True])
@pytest.mark.parametrize("zone", ZONES)
def test_words_can_be_read_on_every_ground_they_lie_on(stage: Stage, zone: str, high: bool) -> None:
    stage.theme.setProperty("zoneName", zone)
    stage.theme.setProperty("highContrast", high)
    theme, own = colours(stage.theme), colours(stage.zone)
    pairs = [
        (theme["ink"], theme["paper"]),
        (theme["ink"], theme["card"]),
        (theme["ink"], own["tint"]),
        (theme["inkSoft"], theme["card"]),
        (theme["accentInk"], theme["accent"]),
        (own["buttonInk"], own["button"]),
        (own["deepInk"], own["deep"]),
        (own["name"], theme["paper"]),
        (theme["doneInk"], theme["doneDeep"]),
        (theme["fault"], theme["paper"]),
        (theme["slotInk"], theme["slot"]),
    ]
    assert [(a.name(), b.name()) for a, b in pairs if contrast(a, b) < 4.5] == []
    assert contrast(own["baseInk"], own["base"]) >= 3  # large figures
    assert contrast(theme["line"], theme["paper"]) >= 3


def test_words_grow_with_the_text_size_and_large_ones_grow_less(stage: Stage) -> None:
    item = stage.item("Item { property int small: Theme.text(30); property int large: Theme.text(100) }")
    seen = []
    for step in (0, 1, 2):
        stage.theme.setProperty("textStep", step)
        seen.append((item.property("small"), item.property("large")))
    assert seen == [(30, 100), (36, 110), (42, 120)]


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
        tap(stage, item)
    item.forceActiveFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(item.activated):  # type: ignore[attr-defined]
            QTest.keyClick(stage.window, key)


def test_a_control_that_is_off_does_nothing(stage: Stage, qtbot: QtBot) -> None:
    item = stage.item('PrimaryButton { text: "Next"; enabled: false }')
    with qtbot.assertNotEmitted(item.activated, wait=20):  # type: ignore[attr-defined]
        tap(stage, item)


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
        tap(stage, keys[digit])
    tap(stage, keys["Delete the last digit"])
    for digit in "67":
        with qtbot.waitSignal(pad.entered) if digit == "7" else _nothing() as entered:  # type: ignore[attr-defined]
            tap(stage, keys[digit])
    assert entered.args == ["123467"]
    pad.clear()  # type: ignore[attr-defined]
    pad.setProperty("locked", True)
    tap(stage, keys["1"])
    assert pad.property("digits") == ""
    with qtbot.waitSignal(pad.cancelled):  # type: ignore[attr-defined]
        tap(stage, keys["Cancel"])


def test_the_keyboard_types_a_capital_first_then_small_letters(stage: Stage) -> None:
    board = stage.item("Keyboard { width: 1500 }")
    typed: list[str] = []
    board.typed.connect(typed.append)  # type: ignore[attr-defined]

    def press(words: str) -> None:
        keys = inside(board, lambda child: child.property("big") is not None)
        tap(stage, next(key for key in keys if key.property("text") == words))
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


def test_a_long_column_says_that_there_is_more_and_leads_to_its_end(stage: Stage) -> None:
    text = 'Scroller {{ width: 800; height: 500; Repeater {{ model: {0}; Choice {{ width: 800; text: "Yes" }} }} }}'
    short = stage.item(text.format(2))
    assert short.property("moreBelow") is False
    long = stage.item(text.format(9))
    assert long.property("moreBelow") is True
    button = inside(long, lambda child: child.property("text") == "More")[0]
    for _ in range(8):
        tap(stage, button)
        stage.settle(0.01)
        if not long.property("moreBelow"):
            break
    assert long.property("moreBelow") is False
    last = inside(long, lambda child: child.property("chosen") is not None)[-1]
    assert last.mapToItem(long, QPointF(0, last.height())).y() <= button.y()


WORDS = 'Scroller {{ y: 40; width: 800; height: {height}; Body {{ width: 800; text: "{text}" }} }}'


@pytest.mark.parametrize("step", [0, 1, 2])
@pytest.mark.parametrize("height", [300, 333, 371, 398])
def test_a_long_column_begins_and_ends_between_lines(stage: Stage, height: int, step: int) -> None:
    stage.theme.setProperty("textStep", step)
    column = stage.item(WORDS.format(height=height, text=LONG * 3))
    button = inside(column, lambda child: child.property("text") == "More")[0]
    pages = 1
    while column.property("moreBelow"):
        assert misfits(stage.window) == []
        tap(stage, button)
        stage.settle(0.02)
        pages += 1
    assert misfits(stage.window) == [] and pages > 2


def test_a_page_of_a_long_column_goes_on_where_the_last_one_ended(stage: Stage) -> None:
    column = stage.item(WORDS.format(height=371, text=LONG * 6))
    words = inside(column, lambda child: child.property("lineCount") is not None and child.width() == 800)[0]
    high = words.height() / words.property("lineCount")

    def seen() -> tuple[float, float]:
        top = words.mapToItem(column, QPointF(0, 0)).y()
        first, last = column.property("lostAbove") - 24, column.property("seen") - column.property("lostBelow")
        return (first - top) / high, (last - top) / high

    end = seen()[1]
    ask(column, "page()")
    stage.settle(0.02)
    assert seen()[0] == pytest.approx(end, abs=0.2)


def test_a_long_column_keeps_buttons_whole_where_little_is_lost(stage: Stage) -> None:
    column = stage.item(
        'Scroller { width: 800; height: 560; Repeater { model: 9; Choice { width: 800; text: "Yes" } } }'
    )
    choices = inside(column, lambda child: child.property("chosen") is not None)
    last = column.property("seen") - column.property("lostBelow")
    edges = [
        (one.mapToItem(column, QPointF(0, 0)).y(), one.mapToItem(column, QPointF(0, one.height())).y())
        for one in choices
    ]
    assert column.property("lostBelow") > 0
    assert [edge for edge in edges if edge[0] < last < edge[1]] == []


def test_a_long_column_whose_lines_change_is_cut_between_them_again(stage: Stage) -> None:
    column = stage.item(
        """Scroller { id: all; y: 40; width: 800; height: 371; property real first: 200
            Item { width: 800; height: 900
                Body { width: 800; height: all.first; text: "One" }
                Body { y: all.first; width: 800; text: "%s" } } }"""
        % (LONG * 2)
    )
    column.setProperty("first", 221)
    stage.settle(0.7)
    assert misfits(stage.window) == []


def test_what_the_keyboard_brought_into_sight_of_a_long_column_stays_whole(stage: Stage) -> None:
    column = stage.item(
        """Scroller { id: all; width: 800; height: 500; property Item last: low
            Row { Body { width: 400; text: "%s" } Item { width: 300; height: 2000
                Choice { id: low; y: 900; width: 300; text: "Yes" } } } }"""
        % (LONG * 3)
    )
    ask(column, "show(last)")
    stage.settle(0.02)
    low = column.property("last")
    top, end = low.mapToItem(column, QPointF(0, 0)).y(), low.mapToItem(column, QPointF(0, low.height())).y()
    assert column.property("lostAbove") - 24 <= top and end <= column.property("seen") - column.property("lostBelow")


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
