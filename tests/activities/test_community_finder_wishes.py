"""Who would love which group: reckoned from wishes and data, and never right or wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kiosk.activities.community_finder.model import CommunityFinder, Group, Person, problems
from kiosk.activities.community_finder.wishes import ANSWERED, CHOICES, choices, minutes, reply, unmet
from kiosk.content.base import Shelf

SORTS = ("make", "grow", "natter", "mend")
SHELF = Shelf({})


def group(name: str, **said: Any) -> dict[str, Any]:
    return {
        "id": name, "name": name.title(), "what": f"What {name} is.", "interest": "make", "when": "Mondays, 2 to 4",
        "days": ["monday"], "times": ["afternoon"], "where": "The hall", "at": [100, 0], "walk": 10, "cost": "Free",
        "free": True, "step_free": True, "bring": "Bring a friend", "join": "Turn up.", **said,
    }  # fmt: skip


def wish(**asks: Any) -> dict[str, Any]:
    return {"say": f"I wish for {', '.join(asks)}.", **asks}


def finder(groups: list[dict[str, Any]], wishes: list[dict[str, Any]], **said: Any) -> CommunityFinder:
    person = {
        "id": "dot", "name": "Dot", "about": "Somebody.", "picture": {"file": "dot.svg", "describe": "Dot."},
        "wishes": wishes, "thoughts": {sort: f"About {sort}." for sort in SORTS}, **said,
    }  # fmt: skip
    whole = {
        "kind": "community_finder", "title": "T", "summary": "S.", "minutes": 1, "heading": "H",
        "picture": {"file": "map.svg", "describe": "A map."}, "map": {"file": "map.svg", "describe": "A map."},
        "door": [0, 0], "door_label": "The door", "groups": groups, "people": [person],
        "interests": [{"id": sort, "label": sort, "icon": "heart"} for sort in SORTS],
    }  # fmt: skip
    return CommunityFinder.model_validate_json(json.dumps(whole))


def of(made: CommunityFinder) -> tuple[Person, Group]:
    return made.people[0], made.groups[0]


def told(made: CommunityFinder) -> list[str]:
    return [f"{problem.at}: {problem.what}" for problem in problems(made)]


@pytest.mark.parametrize(
    ("asks", "said", "lacks"),
    [
        ({"interests": ["make", "mend"]}, {}, []),
        ({"interests": ["mend"]}, {}, ["interests"]),
        ({"days": ["monday", "friday"]}, {}, []),
        ({"days": ["friday"]}, {}, ["days"]),
        ({"times": ["morning"]}, {}, ["times"]),
        ({"times": ["morning"]}, {"times": []}, []),
        ({"free": True}, {}, []),
        ({"free": True}, {"free": False}, ["free"]),
        ({"step_free": True}, {"step_free": False}, ["step_free"]),
        ({"walk": 10}, {}, []),
        ({"walk": 9}, {}, ["walk"]),
        ({"interests": ["mend"], "free": True}, {"free": False}, ["interests", "free"]),
    ],
)
def test_a_wish_is_met_when_the_group_is_all_that_it_asks(
    asks: dict[str, Any], said: dict[str, Any], lacks: list[str]
) -> None:
    person, one = of(finder([group("knit", **said)], [wish(**asks), wish(free=True)]))
    assert unmet(person.wishes[0], one, one.walk) == lacks


def test_minutes_from_a_door_of_their_own_go_at_the_pace_of_the_map() -> None:
    groups = [group("near", at=[100, 0], walk=10), group("far", at=[200, 0], walk=20)]
    wishes = [wish(free=True), wish(walk=5)]
    made = finder(groups, wishes, door=[200, 50])
    assert [minutes(made, made.people[0], one) for one in made.groups] == [11, 5]
    made = finder(groups, wishes)
    assert [minutes(made, made.people[0], one) for one in made.groups] == [10, 20]


def test_what_fits_stands_among_others_in_the_order_of_the_file_so_that_nothing_gives_it_away() -> None:
    groups = [group(f"g-{n}", interest=SORTS[n % 4], free=n == 9, step_free=n in (2, 9)) for n in range(12)]
    answers = {f"g-{n}": "Oh!" for n in range(4, 12)}
    made = finder(groups, [wish(free=True), wish(step_free=True)], answers=answers)
    asked = [one.id for one in choices(made, made.people[0])]
    assert len(asked) == CHOICES
    assert asked == sorted(asked, key=lambda name: int(name[2:]))
    assert {"g-2", "g-9"} <= set(asked)
    assert len(set(asked) & set(answers)) == ANSWERED
    assert {groups[int(name[2:])]["interest"] for name in asked} == set(SORTS)


def test_a_town_with_few_groups_puts_them_all() -> None:
    made = finder([group("knit"), group("dig", interest="grow")], [wish(free=True), wish(walk=5)])
    assert [one.id for one in choices(made, made.people[0])] == ["knit", "dig"]


def test_a_reply_tells_which_wishes_are_met_by_what_and_what_stands_in_the_way() -> None:
    wishes = [wish(interests=["make"]), wish(times=["morning"]), wish(free=True), wish(walk=3)]
    made = finder([group("knit", cost="£2, wool included", free=False)], wishes)
    made_of = reply(made, *of(made), SHELF)
    assert made_of["says"] == "About make."
    assert made_of["why"]["lines"] == [{"icon": "heart", "say": "I wish for interests.", "text": "What knit is."}]
    way = [line["text"] for line in made_of["way"]["lines"]]
    assert len(way) == 3
    assert way[0].startswith("Mondays, 2 to 4. Not when Dot had in mind")
    assert "£2, wool included" in way[1]
    assert way[2].startswith("10 minutes on foot from The door.")
    assert [line["text"] for line in made_of["start"]["lines"]] == ["Turn up.", "Bring a friend"]


def test_an_answer_to_just_that_group_comes_before_a_thought_about_its_sort() -> None:
    made = finder([group("knit")], [wish(free=True), wish(walk=5)], answers={"knit": "My needles!"})
    assert reply(made, *of(made), SHELF)["says"] == "My needles!"


def test_a_group_that_meets_one_of_two_interests_is_not_told_off_for_the_other() -> None:
    made = finder([group("knit")], [wish(interests=["make"]), wish(interests=["mend"])])
    assert reply(made, *of(made), SHELF)["way"]["lines"] == []
    made = finder([group("knit", interest="grow")], [wish(interests=["make"]), wish(interests=["mend"])])
    (line,) = reply(made, *of(made), SHELF)["way"]["lines"]
    assert line["text"].startswith("It isn’t what Dot spoke of.")


def test_steps_are_told_even_where_nobody_wished_for_none() -> None:
    made = finder([group("knit", step_free=False)], [wish(free=True), wish(walk=20)])
    (line,) = reply(made, *of(made), SHELF)["way"]["lines"]
    assert line["text"].startswith("There are steps.")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"wishes": [wish(free=True), {"say": "I wish."}]}, "this wish does not say what a group must be"),
        ({"wishes": [wish(interests=["sing"]), wish(free=True)]}, "the interest `sing` is not in the list above"),
        ({"thoughts": {"make": "A thought."}}, "Dot has no thought about grow, natter, mend"),
        ({"thoughts": dict.fromkeys((*SORTS, "sing"), "A thought.")}, "the interest `sing` is not in the list"),
        ({"answers": {"sing": "La."}}, "there is no group `sing`"),
    ],
)
def test_what_a_person_lacks_is_told(said: dict[str, Any], words: str) -> None:
    made = finder([group("knit")], said.pop("wishes", [wish(free=True), wish(walk=5)]), **said)
    (one,) = told(made)
    assert words in one
    assert "'people', 0" in one
