"""What a scenario's YAML may say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import Clip, Line, Location, Model, Name, Problem, Short, Speech, doubles
from kiosk.content.room import (
    RESERVED,
    Debrief,
    RoomActivity,
    RoomEnding,
    Style,
    quoted,
    room_advice,
    room_problems,
    unknown,
)  # fmt: skip

Mood = Literal["guarded", "listening", "moved", "laughing"]


class Branch(Model):
    """Where a choice leads if something is so; the first that fits is taken, and the last should ask for nothing."""

    to: Name
    """The turn or ending."""
    noticed: tuple[Name, ...] = ()
    """Fits when all of these things were noticed."""
    said: tuple[Name, ...] = ()
    """Fits when all of these are known."""
    at_least: dict[Name, int] = {}
    """Fits when counts have come this far: `at_least: {open: 5}`."""
    at_most: dict[Name, int] = {}
    """Fits when they have not gone further."""


class Choice(Model):
    """Something to say, and where it leads."""

    id: Name
    """Its name in the results and in the counts at the end: what says something new gets a new one."""
    say: Line
    """The words to pick."""
    style: Style
    """`form` fills in a form, `kind` is kind and closes the talk, `open` opens it; visitors see which at the end
    only.
    """
    goto: Name | Annotated[tuple[Branch, ...], Field(min_length=1)]
    """The turn or ending that it leads to, or a list of branches."""
    noticed: tuple[Name, ...] = ()
    """On offer only to those who noticed all of these things."""
    knows: tuple[Name, ...] = ()
    """On offer only when all of these are known."""
    unless: tuple[Name, ...] = ()
    """No longer on offer when one of these is known."""
    gives: tuple[Name, ...] = ()
    """What it makes known, in names of your own."""
    tally: dict[Name, int] = {}
    """Adds to counts of your own: `tally: {trust: 1}`."""
    minutes: Annotated[int, Field(ge=0, le=10)] = 1
    """What it costs on the clock; 1 when you don't say."""
    reply: Speech | None = None
    """The person's answer, said before the next turn's choices."""
    mood: Mood | None = None
    """The face with the reply."""
    clip: Clip | None = None
    """The reply spoken."""
    by: Short | None = None
    """Who in the room says it, when there are several of you."""


class Turn(Model):
    """One moment of the talk: what the person says, and what can be said next."""

    id: Name
    """`goto:` uses it."""
    says: Speech
    """What the person says, unless a choice brought a `reply` of its own."""
    mood: Mood
    """Which face is shown."""
    clip: Clip | None = None
    """The words spoken."""
    speaker: Name | None = None
    """Who speaks, when it is not the `person` of the scenario."""
    choices: Annotated[tuple[Choice, ...], Field(min_length=1, max_length=5)]
    """What can be said: three or four are best."""


class Clock(Model):
    """A talk of so many minutes."""

    minutes: Annotated[int, Field(ge=3, le=60)]
    """How many there are; every choice spends some."""
    out_of_time: Name
    """The ending that comes when they are used up."""


class Ending(RoomEnding):
    """Where a talk can lead, and the face there."""

    mood: Mood
    """The person's face at the end."""


class Scenario(RoomActivity):
    """A room and a person in it: look round, talk, see where it leads."""

    kind: Literal["scenario"]
    prompt: Short
    """Stands above the choices: *What do you say next?*"""
    getting_to_know: Short
    """Stands beside the progress stitches."""
    clock: Clock | None = None
    """Only for a talk with a time limit."""
    turns: Annotated[tuple[Turn, ...], Field(min_length=1, max_length=40)]
    """The talk; it begins with the first of them."""
    endings: Annotated[tuple[Ending, ...], Field(min_length=1, max_length=8)]
    """Where it can lead."""
    debrief: Debrief
    """What every ending shares."""


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


def problems(story: Scenario) -> Iterator[Problem]:
    turns, endings = [turn.id for turn in story.turns], [ending.id for ending in story.endings]
    things = [thing.id for thing in story.look.things]
    given = {name for turn in story.turns for choice in turn.choices for name in choice.gives}
    yield from room_problems(story)
    yield from doubles([*turns], ("turns",), "turn")
    yield from doubles([*endings], ("endings",), "ending")
    for index, name in enumerate(turns):
        if name in endings or name in RESERVED:
            yield Problem(("turns", index, "id"), f"the name `{name}` is taken", "give the turn another id")
    if story.clock and story.clock.out_of_time not in endings:
        yield unknown(("clock", "out_of_time"), "ending", story.clock.out_of_time, endings)
    for number, turn in enumerate(story.turns):
        at: Location = ("turns", number)
        if turn.speaker and turn.speaker not in story.people:
            yield unknown((*at, "speaker"), "person", turn.speaker, list(story.people))
        yield from doubles([choice.id for choice in turn.choices], (*at, "choices"), "choice")
        for index, choice in enumerate(turn.choices):
            yield from _choice(choice, (*at, "choices", index), [*turns, *endings], things, given)


def advice(story: Scenario) -> Iterator[Problem]:
    """What a person says that already begins with a quotation mark: the screen draws one in front of it."""
    yield from room_advice(story.endings, story.debrief)
    for number, turn in enumerate(story.turns):
        yield from quoted(turn.says, ("turns", number, "says"))
        for index, choice in enumerate(turn.choices):
            yield from quoted(choice.reply, ("turns", number, "choices", index, "reply"))


def _choice(choice: Choice, at: Location, places: list[str], things: list[str], given: set[str]) -> Iterator[Problem]:
    for name in choice.noticed:
        if name not in things:
            yield unknown((*at, "noticed"), "thing", name, things)
    for key, names in (("knows", choice.knows), ("unless", choice.unless)):
        for name in names:
            if name not in given and name not in things:
                yield unknown((*at, key), "known thing", name, sorted(given))
    branches = (Branch(to=choice.goto),) if isinstance(choice.goto, str) else choice.goto
    for index, branch in enumerate(branches):
        where = (*at, "goto") if isinstance(choice.goto, str) else (*at, "goto", index, "to")
        if branch.to not in places:
            yield unknown(where, "turn or ending", branch.to, places)
        for name in branch.noticed:
            if name not in things:
                yield unknown((*at, "goto", index, "noticed"), "thing", name, things)
        for name in branch.said:
            if name not in given:
                yield unknown((*at, "goto", index, "said"), "known thing", name, sorted(given))
