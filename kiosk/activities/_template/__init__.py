"""A few cards with a picture and words, one after another: the smallest kind. Copy this folder to start a new one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import Activity, Kind, Model, Name, Picture, Problem, Shelf, Short, Text, doubles, paragraphs
from kiosk.content.deck import END, Action, Deck, Props, Route, Screen


class Card(Model):
    """One card, on a screen of its own."""

    id: Name
    """A name of your own."""
    heading: Short
    """In large letters."""
    text: Text
    """The words of the card."""
    next: Short
    """The button that leads on."""
    picture: Picture | None = None
    """Its own picture; when there is none, the card's in the zone."""


class Template(Activity):
    """A few cards, one after another."""

    kind: Literal["_template"]
    cards: Annotated[tuple[Card, ...], Field(min_length=1, max_length=12)]
    """The cards, in order."""


def problems(activity: Template) -> Iterator[Problem]:
    """What no single field can know of itself."""
    yield from doubles([card.id for card in activity.cards], ("cards",), "card")


def compile_deck(name: str, activity: Template, shelf: Shelf) -> Deck:
    """One screen a card, drawn by `Page.qml`: the capitalised kind of the screen."""
    names = [card.id for card in activity.cards]
    screens = {}
    for number, (card, onward) in enumerate(zip(activity.cards, [*names[1:], END], strict=True), 1):
        props: Props = {
            "heading": card.heading,
            "paragraphs": paragraphs(card.text),
            "picture": shelf.picture(card.picture or activity.picture),
            "progress": {"value": number, "total": len(names)},
        }
        actions = (Action("next", "next", card.next, routes=(Route(onward),)),)
        screens[card.id] = Screen(card.id, "page", props, actions=actions)
    return Deck(name, activity.kind, activity.title, names[0], screens)


KIND = Kind(name="_template", model=Template, problems=problems, compile=compile_deck)
