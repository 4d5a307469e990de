"""What a scenario's YAML may say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import (
    Activity,
    Box,
    Clip,
    Icon,
    Line,
    Location,
    Model,
    Name,
    Picture,
    Point,
    Problem,
    Short,
    Speech,
    Text,
    doubles,
)  # fmt: skip

Mood = Literal["guarded", "listening", "moved", "laughing"]
Style = Literal["form", "kind", "open"]
"""What sort of question it is: one that fills in a form, a kind one that closes the talk, one that opens it."""


class Person(Model):
    """Somebody in the room. `figure` is the name of their group in the picture, for the face that moves.

    `side` is where the words stand: the side that the person looks to.
    """

    name: Short
    about: Short
    figure: Name
    side: Literal["left", "right"] = "right"
    view: Box
    portrait: Box


class Thing(Model):
    """Something to notice. `box` frames it, `touch` is the area to tap (120 pixels at least), `marker` its sign."""

    id: Name
    label: Short
    text: Line
    box: Box
    touch: Box
    marker: Point
    telling: bool
    missed: Line | None = None


class Look(Model):
    heading: Short
    hint: Line
    next: Short
    things: Annotated[tuple[Thing, ...], Field(min_length=1, max_length=16)]


class Branch(Model):
    """Where a choice leads if its condition holds; the last one should have none."""

    to: Name
    noticed: tuple[Name, ...] = ()
    said: tuple[Name, ...] = ()
    at_least: dict[Name, int] = {}
    at_most: dict[Name, int] = {}


class Choice(Model):
    """Something to say. `noticed` and `knows` open it, `gives` is what it makes known, `reply` what is answered.

    `minutes` is what it costs on the clock. `by` names who in the room says it.
    """

    id: Name
    say: Line
    style: Style
    goto: Name | Annotated[tuple[Branch, ...], Field(min_length=1)]
    noticed: tuple[Name, ...] = ()
    knows: tuple[Name, ...] = ()
    unless: tuple[Name, ...] = ()
    gives: tuple[Name, ...] = ()
    tally: dict[Name, int] = {}
    minutes: Annotated[int, Field(ge=0, le=10)] = 1
    reply: Speech | None = None
    mood: Mood | None = None
    clip: Clip | None = None
    by: Short | None = None


class Turn(Model):
    """One moment of the talk: what the person says (unless a choice brought its own reply) and what can be said."""

    id: Name
    says: Speech
    mood: Mood
    clip: Clip | None = None
    speaker: Name | None = None
    choices: Annotated[tuple[Choice, ...], Field(min_length=1, max_length=5)]


class Clock(Model):
    """A visit of so many minutes; when they are used up, the ending `out_of_time` comes."""

    minutes: Annotated[int, Field(ge=3, le=60)]
    out_of_time: Name


class Milestone(Model):
    icon: Icon
    text: Short


class Road(Model):
    """One of the two futures: four steps, the people in a week (of ten), the hours of paid care in a week."""

    title: Short
    steps: Annotated[tuple[Milestone, ...], Field(min_length=3, max_length=4)]
    people: Annotated[int, Field(ge=0, le=10)]
    people_text: Line
    hours: Annotated[int, Field(ge=0, le=60)]
    picture: Picture


class Ending(Model):
    """Where a talk can lead. `tomorrow` is one sentence to try at work."""

    id: Name
    title: Short
    text: Text
    mood: Mood
    different: Road
    tomorrow: Line


class Debrief(Model):
    """What every ending shares: the usual road to compare with, and the words around it."""

    heading: Short
    intro: Line
    usual: Road
    note: Line
    tomorrow_heading: Short


class Scenario(Activity):
    kind: Literal["scenario"]
    room: Picture
    people: Annotated[dict[Name, Person], Field(min_length=1, max_length=6)]
    person: Name
    look: Look
    prompt: Short
    getting_to_know: Short
    clock: Clock | None = None
    turns: Annotated[tuple[Turn, ...], Field(min_length=1, max_length=40)]
    endings: Annotated[tuple[Ending, ...], Field(min_length=1, max_length=8)]
    debrief: Debrief


def places(story: Scenario) -> dict[str, Location]:
    """Where each screen and each thing to say comes from."""
    found: dict[str, Location] = {"look": ("look",)}
    for number, turn in enumerate(story.turns):
        found[turn.id] = ("turns", number)
        for index, choice in enumerate(turn.choices):
            found[f"{turn.id}/{choice.id}"] = ("turns", number, "choices", index)
    for number, ending in enumerate(story.endings):
        found[ending.id] = ("endings", number)
    return found


RESERVED = ("look", "reflect")
QUOTES = ("“", '"')


def problems(story: Scenario) -> Iterator[Problem]:
    turns, endings = [turn.id for turn in story.turns], [ending.id for ending in story.endings]
    things = [thing.id for thing in story.look.things]
    given = {name for turn in story.turns for choice in turn.choices for name in choice.gives}
    yield from doubles(things, ("look", "things"), "thing")
    yield from doubles([*turns], ("turns",), "turn")
    yield from doubles([*endings], ("endings",), "ending")
    for index, name in enumerate(turns):
        if name in endings or name in RESERVED:
            yield Problem(("turns", index, "id"), f"the name `{name}` is taken", "give the turn another id")
    if story.person not in story.people:
        yield _unknown(("person",), "person", story.person, list(story.people))
    if story.clock and story.clock.out_of_time not in endings:
        yield _unknown(("clock", "out_of_time"), "ending", story.clock.out_of_time, endings)
    for index, thing in enumerate(story.look.things):
        if min(thing.touch[2], thing.touch[3]) < 120:
            yield Problem(
                ("look", "things", index, "touch"),
                f"`{thing.id}` is too small to touch",
                "make the touch box at least 120 wide and 120 high",
            )
    for number, turn in enumerate(story.turns):
        at: Location = ("turns", number)
        if turn.speaker and turn.speaker not in story.people:
            yield _unknown((*at, "speaker"), "person", turn.speaker, list(story.people))
        yield from doubles([choice.id for choice in turn.choices], (*at, "choices"), "choice")
        for index, choice in enumerate(turn.choices):
            yield from _choice(choice, (*at, "choices", index), [*turns, *endings], things, given)


def advice(story: Scenario) -> Iterator[Problem]:
    """What a person says that already begins with a quotation mark: the screen draws one in front of it."""
    for number, turn in enumerate(story.turns):
        if turn.says.startswith(QUOTES):
            yield _quoted(("turns", number, "says"))
        for index, choice in enumerate(turn.choices):
            if choice.reply and choice.reply.startswith(QUOTES):
                yield _quoted(("turns", number, "choices", index, "reply"))


def _quoted(at: Location) -> Problem:
    what = f"`{at[-1]}` begins with a quotation mark, and the screen draws its own in front of it"
    return Problem(at, what, "leave the marks out, or write ‘single’ ones round words of somebody else")


def _choice(choice: Choice, at: Location, places: list[str], things: list[str], given: set[str]) -> Iterator[Problem]:
    for name in choice.noticed:
        if name not in things:
            yield _unknown((*at, "noticed"), "thing", name, things)
    for key, names in (("knows", choice.knows), ("unless", choice.unless)):
        for name in names:
            if name not in given and name not in things:
                yield _unknown((*at, key), "known thing", name, sorted(given))
    branches = (Branch(to=choice.goto),) if isinstance(choice.goto, str) else choice.goto
    for index, branch in enumerate(branches):
        where = (*at, "goto") if isinstance(choice.goto, str) else (*at, "goto", index, "to")
        if branch.to not in places:
            yield _unknown(where, "turn or ending", branch.to, places)
        for name in branch.noticed:
            if name not in things:
                yield _unknown((*at, "goto", index, "noticed"), "thing", name, things)
        for name in branch.said:
            if name not in given:
                yield _unknown((*at, "goto", index, "said"), "known thing", name, sorted(given))


def _unknown(at: Location, what: str, name: str, known: list[str]) -> Problem:
    return Problem(at, f"there is no {what} `{name}`", f"use one of {', '.join(known) or 'none: add it first'}")
