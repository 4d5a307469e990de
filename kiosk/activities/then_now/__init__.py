"""The same months twice, then and now, as one strip of pictures; what can be counted runs along and is added up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import Activity, Clip, Kind, Line, Model, Name, Picture, Problem, Shelf, Short, doubles
from kiosk.content.deck import END, Action, Deck, Part, Props, Route, Screen, When

MOST_MARKS = 60
"""More than these don't stand in one row."""
SIDES: tuple[Literal["then", "now"], ...] = ("then", "now")


class Counted(Model):
    """Something that is counted along the strip."""

    id: Name
    """The `counts:` of a moment use it."""
    label: Short
    """What is counted: *Visits*."""
    mark: Literal["door", "stitch", "road", "person", "coin"]
    """What it is drawn with."""
    each: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    """How many one mark stands for; 1 when you don't say."""
    scale: Line
    """What one mark stands for, in words."""


class Side(Model):
    """One moment as it was, or as it could be."""

    text: Line
    """What happened, in a sentence or two."""
    picture: Picture
    """What it looked like."""
    clip: Clip | None = None
    """A voice that tells it."""
    counts: dict[Name, Annotated[int, Field(ge=0, le=1_000_000)]]
    """How many of each counted thing this moment adds; the sums are worked out from these."""


class Moment(Model):
    """One moment of the strip, told twice."""

    id: Name
    """A name of your own; it is in the results."""
    label: Short
    """When it is: *January*."""
    then: Side
    """As it was."""
    now: Side
    """The same moment now."""


class Total(Model):
    """The last screen, where everything is added up."""

    open: Short
    """The button under the last moment that leads here."""
    heading: Short
    """In large letters."""
    tomorrow_heading: Short
    """Stands above the one thing to notice."""
    tomorrow: Line
    """One thing to notice at work tomorrow."""
    how: Line
    """Small print: how the counts come about, and that the story is invented."""
    finish: Short
    """The button that ends the activity."""


class ThenNow(Activity):
    """The same time told twice, as a strip of pictures."""

    kind: Literal["then_now"]
    heading: Short
    """Stands above the strip."""
    then_label: Short
    """What the upper half is called: *Then*."""
    now_label: Short
    """What the lower half is called: *Now*."""
    counted: Annotated[tuple[Counted, ...], Field(min_length=1, max_length=3)]
    """What is counted along the way."""
    moments: Annotated[tuple[Moment, ...], Field(min_length=3, max_length=12)]
    """The moments, in order."""
    total: Total
    """The last screen."""


def problems(strip: ThenNow) -> Iterator[Problem]:
    ids = [one.id for one in strip.counted]
    yield from doubles(ids, ("counted",), "counted thing")
    yield from doubles([moment.id for moment in strip.moments], ("moments",), "moment")
    for index, moment in enumerate(strip.moments):
        for name in SIDES:
            counts = _side(moment, name).counts
            at = ("moments", index, name, "counts")
            for one in counts:
                if one not in ids:
                    yield Problem((*at, one), f"nothing counted is called `{one}`", f"use {', '.join(ids)}")
            if missing := [one for one in ids if one not in counts]:
                yield Problem(at, f"`{missing[0]}` is not counted here", f"add `{missing[0]}: 0` if there was none")
    for index, thing in enumerate(strip.counted):
        most = max(sum(_side(moment, name).counts.get(thing.id, 0) for moment in strip.moments) for name in SIDES)
        if most > MOST_MARKS * thing.each:
            do = f"let `each` be larger, for {MOST_MARKS} marks at most"
            yield Problem(("counted", index), f"{most:,} of these would be {most // thing.each:,} marks", do)


def _side(moment: Moment, name: Literal["then", "now"]) -> Side:
    return moment.then if name == "then" else moment.now


def so_far(strip: ThenNow, counted: Counted, name: Literal["then", "now"]) -> list[int]:
    """The sum at each moment, of all moments up to it."""
    return list(accumulate(_side(moment, name).counts[counted.id] for moment in strip.moments))


def compile_deck(activity: str, strip: ThenNow, shelf: Shelf) -> Deck:
    names = [moment.id for moment in strip.moments]
    counted = [_counted(strip, one) for one in strip.counted]
    common: Props = {"then_label": strip.then_label, "now_label": strip.now_label, "counted": counted}
    moments = [
        {"action": f"to-{moment.id}", "label": moment.label, **{name: _drawn(moment, name, shelf) for name in SIDES}}
        for moment in strip.moments
    ]
    onward = [*(f"to-{name}" for name in names[1:]), "total"]
    here = tuple(
        Part("at", {"moment": index, "onward": after}, When(needs=(f"at:{name}",)))
        for index, (name, after) in enumerate(zip(names, onward, strict=True))
    )
    total = Action("total", "next", strip.total.open, When(needs=(f"at:{names[-1]}",)), routes=(Route("total"),))
    actions = (*(_move(moment, names) for moment in strip.moments), *_voices(strip, shelf), total)
    screens = {
        "strip": Screen("strip", "strip", {**common, "heading": strip.heading, "moments": moments}, here, actions),
        "total": _total(strip, common),
    }
    return Deck(activity, strip.kind, strip.title, "strip", screens, flags=(f"at:{names[0]}",))


def _move(moment: Moment, names: list[str]) -> Action:
    """Along the strip to a moment, from the one before it or after it: that is where one is then, and nowhere else."""
    index = names.index(moment.id)
    beside = [f"at:{name}" for name in (*names[max(0, index - 1) : index], *names[index + 1 : index + 2])]
    when, here = When(needs=("|".join(beside),)), f"at:{moment.id}"
    return Action(f"to-{moment.id}", "move", moment.label, when, gives=(here,), takes=tuple(beside))


def _voices(strip: ThenNow, shelf: Shelf) -> Iterator[Action]:
    for moment in strip.moments:
        for name, label in zip(SIDES, (strip.then_label, strip.now_label), strict=True):
            if clip := _side(moment, name).clip:
                said = shelf.say("Listen to {moment}, {side}").format(moment=moment.label, side=label.lower())
                yield Action(f"{name}-{moment.id}", "play", said, props={"clip": shelf.clip(clip)})


def _drawn(moment: Moment, name: Literal["then", "now"], shelf: Shelf) -> Props:
    side = _side(moment, name)
    return {"text": side.text, "picture": shelf.picture(side.picture), "listen": f"{name}-{moment.id}"}


def _counted(strip: ThenNow, one: Counted) -> Props:
    """A counted thing with its sums at each moment; `most` is how many marks the larger of the two has at the end."""
    sums: dict[str, list[int]] = {name: so_far(strip, one, name) for name in SIDES}
    most = -(-max(sums["then"][-1], sums["now"][-1]) // one.each)
    return {"label": one.label, "mark": one.mark, "each": one.each, "scale": one.scale, "most": max(1, most), **sums}


def _total(strip: ThenNow, common: Props) -> Screen:
    props: Props = {
        **common,
        "heading": strip.total.heading,
        "tomorrow_heading": strip.total.tomorrow_heading,
        "tomorrow": strip.total.tomorrow,
        "how": strip.total.how,
    }
    finish = Action("finish", "next", strip.total.finish, routes=(Route(END),))
    return Screen("total", "total", props, actions=(finish,))


KIND = Kind(name="then_now", model=ThenNow, problems=problems, compile=compile_deck)
