"""Every kind of screen that an iPad can show, brought up one by one for tests that look at all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from kiosk import player
from kiosk.content.deck import Deck
from kiosk.content.library import Library, Zone
from kiosk.player import State
from kiosk.shell.tour import busier, reach_every_screen

ACTIVITIES = (
    "silent-euphonium", "reablement", "voices", "how-was-it", "doorstep", "pledge-wall", "what-people-said", "numbers",
    "maze-year",
)  # fmt: skip
SCENARIOS = ("ten-minutes", "the-huddle")
"""Activities that have every screen kind between them."""
NOTES = (
    "I’ll ask what a good day looks like before I open the form.",
    "More of this, please. My Nan would’ve loved it.",
    "Listen.",
)
TOUCHES: Mapping[str, tuple[str, ...]] = {
    "silent-euphonium/part": ('[data-id="read"]',),
    "reablement/part": ('[data-id="listen"]',),
    "ten-minutes/look": (".hotspot.found",),
    "ten-minutes/reflect": ('[data-id="tab-things"]',),
    "the-huddle/look": (".hotspot.found",),
    "the-huddle/talk": (".huddle-table .huddle-card",),
    "the-huddle/reflect": ('[data-id="tab-things"]',),
    "voices/board": ('[data-id^="clip-"]',),
    "doorstep/list": ('[data-id^="filter-"][aria-haspopup]',),
    "numbers/number": ('[data-id="listen"]',),
    "maze-year/strip": (".tn-moment.current .tn-foot button",),
}
"""What else there is to see on a screen once something has been touched."""


def every_kind(library: Library) -> Zone:
    """A zone that has all of it."""
    return msgspec.structs.replace(
        library.zones[0], activities=ACTIVITIES, scenarios=SCENARIOS, listed=SCENARIOS, intro=library.zones[2].intro
    )


def poses_of(deck: Deck) -> Iterator[dict[str, Any]]:
    """One of each kind of screen of an activity: the one that has most on it."""
    fullest: dict[str, tuple[int, State]] = {}
    for name, state in reach_every_screen(deck).items():
        state = busier(deck, state)
        size = len(msgspec.json.encode(player.view(deck, state)))
        kind = deck.screens[name].kind
        if size > fullest.get(kind, (0, state))[0]:
            fullest[kind] = (size, state)
    for kind, (_, state) in fullest.items():
        pose = {"phase": "activity", "activity": deck.id, "walk": msgspec.to_builtins(state)}
        yield {**pose, "name": f"{deck.kind}/{kind}"}
        for css in TOUCHES.get(f"{deck.id}/{kind}", ()):
            yield {**pose, "name": f"{deck.kind}/{kind} {css}", "touch": css}


def before(deck: Deck) -> dict[str, Any]:
    """What those before did in an activity: something of everything."""
    screens = deck.screens.values()
    return {
        "walks": 128, "onward": {}, "screens": {one.id: 97 for one in screens},
        "steps": {f"{one.id}/{action.id}": 23 for one in screens for action in one.actions},
        "reached": {one.ending: 31 for one in screens if one.ending},
        "lies": {f"{action.puts[0]}@{action.puts[1]}": 12 for one in screens for action in one.actions if action.puts},
    }  # fmt: skip


def pages() -> Iterator[dict[str, Any]]:
    """The screens that belong to every zone. Those that are `plain` nobody has chosen a look for."""
    yield {"name": "attract", "phase": "attract", "plain": True}
    yield {"name": "attract, languages", "phase": "attract", "asking": "languages", "plain": True}
    yield {"name": "home", "phase": "home", "done": ["voices"]}
    yield {"name": "languages", "phase": "home", "asking": "languages"}
    yield {"name": "start again", "phase": "home", "asking": "start-again"}
    yield {"name": "still there", "phase": "home", "still": True}
    yield {"name": "finish", "phase": "finish"}
    yield {"name": "paused", "phase": "paused", "plain": True}
