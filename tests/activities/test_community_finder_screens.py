"""The finder's three screens as a delegate touches them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from activities.screen_stage import LANDSCAPE, SIZES, Screens, deck_of

from kiosk.shell.fit import misfits

pytestmark = pytest.mark.usefixtures("qapp")
DAYS = ["monday", "tuesday", "wednesday"]
INTERESTS = [
    ("make", "needle"),
    ("move", "boot"),
    ("music", "music"),
    ("grow", "leaf"),
    ("natter", "cup"),
    ("care", "heart"),
]


def finder(count: int, names: tuple[str, ...] = ()) -> dict[str, object]:
    return {
        "heading": "What’s good round here?",
        "map": {"file": "map.svg", "describe": "A map."},
        "door": [298, 430],
        "door_label": "Doreen’s door",
        "interests": [{"id": name, "label": name.capitalize(), "icon": icon} for name, icon in INTERESTS],
        "groups": [
            {
                "id": f"group-{n}", "name": f"The Loose Ends Sewing Circle {n}", "interest": INTERESTS[n % 6][0],
                "what": "Patchwork, mending and embroidery round one big table.",
                "when": "Mondays, Wednesdays and Thursdays, 2 to 4", "days": [DAYS[n % 3]],
                "where": "The chapel hall, Weaver Street",
                "at": [60 + 1080 * n // max(1, count - 1), 100 + n * 137 % 800],
                "walk": 3 + n % 30, "cost": "Free, tea included", "free": n % 2 == 0, "step_free": n % 3 == 0,
                "bring": "Come alone or bring a friend", "join": "Just turn up. There’s always a spare chair.",
            }
            for n in range(count)
        ],
        "people": [person(name) for name in names],
    }  # fmt: skip


def person(called: str) -> dict[str, object]:
    return {
        "id": called.lower(), "name": called,
        "picture": {"file": f"{called.lower()}.svg", "describe": f"{called} smiles."},
        "about": "78, a mender at the mill for thirty-four years. Since her fall everybody else does the mending.",
        "wishes": [
            {"say": "I was a mender at the mill, and I would like to be wanted for it.", "interests": ["make"]},
            {"say": "Somebody who stops for breath.", "interests": ["natter"]},
            {"say": "No steps, love. Not with this frame.", "step_free": True},
            {"say": "Near enough that I can turn back and call it a walk.", "walk": 9},
        ],
        "thoughts": {name: f"Would {name} suit me? Only if I may bring my needle." for name, _ in INTERESTS},
        "answers": {"group-0": "Fetch my coat."},
    }  # fmt: skip


Find = Callable[..., Screens]


@pytest.fixture
def find(tmp_path: Path) -> Iterator[Find]:
    made: list[Screens] = []

    def one(count: int = 12, size: tuple[int, int] = LANDSCAPE, names: tuple[str, ...] = ()) -> Screens:
        page = Screens(tmp_path, deck_of("community_finder", finder(count, names)), size)
        made.append(page)
        page.show()
        return page

    yield one
    for page in made:
        page.close()


@pytest.mark.parametrize("size", SIZES)
def test_a_chip_filters_list_and_map_alike(find: Find, size: tuple[int, int]) -> None:
    page = find(size=size)
    assert pins(page) == {f"pin-group-{n}" for n in range(12)}
    page.tap("interest-make")
    page.play()
    assert pins(page) == {"pin-group-0", "pin-group-6"}
    assert page.shown("group-group-0")
    assert page.shown("group-group-6")
    assert not page.shown("group-group-1")
    assert page.named("interest-make").property("on") is True


def test_a_filter_with_two_states_switches_there_and_back(find: Find) -> None:
    page = find()
    page.tap("filter-cost")
    page.play()
    assert pins(page) == {f"pin-group-{n}" for n in range(0, 12, 2)}
    page.tap("filter-cost")
    page.play()
    assert len(pins(page)) == 12


@pytest.mark.parametrize("size", SIZES)
def test_a_filter_with_many_options_opens_a_sheet(find: Find, size: tuple[int, int]) -> None:
    page = find(size=size)
    page.tap("filter-day")
    page.tap("day-tuesday")
    assert page.acts == [("day-tuesday", "")]
    page.play()
    assert "Tuesday" in page.words()
    assert not page.shown("day-monday")
    assert pins(page) == {"pin-group-1", "pin-group-4", "pin-group-7", "pin-group-10"}


def test_when_nothing_fits_it_says_so_and_can_show_everything(find: Find) -> None:
    page = find(count=3)
    for name in ("interest-move", "filter-cost"):
        page.tap(name)
        page.play()
    assert any(text.startswith("Nothing fits") for text in page.words())
    page.acts.clear()
    page.tap("showAll")
    assert set(page.acts) == {("interest-all", ""), ("cost-all", "")}


@pytest.mark.parametrize("name", ["group-group-1", "pin-group-1"])
def test_a_group_opens_from_the_list_and_from_the_map(find: Find, name: str) -> None:
    page = find(count=3)
    page.tap(name)
    assert page.acts == [("group-1", "")]
    page.play()
    assert "Just turn up. There’s always a spare chair." in page.words()


@pytest.mark.parametrize("size", SIZES)
def test_every_pin_of_a_town_is_on_the_map(find: Find, size: tuple[int, int]) -> None:
    page = find(count=12, size=size)
    town = page.of_type("TownMap")[0]
    pane = town.mapRectToScene(town.boundingRect())
    inside = [name for name in pins(page) if pane.contains(page.named(name).position() + pane.topLeft())]
    assert len(inside) >= 10


def test_eighty_groups_draw_only_the_rows_in_sight(find: Find) -> None:
    page = find(count=80)
    rows = [one for one in page.every() if one.objectName().startswith("group-")]
    assert 2 <= len(rows) <= 16
    assert len(pins(page)) == 80


@pytest.mark.parametrize("size", SIZES)
def test_a_group_is_saved_and_taken_off_again(find: Find, size: tuple[int, int]) -> None:
    page = find(size=size)
    page.walk("group-0")
    assert page.item.property("primary") == "keep"
    page.walk("keep")
    assert page.item.property("primary") == "take"
    page.tap("drop")
    assert page.acts == [("drop", "")]


def test_what_was_saved_is_marked_in_the_list(find: Find) -> None:
    page = find()
    page.walk("group-0", "keep")
    page.state = page.at_screen("list", "group-0", "keep")
    page.show()
    assert page.named("group-group-0").property("kept") is True
    assert page.named("group-group-1").property("kept") is False
    assert "1 saved" in page.words()
    assert page.item.property("primary") == "take"


@pytest.mark.parametrize("size", SIZES)
def test_what_is_taken_is_in_the_code_itself(find: Find, size: tuple[int, int]) -> None:
    page = find(size=size)
    page.walk("group-0", "keep", "take")
    card = page.of_type("CodeCard")[0]
    assert "The Loose Ends Sewing Circle 0" in str(card.property("address"))
    assert "Weaver Street" in str(card.property("address"))
    assert page.box_of(card).bottom() <= size[1]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("step", [0, 2])
@pytest.mark.parametrize("number", [0, 5, 11])
def test_the_words_about_the_walk_hide_neither_door_nor_pin(
    find: Find, size: tuple[int, int], number: int, step: int
) -> None:
    page = find(size=size)
    page.enlarge(step)
    page.walk(f"group-{number}")
    sign = page.box("sign")
    pin = page.box(f"pin-group-{number}")
    assert not sign.intersects(pin.adjusted(8, 8, -8, -8))
    assert not sign.intersects(page.box("door"))


@pytest.mark.parametrize("size", SIZES)
def test_in_the_largest_letters_the_words_about_the_walk_still_hide_no_pin(find: Find, size: tuple[int, int]) -> None:
    for number in range(12):
        page = find(size=size)
        page.enlarge(2, contrast=True)
        page.walk(f"group-{number}")
        pin = page.box(f"pin-group-{number}")
        assert not page.box("sign").intersects(pin.adjusted(8, 8, -8, -8)), number


@pytest.mark.parametrize("walk", [[], ["group-9"]])
@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_the_map_shows_the_door_and_beside_the_words_every_pin_in_the_largest_letters(
    find: Find, size: tuple[int, int], contrast: bool, walk: list[str]
) -> None:
    page = find(size=size)
    page.enlarge(2, contrast=contrast)
    page.walk(*walk)
    town = page.box_of(page.of_type("TownMap")[0])
    named = ["door", *(pins(page) if walk or size == LANDSCAPE else ())]
    assert [name for name in named if not town.contains(page.box(name).center())] == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("contrast", [False, True])
def test_the_list_begins_and_ends_between_lines(find: Find, size: tuple[int, int], contrast: bool) -> None:
    page = find(size=size, names=("Doreen",))
    page.enlarge(2, contrast=contrast)
    page.stage.settle(0.1)
    (groups,) = page.of_type("Groups")
    pages = 1
    while groups.property("moreBelow"):
        assert misfits(page.window) == []
        page.tap("more")
        page.stage.settle(0.1)
        pages += 1
    assert misfits(page.window) == []
    assert pages > 2


@pytest.mark.parametrize("number", range(12))
def test_how_long_the_walk_is_never_stands_half_on_the_map(find: Find, number: int) -> None:
    page = find()
    page.enlarge(2, contrast=True)
    page.walk(f"group-{number}")
    (town,) = page.of_type("TownMap")
    end = page.box_of(town).top() + town.property("ground")
    sign = page.box("sign")
    assert sign.bottom() <= end + 1 or sign.top() >= end


def test_beside_the_arrow_no_chip_is_cut_through(find: Find) -> None:
    page = find()
    page.enlarge(2, contrast=True)
    (bar,) = page.of_type("FilterBar")
    chips = [one for one in page.every() if one.objectName().startswith("interest-")]
    arrow = next(one for one in page.every() if one.property("text") == "More of these")
    assert chips
    assert [one.objectName() for one in chips if page.box_of(one).right() > page.box_of(arrow).left()] == []
    assert page.box_of(bar).right() >= page.box_of(arrow).right()


@pytest.mark.parametrize("size", SIZES)
def test_the_list_leads_to_the_people_and_from_there_to_one_of_them(find: Find, size: tuple[int, int]) -> None:
    page = find(size=size, names=("Doreen", "Wilf"))
    page.tap("people")
    page.play()
    assert "Who would love this?" in page.words()
    page.tap("person-wilf")
    page.play()
    assert "Which would Wilf love?" in page.words()
    assert "“No steps, love. Not with this frame.”" in page.words()
    assert len([one for one in page.every() if one.objectName().startswith("match-")]) == 8


def test_without_people_there_is_no_way_to_them(find: Find) -> None:
    page = find()
    assert not page.shown("people")
    assert "Who would love this?" not in page.words()


def test_the_way_to_the_people_goes_where_nothing_fits(find: Find) -> None:
    page = find(count=3, names=("Doreen",))
    for name in ("interest-move", "filter-cost"):
        page.tap(name)
        page.play()
    assert not page.shown("people")
    assert any(text.startswith("Nothing fits") for text in page.words())


@pytest.mark.parametrize("size", SIZES)
def test_a_person_answers_whatever_is_picked_and_nothing_is_right_or_wrong(find: Find, size: tuple[int, int]) -> None:
    page = find(size=size, names=("Doreen",))
    page.walk("people", "doreen")
    page.tap("match-group-0")
    page.play()
    assert "Fetch my coat." in page.words()
    assert {"Why it could work", "What might stand in the way", "How to start"} <= set(page.words())
    assert not {"right", "wrong", "correct", "well done"} & {text.lower().strip(".!") for text in page.words()}


@pytest.mark.parametrize("size", SIZES)
def test_a_group_is_saved_for_the_person_and_for_oneself_and_taken_off_again(find: Find, size: tuple[int, int]) -> None:
    page = find(size=size, names=("Doreen",))
    page.walk("people", "doreen", "group-0")
    assert page.item.property("primary") == "keep"
    assert page.item.offer("keep")["label"] == "Save for Doreen"
    page.walk("keep")
    assert page.item.property("primary") == "take"
    for name, action in (("way-keep-mine", "keep-mine"), ("way-drop", "drop"), ("way-drop-mine", "drop-mine")):
        page.tap(name)
        assert page.acts[-1] == (action, "")
        page.play()
    assert page.item.property("primary") == "keep"


def test_a_group_can_be_seen_on_the_map_and_another_one_tried(find: Find) -> None:
    page = find(names=("Doreen",))
    page.walk("people", "doreen", "group-0")
    page.tap("another")
    assert page.acts == [("another", "")]
    page.tap("map")
    assert page.acts[-1] == ("map", "")
    page.play()
    assert page.of_type("TownMap")


@pytest.mark.parametrize("size", SIZES)
def test_what_goes_home_says_for_whom_it_is(find: Find, size: tuple[int, int]) -> None:
    page = find(size=size, names=("Doreen",))
    page.walk("people", "doreen", "group-0", "keep", "keep-mine", "take")
    assert page.words().count("For Doreen") == 1
    address = str(page.of_type("CodeCard")[0].property("address"))
    assert address.count("Just turn up.") == 2
    assert address.count("For Doreen: ") == 1


@pytest.mark.parametrize(
    "walk",
    [
        [], ["group-0", "keep"], ["group-0", "keep", "take"], ["people"], ["people", "doreen"],
        ["people", "doreen", "group-0"], ["people", "doreen", "group-0", "keep", "keep-mine"],
        ["people", "doreen", "group-0", "keep", "take"],
    ],
)  # fmt: skip
@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_in_the_largest_letters(
    find: Find, size: tuple[int, int], contrast: bool, walk: list[str]
) -> None:
    page = find(size=size, names=("Doreen", "Wilf"))
    page.enlarge(2, contrast=contrast)
    page.walk(*walk)
    assert page.cut_off() == []


def pins(page: Screens) -> set[str]:
    return {one.objectName() for one in page.every() if one.objectName().startswith("pin-")}
