"""How a scenario becomes a deck: look -> turns -> an ending -> two roads -> what you said and missed."""

from __future__ import annotations

from kiosk.activities.scenario.model import Choice, Ending, Road, Scenario, Thing, Turn
from kiosk.content.base import Shelf, paragraphs
from kiosk.content.deck import AGAIN, END, Action, Deck, Part, Props, Route, Screen, When

TURNS = "turns"
MINUTES = "minutes"


def compile_deck(activity: str, story: Scenario, shelf: Shelf) -> Deck:
    room = shelf.picture(story.room)
    screens = {"look": _look(story, room)}
    length = _longest(story)
    for turn in story.turns:
        screens[turn.id] = _talk(story, turn, room, length, shelf)
    for ending in story.endings:
        for screen in _after(story, ending, room, shelf):
            screens[screen.id] = screen
    return Deck(activity, story.kind, story.title, "look", screens, back_unsays=True)


def noticed(name: str) -> str:
    return f"noticed:{name}"


def _person(story: Scenario, name: str) -> Props:
    return {"id": name, **story.people[name].model_dump(mode="json")}


def _thing(thing: Thing) -> Props:
    return thing.model_dump(mode="json")


def _look(story: Scenario, room: Props) -> Screen:
    props: Props = {
        "room": room,
        "person": _person(story, story.person),
        "heading": story.look.heading,
        "hint": story.look.hint,
        "clock": _clock(story),
    }
    things = [
        Action(thing.id, "notice", thing.label, gives=(noticed(thing.id),), props=_thing(thing))
        for thing in story.look.things
    ]
    talk = Action("talk", "next", story.look.next, routes=(Route(story.turns[0].id),))
    return Screen("look", "look", props, actions=(*things, talk))


def _clock(story: Scenario) -> Props | None:
    return {"minutes": story.clock.minutes, "tally": MINUTES} if story.clock else None


def _talk(story: Scenario, turn: Turn, room: Props, length: int, shelf: Shelf) -> Screen:
    speaker = turn.speaker or story.person
    props: Props = {
        "room": room,
        "person": _person(story, speaker),
        "prompt": story.prompt,
        "clock": _clock(story),
        "progress": {"label": story.getting_to_know, "tally": TURNS, "total": length},
    }
    parts = [
        Part(
            "says",
            _words(choice.reply, choice.mood or turn.mood, choice, shelf),
            When(after=f"{other.id}/{choice.id}"),
        )
        for other in story.turns
        for choice in other.choices
        if choice.reply and turn.id in _leads(choice)
    ]  # fmt: skip
    parts.append(Part("says", _words(turn.says, turn.mood, turn, shelf)))
    parts += [Part("noticed", _thing(thing), When(needs=(noticed(thing.id),))) for thing in story.look.things]
    actions = [
        Action(
            choice.id, "say", choice.say, _opens(choice, story), choice.gives,
            tally={**choice.tally, TURNS: 1, choice.style: 1, MINUTES: choice.minutes},
            routes=_routes(choice, story), props={"by": choice.by or ""},
        )
        for choice in turn.choices
    ]  # fmt: skip
    return Screen(turn.id, "talk", props, tuple(parts), tuple(actions))


def _words(text: str, mood: str, of: Turn | Choice, shelf: Shelf) -> Props:
    words: Props = {"text": text, "mood": mood}
    if of.clip:
        words["clip"] = shelf.clip(of.clip)
    return words


def _known(name: str, story: Scenario) -> str:
    return noticed(name) if any(thing.id == name for thing in story.look.things) else name


def _opens(choice: Choice, story: Scenario) -> When:
    needs = tuple(noticed(name) for name in choice.noticed) + tuple(_known(name, story) for name in choice.knows)
    return When(needs=needs, unless=tuple(_known(name, story) for name in choice.unless))


def _leads(choice: Choice) -> tuple[str, ...]:
    return (choice.goto,) if isinstance(choice.goto, str) else tuple(branch.to for branch in choice.goto)


def _routes(choice: Choice, story: Scenario) -> tuple[Route, ...]:
    routes: list[Route] = []
    if story.clock and not all(_is_ending(place, story) for place in _leads(choice)):
        routes.append(Route(story.clock.out_of_time, When(at_least={MINUTES: story.clock.minutes})))
    if isinstance(choice.goto, str):
        return (*routes, Route(choice.goto))
    for branch in choice.goto:
        needs = tuple(noticed(name) for name in branch.noticed) + branch.said
        when = When(needs=needs, at_least=dict(branch.at_least), at_most=dict(branch.at_most))
        routes.append(Route(branch.to, when))
    return tuple(routes)


def _is_ending(place: str, story: Scenario) -> bool:
    return any(ending.id == place for ending in story.endings)


def _longest(story: Scenario) -> int:
    """The most turns that a talk can have without coming to the same one twice, along the first ways found."""
    onward = {turn.id: {p for c in turn.choices for p in _leads(c)} for turn in story.turns}
    best: dict[str, int] = {}

    def reach(name: str, on_the_way: frozenset[str]) -> int:
        if name not in onward or name in on_the_way:
            return 0
        if name not in best:
            best[name] = 1 + max(reach(to, on_the_way | {name}) for to in onward[name])
        return best[name]

    return reach(story.turns[0].id, frozenset())


def _road(road: Road, shelf: Shelf) -> Props:
    return {**road.model_dump(mode="json", exclude={"picture"}), "picture": shelf.picture(road.picture)}


def _after(story: Scenario, ending: Ending, room: Props, shelf: Shelf) -> tuple[Screen, Screen, Screen]:
    """The three screens that follow a talk: how it ended, the two roads, what you said and what you missed."""
    roads, reflect = f"{ending.id}-roads", f"{ending.id}-reflect"
    person = _person(story, story.person)
    ended = Screen(
        ending.id, "ending",
        {"room": room, "person": person, "mood": ending.mood, "heading": ending.title,
         "paragraphs": paragraphs(ending.text)},
        actions=(Action("roads", "next", shelf.say("See where it leads"), routes=(Route(roads),)),), ending=ending.id,
    )  # fmt: skip
    debrief = story.debrief
    two = Screen(
        roads, "roads",
        {"heading": debrief.heading, "intro": debrief.intro, "usual": _road(debrief.usual, shelf),
         "different": _road(ending.different, shelf), "note": debrief.note},
        actions=(Action("reflect", "next", shelf.say("What would you try?"), routes=(Route(reflect),)),),
    )  # fmt: skip
    parts = [
        Part(
            "said",
            {"say": choice.say, "style": choice.style, "turn": turn.id},
            When(needs=(f"{turn.id}/{choice.id}",)),
        )
        for turn in story.turns
        for choice in turn.choices
    ]
    for thing in story.look.things:
        parts.append(Part("noticed", _thing(thing), When(needs=(noticed(thing.id),))))
        parts.append(Part("missed", _thing(thing), When(unless=(noticed(thing.id),))))
    last = Screen(
        reflect, "reflect",
        {"room": room, "heading": debrief.tomorrow_heading, "tomorrow": ending.tomorrow, "title": ending.title,
         "endings": len(story.endings), "before": True},
        tuple(parts),
        (Action("again", "again", shelf.say("Have another go"), routes=(Route(AGAIN),)),
         Action("finish", "next", shelf.say("Finish"), routes=(Route(END),))),
    )  # fmt: skip
    return ended, two, last
