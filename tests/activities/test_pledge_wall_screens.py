"""The pledge wall's three screens as a delegate touches them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from activities.screen_stage import LANDSCAPE, PORTRAIT, SIZES, Screens, deck_of, scene_box

pytestmark = pytest.mark.usefixtures("qapp")


def wall(quotes: int = 12) -> dict[str, object]:
    return {
        "heading": "One thing I’ll do differently",
        "prompt": "Pick one you could do tomorrow before lunch, or write your own.",
        "starters": [
            {"id": f"thing-{n}", "text": f"I’ll find out who I could ring instead of sending it to the team ({n})."}
            for n in range(8)
        ],
        "quotes": [{"text": f"I’ll look at the walls. {'And so on. ' * n}", "who": "Nurse"} for n in range(quotes)],
        "wall_heading": "Stitched on so far",
        "wall_text": "Promises from people who do all sorts of jobs.",
    }  # fmt: skip


Stand = Callable[..., Screens]


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[Stand]:
    made: list[Screens] = []

    def one(size: tuple[int, int] = LANDSCAPE, *, quotes: int = 12) -> Screens:
        page = Screens(tmp_path, deck_of("pledge_wall", wall(quotes)), size)
        made.append(page)
        page.show()
        return page

    yield one
    for page in made:
        page.close()


@pytest.mark.parametrize("size", SIZES)
def test_a_note_that_is_touched_is_the_pledge_and_stands_first_on_the_wall(stand: Stand, size: tuple[int, int]) -> None:
    page = stand(size)
    page.tap("starter-thing-2")
    assert page.acts == [("thing-2", "thing-2")]
    page.play()
    first = page.quotes()[0]
    assert "(2)" in str(first.property("text"))
    assert first.property("who") == "Your pledge, just now"


@pytest.mark.parametrize(("size", "name"), [(LANDSCAPE, "look"), (PORTRAIT, "lookHere")])
def test_the_wall_can_be_read_without_a_pledge(stand: Stand, size: tuple[int, int], name: str) -> None:
    page = stand(size)
    page.tap(name)
    assert page.acts == [("look", "")]
    page.play()
    assert "Your pledge, just now" not in page.words()
    assert page.item.property("primary") == "finish"


@pytest.mark.parametrize("size", SIZES)
def test_own_words_wait_for_a_host(stand: Stand, size: tuple[int, int]) -> None:
    page = stand(size)
    page.tap("own")
    page.play()
    for key in "Ok":
        page.tap_key(key)
    page.tap_key("Done")
    assert page.acts[-1] == ("send", "Ok")
    page.play()
    assert "Your words go up as soon as a host has read them." in page.words()
    assert "“Ok”" not in page.words()


def test_what_a_host_let_through_is_on_the_wall(stand: Stand) -> None:
    page = stand()
    page.walk("look")
    page.show(live={"pledge": ["Tea first."], "comment": ["Loved it."]})
    assert {"“Tea first.”", "“Loved it.”"} <= set(page.words())


def test_quotes_within_a_quote_are_single_ones(stand: Stand) -> None:
    page = stand()
    page.walk("look")
    page.show(live={"pledge": ["I’ll ask “And then?”"]})
    assert "“I’ll ask ‘And then?’”" in page.words()


@pytest.mark.parametrize("step", [0, 2])
@pytest.mark.parametrize("size", SIZES)
def test_no_note_lies_on_another(stand: Stand, size: tuple[int, int], step: int) -> None:
    page = stand(size)
    page.enlarge(step)
    page.walk("thing-1=thing-1")
    boxes = [scene_box(one) for one in page.quotes()]
    assert len(boxes) == 13
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


def test_an_empty_wall_says_so(stand: Stand) -> None:
    page = stand(quotes=0)
    page.walk("look")
    assert "The wall is still empty. The first one could be yours." in page.words()


@pytest.mark.parametrize("walk", [[], ["own-words"], ["thing-1=thing-1"]])
@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_in_the_largest_letters(
    stand: Stand, size: tuple[int, int], contrast: bool, walk: list[str]
) -> None:
    page = stand(size)
    page.enlarge(2, contrast=contrast)
    page.walk(*walk)
    assert page.cut_off() == []
