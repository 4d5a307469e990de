"""Who would love which group: what meets a person's wishes, what might stand in the way. Pure.

Everything is reckoned from what groups and wishes say of themselves; the person's own words come from the YAML.
"""

from __future__ import annotations

from math import dist
from statistics import median

from kiosk.activities.community_finder.model import CommunityFinder, Group, Person, Wish
from kiosk.content.base import Shelf
from kiosk.content.deck import Props

CHOICES, ANSWERED = 8, 6
"""How many groups are put to a person, and how many of them at most have an answer of their own."""


def minutes(finder: CommunityFinder, person: Person, group: Group) -> int:
    """On foot from the person's own door, at the pace that the map's own minutes have."""
    if person.door is None:
        return group.walk
    pace = median(max(1.0, dist(finder.door, one.at)) / one.walk for one in finder.groups)
    return max(1, round(dist(person.door, group.at) / pace))


def unmet(wish: Wish, group: Group, walk: int) -> list[str]:
    """What the wish asks that the group is not, by the names of its keys."""
    wrong = {
        "interests": bool(wish.interests) and group.interest not in wish.interests,
        "days": bool(wish.days) and not set(wish.days) & set(group.days),
        "times": bool(wish.times and group.times) and not set(wish.times) & set(group.times),
        "free": wish.free and not group.free,
        "step_free": wish.step_free and not group.step_free,
        "walk": wish.walk is not None and walk > wish.walk,
    }
    return [name for name, is_so in wrong.items() if is_so]


def choices(finder: CommunityFinder, person: Person) -> list[Group]:
    """The groups that are put to a person, in the order of the file, which gives no hint.

    Those to which the person has an answer of their own, then the best of each sort that is not among them yet. The
    best is what meets the most wishes, and of these the nearest.
    """
    order = list(finder.groups)

    def rank(group: Group) -> tuple[int, int, int]:
        walk = minutes(finder, person, group)
        met = sum(not unmet(wish, group, walk) for wish in person.wishes)
        return (-met, walk, order.index(group))

    ranked = sorted(order, key=rank)
    chosen = [group for group in ranked if group.id in person.answers][:ANSWERED]
    for group in ranked:
        if len(chosen) < CHOICES and all(group.interest != one.interest for one in chosen):
            chosen.append(group)
    chosen += [group for group in ranked if group not in chosen][: CHOICES - len(chosen)]
    return sorted(chosen, key=order.index)


def reply(finder: CommunityFinder, person: Person, group: Group, shelf: Shelf) -> Props:
    """What comes of it: `{says, why: {title, none, lines: [{icon, say, text}]}, way: the same, start}`.

    Never right or wrong: it says which wishes a group meets, and what would help with the others.
    """
    walk = minutes(finder, person, group)
    why, lacking = [], list[str]()
    for wish in person.wishes:
        missing = unmet(wish, group, walk)
        lacking += missing
        if not missing:
            icon, fact = _fact(finder, person, wish, group, walk, shelf)
            why.append({"icon": icon, "say": wish.say, "text": fact})
    spoken_of = any(group.interest in wish.interests for wish in person.wishes)
    told = [name for name in dict.fromkeys(lacking) if not (name == "interests" and spoken_of)]
    way = [_obstacle(finder, person, name, group, walk, shelf) for name in told]
    if not group.step_free and not any(wish.step_free for wish in person.wishes):
        way.append(
            {"icon": "step-free", "say": "", "text": shelf.say("There are steps. Ask first whether they matter.")}
        )
    says = person.answers.get(group.id, person.thoughts[group.interest])
    nothing = shelf.say("It isn’t on the list of wishes. Good things often aren’t, until somebody comes along.")
    clear = shelf.say("Nothing much. The first time is the hard part: offer to go along.")
    return {
        "says": says,
        "why": {"title": shelf.say("Why it could work"), "none": nothing, "lines": why},
        "way": {"title": shelf.say("What might stand in the way"), "none": clear, "lines": way},
        "start": {"title": shelf.say("How to start"), "lines": [
            {"icon": "hand", "say": "", "text": group.join}, {"icon": "people", "say": "", "text": group.bring},
        ]},
    }  # fmt: skip


def _door(finder: CommunityFinder, person: Person) -> str:
    return person.door_label or finder.door_label


def _fact(
    finder: CommunityFinder, person: Person, wish: Wish, group: Group, walk: int, shelf: Shelf
) -> tuple[str, str]:
    """Icon and words of what it is about the group that meets the wish."""
    if wish.interests:
        return "heart", group.what
    if wish.days or wish.times:
        return "calendar", group.when
    if wish.free:
        return "money", group.cost
    if wish.step_free:
        return "step-free", shelf.say("Step-free all the way in.")
    return "boot", shelf.say("{minutes} minutes on foot from {door}.").format(minutes=walk, door=_door(finder, person))


def _obstacle(
    finder: CommunityFinder, person: Person, name: str, group: Group, walk: int, shelf: Shelf
) -> dict[str, str]:
    """What the group is not, and what might help."""
    match name:
        case "interests":
            text = shelf.say("It isn’t what {name} spoke of. That’s a reason to ask, not a reason to leave it out.")
            return {"icon": "speech", "say": "", "text": text.format(name=person.name)}
        case "days" | "times":
            text = shelf.say("{when}. Not when {name} had in mind: would it be worth changing the day for?")
            return {"icon": "clock", "say": "", "text": text.format(when=group.when, name=person.name)}
        case "free":
            text = shelf.say("It costs something: {cost}. Ask if the first time can be free.")
            return {"icon": "money", "say": "", "text": text.format(cost=group.cost)}
        case "step_free":
            text = shelf.say("There are steps. Ring or call in first: people who love a place find a way round them.")
            return {"icon": "step-free", "say": "", "text": text}
        case _:
            text = shelf.say("{minutes} minutes on foot from {door}. A lift, a bus or good company would shorten it.")
            return {"icon": "boot", "say": "", "text": text.format(minutes=walk, door=_door(finder, person))}
