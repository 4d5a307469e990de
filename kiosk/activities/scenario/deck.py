"""How a scenario becomes a deck: look -> turns -> an ending -> two roads -> everybody's ways -> what to try."""

from __future__ import annotations

from kiosk.activities.scenario.model import Choice, Scenario, Turn
from kiosk.content.base import Shelf
from kiosk.content.deck import Action, Deck, Part, Props, Route, Screen, When
from kiosk.content.room import after_screens, look_screen, noticed, noticed_parts, person_props, ways_screen

TURNS = "turns"
MINUTES = "minutes"


def compile_deck(activity: str, story: Scenario, shelf: Shelf) -> Deck:
    room = shelf.picture(story.room)
    screens = {"look": look_screen(story, shelf, story.turns[0].id, _clock(story))}
    length = _longest(story)
    for turn in story.turns:
        screens[turn.id] = _talk(story, turn, room, length, shelf)
    moments = [_moment(turn) for turn in story.turns]
    for ending in story.endings:
        for screen in after_screens(
            story, ending, story.debrief, shelf,
            person=story.person, mood=ending.mood, endings=len(story.endings), path=_said(story),
            ways=ways_screen(ending, story.endings, moments, shelf),
        ):  # fmt: skip
            screens[screen.id] = screen
    return Deck(activity, story.kind, story.title, "look", screens, back_unsays=True)


def _clock(story: Scenario) -> Props | None:
    return {"minutes": story.clock.minutes, "tally": MINUTES} if story.clock else None


def _talk(story: Scenario, turn: Turn, room: Props, length: int, shelf: Shelf) -> Screen:
    speaker = turn.speaker or story.person
    props: Props = {
        "room": room,
        "person": person_props(story, speaker),
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
    parts += noticed_parts(story)
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


def _said(story: Scenario) -> list[Part]:
    return [
        Part(
            "said",
            {"say": choice.say, "style": choice.style, "screen": turn.id, "step": f"{turn.id}/{choice.id}"},
            When(needs=(f"{turn.id}/{choice.id}",)),
        )
        for turn in story.turns
        for choice in turn.choices
    ]


def _moment(turn: Turn) -> Part:
    """A turn that was had, with all that could be said there."""
    choices = [{"id": choice.id, "say": choice.say} for choice in turn.choices]
    had = "|".join(f"{turn.id}/{choice.id}" for choice in turn.choices)
    return Part("moments", {"screen": turn.id, "choices": choices}, When(needs=(had,)))
