"""Your way beside those before: one picture of threads, and the same in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from activities.test_scenario_screens import LANDSCAPE, PORTRAIT, Page, box, drop, library, those_before, view, walked
from PySide6.QtQuick import QQuickItem
from qml_items import every, of_type
from shell.gallery.stage import Stage

from kiosk.store import Before

pytestmark = pytest.mark.usefixtures("qapp")

SIZES = [LANDSCAPE, PORTRAIT]
ACTIVITIES = {"doreen": "loose-ends", "ten-minutes": "wall-first", "bike-in-bits": "gate-four"}


@pytest.fixture
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("ways")
    stage = Stage(art=folder, cache=folder)
    for name, value in {"reducedMotion": True, "textStep": 0, "highContrast": False}.items():
        stage.theme.setProperty(name, value)
    yield stage


def ways(
    stage: Stage, size: tuple[int, int] = LANDSCAPE, before: Before | None = None, activity: str = "doreen"
) -> Page:
    state = walked(library().decks[activity], f"{ACTIVITIES[activity]}-ways")
    return Page(stage, activity, state, size, before)


def said(item: QQuickItem) -> list[str]:
    """All words that can be seen."""
    return [str(one.property("text")) for one in every(item) if one.inherits("QQuickText") and one.isVisible()]


def beads(page: Page) -> list[QQuickItem]:
    return [one for one in of_type(page.item, "CountBead") if one.isVisible()]


def in_picture(page: Page) -> list[QQuickItem]:
    (cloth,) = of_type(page.item, "Threads")
    return [one for one in of_type(cloth, "CountBead") if one.isVisible()]


@pytest.mark.parametrize("size", SIZES)
def test_the_first_are_told_so_and_see_their_own_thread_alone(stage: Stage, size: tuple[int, int]) -> None:
    page = ways(stage, size)
    words = said(page.item)
    assert any(text.startswith("You are among the first here.") for text in words)
    assert not any(text.isdigit() for text in words)
    assert "You said" in words
    moments = len(view("doreen", page.state)["slots"]["moments"])
    assert [bead.property("own") for bead in in_picture(page)].count(True) == moments + 1


@pytest.mark.parametrize("size", SIZES)
def test_words_and_picture_tell_the_same_counts(stage: Stage, size: tuple[int, int]) -> None:
    before = those_before("doreen", 30)
    page = ways(stage, size, before)
    shown = view("doreen", page.state, before)
    hello = shown["before"]["steps"]
    own = next(step for step in shown["before"]["path"] if step.startswith("hello/"))
    words = said(page.item)
    assert "30 talks were had here before yours." in " ".join(words)
    assert "Moment 1 of 9. 30 came by here before you" in words
    assert f"You said, and {hello[own]} before you" in words
    counts = [bead.property("count") for bead in in_picture(page)][:4]
    choices = next(one for one in shown["slots"]["moments"] if one["screen"] == "hello")["choices"]
    assert counts == [hello.get(f"hello/{choice['id']}", 0) for choice in choices]
    assert sum(counts) == 30


@pytest.mark.parametrize("size", SIZES)
def test_a_touch_on_a_moment_tells_it_in_words(stage: Stage, size: tuple[int, int]) -> None:
    page = ways(stage, size, those_before("doreen", 30))
    page.tap("moment-3")
    assert page.item.property("current") == 3
    assert any(text.startswith("Moment 4 of 9") for text in said(page.item))
    assert page.acts == []


def test_the_moments_stand_in_the_order_in_which_they_came(stage: Stage) -> None:
    page = ways(stage, activity="ten-minutes")
    columns: Any = page.item.property("columns").toVariant()
    turns = {one["screen"] for one in view("ten-minutes", page.state)["slots"]["moments"]}
    path = [step.split("/")[0] for step in page.state.path]
    assert [column["screen"] for column in columns] == [screen for screen in path if screen in turns]


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("step", [0, 2])
@pytest.mark.parametrize("size", SIZES)
def test_no_two_beads_of_a_picture_lie_on_each_other(
    stage: Stage, size: tuple[int, int], step: int, contrast: bool
) -> None:
    stage.theme.setProperty("textStep", step)
    stage.theme.setProperty("highContrast", contrast)
    for activity in ACTIVITIES:
        page = ways(stage, size, those_before(activity, 300), activity)
        (cloth,) = of_type(page.item, "Threads")
        for one, other in combinations(in_picture(page), 2):
            assert not box(one).adjusted(1, 1, -1, -1).intersects(box(other)), activity
        assert all(box(cloth).adjusted(-2, -2, 2, 2).contains(box(bead)) for bead in in_picture(page)), activity
        page.window.close()
        drop(page.item)


def test_a_moment_that_few_came_by_says_so_and_gives_no_count(stage: Stage) -> None:
    before = those_before("doreen", 30)
    rare = Before(before.reached, {"look": 30, "hello": 4}, before.steps, before.onward)
    words = said(ways(stage, LANDSCAPE, rare).item)
    assert "Only a few came by this moment before you." in words
    assert "Moment 1 of 9" in words


def test_what_there_was_says_how_many_noticed_it(stage: Stage) -> None:
    before = those_before("doreen", 30)
    state = walked(library().decks["doreen"], "loose-ends-reflect")
    page = Page(stage, "doreen", state, LANDSCAPE, before)
    page.tap("tab-noticed")
    shown = view("doreen", state, before)
    missed, noticed = shown["slots"]["missed"], shown["slots"]["noticed"]
    counts = {one["id"]: before.steps.get(f"look/{one['id']}", 0) for one in (*missed, *noticed)}
    words = said(page.item)
    for thing in missed:
        assert f"{counts[thing['id']]} of 30 before you noticed it" in words
    assert [bead.property("count") for bead in beads(page)] == [counts[thing["id"]] for thing in noticed]


def test_the_last_page_of_the_first_gives_no_counts(stage: Stage) -> None:
    page = Page(stage, "doreen", walked(library().decks["doreen"], "loose-ends-reflect"), LANDSCAPE)
    page.tap("tab-noticed")
    assert beads(page) == []
    assert not any(re.search(r"\d before you", text) for text in said(page.item))


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_the_way_on_after_a_talk_is_always_on_offer(stage: Stage, activity: str) -> None:
    end = ACTIVITIES[activity]
    for screen in (end, f"{end}-roads", f"{end}-ways", f"{end}-reflect"):
        page = Page(stage, activity, walked(library().decks[activity], screen), LANDSCAPE)
        offered = [one["id"] for one in view(activity, page.state)["actions"]]
        assert page.item.property("primary") in offered, screen
        page.window.close()
        drop(page.item)
