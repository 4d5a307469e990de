"""What a community finder's YAML may say: groups and places, and people who might love one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import Activity, Icon, Line, Model, Name, Picture, Point, Problem, Short, Speech, doubles

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TIMES = ("morning", "afternoon", "evening")


class Interest(Model):
    """Something to filter by."""

    id: Name
    """A group's `interest:` uses it."""
    label: Short
    """The word on its button."""
    icon: Icon
    """Its little drawing."""


class Group(Model):
    """A group or a place."""

    id: Name
    """A name of your own."""
    name: Short
    """Its name on screen."""
    what: Line
    """What it is."""
    interest: Name
    """The id of one of the interests."""
    when: Short
    """In words, as you would say it."""
    days: Annotated[tuple[Literal[DAYS], ...], Field(min_length=1)]  # type: ignore[valid-type]
    """For the filter."""
    times: Annotated[tuple[Literal[TIMES], ...], Field(max_length=3)] = ()  # type: ignore[valid-type]
    """When in the day, for what people wish; leave it out for any time."""
    where: Short
    """In words."""
    at: Point
    """Its pin on the map."""
    walk: Annotated[int, Field(ge=1, le=90)]
    """Minutes on foot from the door."""
    cost: Short
    """In words."""
    free: bool
    """For the filter."""
    step_free: bool
    """Can it be reached without a step?"""
    bring: Short
    """What or whom to bring."""
    join: Line
    """How to join; it goes home with people, so put the telephone number here."""


class Wish(Model):
    """One wish of a person, and what a group must be to meet it: everything that is written below `say`."""

    say: Line
    """The wish in the person's own words."""
    interests: Annotated[tuple[Name, ...], Field(max_length=8)] = ()
    """It is about one of these."""
    days: Annotated[tuple[Literal[DAYS], ...], Field(max_length=7)] = ()  # type: ignore[valid-type]
    """It meets on one of these days."""
    times: Annotated[tuple[Literal[TIMES], ...], Field(max_length=3)] = ()  # type: ignore[valid-type]
    """It meets at one of these times of day."""
    free: bool = False
    """It costs nothing."""
    step_free: bool = False
    """It can be reached without a step."""
    walk: Annotated[int, Field(ge=1, le=90)] | None = None
    """It is no more minutes away on foot."""


class Person(Model):
    """Somebody from one of the stories, for whom visitors look for a group."""

    id: Name
    """A name of your own."""
    name: Short
    """The name on screen."""
    about: Line
    """Who that is, in a sentence."""
    picture: Picture
    """Their portrait."""
    door: Point | None = None
    """Their own front door on the map, from which minutes are reckoned; leave it out for the door of the map."""
    door_label: Short | None = None
    """What it is called."""
    wishes: Annotated[tuple[Wish, ...], Field(min_length=2, max_length=4)]
    """What they said they would like."""
    thoughts: dict[Name, Speech]
    """For each interest what the person says to a group of that sort."""
    answers: dict[Name, Speech] = {}
    """For some groups, by their ids, what the person says to just that one."""


class CommunityFinder(Activity):
    """Groups and places near by, in a list and on a map."""

    kind: Literal["community_finder"]
    heading: Short
    """Stands above the list."""
    map: Picture
    """The map that the pins are put on."""
    door: Point
    """The front door that walks begin at."""
    door_label: Short
    """What it is called."""
    interests: Annotated[tuple[Interest, ...], Field(min_length=2, max_length=8)]
    """What to filter by."""
    groups: Annotated[tuple[Group, ...], Field(min_length=1, max_length=80)]
    """Every group or place."""
    people: Annotated[tuple[Person, ...], Field(max_length=8)] = ()
    """People from the stories: *who would love this?*"""


def problems(finder: CommunityFinder) -> Iterator[Problem]:
    """What no single key can know of itself."""
    known = [interest.id for interest in finder.interests]
    yield from doubles(known, ("interests",), "interest")
    yield from doubles([group.id for group in finder.groups], ("groups",), "group")
    yield from doubles([person.id for person in finder.people], ("people",), "person")
    for index, group in enumerate(finder.groups):
        if group.interest not in known:
            yield _unknown(("groups", index, "interest"), group.interest, known)
    for index, person in enumerate(finder.people):
        yield from _of_person(finder, ("people", index), person, known)


def _of_person(
    finder: CommunityFinder, at: tuple[str | int, ...], person: Person, known: list[str]
) -> Iterator[Problem]:
    for number, wish in enumerate(person.wishes):
        for place, name in enumerate(wish.interests):
            if name not in known:
                yield _unknown((*at, "wishes", number, "interests", place), name, known)
        if not wish.model_dump(exclude={"say"}, exclude_defaults=True):
            what = "this wish does not say what a group must be to meet it"
            yield Problem((*at, "wishes", number), what, "add one of interests, days, times, free, step_free, walk")
    for name in person.thoughts:
        if name not in known:
            yield _unknown((*at, "thoughts", name), name, known)
    if missing := [name for name in known if name not in person.thoughts]:
        what = f"{person.name} has no thought about {', '.join(missing)}"
        yield Problem((*at, "thoughts"), what, "write what the person says to a group of that sort")
    groups = [group.id for group in finder.groups]
    for name in person.answers:
        if name not in groups:
            yield Problem((*at, "answers", name), f"there is no group `{name}`", "use the id of a group above")


def _unknown(at: tuple[str | int, ...], name: str, known: list[str]) -> Problem:
    return Problem(at, f"the interest `{name}` is not in the list above", f"use one of {', '.join(known)}")
