"""The strip of then and now as a delegate moves along it, its counts, and what its author is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from activities.screen_stage import COMMON, LANDSCAPE, PORTRAIT, SIZES, Screens, deck_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.activities import kinds, then_now
from kiosk.activities.then_now import ThenNow
from kiosk.content.compiling import compile_folder
from kiosk.content.walk import walk

pytestmark = pytest.mark.usefixtures("qapp")

LONG = (
    "I rang them, they rang somebody, somebody rang me, and by Thursday nobody could say who had begun it all, or "
    "why my knee was in it, or whose it was."
)
MONTHS = ("january", "may", "december")
SHIPPED = Path(__file__).parents[2] / "content" / "maze-year"


def side(text: str, **counts: int) -> dict[str, Any]:
    return {"text": text, "picture": {"file": "moment.svg", "describe": "A knee."}, "counts": counts}


def model(**told: Any) -> dict[str, Any]:
    moments: list[dict[str, Any]] = [
        {
            "id": month, "label": month.capitalize(),
            "then": side(f"Then in {month}.", visits=number + 2, miles=25),
            "now": side(f"Now in {month}.", visits=1, miles=0),
        }
        for number, month in enumerate(MONTHS)
    ]  # fmt: skip
    moments[0]["then"]["clip"] = {"file": "january.ogg", "text": "Then in january."}
    counted = [
        {"id": "visits", "label": "Visits", "mark": "door", "scale": "Each door is one."},
        {"id": "miles", "label": "Miles", "mark": "road", "each": 10, "scale": "Each piece is ten."},
    ]
    total = {
        "open": "Add up the year", "heading": "Same knee", "tomorrow_heading": "Tomorrow", "tomorrow": "Ask once.",
        "how": "Counted by hand.", "finish": "Finish",
    }  # fmt: skip
    made: dict[str, Any] = {"heading": "One year, told twice", "then_label": "Then", "now_label": "Now"}
    return made | {"counted": counted, "moments": moments, "total": total} | told


Open = Callable[..., Screens]


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[Open]:
    made: list[Screens] = []

    def opened(size: tuple[int, int] = LANDSCAPE, **changed: Any) -> Screens:
        one = Screens(tmp_path, deck_of("then_now", model(**changed)), size)
        made.append(one)
        return one

    yield opened
    for one in made:
        one.close()


def middle(page: Screens) -> str:
    """What is told in the middle of the strip."""
    shown = page.box("then").center().x()
    return next(
        str(one.property("text"))
        for one in page.every()
        if str(one.property("text")).startswith("Then in ") and abs(page.box_of(one).center().x() - shown) < 500
    )


@pytest.mark.parametrize("size", SIZES)
def test_the_arrows_go_along_the_strip_and_there_are_none_beyond_its_ends(screens: Open, size: tuple[int, int]) -> None:
    page = screens(size)
    page.show()
    assert middle(page) == "Then in january."
    assert not page.shown("before")
    page.tap("after")
    assert page.acts == [("to-may", "")]
    page.play()
    assert middle(page) == "Then in may."
    page.tap("after")
    page.play()
    assert middle(page) == "Then in december."
    assert not page.shown("after")
    page.tap("before")
    page.play()
    assert middle(page) == "Then in may."


def test_the_arrow_keys_go_along_the_strip_too(screens: Open) -> None:
    page = screens()
    page.walk("to-may")
    page.item.forceActiveFocus()
    QTest.keyClick(page.window, Qt.Key.Key_Right)
    QTest.keyClick(page.window, Qt.Key.Key_Left)
    assert page.acts == [("to-december", ""), ("to-january", "")]


def test_a_finger_draws_the_strip_along(screens: Open) -> None:
    page = screens()
    page.show()
    y = int(page.box("then").center().y())
    QTest.mousePress(page.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(1500, y))
    for x in range(1480, 300, -40):
        QTest.mouseMove(page.window, QPoint(x, y))
        page.stage.settle(0.005)
    QTest.mouseRelease(page.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(300, y))
    page.until(lambda: bool(page.acts))
    assert page.acts == [("to-may", "")]


def test_a_touch_on_the_moment_beside_brings_it_to_the_middle(screens: Open) -> None:
    page = screens()
    page.show()
    spot = QPoint(LANDSCAPE[0] - 60, int(page.box("then").center().y()))
    QTest.mouseClick(page.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    page.stage.settle(0.02)
    assert page.acts == [("to-may", "")]


def sums(page: Screens) -> list[float]:
    return [float(one.property("shown")) for one in page.of_type("Pictograph")]


def test_the_counts_grow_as_the_year_goes_on_and_back_they_shrink(screens: Open) -> None:
    page = screens()
    page.show()
    assert sums(page) == [2, 1, 2.5, 0]
    page.tap("after")
    page.play()
    assert sums(page) == [5, 2, 5, 0]
    assert {"5", "2", "50", "0"} <= set(page.words())
    page.tap("before")
    page.play()
    assert sums(page) == [2, 1, 2.5, 0]


def test_then_and_now_are_drawn_to_one_scale(screens: Open) -> None:
    page = screens()
    page.walk("to-may", "to-december", "total")
    zooms = [one.property("zoom") for one in page.of_type("Pictograph")]
    assert zooms[0] == pytest.approx(zooms[2])
    assert zooms[1] == pytest.approx(zooms[3])


def test_the_last_moment_leads_to_the_sum_and_that_to_the_end(screens: Open) -> None:
    page = screens()
    page.show()
    assert page.item.property("primary") == "to-may"
    page.walk("to-may", "to-december")
    assert page.item.property("primary") == "total"
    page.walk("total")
    assert sums(page) == [9, 7.5, 3, 0]
    assert {"9", "75", "3", "0", "Ask once.", "Counted by hand."} <= set(page.words())
    page.acts.append((str(page.item.property("primary")), ""))
    assert page.item.property("primary") == "finish"


def speak(page: Screens, key: str) -> None:
    for name, value in {"key": key, "seconds": 12.0, "phraseStart": 0, "phraseEnd": 7}.items():
        page.voice.setProperty(name, value)
    page.stage.settle(0.05)


def test_a_half_can_be_listened_to_and_its_words_light(screens: Open) -> None:
    page = screens()
    page.show()
    assert not page.shown("listen-now")
    page.tap("listen-then")
    assert page.acts == [("then-january", "")]
    speak(page, "january.ogg")
    assert [one.property("text") for one in page.of_type("Caption")] == ["Then in january."]
    page.tap("listen-then")
    page.voice.setProperty("paused", True)
    page.tap("listen-then")
    assert page.asked == ["hold", "resume"]


def test_a_voice_ends_when_the_strip_moves_on(screens: Open) -> None:
    page = screens()
    page.show()
    speak(page, "january.ogg")
    page.tap("after")
    page.play()
    assert page.acts == [("to-may", ""), ("then-january", "")]


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_in_large_letters(screens: Open, size: tuple[int, int], contrast: bool) -> None:
    moments = model()["moments"]
    moments[0]["now"]["text"] = LONG
    page = screens(size, moments=moments)
    page.enlarge(2, contrast=contrast)
    page.show()
    beside = [*MONTHS[1:], "then", "now"]
    assert [one for one in page.cut_off() if one.lower().split(" ")[-1].strip(".") not in beside] == []
    for one in page.of_type("FilmSide"):
        assert 0 < one.property("needed") <= one.height() + 1
    page.walk("to-may", "to-december", "total")
    assert page.cut_off() == []


def test_a_strip_begins_again_where_it_was(screens: Open) -> None:
    page = screens(PORTRAIT)
    page.walk("to-may")
    assert middle(page) == "Then in may."


# What an author is told


def told(**changed: Any) -> list[str]:
    made = ThenNow.model_validate_json(json.dumps({"kind": "then_now", **COMMON, **model(**changed)}))
    return [f"{'/'.join(map(str, one.at))}: {one.what} — {one.do}" for one in then_now.problems(made)]


def test_a_sound_strip_has_nothing_wrong() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("counts", "wrong"),
    [
        ({"visits": 1}, "moments/1/now/counts: `miles` is not counted here — add `miles: 0` if there was none"),
        (
            {"visits": 1, "miles": 0, "buns": 3},
            "moments/1/now/counts/buns: nothing counted is called `buns` — use visits, miles",
        ),
        (
            {"visits": 61, "miles": 0},
            "counted/0: 63 of these would be 63 marks — let `each` be larger, for 60 marks at most",
        ),
    ],
)
def test_counts_that_do_not_fit_are_told(counts: dict[str, int], wrong: str) -> None:
    moments = model()["moments"]
    moments[1]["now"]["counts"] = counts
    assert told(moments=moments) == [wrong]


def test_two_moments_of_one_name_are_told() -> None:
    moments = model()["moments"]
    moments[2]["id"] = "may"
    assert told(moments=moments) == ["moments/2: the moment `may` is there twice — give each an id of its own"]


def test_the_year_that_ships_adds_up() -> None:
    """The sums that its words and this test speak of come from its moments alone."""
    deck = compile_folder(SHIPPED, kinds()).deck
    assert deck is not None
    found = walk(deck)
    assert found.complete
    assert (found.dead_ends, found.unreached) == ((), ())
    ends = {one["label"]: (one["then"][-1], one["now"][-1]) for one in deck.screens["total"].props["counted"]}
    assert ends == {"Visits": (26, 9), "Told her story": (19, 1), "Miles she travelled": (312, 38)}
    assert len(deck.screens["strip"].props["moments"]) == 6
