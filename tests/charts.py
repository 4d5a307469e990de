"""Decks to draw: one with everything wrong that can be, and what walking it finds."""

from __future__ import annotations

from kiosk.content.deck import AGAIN, END, Action, Deck, Route, Screen, When
from kiosk.content.walk import walk
from kiosk.graph import Chart, chart

LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 2
NASTY = "<script>alert('x')</script> & \"quotes\" \x0b\ud800 اردو متن یہاں ہے"


def say(name: str, to: str, *more: str, label: str = "", when: When | None = None, style: str = "") -> Action:
    routes = tuple(Route(one) for one in (to, *more))
    return Action(name, "say", label or name, when or When(), tally={style: 1} if style else {}, routes=routes)


def screen(name: str, *actions: Action, kind: str = "talk", ending: str = "") -> Screen:
    return Screen(name, kind, {"heading": f"This is {name}"}, (), actions, ending)


def troubled() -> Deck:
    """begin -> middle | stuck (a dead end) | good; lost and bad are never reached, `never` is never on offer."""
    on = (say("on", "after"),)
    screens = (
        screen(
            "begin",
            say("ask", "middle", label=NASTY, style="open"),
            say("never", "good", when=When(needs=("nobody-gives-this",)), style="form"),
            say("trap", "stuck", label=LONG, style="kind"),
        ),
        screen("middle", say("back", "begin"), say("stay", "middle"), say("gone", "good", "nowhere")),
        screen("stuck", Action("look", "notice", "A lamp"), say("locked", "good", when=When(needs=("key",)))),
        screen("lost", say("out", "good")),
        screen("good", *on, kind="ending", ending="good"),
        screen("bad", *on, kind="ending", ending="bad"),
        screen("after", say("finish", END), say("again", AGAIN)),
    )
    return Deck("troubled", "scenario", "Trouble & strife", "begin", {one.id: one for one in screens})


def charted(deck: Deck) -> Chart:
    return chart(deck, walk(deck))
