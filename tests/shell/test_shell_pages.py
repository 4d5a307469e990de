"""The pages of the shell: one at a time, in both directions, at every text size, with the controls in reach."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from qml_items import every, of_type
from shell.stand import Make, Stand, middle
from small_venue import replace_in, write_venue

from kiosk.visit import Phase, Preferences

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)
HEBREW = "שלום לכולם, בואו נדבר על מה שחשוב לכם היום."


def pages(stand: Stand) -> list[QQuickItem]:
    """The pages that are loaded, whether or not they can be seen."""
    found = []

    def look(item: QQuickItem) -> None:
        if item.property("turning") is not None:
            page = item.property("item")
            if page is not None:
                found.append(page)
        for child in item.childItems():
            look(child)

    look(stand.window.contentItem())
    return found


def test_an_answer_draws_the_page_anew_and_does_not_load_another(stand: Stand) -> None:
    stand.wake()
    stand.open("voices")
    stand.finger.wait_for(lambda: len(pages(stand)) == 1, "the end of the fade")
    (before,) = pages(stand)
    stand.bridge.act("hello", "")
    assert pages(stand) == [before]
    assert stand.window.property("moment")["view"]["actions"][0]["done"]


def test_the_page_that_was_left_is_unloaded_once_it_is_covered(stand: Stand) -> None:
    for go in (stand.wake, lambda: stand.open("walk"), stand.bridge.host_ends_visit):
        go()
        stand.finger.wait_for(lambda: len(pages(stand)) == 1, "the end of the fade")


def test_a_page_that_is_going_takes_no_touch(stand: Stand) -> None:
    stand.wake()
    stand.finger.wait_for(lambda: len(pages(stand)) == 1, "the end of the fade")
    spot = middle(stand.item("card-kitchen"))
    stand.window.ask.emit("finish", "", "")
    stand.tap_at(spot.x(), spot.y())
    assert (stand.phase(), stand.station.state.activity) == (Phase.FINISH, "")
    assert stand.verbs() == ["begin", "finish"]


def test_the_pictures_of_cards_beside_each_other_are_as_high_as_each_other(make: Make, tmp_path: Path) -> None:
    venue = write_venue(tmp_path / "long", drawn=True)
    longer = "title: Before you begin to look around here"
    replace_in(venue.content / "before" / "activity.yaml", "title: Before", longer)
    stand = make(venue)
    stand.wake()
    stand.finger.wait_for(lambda: len(of_type(stand.window.contentItem(), "ActivityCard")) > 2, "the cards")
    cards = of_type(stand.window.contentItem(), "ActivityCard")
    assert len({float(card.property("wordsHeight")) for card in cards}) > 1
    assert len({float(card.property("pictureHeight")) for card in cards}) == 1


def test_any_key_wakes_it_too(stand: Stand) -> None:
    stand.item("invitation")
    stand.window.requestActivate()
    stand.finger.wait_for(stand.window.isActive, "the window's turn")
    QTest.keyClick(stand.window, Qt.Key.Key_Space)
    assert (stand.phase(), stand.station.state.activity) == (Phase.HOME, "")


@pytest.mark.parametrize("preferences", [Preferences(), Preferences(2, True, False)])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_start_again_text_size_contrast_and_sound_are_always_in_reach(
    make: Make, size: tuple[int, int], preferences: Preferences
) -> None:
    stand = make(opened=False, size=size)
    stand.wake()
    stand.station.prefer(preferences)
    stand.bridge.show()
    in_reach(stand, "startAgain", "textSize", "contrast", "sound", "finish")
    for name in stand.station.activities:
        stand.station.open_activity(name)
        stand.bridge.show()
        stand.finger.wait_for(lambda: len(pages(stand)) == 1, "the end of the fade")
        in_reach(stand, "home", "back", "again", "textSize", "contrast", "sound")
        stand.station.home()


def evaluate(item: QQuickItem, expression: str) -> object:
    """What a line of QML is, in the scope of an item."""
    context = qmlContext(item)
    assert context is not None
    return QQmlExpression(context, item, expression).evaluate()


def test_the_bare_window_has_no_frame_and_stays_on_top(stand: Stand) -> None:
    stand.window.setProperty("bare", True)
    assert stand.window.flags() & Qt.WindowType.FramelessWindowHint
    assert stand.window.flags() & Qt.WindowType.WindowStaysOnTopHint


def in_reach(stand: Stand, *names: str) -> None:
    """Each control is whole on the window, large enough for a finger, and on no other."""
    for name in names:
        stand.finger._still(stand.item(name), name)
    boxes = list[QRectF]()
    for name in names:
        item = stand.item(name)
        box = item.mapRectToScene(item.boundingRect())
        assert box.left() >= 0 and box.top() >= 0, name
        assert box.right() <= stand.window.width() + 1 and box.bottom() <= stand.window.height() + 1, name
        assert min(box.width(), box.height()) >= 88, (name, box)
        assert not any(box.intersects(other) for other in boxes), name
        boxes.append(box)


def test_a_window_that_is_turned_is_drawn_in_the_other_direction(stand: Stand) -> None:
    stand.wake()
    across = middle(stand.item("card-before"))
    stand.window.resize(*PORTRAIT)
    stand.finger.wait_for(lambda: middle(stand.item("card-before")) != across, "turning")
    in_reach(stand, "startAgain", "textSize", "contrast", "sound")
    assert stand.item("card-before").y() > stand.item("card-kitchen").y()


def test_high_contrast_changes_the_ground_and_goes_with_the_visit(stand: Stand) -> None:
    stand.wake()
    stand.finger.tap_object("contrast")
    assert stand.window.property("color").name() == "#000000"
    stand.bridge.host_ends_visit()
    assert stand.window.property("color").name() != "#000000"


def test_a_zone_with_nothing_to_do_says_so(make: Make, tmp_path: Path) -> None:
    settings = write_venue(tmp_path / "venue", drawn=True)
    replace_in(settings.content / "walk" / "activity.yaml", "heading: A walk", "heading: [A walk]")
    stand = make(settings, opened=False, zone=1)
    stand.wake()
    stand.finger.wait_for(
        lambda: any("nothing to try here just now" in words for words in stand.words()), "a word about it"
    )
    stand.finger.tap_object("finish")


def test_right_to_left_words_stand_at_the_right_and_the_page_is_mirrored_on_demand(make: Make, tmp_path: Path) -> None:
    settings = write_venue(tmp_path / "venue", drawn=True)
    replace_in(settings.content / "walk" / "activity.yaml", "It began with rain.", HEBREW)
    stand = make(settings, opened=False)
    stand.wake()
    stand.open("walk")
    stand.finger.wait_for(lambda: HEBREW in stand.words(), "the story")
    (text,) = [one for one in every(stand.window.contentItem()) if one.property("text") == HEBREW]
    assert evaluate(text, "effectiveHorizontalAlignment === Text.AlignRight")
    left = middle(stand.item("home")).x()
    assert left < 500
    stand.window.setProperty("moment", {**stand.station.moment(), "rtl": True})
    stand.finger.wait_for(lambda: middle(stand.item("home")).x() > 1920 - 500, "the mirrored page")
    stand.finger.tap_object("home")
    assert stand.phase() is Phase.HOME


@pytest.mark.parametrize("by_cpu", [False, True])
def test_a_page_fades_in_unless_the_processor_draws_it(stand: Stand, by_cpu: bool) -> None:
    (page,) = pages(stand)
    evaluate(page, f"Theme.drawnByCpu = {str(by_cpu).lower()}")
    stand.bridge.station.wake()
    stand.bridge.show()
    assert len(pages(stand)) == (1 if by_cpu else 2)
    stand.finger.wait_for(lambda: len(pages(stand)) == 1, "the end of the fade")
