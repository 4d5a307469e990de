"""What scrolls: it says so, leads to its end, and is never cut through a line or a control."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from qml_items import ask, inside
from shell.gallery.stage import Stage

from kiosk.shell.fit import misfits

pytestmark = pytest.mark.usefixtures("qapp")

LONG = "They’re lovely, and I would so like to hear who taught you to sew like that. " * 6


def test_a_long_column_says_that_there_is_more_and_leads_to_its_end(stage: Stage) -> None:
    text = 'Scroller {{ width: 800; height: 500; Repeater {{ model: {0}; Choice {{ width: 800; text: "Yes" }} }} }}'
    short = stage.item(text.format(2))
    assert short.property("moreBelow") is False
    long = stage.item(text.format(9))
    assert long.property("moreBelow") is True
    button = inside(long, lambda child: child.property("text") == "More")[0]
    for _ in range(8):
        stage.tap(button)
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
        stage.tap(button)
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


def test_of_what_is_far_down_a_long_column_no_stitched_border_is_drawn(stage: Stage) -> None:
    column = stage.item(
        """Scroller { id: all; width: 800; height: 400; property real moved: 0
            Repeater { model: 6; Paper { width: 700; height: 180; StitchBorder {} } } }"""
    )

    def drawn() -> list[bool]:
        return [one.opacity() == 1 for one in inside(column, lambda child: child.property("sewn") is not None)]

    assert drawn() == [True, True, False, False, False, False]
    while column.property("moreBelow"):
        ask(column, "page()")
        stage.settle(0.02)
    assert drawn() == [False, False, False, False, True, True]


@pytest.mark.parametrize("lines", [1, 2])
def test_a_low_column_shows_answers_whole_or_not_at_all(stage: Stage, lines: int) -> None:
    stage.theme.setProperty("highContrast", True)
    words = "I’ll send off the volunteer form. " * lines
    column = stage.item(
        f"""Scroller {{ width: 900; height: 430; spacing: 10
            Repeater {{ model: 5; Choice {{ width: 900; text: "{words}"; least: 88; spread: 20; size: 30 }} }} }}"""
    )
    last = column.property("seen") - column.property("lostBelow")
    for one in inside(column, lambda child: child.property("chosen") is not None):
        top = one.mapToItem(column, QPointF(0, 0)).y()
        assert not top < last < top + one.height()
