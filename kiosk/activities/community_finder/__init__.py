"""Groups and places near by, with a map: filter them, look at one, take the ones you like away on your phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import (
    Activity,
    Icon,
    Kind,
    Line,
    Model,
    Name,
    Picture,
    Point,
    Problem,
    Shelf,
    Short,
    doubles,
    sayings,
)
from kiosk.content.deck import END, Action, Deck, Part, Props, Route, Screen, When

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_NAMES = sayings("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ALL = "all"
NEAR = 15
"""A walk of up to this many minutes counts as near."""


class Interest(Model):
    """Something to filter by."""

    id: Name
    """A group's `interest:` uses it."""
    label: Short
    """The word on its button."""
    icon: Icon
    """Its little drawing."""


class Group(Model):
    """A group or a place."""

    id: Name
    """A name of your own."""
    name: Short
    """Its name on screen."""
    what: Line
    """What it is."""
    interest: Name
    """The id of one of the interests."""
    when: Short
    """In words, as you would say it."""
    days: Annotated[tuple[Literal[DAYS], ...], Field(min_length=1)]  # type: ignore[valid-type]
    """For the filter."""
    where: Short
    """In words."""
    at: Point
    """Its pin on the map."""
    walk: Annotated[int, Field(ge=1, le=90)]
    """Minutes on foot from the door."""
    cost: Short
    """In words."""
    free: bool
    """For the filter."""
    step_free: bool
    """Can it be reached without a step?"""
    bring: Short
    """What or whom to bring."""
    join: Line
    """How to join; it goes home with people, so put the telephone number here."""


class CommunityFinder(Activity):
    """Groups and places near by, in a list and on a map."""

    kind: Literal["community_finder"]
    heading: Short
    """Stands above the list."""
    map: Picture
    """The map that the pins are put on."""
    door: Point
    """The front door that walks begin at."""
    door_label: Short
    """What it is called."""
    interests: Annotated[tuple[Interest, ...], Field(min_length=2, max_length=8)]
    """What to filter by."""
    groups: Annotated[tuple[Group, ...], Field(min_length=1, max_length=80)]
    """Every group or place."""


def problems(finder: CommunityFinder) -> Iterator[Problem]:
    known = [interest.id for interest in finder.interests]
    yield from doubles(known, ("interests",), "interest")
    yield from doubles([group.id for group in finder.groups], ("groups",), "group")
    for index, group in enumerate(finder.groups):
        if group.interest not in known:
            yield Problem(
                ("groups", index, "interest"),
                f"the interest `{group.interest}` is not in the list above",
                f"use one of {', '.join(known)}",
            )


def compile_deck(activity: str, finder: CommunityFinder, shelf: Shelf) -> Deck:
    filters = _filters(finder, shelf)
    icons = {interest.id: interest.icon for interest in finder.interests}
    common: Props = {
        "heading": finder.heading,
        "map": shelf.picture(finder.map),
        "door": list(finder.door),
        "door_label": finder.door_label,
    }
    chips = [
        Action(f"{name}-{option}", "filter", label, gives=(_flag(name, option),),
               takes=tuple(_flag(name, other) for other, _, _ in options if other != option),
               props={"filter": name, "option": option, "icon": icon})
        for name, _, options in filters for option, label, icon in options
    ]  # fmt: skip
    rows, screens = [], {}
    kept = "|".join(f"kept:{group.id}" for group in finder.groups)
    to_list = Action("list", "open", shelf.say("All groups"), routes=(Route("list"),))
    carry = Action("take", "next", shelf.say("Take them with me"), when=When(needs=(kept,)), routes=(Route("take"),))
    shown = []
    for group in finder.groups:
        facts = _facts(group, icons[group.interest], shelf)
        rows.append(
            Action(group.id, "look", group.name, when=_matches(group), props=facts, routes=(Route(f"at-{group.id}"),))
        )  # fmt: skip
        has = f"kept:{group.id}"
        keep = Action(
            "keep",
            "keep",
            shelf.say("Save to my thread"),
            when=When(unless=(has,)),
            gives=(has,),
            props={"group": group.id},
        )
        drop = Action("drop", "drop", shelf.say("Saved. Take it off"), when=When(needs=(has,)), takes=(has,))
        screens[f"at-{group.id}"] = Screen(
            f"at-{group.id}", "group", {**common, "group": facts}, actions=(keep, drop, to_list, carry)
        )
        shown.append(Part("kept", facts, When(needs=(has,))))
    sets: list[Props] = [{"id": name, "label": label} for name, label, _ in filters]
    empty = shelf.say("Nothing fits all of that. Take one filter off and look again.")
    listing: Props = {**common, "filters": sets, "empty": empty, "count": len(rows)}
    done = Action("finish", "next", shelf.say("Finish"), when=When(unless=(kept,)), routes=(Route(END),))
    screens["list"] = Screen("list", "list", listing, tuple(shown), (*chips, *rows, carry, done))
    end = Action("finish", "next", shelf.say("Finish"), routes=(Route(END),))
    take: Props = {
        "heading": shelf.say("Yours to take away"),
        "text": shelf.say(
            "Point your phone’s camera at the code. The words are in the code itself: no sign-up, no website."
        ),
    }
    screens["take"] = Screen("take", "take", take, tuple(shown), (end,))
    begin = tuple(_flag(name, ALL) for name, _, _ in filters)
    return Deck(activity, finder.kind, finder.title, "list", screens, flags=begin)


def _flag(name: str, option: str) -> str:
    return f"{name}={option}"


def _filters(finder: CommunityFinder, shelf: Shelf) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """Each filter: its name, its label, its options as (option, label, icon)."""
    held = {day for group in finder.groups for day in group.days}
    say = shelf.say
    days = [(day, say(name), "calendar") for day, name in zip(DAYS, DAY_NAMES, strict=True) if day in held]
    near = say("{minutes} minutes’ walk").format(minutes=NEAR)
    interests = [(one.id, one.label, one.icon) for one in finder.interests]
    return [
        ("interest", say("What"), [(ALL, say("Everything"), "star"), *interests]),
        ("day", say("When"), [(ALL, say("Any day"), "calendar"), *days]),
        ("cost", say("Cost"), [(ALL, say("Any cost"), "money"), ("free", say("Free"), "money")]),
        ("walk", say("How far"), [(ALL, say("Any distance"), "map-pin"), ("near", near, "boot")]),
    ]  # fmt: skip


def _matches(group: Group) -> When:
    """The group is listed while each filter stands on everything or on something that the group is."""

    def either(name: str, options: list[str]) -> str:
        return "|".join(_flag(name, option) for option in (ALL, *options))

    return When(
        needs=(
            either("interest", [group.interest]),
            either("day", list(group.days)),
            either("cost", ["free"] if group.free else []),
            either("walk", ["near"] if group.walk <= NEAR else []),
        )
    )


def _facts(group: Group, icon: str, shelf: Shelf) -> Props:
    cost = shelf.say("Cost: {cost}").format(cost=group.cost)
    lines = [group.name, f"{group.when}, {group.where}", group.what, cost, group.join]
    facts = group.model_dump(exclude={"days"}, mode="json")
    return {**facts, "icon": icon, "days": list(group.days), "carry": "\n".join(lines)}


KIND = Kind(name="community_finder", model=CommunityFinder, problems=problems, compile=compile_deck)
