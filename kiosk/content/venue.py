"""The venue: `zones.yaml` as a model, and what must be true of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import Box, Line, Model, Name, Picture, Point, Problem, Short, Text, doubles

Colour = Literal["sunflower", "coral", "teal", "leaf"]


class Move(Model):
    """A group of the attract picture that drifts there and back: `by` picture units, once in `seconds`.

    `box` is where the group is, picture units.
    """

    group: Name
    box: Box
    by: Point
    seconds: Annotated[int, Field(ge=4, le=120)]


class MovingPicture(Picture):
    moves: Annotated[tuple[Move, ...], Field(max_length=4)] = ()


class Attract(Model):
    landscape: MovingPicture
    portrait: MovingPicture


class Words(Model):
    heading: Short
    text: Text
    picture: Picture | None = None


class Zone(Model):
    """One area. `scenarios` are those that its host may choose from; one is on at a time."""

    id: Name
    name: Short
    colour: Colour
    heading: Short
    intro: Line
    activities: tuple[Name, ...] = ()
    scenarios: tuple[Name, ...] = ()


class Venue(Model):
    kind: Literal["venue"]
    name: Short
    title: Short
    invitation: Short
    promise: Short
    attract: Attract
    pause: Words
    finish: Words
    zones: Annotated[tuple[Zone, ...], Field(min_length=1, max_length=12)]


def problems(venue: Venue, *, there: Collection[str], scenarios: Collection[str]) -> Iterator[Problem]:
    """What is wrong with a venue, given the activity folders that are `there` and which are `scenarios`."""
    yield from doubles([zone.id for zone in venue.zones], ("zones",), "zone")
    for number, zone in enumerate(venue.zones):
        at = ("zones", number)
        if not zone.activities and not zone.scenarios:
            yield Problem(at, f"the zone `{zone.id}` has nothing to do in it", "list at least one activity or scenario")
        for key, names in (("activities", zone.activities), ("scenarios", zone.scenarios)):
            yield from doubles(list(names), (*at, key), "activity")
            for index, name in enumerate(names):
                if name not in there:
                    yield Problem(
                        (*at, key, index),
                        f"there is no activity `{name}` in the content folder",
                        f"correct the name, or make it with `kiosk new KIND {name}`",
                    )
        for index, name in enumerate(zone.scenarios):
            if name in there and name not in scenarios:
                yield Problem(
                    (*at, "scenarios", index), f"`{name}` is not a scenario", "move it to this zone's `activities:`"
                )
