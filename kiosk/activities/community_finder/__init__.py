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
)
from kiosk.content.deck import END, Action, Deck, Part, Props, Route, Screen, When

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ALL = "all"
NEAR = 15
"""A walk of up to this many minutes counts as near."""


class Interest(Model):
    id: Name
    label: Short
    icon: Icon


class Group(Model):
    """One group or place. `at` is its point on the map; `walk` is minutes on foot from the door on the map."""

    id: Name
    name: Short
    what: Line
    interest: Name
    when: Short
    days: Annotated[tuple[Literal[DAYS], ...], Field(min_length=1)]  # type: ignore[valid-type]
    where: Short
    at: Point
    walk: Annotated[int, Field(ge=1, le=90)]
    cost: Short
    free: bool
    step_free: bool
    bring: Short
    join: Line


class CommunityFinder(Activity):
    kind: Literal["community_finder"]
    heading: Short
    map: Picture
    door: Point
    door_label: Short
    interests: Annotated[tuple[Interest, ...], Field(min_length=2, max_length=8)]
    groups: Annotated[tuple[Group, ...], Field(min_length=1, max_length=80)]


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
    filters = _filters(finder)
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
    to_list = Action("list", "open", "All groups", routes=(Route("list"),))
    carry = Action("take", "next", "Take them with me", when=When(needs=(kept,)), routes=(Route("take"),))
    shown = []
    for group in finder.groups:
        facts = _facts(group, icons[group.interest])
        rows.append(
            Action(group.id, "look", group.name, when=_matches(group), props=facts, routes=(Route(f"at-{group.id}"),))
        )  # fmt: skip
        has = f"kept:{group.id}"
        keep = Action(
            "keep",
            "keep",
            "Save to my thread",
            when=When(unless=(has,)),
            gives=(has,),
            props={"group": group.id},
        )
        drop = Action("drop", "drop", "Saved. Take it off", when=When(needs=(has,)), takes=(has,))
        screens[f"at-{group.id}"] = Screen(
            f"at-{group.id}", "group", {**common, "group": facts}, actions=(keep, drop, to_list, carry)
        )
        shown.append(Part("kept", facts, When(needs=(has,))))
    sets: list[Props] = [{"id": name, "label": label} for name, label, _ in filters]
    empty = "Nothing fits all of that. Take one filter off and look again."
    listing: Props = {**common, "filters": sets, "empty": empty, "count": len(rows)}
    done = Action("finish", "next", "Finish", when=When(unless=(kept,)), routes=(Route(END),))
    screens["list"] = Screen("list", "list", listing, tuple(shown), (*chips, *rows, carry, done))
    end = Action("finish", "next", "Finish", routes=(Route(END),))
    take: Props = {
        "heading": "Yours to take away",
        "text": "Point your phone's camera at the code. The words are in the code itself: no sign-up, no website.",
    }
    screens["take"] = Screen("take", "take", take, tuple(shown), (end,))
    begin = tuple(_flag(name, ALL) for name, _, _ in filters)
    return Deck(activity, finder.kind, finder.title, "list", screens, flags=begin)


def _flag(name: str, option: str) -> str:
    return f"{name}={option}"


def _filters(finder: CommunityFinder) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """Each filter: its name, its label, its options as (option, label, icon)."""
    held = {day for group in finder.groups for day in group.days}
    return [
        ("interest", "What", [(ALL, "Everything", "star"), *((i.id, i.label, i.icon) for i in finder.interests)]),
        ("day", "When", [(ALL, "Any day", "calendar"), *((d, d.capitalize(), "calendar") for d in DAYS if d in held)]),
        ("cost", "Cost", [(ALL, "Any cost", "money"), ("free", "Free", "money")]),
        ("walk", "How far", [(ALL, "Any distance", "map-pin"), ("near", f"{NEAR} minutes' walk", "boot")]),
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


def _facts(group: Group, icon: str) -> Props:
    lines = [group.name, f"{group.when}, {group.where}", group.what, f"Cost: {group.cost}", group.join]
    facts = group.model_dump(exclude={"days"}, mode="json")
    return {**facts, "icon": icon, "days": list(group.days), "carry": "\n".join(lines)}


KIND = Kind(name="community_finder", model=CommunityFinder, problems=problems, compile=compile_deck)
