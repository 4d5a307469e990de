"""One player, twice: kiosk/hub/web/player.mjs does what kiosk/player.py does, in real browser engines."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
import pytest
from decks import random_deck, strange_deck
from hub.engines import ROOT, Browsers, Engine, Site
from hub.shipped import shipped
from hub.traces import Trace, differences, endings, of_generated, of_shipped, offered

from kiosk.content.deck import Action, Ask, Deck, Route, Screen
from kiosk.player import HISTORY

GENERATED = 1000
SHIPPED = tuple(sorted(file.parent.name for file in (ROOT / "content").glob("*/activity.yaml")))


@cache
def trace_of(name: str) -> tuple[Trace, bool]:
    return of_shipped(name, shipped().decks[name])


def agree(engine: Engine, site: Site, traces: list[Trace]) -> int:
    """Have an engine take the steps of some traces; how many it took."""
    site.texts["/traces.json"] = msgspec.json.encode([trace.told() for trace in traces])
    if engine.driver.current_url != f"{site.url}/":
        engine.open(f"{site.url}/")
    told = engine.run('return (await import("/tests/retrace.mjs")).retraceAll("/traces.json")')
    if wrong := told["wrong"]:
        trace, at = traces[wrong["trace"]], wrong["at"]
        pytest.fail(
            f"{engine.name}, {trace.name}: after {' > '.join(trace.path(at)) or 'the start'}\n"
            + "\n".join(list(unlike(trace, at, wrong["got"]))[:5])
        )
    assert told["taken"] == sum(len(trace.steps) for trace in traces)
    return int(told["taken"])


def unlike(trace: Trace, at: int, got: str) -> list[str]:
    names = ("step", "view", "fits", "fits a smaller deck")
    python: Any = msgspec.json.decode(msgspec.json.encode(trace.seen(at)))
    other: Any = msgspec.json.decode(got)
    return list(differences(dict(zip(names, python, strict=True)), dict(zip(names, other, strict=True))))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_deck_is_walked_alike_whole_or_every_action_and_hundreds_of_random_walks(
    browsers: Browsers, site: Site, name: str
) -> None:
    """In the engine that is nearest to an iPad's; what is generated is walked in both."""
    trace, _ = trace_of(name)
    agree(browsers.get("webkit"), site, [trace])


@pytest.mark.parametrize("name", SHIPPED)
def test_the_walks_of_a_shipped_deck_see_every_screen_action_and_ending(name: str) -> None:
    trace, _ = trace_of(name)
    screens = trace.deck.screens
    assert {step.state.screen for step in trace.outcomes} == set(screens)
    assert offered(trace) == {f"{id_}/{action.id}" for id_, screen in screens.items() for action in screen.actions}
    assert endings(trace) == {screen.ending for screen in screens.values() if screen.ending}


@cache
def generated() -> list[Trace]:
    traces = [of_generated(f"random_deck({seed})", random_deck(seed), seed) for seed in range(GENERATED // 4)]
    return traces + [
        of_generated(f"strange_deck({seed})", strange_deck(seed), seed) for seed in range(GENERATED - len(traces))
    ]


def test_a_thousand_generated_decks_are_walked_alike(engine: Engine, site: Site) -> None:
    assert len(generated()) == GENERATED
    agree(engine, site, generated())


@cache
def long_walks() -> list[Trace]:
    return [long_walk(back_unsays=False), long_walk(back_unsays=True)]


def long_walk(*, back_unsays: bool) -> Trace:
    """To and fro for longer than can be retraced, then back until there is no way back."""
    screens = {
        here: Screen(here, "page", actions=(Action("go", "next", tally={"turns": 1}, routes=(Route(there),)),))
        for here, there in (("a", "b"), ("b", "a"))
    }
    deck = Deck("deck", "page", "Deck", "a", screens, back_unsays=back_unsays)
    trace = Trace(f"a walk of {HISTORY + 20} steps, back_unsays={back_unsays}", deck)
    at = 0
    for _ in range(HISTORY + 20):
        at = trace.take(at, "go")
    for _ in range(HISTORY + 2):
        at = trace.take(at, None)
    assert not trace.outcomes[at].offered
    return trace


def test_a_long_walk_forgets_its_beginning_alike(engine: Engine, site: Site) -> None:
    agree(engine, site, long_walks())


def test_half_an_emoji_is_kept_as_a_mark_that_something_was_there(engine: Engine, site: Site) -> None:
    """Python never sees one: it is no JSON. A text field that counts as JavaScript does may leave one at its end."""
    ask = Ask("why", "text", max_length=3, note="comment")
    deck = Deck("deck", "page", "Deck", "a", {"a": Screen("a", "page", actions=(Action("say", "write", ask=ask),))})
    engine.open(f"{site.url}/")
    note = engine.run(
        """
        const player = await import("/web/player.mjs");
        const deck = JSON.parse(given.deck);
        return player.step(deck, player.start(deck).state, "say", "a😀\\ud83d").note;
        """,
        deck=msgspec.json.encode(deck).decode(),
    )
    assert note == {"kind": "comment", "text": "a😀\ufffd"}
