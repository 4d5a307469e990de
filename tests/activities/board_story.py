"""A small board that tests write down: two rounds, one card that noticing opens, one that hearing opens."""

from __future__ import annotations

from typing import Any

from activities.screen_stage import deck_of

from kiosk import player
from kiosk.content.deck import Deck
from kiosk.player import State

PICTURE = {"file": "room.svg", "describe": "A room with a board."}
PERSON = {"figure": "one", "view": [0, 0, 600, 400], "portrait": [0, 0, 600, 480]}
ROAD = {
    "title": "The way", "steps": [{"icon": "cup", "text": "Tea"}] * 3, "people": 4, "people_text": "Four",
    "hours": 2, "picture": PICTURE,
}  # fmt: skip


def card(name: str, style: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "title": f"The {name} card", "style": style, "says": f"This is what {name} is worth.", **more}


def ending(name: str) -> dict[str, Any]:
    return {"id": name, "title": f"It was {name}", "text": "So.", "different": ROAD, "tomorrow": "Ask."}


def thing(name: str, x: int) -> dict[str, Any]:
    box = [x, 500, 150, 150]
    return {
        "id": name,
        "label": name,
        "text": "There.",
        "box": box,
        "touch": box,
        "marker": [x + 75, 575],
        "telling": True,
    }


COLUMNS = [
    {"id": "matters", "label": "What matters", "icon": "heart", "colour": "coral"},
    {"id": "help", "label": "Who can help", "icon": "people", "colour": "teal"},
    {"id": "week", "label": "This week", "icon": "clock", "colour": "sunflower"},
]
FIRST = {
    "id": "first", "speaker": "ann", "says": "Here is the first of it.",
    "cards": [
        card("form", "form"), card("leaflet", "kind"), card("song", "open"), card("key", "open", noticed=["keys"]),
    ],
}  # fmt: skip
SECOND = {
    "id": "second", "speaker": "bob", "says": "And here is more.",
    "cards": [card("letter", "kind"), card("walk", "open", by="ann"), card("choir", "open", heard=["song"])],
}  # fmt: skip
STORY: dict[str, Any] = {
    "room": PICTURE,
    "people": {
        "ann": {"name": "Ann", "about": "Ann, a nurse", "side": "right", **PERSON},
        "bob": {"name": "Bob", "about": "Bob, from housing", "side": "left", **PERSON},
    },
    "person": "ann",
    "look": {"heading": "Look", "hint": "Touch.", "next": "Begin", "things": [thing("keys", 100), thing("mug", 700)]},
    "home": "Cat and Dan", "heading": "Their week", "board": [300, 60, 600, 400], "columns": COLUMNS, "places": 2,
    "hint": "Take one up.", "next": "Next", "rounds": [FIRST, SECOND],
    "closing": {
        "speaker": "bob", "says": "Is that it?", "next": "Agreed",
        "goto": [
            {"to": "forms", "at_least": {"form-week": 1}},
            {"to": "songs", "laid": {"song": "week"}, "noticed": ["keys"]},
            {"to": "empty", "at_most": {"week": 0}},
            {"to": "mixed"},
        ],
    },
    "endings": [ending("forms"), ending("songs"), ending("empty"), ending("mixed")],
    "debrief": {"heading": "Two", "intro": "See.", "usual": ROAD, "note": "Invented.", "tomorrow_heading": "Try"},
}  # fmt: skip


def board(**changes: Any) -> Deck:
    return deck_of("board", {**STORY, **changes})


def walked(deck: Deck, *steps: str) -> State:
    """The state after steps that must all be on offer."""
    state = player.start(deck).state
    for step in steps:
        taken = player.step(deck, state, step)
        assert taken.offered, f"{step} is not on offer on {state.screen}"
        state = taken.state
    return state


def on_offer(deck: Deck, state: State, verb: str) -> list[str]:
    return [action.id for action in player.offers(deck, state) if action.verb == verb]
