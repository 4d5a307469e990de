"""A walk taken over into a deck that has changed, and the shortest way to a screen of it. Pure."""

from __future__ import annotations

from kiosk import player
from kiosk.content.deck import Action, Deck
from kiosk.player import State
from kiosk.shell.tour import reach_every_screen

WORDS = "A few words"


def retrace(deck: Deck, walk: State) -> State:
    """The same walk over a changed deck: at the same screen while there is one, or else as far as it still goes."""
    state = player.start(deck).state
    for step in walk.path:
        screen, _, name = step.partition("/")
        while state.screen != screen and state.history:
            state = player.back(deck, state).state
        action = next((one for one in player.offers(deck, state) if one.id == name), None)
        if state.screen != screen or action is None:
            break
        after = player.step(deck, state, name, _answer(action)).state
        if after.ended:
            break
        state = after
    while state.screen != walk.screen and walk.screen in (place.screen for place in state.history):
        state = player.back(deck, state).state
    if state.screen == walk.screen or walk.screen not in deck.screens:
        return state
    return reach(deck, walk.screen)


def reach(deck: Deck, screen: str) -> State:
    """A short walk to a screen. Where no way leads, the screen as it would be with nothing done before."""
    found = reach_every_screen(deck).get(screen)
    return found or State(screen, tuple(sorted(deck.flags)), dict(deck.tallies))


def way(walk: State) -> list[str]:
    """The screens that a walk has come by, the present one last."""
    return [*(place.screen for place in walk.history), walk.screen]


def _answer(action: Action) -> str:
    if action.ask is None:
        return ""
    return WORDS if action.ask.kind == "text" else str(action.props.get("answer", action.ask.options[0]))
