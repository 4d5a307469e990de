"""How a board becomes a deck: look -> a screen a round -> agree -> an ending -> two roads -> the ways of
others -> what to try.

Where each card lies is a flag, so every card that was ever taken up can be moved on every later screen. Laying one is
an action for each column that it comes from and goes to, because counts change by both.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.activities.board.model import AGREE, Board, Card, Closing, Column, Outcome, Round, lay, take
from kiosk.content.base import Shelf
from kiosk.content.deck import Action, Deck, Part, Props, Route, Screen, When
from kiosk.content.room import after_screens, look_screen, noticed, person_props, ways_screen

LAID = "laid"
"""The tally of cards on the board."""


def compile_deck(activity: str, story: Board, shelf: Shelf) -> Deck:
    screens = {"look": look_screen(story, shelf, story.rounds[0].id)}
    stops = [*(round_.id for round_ in story.rounds), AGREE]
    common = _common(story, shelf)
    for number, round_ in enumerate(story.rounds):
        onward = Action("next", "next", story.next, routes=(Route(stops[number + 1]),))
        screens[round_.id] = _talk(round_.id, round_, story, number, common, onward, shelf)
    ways = tuple(Route(one.to, _when(one)) for one in story.closing.goto)
    agree = Action(AGREE, "next", story.closing.next, routes=ways)
    screens[AGREE] = _talk(AGREE, story.closing, story, len(story.rounds), common, agree, shelf)
    path = list(_path(story))
    moments = [*(_moment(round_, story) for round_ in story.rounds), *path]
    for ending in story.endings:
        for screen in after_screens(
            story, ending, story.debrief, shelf,
            person=ending.person or story.person, mood="", endings=len(story.endings), path=path,
            ways=ways_screen(ending, story.endings, moments, shelf, {"columns": common["columns"]}),
            whose={"name": story.home},
        ):  # fmt: skip
            screens[screen.id] = screen
    return Deck(activity, story.kind, story.title, "look", screens, back_unsays=True)


def lies(card: str, column: str) -> str:
    """The flag of a card that lies in a column."""
    return f"{card}@{column}"


def _aside(card: Card) -> str:
    """The flag of a card that was on the board and has been put back on the table."""
    return f"aside:{card.id}"


def _place(round_: Round) -> str:
    """The flag of a round whose one place on the board is taken."""
    return f"placed:{round_.id}"


def _heard(card: str) -> str:
    return f"heard:{card}"


def _common(story: Board, shelf: Shelf) -> Props:
    """What every screen of the talk holds."""
    return {
        "room": shelf.picture(story.room),
        "people": {name: person_props(story, name) for name in story.people},
        "heading": story.heading,
        "hint": story.hint,
        "board": list(story.board),
        "columns": [column.model_dump(mode="json") for column in story.columns],
        "places": story.places,
        "progress": {"tally": LAID, "total": len(story.rounds)},
    }


def _talk(
    name: str, now: Round | Closing, story: Board, number: int, common: Props, onward: Action, shelf: Shelf
) -> Screen:
    """The board while somebody speaks: the cards of this round, and whatever came of those before."""
    fresh = story.rounds[number] if number < len(story.rounds) else None
    parts = [Part("says", {"by": now.speaker, **_words(now, shelf)})]
    actions: list[Action] = []
    for round_ in story.rounds[: number + 1]:
        own = round_ is fresh
        for card in round_.cards:
            actions += _card(card, round_, story, own, shelf)
            parts += _laid(card, story)
    actions.sort(key=lambda action: action.verb != "take" or "style" not in action.props)
    return Screen(name, "talk", common, tuple(parts), (*actions, onward))


def _card(card: Card, round_: Round, story: Board, own: bool, shelf: Shelf) -> Iterator[Action]:
    """Everything that can be done with a card. In a later round it is there only if it is on the board, or was."""
    opened = tuple(noticed(one) for one in card.noticed) + tuple(_heard(one) for one in card.heard)
    everywhere = "|".join((*(lies(card.id, column.id) for column in story.columns), _aside(card)))
    of: Props = {"card": card.id}
    says: Props = {**of, "by": card.by or round_.speaker, **_words(card, shelf)}
    if own:
        says |= {"style": card.style}
    yield Action(
        take(card), "take", card.title, When(needs=opened if own else (everywhere,)),
        gives=(_heard(card.id),), props=says,
    )  # fmt: skip
    for column in story.columns:
        here, room = lies(card.id, column.id), {column.id: story.places - 1}
        to: Props = {**of, "column": column.id}
        yield Action(
            lay(card, column), "lay", column.label,
            When(needs=opened if own else (_aside(card),), unless=(_place(round_),), at_most=room),
            gives=(here, _place(round_)), takes=(_aside(card),), tally=_count(card, column, 1), props=to,
            puts=(card.id, column.id),
        )  # fmt: skip
        for other in story.columns:
            if other is not column:
                there = lies(card.id, other.id)
                tally = _count(card, other, -1) | _count(card, column, 1)
                tally = {name: more for name, more in tally.items() if name not in (LAID, card.style)}
                yield Action(
                    lay(card, column, other), "lay", column.label, When(needs=(there,), at_most=room),
                    gives=(here,), takes=(there,), tally=tally, props=to, puts=(card.id, column.id),
                )  # fmt: skip
        yield Action(
            f"{card.id}-from-{column.id}", "back", shelf.say("Put it back"), When(needs=(here,)),
            gives=(_aside(card),), takes=(here, _place(round_)), tally=_count(card, column, -1), props=of,
            puts=(card.id, ""),
        )  # fmt: skip


def _count(card: Card, column: Column, by: int) -> dict[str, int]:
    return dict.fromkeys((LAID, column.id, card.style, f"{card.style}-{column.id}"), by)


def _words(of: Round | Closing | Card, shelf: Shelf) -> Props:
    words: Props = {"text": of.says}
    if of.clip:
        words["clip"] = shelf.clip(of.clip)
    return words


def _when(outcome: Outcome) -> When:
    needs = (*(noticed(one) for one in outcome.noticed), *(lies(*one) for one in outcome.laid.items()))
    return When(needs=needs, at_least=dict(outcome.at_least), at_most=dict(outcome.at_most))


def _laid(card: Card, story: Board) -> Iterator[Part]:
    """Where a card lies."""
    for column in story.columns:
        props: Props = {"card": card.id, "title": card.title, "column": column.id}
        yield Part("laid", props, When(needs=(lies(card.id, column.id),)))


def _path(story: Board) -> Iterator[Part]:
    """What lay where at the end, column by column."""
    for column in story.columns:
        for card in (card for round_ in story.rounds for card in round_.cards):
            props: Props = {"card": card.id, "title": card.title, "style": card.style}
            props |= {"place": column.id, "column": column.label, "icon": column.icon, "colour": column.colour}
            yield Part("laid", props, When(needs=(lies(card.id, column.id),)))


def _moment(round_: Round, story: Board) -> Part:
    """A round, with all that could be laid there."""
    cards = [{"card": card.id, "title": card.title} for card in round_.cards]
    return Part("moments", {"screen": round_.id, "speaker": story.people[round_.speaker].name, "cards": cards})
