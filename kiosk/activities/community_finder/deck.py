"""How a finder becomes screens: the list, each group, people and what they say to a group, what goes home."""

from __future__ import annotations

from kiosk.activities.community_finder.model import DAYS, CommunityFinder, Group, Person
from kiosk.activities.community_finder.wishes import choices, minutes, reply
from kiosk.content.base import Shelf, sayings
from kiosk.content.deck import END, Action, Deck, Part, Props, Route, Screen, When

DAY_NAMES = sayings("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ALL = "all"
NEAR = 15
"""A walk of up to this many minutes counts as near."""
CODE = 1000
"""Bytes of text, as UTF-8, in one code: any phone reads that from a screen at arm's length."""


def compile_deck(activity: str, finder: CommunityFinder, shelf: Shelf) -> Deck:
    """The deck. Every screen has its way to the list, and from there to what was saved or to the end."""
    say = shelf.say
    facts = {group.id: _facts(finder, group, shelf) for group in finder.groups}
    asked = {person.id: choices(finder, person) for person in finder.people}
    saved = _saved(finder, asked, facts, shelf)
    any_saved = "|".join(flag for flag, _ in saved)
    carry = Action("take", "next", say("Take them with me"), when=When(needs=(any_saved,)), routes=(Route("take"),))
    to_list = Action("list", "open", say("All groups"), routes=(Route("list"),))
    kept = tuple(Part("kept", props, When(needs=(flag,))) for flag, props in saved)
    common: Props = {
        "heading": finder.heading,
        "map": shelf.picture(finder.map),
        "door": list(finder.door),
        "door_label": finder.door_label,
    }
    screens = {"list": _list(finder, facts, common, kept, carry, shelf)}
    for group in finder.groups:
        has = f"kept:{group.id}"
        keep = Action("keep", "keep", say("Save to my thread"), when=When(unless=(has,)), gives=(has,),
                      props={"group": group.id})  # fmt: skip
        drop = Action("drop", "drop", say("Saved. Take it off"), when=When(needs=(has,)), takes=(has,))
        shown: Props = {**common, "group": facts[group.id]}
        screens[f"at-{group.id}"] = Screen(f"at-{group.id}", "group", shown, actions=(keep, drop, to_list, carry))
    if finder.people:
        screens["people"] = _people(finder, to_list, carry, shelf)
    for person in finder.people:
        screens |= _of_person(finder, person, asked[person.id], facts, carry, shelf)
    take: Props = {
        "heading": say("Yours to take away"),
        "text": say("Point your phone’s camera at the code. The words are in the code itself: no account, no website."),
        "many": say("One code can’t hold it all: scan each in turn. The cards with stitches are in this one."),
        "each": max(1, CODE // max(len(f"{props['carry']}\n\n".encode()) for _, props in saved)),
    }
    end = Action("finish", "next", say("Finish"), routes=(Route(END),))
    screens["take"] = Screen("take", "take", take, kept, (end,))
    begin = tuple(_flag(name, ALL) for name, _, _ in _filters(finder, shelf))
    return Deck(activity, finder.kind, finder.title, "list", screens, flags=begin)


def _saved(
    finder: CommunityFinder, asked: dict[str, list[Group]], facts: dict[str, Props], shelf: Shelf
) -> list[tuple[str, Props]]:
    """Everything that can be saved: its flag, and what the last screen says of it. One's own comes first."""
    found = [(f"kept:{group.id}", {**facts[group.id], "for": ""}) for group in finder.groups]
    for person in finder.people:
        whose = shelf.say("For {name}").format(name=person.name)
        for group in asked[person.id]:
            props = facts[group.id]
            found.append(
                (_kept(person, group), {**props, "for": whose, "carry": f"{whose}: {props['carry']}"}),
            )
    return found


def _list(
    finder: CommunityFinder, facts: dict[str, Props], common: Props, kept: tuple[Part, ...], carry: Action, shelf: Shelf
) -> Screen:
    say, filters = shelf.say, _filters(finder, shelf)
    chips = [
        Action(f"{name}-{option}", "filter", label, gives=(_flag(name, option),),
               takes=tuple(_flag(name, other) for other, _, _ in options if other != option),
               props={"filter": name, "option": option, "icon": icon})
        for name, _, options in filters for option, label, icon in options
    ]  # fmt: skip
    rows = [
        Action(one.id, "look", one.name, when=_matches(one), props=facts[one.id], routes=(Route(f"at-{one.id}"),))
        for one in finder.groups
    ]
    ways = [carry]
    if finder.people:
        note = say("Help {count} people choose.").format(count=len(finder.people))
        way = Action("people", "open", say("Who would love this?"), routes=(Route("people"),), props={"note": note})
        ways.append(way)
    done = Action("finish", "next", say("Finish"), when=When(unless=carry.when.needs), routes=(Route(END),))
    props: Props = {
        **common,
        "filters": [{"id": name, "label": label} for name, label, _ in filters],
        "empty": say("Nothing fits all of that. Take one filter off and look again."),
        "count": len(rows),
        "faces": [shelf.picture(person.picture) for person in finder.people],
    }
    return Screen("list", "list", props, kept, (*chips, *rows, *ways, done))


def _people(finder: CommunityFinder, to_list: Action, carry: Action, shelf: Shelf) -> Screen:
    """Everybody for whom a group can be found."""
    cards = [
        Action(person.id, "look", person.name, props=_person(person, shelf), routes=(Route(f"for-{person.id}"),))
        for person in finder.people
    ]
    props: Props = {
        "heading": shelf.say("Who would love this?"),
        "text": shelf.say(
            "They live in the stories of the other rooms. Pick one, hear their wishes, find them a place to go."
        ),
    }
    return Screen("people", "people", props, actions=(*cards, to_list, carry))


def _of_person(
    finder: CommunityFinder,
    person: Person,
    groups: list[Group],
    facts: dict[str, Props],
    carry: Action,
    shelf: Shelf,
) -> dict[str, Screen]:
    """The person with wishes and groups to pick from, and for each of these what comes of it."""
    say, here = shelf.say, f"for-{person.id}"
    shown = {group.id: {**facts[group.id], "walk": minutes(finder, person, group)} for group in groups}
    picks = tuple(
        Action(group.id, "match", group.name, props=shown[group.id], routes=(Route(_reply(person, group)),))
        for group in groups
    )
    everybody = Action("people", "open", say("Somebody else"), routes=(Route("people"),))
    another = Action("another", "open", say("Try another group"), routes=(Route(here),))
    about: Props = {"person": _person(person, shelf)}
    asking: Props = {**about, "heading": say("Which would {name} love?").format(name=person.name)}
    screens = {here: Screen(here, "person", asking, actions=(*picks, everybody, carry))}
    for group in groups:
        props: Props = {**about, "group": shown[group.id], **reply(finder, person, group, shelf)}
        ways = _ways_to_save(person, group, shelf)
        map_ = Action("map", "open", say("See it on the map"), routes=(Route(f"at-{group.id}"),))
        name = _reply(person, group)
        screens[name] = Screen(name, "reply", props, actions=(*ways, map_, another, everybody, carry))
    return screens


def _ways_to_save(person: Person, group: Group, shelf: Shelf) -> tuple[Action, ...]:
    """Save a group for the person, and for oneself; or take it off again."""
    say, told = shelf.say, {"group": group.id}
    theirs, mine = _kept(person, group), f"kept:{group.id}"
    return (
        Action("keep", "keep", say("Save for {name}").format(name=person.name), when=When(unless=(theirs,)),
               gives=(theirs,), props={**told, "person": person.id}),
        Action("drop", "drop", say("Saved for {name}. Take it off").format(name=person.name),
               when=When(needs=(theirs,)), takes=(theirs,)),
        Action("keep-mine", "keep", say("Save it for me too"), when=When(unless=(mine,)), gives=(mine,), props=told),
        Action("drop-mine", "drop", say("Saved for me. Take it off"), when=When(needs=(mine,)), takes=(mine,)),
    )  # fmt: skip


def _reply(person: Person, group: Group) -> str:
    return f"{person.id}-and-{group.id}"


def _kept(person: Person, group: Group) -> str:
    return f"kept:{person.id}:{group.id}"


def _person(person: Person, shelf: Shelf) -> Props:
    return {
        "id": person.id,
        "name": person.name,
        "about": person.about,
        "picture": shelf.picture(person.picture),
        "wishes": [wish.say for wish in person.wishes],
    }


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


def _facts(finder: CommunityFinder, group: Group, shelf: Shelf) -> Props:
    icon = next(one.icon for one in finder.interests if one.id == group.interest)
    cost = shelf.say("Cost: {cost}").format(cost=group.cost)
    lines = [group.name, f"{group.when}, {group.where}", group.what, cost, group.join]
    facts = group.model_dump(exclude={"days", "times"}, mode="json")
    return {**facts, "icon": icon, "days": list(group.days), "carry": "\n".join(lines)}
