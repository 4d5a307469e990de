"""A poster as a delegate touches it, and what its author is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from activities.screen_stage import COMMON, LANDSCAPE, PORTRAIT, SIZES, Screens, deck_of

from kiosk.activities import poster
from kiosk.activities.poster import Poster
from kiosk.content.compiling import compile_folder
from kiosk.content.walk import walk

pytestmark = pytest.mark.usefixtures("qapp")

MEANS = "More than nine in ten liked it enough to say so. The last one is still thinking about it."
LONG = "of all the people who came on a wet Thursday said that they would gladly come again and bring their neighbours"


def number(name: str, **told: Any) -> dict[str, Any]:
    return {
        "id": name, "figure": "90%", "label": "liked it", "mark": "flower", "colour": "coral",
        "scale": "Each flower is one visitor in ten.", "means": MEANS, "source": "a survey.", **told,
    }  # fmt: skip


def model(**told: Any) -> dict[str, Any]:
    numbers = [
        number("liked", share={"filled": 9, "of": 10}, clip={"file": "liked.ogg", "text": MEANS}),
        number("sent", figure="1,050 times", mark="stitch", deep=True, count={"number": 1050, "each": 100}),
        number("knew", figure="Up 50%", mark="bulb", colour="teal", compare={
            "before": 100, "after": 150, "each": 10, "before_label": "Before", "after_label": "After",
        }),
    ]  # fmt: skip
    rows = [{"patches": ["heading", "liked"], "wide": [1, 2]}, {"patches": ["sent", "knew"], "tall": 2}]
    return {"heading": "Did it work?", "numbers": numbers, "landscape": rows, "portrait": rows, "back": "Back"} | told


def told(**changed: Any) -> list[str]:
    """What is wrong with a poster, each in one line."""
    made = Poster.model_validate_json(json.dumps({"kind": "poster", **COMMON, **model(**changed)}))
    return [f"{'/'.join(map(str, one.at))}: {one.what} — {one.do}" for one in poster.problems(made)]


Open = Callable[..., Screens]


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[Open]:
    made: list[Screens] = []

    def opened(size: tuple[int, int] = LANDSCAPE, **changed: Any) -> Screens:
        one = Screens(tmp_path, deck_of("poster", model(**changed)), size)
        made.append(one)
        return one

    yield opened
    for one in made:
        one.close()


@pytest.mark.parametrize("size", SIZES)
def test_a_touch_opens_a_number_and_it_is_ticked_from_then_on(screens: Open, size: tuple[int, int]) -> None:
    page = screens(size)
    page.show()
    assert page.item.property("primary") == ""
    page.tap("number-sent")
    assert page.acts == [("sent", "")]
    page.play()
    assert "1,050 times" in page.words()
    assert "Number 2 of 3" in page.words()
    page.walk("next")
    assert page.named("number-sent").property("opened") is True
    assert page.named("number-liked").property("opened") is False
    assert page.item.property("primary") == "finish"


def test_from_one_number_to_the_next(screens: Open) -> None:
    page = screens()
    page.walk("liked")
    page.tap("after")
    page.play()
    assert page.state.screen == "number-sent"
    page.walk("after")
    assert page.state.screen == "number-knew"
    assert not page.shown("after")
    page.walk("next")
    assert all(page.named(f"number-{one}").property("opened") for one in ("liked", "sent", "knew"))


def marks(page: Screens) -> list[tuple[str, float, int]]:
    """Of every picture in sight: its mark, how many are filled, how many there are at all."""
    return [
        (str(one.property("mark")), float(one.property("shown")), int(one.property("total")))
        for one in page.of_type("Pictograph")
    ]


def test_a_picture_shows_its_number_and_two_rows_have_one_scale(screens: Open) -> None:
    page = screens()
    page.show()
    assert marks(page) == [("flower", 9, 10), ("stitch", 10.5, 0), ("bulb", 10, 0), ("bulb", 15, 0)]
    before, after = page.of_type("Pictograph")[2:]
    assert before.property("zoom") == after.property("zoom") > 0


@pytest.mark.parametrize("size", SIZES)
def test_no_mark_stands_out_of_its_picture(screens: Open, size: tuple[int, int]) -> None:
    page = screens(size)
    page.show()
    for one in page.of_type("Pictograph"):
        assert 0 < one.property("drawnWidth") <= one.width() + 0.5
        assert 0 < one.property("drawnHeight") <= one.height() + 0.5


def test_the_patches_cover_the_poster_and_none_lies_over_another(screens: Open) -> None:
    for size in SIZES:
        page = screens(size)
        page.show()
        boxes = [page.box(f"number-{one}") for one in ("liked", "sent", "knew")]
        assert not any(one.intersects(other.adjusted(1, 1, -1, -1)) for one in boxes for other in boxes if one != other)
        assert boxes[1].right() == pytest.approx(boxes[2].left())


def test_listen_lights_the_words(screens: Open) -> None:
    page = screens()
    page.walk("liked")
    page.tap("listen")
    assert page.acts == [("listen", "")]
    for name, value in {"key": "liked.ogg", "seconds": 12.0, "phraseStart": 0, "phraseEnd": 20}.items():
        page.voice.setProperty(name, value)
    page.stage.settle(0.05)
    assert page.of_type("Caption")[0].property("text") == MEANS
    page.tap("listen")
    page.voice.setProperty("paused", True)
    page.tap("listen")
    assert page.asked == ["hold", "resume"]
    page.tap("stop")
    assert page.acts[-1] == ("listen", "")


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_in_large_letters(screens: Open, size: tuple[int, int], contrast: bool) -> None:
    numbers = model()["numbers"]
    numbers[0]["label"] = numbers[2]["label"] = LONG
    page = screens(size, numbers=numbers)
    page.enlarge(2, contrast=contrast)
    page.show()
    assert page.cut_off() == []
    for one in page.of_type("NumberPatch"):
        assert one.property("needed") > 0
        assert one.property("needed") <= one.height() + 1
    page.walk("liked")
    assert page.cut_off() == []


def test_the_keyboard_opens_a_number_too(screens: Open) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    page = screens(PORTRAIT)
    page.show()
    page.named("number-knew").forceActiveFocus()
    QTest.keyClick(page.window, Qt.Key.Key_Return)
    assert page.acts == [("knew", "")]


# What an author is told


def test_a_sound_poster_has_nothing_wrong() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"share": {"filled": 8, "of": 10}}, "the figure says “90%”, but the picture shows 8 of 10"),
        ({"share": {"filled": 3, "of": 2}}, "3 of 2 can't be filled"),
        ({"count": {"number": 91, "each": 1}}, "the figure says “90%”, but the picture shows 91"),
        ({"count": {"number": 90, "each": 1}, "share": {"filled": 9, "of": 10}}, "`liked` has 2 pictures"),
        ({}, "`liked` has 0 pictures"),
        ({"figure": "2,000", "count": {"number": 2000, "each": 10}}, "that would be 200 marks"),
        (
            {"compare": {"before": 10, "after": 18, "each": 1, "before_label": "B", "after_label": "A"}},
            "the figure says “90%”, but from 10 to 18 is +80%",
        ),
    ],
)
def test_a_figure_that_its_picture_does_not_show_is_told(changed: dict[str, Any], wrong: str) -> None:
    numbers = model()["numbers"]
    numbers[0] = number("liked", **changed)
    (line,) = told(numbers=numbers)
    assert wrong in line


@pytest.mark.parametrize("figure", ["90%", "9 in 10", "Over 90 %", "9 of 10"])
def test_a_share_may_be_said_in_per_cent_or_as_so_many_of_so_few(figure: str) -> None:
    numbers = model()["numbers"]
    numbers[0]["figure"] = figure
    assert told(numbers=numbers) == []


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ([["heading", "liked", "sent"]], "landscape: `knew` is in no row"),
        ([["liked", "sent", "knew"]], "landscape: `heading` is in no row"),
        ([["heading", "liked"], ["sent", "knew", "liked"]], "landscape/1/patches: `liked` is there twice"),
        ([["heading", "liked"], ["sent", "knew", "nobody"]], "landscape/1/patches: there is no patch `nobody`"),
    ],
)
def test_every_patch_stands_in_a_row_once(rows: list[list[str]], wrong: str) -> None:
    (line,) = told(landscape=[{"patches": row} for row in rows])
    assert line.startswith(wrong)


def test_widths_that_do_not_fit_their_row_are_told() -> None:
    rows = [{"patches": ["heading", "liked"], "wide": [1]}, {"patches": ["sent", "knew"], "wide": [1, 0]}]
    assert [line.split(":")[0] for line in told(portrait=rows)] == ["portrait/0/wide", "portrait/1/wide"]


def test_the_numbers_that_ship_say_what_they_show() -> None:
    """The results as the partnership reported them."""
    from kiosk.activities import kinds

    folder = Path(__file__).parents[2] / "content" / "numbers"
    compiled = compile_folder(folder, kinds())
    assert compiled.deck is not None
    assert walk(compiled.deck).dead_ends == ()
    said = {one["action"]: one["figure"] for one in compiled.deck.screens["poster"].props["numbers"]}
    assert said == {
        "rated": "Over 90%", "understanding": "Up 90%", "awareness": "Up 79%", "link-workers": "10,206",
        "reablement": "75%", "settings": "5,617", "saved": "£35,000",
    }  # fmt: skip
