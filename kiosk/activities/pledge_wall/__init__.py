"""One thing I'll do differently, from starters or in own words, and the wall where approved ones are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import Activity, Kind, Line, Model, Name, Problem, Shelf, Short, doubles
from kiosk.content.deck import END, Action, Ask, Deck, Part, Props, Route, Screen, When


class Starter(Model):
    """A pledge that is ready to pick."""

    id: Name
    """Its name in the results."""
    text: Line
    """The pledge."""


class Quote(Model):
    """Words that stand on the wall from the first day."""

    text: Line
    """The words."""
    who: Short
    """A role, never a name."""


class PledgeWall(Activity):
    """One thing to do differently, and the wall where they are read."""

    kind: Literal["pledge_wall"]
    heading: Short
    """Stands above the starters."""
    prompt: Line
    """What to do."""
    starters: Annotated[tuple[Starter, ...], Field(min_length=2, max_length=8)]
    """Pledges ready to pick."""
    quotes: Annotated[tuple[Quote, ...], Field(max_length=40)] = ()
    """Words that are on the wall from the first day."""
    wall_heading: Short
    """Stands above the wall itself."""
    wall_text: Line
    """Below it."""
    limit: Annotated[int, Field(ge=40, le=200)] = 120
    """How many characters somebody's own words may have; 120 when you don't say."""


def problems(wall: PledgeWall) -> Iterator[Problem]:
    yield from doubles([starter.id for starter in wall.starters], ("starters",), "starter")


def compile_deck(activity: str, wall: PledgeWall, shelf: Shelf) -> Deck:
    to_wall = (Route("wall"),)
    ask = Ask("pledge", "one", tuple(starter.id for starter in wall.starters))
    starters = [
        Action(
            starter.id,
            "pledge",
            starter.text,
            gives=("pledged",),
            ask=ask,
            props={"answer": starter.id},
            routes=to_wall,
        )
        for starter in wall.starters
    ]
    own = Action("own-words", "open", shelf.say("In my own words"), routes=(Route("write"),))
    look = Action("look", "next", shelf.say("Just show me the wall"), routes=to_wall)
    words = Ask("pledge.words", "text", max_length=wall.limit, note="pledge")
    send = Action(
        "send", "write", shelf.say("Add it to the wall"), gives=("pledged", "waiting"), ask=words, routes=to_wall
    )
    mine = tuple(
        Part("mine", {"text": starter.text}, When(needs=(f"choose/{starter.id}",))) for starter in wall.starters
    )
    soon = shelf.say("Your words go up as soon as a host has read them.")
    waiting = Part("waiting", {"text": soon}, When(needs=("waiting",)))
    finish = Action("finish", "next", shelf.say("Finish"), routes=(Route(END),))
    front: Props = {"heading": wall.heading, "prompt": wall.prompt}
    screens = {
        "choose": Screen("choose", "starters", front, actions=(*starters, own, look)),
        "write": Screen("write", "write", {**front, "limit": wall.limit}, actions=(send,)),
        "wall": Screen(
            "wall",
            "wall",
            {
                "heading": wall.wall_heading,
                "text": wall.wall_text,
                "quotes": [quote.model_dump() for quote in wall.quotes],
                "live": ["pledge", "comment"],
            },
            (*mine, waiting),
            (finish,),
        ),
    }
    return Deck(activity, wall.kind, wall.title, "choose", screens)


KIND = Kind(name="pledge_wall", model=PledgeWall, problems=problems, compile=compile_deck)
