"""What people said, one quote at a time: those that are always there, and between them what a host let through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import Activity, Kind, Line, Model, Problem, Shelf, Short, doubles
from kiosk.content.deck import END, Action, Deck, Props, Route, Screen


class Quote(Model):
    """Words that are there from the first day."""

    text: Line
    """The words."""
    who: Short
    """A role, never a name."""


class QuotesWall(Activity):
    """What people said, one quote at a time."""

    kind: Literal["quotes_wall"]
    heading: Short
    """Stands above the quotes."""
    text: Line
    """Below it."""
    quotes: Annotated[tuple[Quote, ...], Field(min_length=3, max_length=60)]
    """Words that are there from the first day; comments and pledges that a host let through come between them."""
    seconds: Annotated[int, Field(ge=5, le=60)] = 10
    """How long each stays, unless somebody goes on or holds it; 10 when you don't say."""


def problems(wall: QuotesWall) -> Iterator[Problem]:
    yield from doubles([quote.text for quote in wall.quotes], ("quotes",), "quote")


def compile_deck(activity: str, wall: QuotesWall, shelf: Shelf) -> Deck:
    finish = Action("finish", "next", shelf.say("Finish"), routes=(Route(END),))
    props: Props = {
        "heading": wall.heading,
        "text": wall.text,
        "quotes": [quote.model_dump() for quote in wall.quotes],
        "live": ["comment", "pledge"],
        "seconds": wall.seconds,
    }
    return Deck(activity, wall.kind, wall.title, "wall", {"wall": Screen("wall", "wall", props, actions=(finish,))})


KIND = Kind(name="quotes_wall", model=QuotesWall, problems=problems, compile=compile_deck)
