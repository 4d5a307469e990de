"""The venue: `zones.yaml` as a model, and what must be true of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kiosk.content.base import (
    Box,
    Line,
    Location,
    Model,
    Name,
    Picture,
    Point,
    Problem,
    Reason,
    Short,
    Text,
    doubles,
)

Colour = Literal["sunflower", "coral", "teal", "leaf"]
Host = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", max_length=200),
    Field(description="a host such as `www.example.org`, without https:// and without a path"),
]


class Move(Model):
    """A group of the attract picture that drifts there and back."""

    group: Name
    """The group of the SVG that drifts; every group at its top level needs an id."""
    box: Box
    """Where the group is."""
    by: Point
    """How far it goes before it comes back: `[10, -6]` is right and up."""
    seconds: Annotated[int, Field(ge=4, le=120)]
    """How long that takes."""


class MovingPicture(Picture):
    """A picture of which something drifts."""

    moves: Annotated[tuple[Move, ...], Field(max_length=4)] = ()
    """What drifts in it, slowly, unless less motion was asked for."""


class Montage(Model):
    """What people said, one quote at a time on the attract picture."""

    wall: Name
    """The quotes wall or pledge wall whose quotes are shown; notes that a host let through come between them."""
    every: Annotated[int, Field(ge=12, le=600)] = 20
    """A quote every so many seconds, there for half of them; 20 when you don't say."""


class Attract(Model):
    """The picture that invites people over, for both shapes of screen."""

    landscape: MovingPicture
    """For a wide screen."""
    portrait: MovingPicture
    """For a tall one."""
    montage: Montage | None = None
    """Quotes that come and go under the title."""


class Words(Model):
    """A screen of words."""

    heading: Short
    """In large letters."""
    text: Text
    """Below it."""
    picture: Picture | None = None
    """Beside them."""


class Zone(Model):
    """One area of the venue."""

    id: Name
    """The name that `--zone` and `ZONE=` use."""
    name: Short
    """Its name on screen."""
    colour: Colour
    """The colour of its screens."""
    heading: Short
    """In large letters on its home screen."""
    intro: Line
    """Below it."""
    activities: tuple[Name, ...] = ()
    """Names of folders in `content/`, in the order of the home screen."""
    scenarios: tuple[Name, ...] = ()
    """Names of folders that hold scenarios; one is on at a time and the host chooses which."""


class Venue(Model):
    """The whole venue, with its zones in walking order."""

    kind: Literal["venue"]
    """Always the same."""
    name: Short
    """Whose experience this is."""
    title: Short
    """What it is called, on the attract picture."""
    invitation: Short
    """The button on the attract picture."""
    promise: Short
    """The line on that button, such as how long it takes."""
    attract: Attract
    """The picture that invites people over."""
    pause: Words
    """What stands there while a host pauses the screen."""
    finish: Words
    """What stands there when a visit ends."""
    zones: Annotated[tuple[Zone, ...], Field(min_length=1, max_length=12)]
    """The areas, in walking order."""
    links: tuple[Host, ...] = ()
    """The hosts that web addresses may lead to."""
    hard_to_read: tuple[Reason, ...] = ()
    """Texts of this file whose reading age is over 12 and that stay so, each with a reason."""


def problems(venue: Venue, *, there: Collection[str], scenarios: Collection[str]) -> Iterator[Problem]:
    """What is wrong with a venue, given the activity folders that are `there` and which are `scenarios`."""
    yield from doubles([zone.id for zone in venue.zones], ("zones",), "zone")
    if venue.attract.montage and venue.attract.montage.wall not in there:
        yield _missing(("attract", "montage", "wall"), venue.attract.montage.wall)
    for number, zone in enumerate(venue.zones):
        at = ("zones", number)
        if not zone.activities and not zone.scenarios:
            yield Problem(at, f"the zone `{zone.id}` has nothing to do in it", "list at least one activity or scenario")
        for key, names in (("activities", zone.activities), ("scenarios", zone.scenarios)):
            yield from doubles(list(names), (*at, key), "activity")
            for index, name in enumerate(names):
                if name not in there:
                    yield _missing((*at, key, index), name)
        for index, name in enumerate(zone.scenarios):
            if name in there and name not in scenarios:
                yield Problem(
                    (*at, "scenarios", index), f"`{name}` is not a scenario", "move it to this zone's `activities:`"
                )


def _missing(at: Location, name: str) -> Problem:
    what = f"there is no activity `{name}` in the content folder"
    return Problem(at, what, f"correct the name, or make it with `kiosk new KIND {name}`")
