"""What every activity that plays in a room has in common: what its YAML says of the room, and the screens made of it.

Such an activity looks round, talks in a way of its own, comes to an ending, and then sees two roads and what to try.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import (
    Activity,
    Box,
    Icon,
    Line,
    Location,
    Model,
    Name,
    Picture,
    Point,
    Problem,
    Shelf,
    Short,
    Text,
    doubles,
    paragraphs,
)  # fmt: skip
from kiosk.content.deck import AGAIN, END, Action, Part, Props, Route, Screen, When

Style = Literal["form", "kind", "open"]
"""What sort of thing to say or do: one that fills in a form, a kind one that closes the talk, one that opens it."""

RESERVED = ("look", "reflect")
"""Names of screens that every such activity has."""


class Person(Model):
    """Somebody in the room."""

    name: Short
    """The name beside the words."""
    about: Short
    """The name with a little more, such as *Doreen, 78*."""
    figure: Name
    """The group in the picture that is this person, for the face that moves."""
    side: Literal["left", "right"] = "right"
    """Where the words stand: the side that the person looks to."""
    view: Box
    """The part of the room shown while this person speaks, on a wide screen; the words cover its half on the
    `side`, so put the person in the other.
    """
    portrait: Box
    """And on a tall screen, where the words stand below."""


class Thing(Model):
    """Something to notice."""

    id: Name
    """`noticed:` uses it."""
    label: Short
    """Its name on screen."""
    text: Line
    """What you see when you touch it."""
    box: Box
    """Its frame on the picture."""
    touch: Box
    """Where a finger may land: at least 120 wide and 120 high."""
    marker: Point
    """Where its sign stands."""
    telling: bool
    """Does it tell something about the person?"""
    missed: Line | None = None
    """Said at the end to those who missed it."""


class Look(Model):
    """The first screen: looking round."""

    heading: Short
    """In large letters: *What do you notice?*"""
    hint: Line
    """What to do."""
    next: Short
    """The button that leads to the talk."""
    things: Annotated[tuple[Thing, ...], Field(min_length=1, max_length=16)]
    """What can be noticed."""


class Milestone(Model):
    """A step along a road."""

    icon: Icon
    """Its little drawing."""
    text: Short
    """A few words."""


class Road(Model):
    """One of two futures, as it looks in a week."""

    title: Short
    """Its heading."""
    steps: Annotated[tuple[Milestone, ...], Field(min_length=3, max_length=4)]
    """What happens along it."""
    people: Annotated[int, Field(ge=0, le=10)]
    """People met in a week, of ten."""
    people_text: Line
    """The same in words."""
    hours: Annotated[int, Field(ge=0, le=60)]
    """Hours of paid care in a week."""
    pounds: Annotated[int, Field(ge=0, le=5000)] | None = None
    """What a week costs everybody together, in pounds."""
    miles: Annotated[int, Field(ge=0, le=60)] | None = None
    """How far off it is, in whole miles: how long the line is."""
    miles_text: Line | None = None
    """The same in words."""
    feels: Line | None = None
    """How the person feels, in their own words; no quotation marks, the screen draws them."""
    picture: Picture
    """What it looks like."""


class RoomEnding(Model):
    """Where a talk in a room can lead."""

    id: Name
    """`goto:` uses it."""
    title: Short
    """In large letters."""
    text: Text
    """What happened."""
    different: Road
    """The road that this talk leads to."""
    tomorrow: Line
    """One sentence to try at work."""


class Debrief(Model):
    """What every ending shares: the usual road, and the words around it."""

    heading: Short
    """In large letters."""
    intro: Line
    """One or two sentences."""
    usual: Road
    """The usual road, to compare with."""
    note: Line
    """Small print: say that the story is invented."""
    tomorrow_heading: Short
    """Stands above the sentence to try."""


class RoomActivity(Activity):
    """What every scenario begins with, whatever the talk in its room is like."""

    room: Picture
    """The picture to look round in."""
    people: Annotated[dict[Name, Person], Field(min_length=1, max_length=6)]
    """Everybody who speaks, each under an id of your own."""
    person: Name
    """The one whom the room is about."""
    look: Look
    """The first screen: looking round."""


def noticed(name: str) -> str:
    """The flag of a thing that was noticed."""
    return f"noticed:{name}"


def person_props(story: RoomActivity, name: str) -> Props:
    return {"id": name, **story.people[name].model_dump(mode="json")}


def thing_props(thing: Thing) -> Props:
    return thing.model_dump(mode="json")


def look_screen(story: RoomActivity, shelf: Shelf, first: str, clock: Props | None = None) -> Screen:
    """Looking round, before the screen `first`."""
    look = story.look
    props: Props = {
        "room": shelf.picture(story.room),
        "person": person_props(story, story.person),
        "heading": look.heading,
        "hint": look.hint,
        "clock": clock,
    }
    things = [
        Action(one.id, "notice", one.label, gives=(noticed(one.id),), props=thing_props(one)) for one in look.things
    ]
    return Screen("look", "look", props, actions=(*things, Action("talk", "next", look.next, routes=(Route(first),))))


def noticed_parts(story: RoomActivity) -> Iterator[Part]:
    """The things noticed so far, in the slot `noticed`."""
    for thing in story.look.things:
        yield Part("noticed", thing_props(thing), When(needs=(noticed(thing.id),)))


def after_screens(
    story: RoomActivity,
    ending: RoomEnding,
    debrief: Debrief,
    shelf: Shelf,
    *,
    person: str,
    mood: str,
    endings: int,
    path: Iterable[Part],
    ways: Screen | None = None,
    whose: Props | None = None,
) -> tuple[Screen, ...]:
    """The screens that follow a talk: how it ended, the two roads, the ways of others, and what to try.

    `person` is seen at the end, with the face `mood`. `path` tells on the last screen what was said or done; what was
    noticed and missed follows it. `endings` is how many there are. `ways` shows what others did; it leads on to
    the screen `{ending}-reflect`. `whose` has the `name` of whom the roads are about, when it is not the room's person.
    """
    roads, reflect = f"{ending.id}-roads", f"{ending.id}-reflect"
    room = shelf.picture(story.room)
    ended = Screen(
        ending.id, "ending",
        {"room": room, "person": person_props(story, person), "mood": mood, "heading": ending.title,
         "paragraphs": paragraphs(ending.text)},
        actions=(Action("roads", "next", shelf.say("See where it leads"), routes=(Route(roads),)),), ending=ending.id,
    )  # fmt: skip
    if ways:
        onward = Action("ways", "next", shelf.say("What did others do?"), routes=(Route(ways.id),))
    else:
        onward = Action("reflect", "next", shelf.say("What would you try?"), routes=(Route(reflect),))
    two = Screen(
        roads, "roads",
        {"person": whose or person_props(story, story.person), "heading": debrief.heading, "intro": debrief.intro,
         "usual": _road(debrief.usual, shelf), "different": _road(ending.different, shelf), "note": debrief.note},
        actions=(onward,),
    )  # fmt: skip
    missed = (Part("missed", thing_props(one), When(unless=(noticed(one.id),))) for one in story.look.things)
    last = Screen(
        reflect, "reflect",
        {"room": room, "heading": debrief.tomorrow_heading, "tomorrow": ending.tomorrow, "title": ending.title,
         "endings": endings, "before": True},
        (*path, *noticed_parts(story), *missed),
        (Action("again", "again", shelf.say("Have another go"), routes=(Route(AGAIN),)),
         Action("finish", "next", shelf.say("Finish"), routes=(Route(END),))),
    )  # fmt: skip
    return (ended, two, ways, last) if ways else (ended, two, last)


def ways_screen(
    ending: RoomEnding, endings: Iterable[RoomEnding], parts: Iterable[Part], shelf: Shelf, more: Props | None = None
) -> Screen:
    """The way of this talk beside those before; `parts` and `more` say what there was to do."""
    return Screen(
        f"{ending.id}-ways", "ways",
        {"heading": shelf.say("Your thread, beside theirs"), "ending": ending.id,
         "endings": [{"id": one.id, "title": one.title} for one in endings], "before": True, **(more or {})},
        tuple(parts),
        (Action("reflect", "next", shelf.say("What would you try?"), routes=(Route(f"{ending.id}-reflect"),)),),
    )  # fmt: skip


def _road(road: Road, shelf: Shelf) -> Props:
    return {**road.model_dump(mode="json", exclude={"picture"}), "picture": shelf.picture(road.picture)}


def room_problems(story: RoomActivity) -> Iterator[Problem]:
    """What can be wrong with the room, whatever the talk in it is like."""
    things = [thing.id for thing in story.look.things]
    yield from doubles(things, ("look", "things"), "thing")
    if story.person not in story.people:
        yield unknown(("person",), "person", story.person, list(story.people))
    for index, thing in enumerate(story.look.things):
        if min(thing.touch[2], thing.touch[3]) < 120:
            yield Problem(
                ("look", "things", index, "touch"),
                f"`{thing.id}` is too small to touch",
                "make the touch box at least 120 wide and 120 high",
            )


QUOTES = ("“", '"')


def room_advice(endings: Iterable[RoomEnding], debrief: Debrief) -> Iterator[Problem]:
    """What could be better about the roads."""
    for number, ending in enumerate(endings):
        yield from quoted(ending.different.feels, ("endings", number, "different", "feels"))
    yield from quoted(debrief.usual.feels, ("debrief", "usual", "feels"))


def quoted(words: str | None, at: Location) -> Iterator[Problem]:
    """What a person says that already begins with a quotation mark: the screen draws one in front of it."""
    if words and words.startswith(QUOTES):
        what = f"`{at[-1]}` begins with a quotation mark, and the screen draws its own in front of it"
        yield Problem(at, what, "leave the marks out, or write ‘single’ ones round words of somebody else")


def unknown(at: Location, what: str, name: str, known: list[str]) -> Problem:
    """A name that stands for nothing."""
    return Problem(at, f"there is no {what} `{name}`", f"use one of {', '.join(known) or 'none: add it first'}")
