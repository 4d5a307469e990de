"""Numbers as one poster of pictures, stitched together like a quilt; a touch opens one and says what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import (
    Activity,
    Clip,
    Kind,
    Line,
    Model,
    Name,
    Problem,
    Shelf,
    Short,
    Text,
    doubles,
    paragraphs,
)
from kiosk.content.deck import END, Action, Deck, Part, Props, Route, Screen, When

Mark = Literal["person", "house", "flower", "bulb", "ring", "stitch", "coin"]
Colour = Literal["sunflower", "coral", "teal", "leaf", "plum"]
HEADING = "heading"
"""Stands in the rows for the patch that holds the poster's heading."""
MOST_MARKS = 160
"""More than these are too small to be told apart."""


class Share(Model):
    """So many of so few: each is one mark, and those that count are filled."""

    filled: Annotated[int, Field(ge=0, le=10)]
    """How many are filled; the figure says these two numbers, or the per cent."""
    of: Annotated[int, Field(ge=2, le=10)]
    """How many there are."""


class Count(Model):
    """A number to scale; a part of a mark is drawn as that part."""

    number: Annotated[int, Field(ge=1, le=10_000_000)]
    """The number; the figure says it too."""
    each: Annotated[int, Field(ge=1, le=1_000_000)]
    """How many one mark stands for, so that there are 160 marks at most."""


class Comparison(Model):
    """Two numbers on one scale."""

    before: Annotated[int, Field(ge=1, le=1_000_000)]
    """The first; its marks make one line."""
    after: Annotated[int, Field(ge=0, le=1_000_000)]
    """The second; the figure says the change in per cent."""
    each: Annotated[int, Field(ge=1, le=1_000_000)]
    """How many one mark stands for."""
    before_label: Short
    """Stands beside the first: one short word."""
    after_label: Short
    """And beside the second."""


class Number(Model):
    """One number of the poster, drawn as exactly one of `share`, `count` and `compare`."""

    id: Name
    """A row's `patches:` use it; it is in the results."""
    figure: Short
    """The number in large letters; it must say what the picture shows."""
    label: Line
    """Goes on from the figure, in a few words."""
    mark: Mark
    """What the picture is made of."""
    colour: Colour
    """The colour of its patch."""
    deep: bool = False
    """True for a dark patch with light words."""
    share: Share | None = None
    """Its picture is so many of so few."""
    count: Count | None = None
    """Or a number to scale."""
    compare: Comparison | None = None
    """Or two numbers on one scale."""
    scale: Line
    """What one mark stands for, in words."""
    means: Text
    """What the number means; shown when it is open."""
    source: Line
    """Where the number comes from; goes on from *Where it comes from:*"""
    clip: Clip | None = None
    """A voice that says what it means."""


class PosterRow(Model):
    """A row of patches."""

    patches: Annotated[tuple[Name, ...], Field(min_length=1, max_length=4)]
    """Its numbers from the left; `heading` is the title patch."""
    tall: Annotated[int, Field(ge=1, le=40)] = 1
    """How tall it is against the other rows; 1 when you don't say."""
    wide: tuple[int, ...] = ()
    """How wide its patches are against each other; all alike when you don't say."""


class Poster(Activity):
    """Numbers as one poster of pictures."""

    kind: Literal["poster"]
    heading: Short
    """The words of the title patch."""
    numbers: Annotated[tuple[Number, ...], Field(min_length=2, max_length=10)]
    """What there is to show; a number that is open leads on to the next of them."""
    landscape: Annotated[tuple[PosterRow, ...], Field(min_length=1, max_length=6)]
    """The rows of the poster on a wide screen, from the top."""
    portrait: Annotated[tuple[PosterRow, ...], Field(min_length=1, max_length=8)]
    """And on a tall one."""
    back: Short
    """The button under a number that is open."""


def problems(poster: Poster) -> Iterator[Problem]:
    ids = [HEADING, *(number.id for number in poster.numbers)]
    yield from doubles(ids, ("numbers",), "number")
    for index, number in enumerate(poster.numbers):
        yield from _drawn_badly(number, index)
    for name, rows in (("landscape", poster.landscape), ("portrait", poster.portrait)):
        yield from _laid_badly(ids, rows, name)


def _drawn_badly(number: Number, index: int) -> Iterator[Problem]:
    """A picture that isn't there, can't be drawn, or says something else than the figure above it."""
    at = ("numbers", index)
    forms = [form for form in (number.share, number.count, number.compare) if form]
    if len(forms) != 1:
        what = f"`{number.id}` has {len(forms)} pictures"
        yield Problem(at, what, "give it exactly one of `share`, `count` and `compare`")
        return
    (form,) = forms
    said = figures(number.figure)
    if isinstance(form, Share):
        if form.filled > form.of:
            yield Problem(
                (*at, "share"), f"{form.filled} of {form.of} can't be filled", "make `filled` no more than `of`"
            )
        elif round(100 * form.filled / form.of) not in said and not {form.filled, form.of} <= said:
            what = f"the figure says “{number.figure}”, but the picture shows {form.filled} of {form.of}"
            yield Problem((*at, "figure"), what, "make the two say the same")
    elif isinstance(form, Count):
        yield from _too_many(form.number / form.each, (*at, "count"))
        if form.number not in said:
            what = f"the figure says “{number.figure}”, but the picture shows {form.number:,}"
            yield Problem((*at, "figure"), what, "make the two say the same")
    else:
        yield from _too_many(max(form.before, form.after) / form.each, (*at, "compare"))
        if abs(change := round(100 * (form.after - form.before) / form.before)) not in said:
            what = f"the figure says “{number.figure}”, but from {form.before:,} to {form.after:,} is {change:+}%"
            yield Problem((*at, "figure"), what, "make the two say the same")


def figures(text: str) -> set[int]:
    """The whole numbers that a text says, however thousands are set apart in it."""
    return {int(re.sub(r"\D", "", one)) for one in re.findall(r"\d+(?:[,.\u00a0\u202f ]\d{3})*", text)}


def _too_many(marks: float, at: tuple[str | int, ...]) -> Iterator[Problem]:
    if marks > MOST_MARKS:
        yield Problem(at, f"that would be {marks:,.0f} marks", f"let `each` be larger, for {MOST_MARKS} marks at most")


def _laid_badly(ids: list[str], rows: tuple[PosterRow, ...], name: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, row in enumerate(rows):
        if row.wide and (len(row.wide) != len(row.patches) or min(row.wide) < 1):
            yield Problem(
                (name, index, "wide"), "`wide` does not fit the row", "give one width from 1 up for each number"
            )
        for one in row.patches:
            if one not in ids:
                yield Problem((name, index, "patches"), f"there is no patch `{one}`", f"use one of {', '.join(ids)}")
            elif one in seen:
                yield Problem((name, index, "patches"), f"`{one}` is there twice", "let each stand once")
            seen.add(one)
    if missing := [one for one in ids if one not in seen]:
        yield Problem((name,), f"`{missing[0]}` is in no row", "put it into one")


def boxes(rows: tuple[PosterRow, ...]) -> dict[str, list[float]]:
    """Where each number's patch lies, as shares of the poster: x, y, width, height."""
    found = {}
    tall, y = sum(row.tall for row in rows), 0
    for row in rows:
        widths = row.wide or (1,) * len(row.patches)
        x = 0
        for one, width in zip(row.patches, widths, strict=True):
            found[one] = [x / sum(widths), y / tall, width / sum(widths), row.tall / tall]
            x += width
        y += row.tall
    return found


def compile_deck(activity: str, poster: Poster, shelf: Shelf) -> Deck:
    landscape, portrait = boxes(poster.landscape), boxes(poster.portrait)
    names = [number.id for number in poster.numbers]
    heads = [
        {**_head(number), "action": number.id, "landscape": landscape[number.id], "portrait": portrait[number.id]}
        for number in poster.numbers
    ]
    opened = tuple(Part("opened", {"number": one}, When(needs=(f"opened:{one}",))) for one in names)
    something = When(needs=("|".join(f"opened:{one}" for one in names),))
    touches = [
        Action(
            one.id, "open", f"{one.figure}. {one.label}",
            gives=(f"opened:{one.id}",), routes=(Route(f"number-{one.id}"),),
        )
        for one in poster.numbers
    ]  # fmt: skip
    finish = Action("finish", "next", shelf.say("Finish"), when=something, routes=(Route(END),))
    title = {"landscape": landscape[HEADING], "portrait": portrait[HEADING]}
    props: Props = {"heading": poster.heading, "title": title, "numbers": heads}
    screens = {"poster": Screen("poster", "poster", props, opened, (*touches, finish))}
    for index, number in enumerate(poster.numbers):
        screens[f"number-{number.id}"] = _opened(number, index, poster, shelf)
    return Deck(activity, poster.kind, poster.title, "poster", screens)


def _head(number: Number) -> Props:
    """What is drawn of a number: `rows` of marks, each {value, total, label, lines}.

    A comparison breaks its rows where the first one ends, so that more shows as more lines; `columns` is 0 where the
    face is free to choose.
    """
    columns = 0
    if number.share:
        rows = [{"value": number.share.filled, "total": number.share.of, "label": "", "lines": 1}]
    elif number.count:
        rows = [{"value": number.count.number / number.count.each, "total": 0, "label": "", "lines": 1}]
    else:
        assert number.compare is not None  # noqa: S101 - the problems tell of a number without a picture
        pair = number.compare
        columns = ceil(pair.before / pair.each)
        rows = [
            {"value": value / pair.each, "total": 0, "label": label, "lines": max(1, ceil(value / pair.each / columns))}
            for value, label in ((pair.before, pair.before_label), (pair.after, pair.after_label))
        ]
    look = {"mark": number.mark, "colour": number.colour, "deep": number.deep}
    return {"figure": number.figure, "label": number.label, **look, "rows": rows, "columns": columns}


def _opened(number: Number, index: int, poster: Poster, shelf: Shelf) -> Screen:
    props: Props = {
        **_head(number),
        "heading": poster.heading,
        "scale": number.scale,
        "paragraphs": paragraphs(number.means),
        "source": number.source,
        "progress": {"value": index + 1, "total": len(poster.numbers)},
    }
    actions = [Action("next", "close", poster.back, routes=(Route("poster"),))]
    if number.clip:
        actions.insert(0, Action("listen", "play", shelf.say("Listen"), props={"clip": shelf.clip(number.clip)}))
    if index + 1 < len(poster.numbers):
        after = poster.numbers[index + 1].id
        onward = (Route(f"number-{after}"),)
        actions.append(Action("after", "open", shelf.say("The next number"), gives=(f"opened:{after}",), routes=onward))
    return Screen(f"number-{number.id}", "number", props, actions=tuple(actions))


KIND = Kind(name="poster", model=Poster, problems=problems, compile=compile_deck)
