"""What a board's YAML may say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Annotated, Literal, get_args

from pydantic import Field

from kiosk.content.base import Box, Clip, Icon, Line, Location, Model, Name, Problem, Short, Speech, doubles
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
from kiosk.content.venue import Colour

AGREE = "agree"
"""The screen on which the board is agreed."""
TITLE_LETTERS = 30
"""A longer title doesn't fit on a card."""


class Column(Model):
    """A column of the board."""

    id: Name
    """A name of your own; `laid:` and the counts use it."""
    label: Short
    """In bold letters above it, and on its button."""
    icon: Icon
    """Its little drawing."""
    colour: Colour
    """The colour of the cards in it."""


class Card(Model):
    """Something to lay on the board."""

    id: Name
    """Its name in the results: what says something new gets a new one."""
    title: Short
    """The words on it, 30 letters at most."""
    style: Style
    """`form` fills in a form, `kind` is kind and closes the talk, `open` opens it; visitors see which at the end
    only.
    """
    says: Speech
    """What is said when it is taken up: what the card is worth, in words that make people laugh or think."""
    by: Name | None = None
    """Who says it, when it is not the one who speaks in this round."""
    clip: Clip | None = None
    """The words spoken."""
    noticed: tuple[Name, ...] = ()
    """There only for those who noticed all of these things."""
    heard: tuple[Name, ...] = ()
    """There only when all of these cards were taken up in rounds before."""


class Round(Model):
    """Somebody's turn, and the cards that come with it. One of them has room on the board."""

    id: Name
    """A name of your own."""
    speaker: Name
    """Whose turn it is."""
    says: Speech
    """What they say of the household."""
    clip: Clip | None = None
    """The words spoken."""
    cards: Annotated[tuple[Card, ...], Field(min_length=2, max_length=5)]
    """What can be taken up: three of different styles, and perhaps one that noticing opens."""


class Outcome(Model):
    """Where a board leads if something is so; the first that fits is taken, and the last should ask for nothing.

    Cards are counted by column, by style, or by both.
    """

    to: Name
    """The ending."""
    laid: dict[Name, Name] = {}
    """Fits when these cards lie in these columns: `laid: {front-door: this-week}`."""
    noticed: tuple[Name, ...] = ()
    """Fits when all of these things were noticed."""
    at_least: dict[Name, int] = {}
    """Fits when so many cards lie there: `this-week` counts a column, `open` a style, `open-this-week` both."""
    at_most: dict[Name, int] = {}
    """Fits when no more than so many do."""


class Closing(Model):
    """The last look at the board: every card on it can still be moved."""

    speaker: Name
    """Who asks whether that is it."""
    says: Speech
    """How they ask."""
    clip: Clip | None = None
    """The words spoken."""
    next: Short
    """The button that agrees the board."""
    goto: Annotated[tuple[Outcome, ...], Field(min_length=1)]
    """Where it leads."""


class Ending(RoomEnding):
    """Where a board can lead, and who is seen there."""

    person: Name | None = None
    """One of the people; the activity's `person` when you don't say."""


class Board(RoomActivity):
    """Several people round one board: take up cards, hear them out, lay them where they belong, see where it leads."""

    kind: Literal["board"]
    home: Short
    """Whose home it is: stands beside how they feel, on the two roads."""
    heading: Short
    """Stands on top of the board."""
    board: Box
    """The empty face of the board in the picture of the room."""
    columns: Annotated[tuple[Column, ...], Field(min_length=2, max_length=3)]
    """Where a card can lie."""
    places: Annotated[int, Field(ge=2, le=3)] = 3
    """How many cards have room in a column."""
    hint: Line
    """What to do, above the cards."""
    next: Short
    """The button that leads to the next round."""
    rounds: Annotated[tuple[Round, ...], Field(min_length=1, max_length=12)]
    """The talk, in order."""
    closing: Closing
    """The last look at the board."""
    endings: Annotated[tuple[Ending, ...], Field(min_length=1, max_length=8)]
    """Where it can lead."""
    debrief: Debrief
    """What every ending shares."""


def places(story: Board) -> dict[str, Location]:
    """Where each screen comes from, and what can be done with a card in its own round."""
    found: dict[str, Location] = {"look": ("look",), AGREE: ("closing",)}
    for number, round_ in enumerate(story.rounds):
        found[round_.id] = ("rounds", number)
        for index, card in enumerate(round_.cards):
            at: Location = ("rounds", number, "cards", index)
            found[f"{round_.id}/{take(card)}"] = at
            for column in story.columns:
                found[f"{round_.id}/{lay(card, column)}"] = at
    for number, ending in enumerate(story.endings):
        found[ending.id] = ("endings", number)
    return found


def take(card: Card) -> str:
    """The action that takes a card up."""
    return f"take-{card.id}"


def lay(card: Card, column: Column, before: Column | None = None) -> str:
    """The action that lays a card in a column, from the table or from where it was `before`."""
    return f"{card.id}-to-{column.id}" if before is None else f"{card.id}-from-{before.id}-to-{column.id}"


def counts(story: Board) -> list[str]:
    """Everything that is counted on the board, by the names that `at_least` and `at_most` use."""
    columns, styles = [column.id for column in story.columns], list(get_args(Style))
    return [*columns, *styles, *(f"{style}-{column}" for style, column in product(styles, columns))]


def problems(story: Board) -> Iterator[Problem]:
    endings, columns = [ending.id for ending in story.endings], [column.id for column in story.columns]
    cards = [card.id for round_ in story.rounds for card in round_.cards]
    yield from room_problems(story)
    yield from doubles([round_.id for round_ in story.rounds], ("rounds",), "round")
    yield from doubles(columns, ("columns",), "column")
    yield from doubles(endings, ("endings",), "ending")
    for number, ending in enumerate(story.endings):
        if ending.person and ending.person not in story.people:
            yield unknown(("endings", number, "person"), "person", ending.person, list(story.people))
    known: list[str] = []
    for number, round_ in enumerate(story.rounds):
        at: Location = ("rounds", number)
        if round_.id in endings or round_.id in (*RESERVED, AGREE):
            yield Problem((*at, "id"), f"the name `{round_.id}` is taken", "give the round another id")
        if round_.speaker not in story.people:
            yield unknown((*at, "speaker"), "person", round_.speaker, list(story.people))
        for index, card in enumerate(round_.cards):
            yield from _card(card, (*at, "cards", index), story, known)
            known.append(card.id)
    if story.closing.speaker not in story.people:
        yield unknown(("closing", "speaker"), "person", story.closing.speaker, list(story.people))
    for number, outcome in enumerate(story.closing.goto):
        yield from _outcome(outcome, ("closing", "goto", number), story, cards, columns)


def _card(card: Card, at: Location, story: Board, known: list[str]) -> Iterator[Problem]:
    """`known` are the cards before this one."""
    if card.id in known:
        yield Problem((*at, "id"), f"the card `{card.id}` is there twice", "give each an id of its own")
    if len(card.title) > TITLE_LETTERS:
        yield Problem((*at, "title"), "the title is too long for a card", f"use {TITLE_LETTERS} letters at most")
    if card.by and card.by not in story.people:
        yield unknown((*at, "by"), "person", card.by, list(story.people))
    things = [thing.id for thing in story.look.things]
    for name in card.noticed:
        if name not in things:
            yield unknown((*at, "noticed"), "thing", name, things)
    for name in card.heard:
        if name not in known:
            yield unknown((*at, "heard"), "card before this one", name, known)


def _outcome(outcome: Outcome, at: Location, story: Board, cards: list[str], columns: list[str]) -> Iterator[Problem]:
    endings, things = [ending.id for ending in story.endings], [thing.id for thing in story.look.things]
    if outcome.to not in endings:
        yield unknown((*at, "to"), "ending", outcome.to, endings)
    for card, column in outcome.laid.items():
        if card not in cards:
            yield unknown((*at, "laid"), "card", card, cards)
        if column not in columns:
            yield unknown((*at, "laid"), "column", column, columns)
    for name in outcome.noticed:
        if name not in things:
            yield unknown((*at, "noticed"), "thing", name, things)
    for key, amounts in (("at_least", outcome.at_least), ("at_most", outcome.at_most)):
        for name in amounts:
            if name not in counts(story):
                yield unknown((*at, key), "count", name, counts(story))


def advice(story: Board) -> Iterator[Problem]:
    """Words that already begin with a quotation mark."""
    yield from room_advice(story.endings, story.debrief)
    yield from quoted(story.closing.says, ("closing", "says"))
    for number, round_ in enumerate(story.rounds):
        yield from quoted(round_.says, ("rounds", number, "says"))
        for index, card in enumerate(round_.cards):
            yield from quoted(card.says, ("rounds", number, "cards", index, "says"))
