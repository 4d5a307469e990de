"""From a deck and what walking it found to cards, rows and ways on: what is in the picture, not yet where."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.content.deck import AGAIN, ALWAYS, END, Action, Deck, Route, Screen
from kiosk.content.walk import Findings
from kiosk.graph.words import condition, flag

STYLES = ("form", "kind", "open")
"""Tallies that name the sort of question which a choice asks."""
SHARED = 6
"""A conditional route that this many actions have in common is told once, on the card that it leads to."""
MOST_LISTED = 12
NOWHERE = -1
"""The column of a screen that no route leads to."""


@dataclass(frozen=True, kw_only=True)
class Leads:
    """A way on from a row: its words, the name of the card it leads to (empty: it stays, or begins again)."""

    words: str
    to: str = ""
    conditional: bool = False
    trouble: bool = False


@dataclass(frozen=True, kw_only=True)
class Row:
    """Something that can be done on a screen and leads on. `gives` is what it makes so, `trouble` what is wrong."""

    words: str
    style: str
    needs: str
    gives: str
    leads: tuple[Leads, ...]
    trouble: str = ""


@dataclass(frozen=True, kw_only=True)
class Card:
    """A screen. `column` is its distance from the start or NOWHERE; a `leaf` is an ending."""

    name: str
    kind: str
    words: str
    column: int
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()
    leaf: bool = False
    trouble: str = ""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """All that is in the picture: the cards in the deck's order, and what is wrong with screens that are not drawn."""

    title: str
    about: str
    cards: tuple[Card, ...]
    troubles: tuple[str, ...]


def chart(deck: Deck, findings: Findings) -> Chart:
    """What to draw of a deck. Screens that only follow an ending are left out: they say the same after each."""
    columns = _columns(deck)
    behind = _behind_endings(deck) - set(columns)
    drawn = [name for name in deck.screens if name not in behind]
    leaves = {name for name in drawn if deck.screens[name].ending}
    last = 1 + max((column for name, column in columns.items() if name not in leaves), default=0)
    shared = _shared(deck)
    cards = []
    for name in drawn:
        leaf = name in leaves
        column = columns.get(name, NOWHERE)
        cards.append(
            _leaf(deck, name, findings, last if leaf else column, shared)
            if leaf
            else _card(deck, deck.screens[name], findings, column, shared)
        )
    if any(leads.to == END for card in cards for row in card.rows for leads in row.leads):
        cards.append(Card(name=END, kind="end", words="The end", column=last, leaf=True))
    return Chart(title=deck.title, about=_about(deck), cards=tuple(cards), troubles=tuple(_elsewhere(findings, behind)))


def _columns(deck: Deck) -> dict[str, int]:
    """The distance in screens from the start, whatever conditions say, without going on from endings."""
    return _spread(deck, [deck.start] if deck.start in deck.screens else [])


def _behind_endings(deck: Deck) -> set[str]:
    """Every screen that an ending leads to."""
    endings = [screen for screen in deck.screens.values() if screen.ending]
    after = {route.to for screen in endings for action in screen.actions for route in action.routes}
    return set(_spread(deck, sorted(name for name in after if name in deck.screens and not deck.screens[name].ending)))


def _spread(deck: Deck, begin: Iterable[str]) -> dict[str, int]:
    found = dict.fromkeys(begin, 0)
    queue = deque(found)
    while queue:
        name = queue.popleft()
        screen = deck.screens[name]
        for to in () if screen.ending else (route.to for action in screen.actions for route in action.routes):
            if to in deck.screens and to not in found:
                found[to] = found[name] + 1
                queue.append(to)
    return found


def _shared(deck: Deck) -> set[tuple[str, str]]:
    """Conditional routes, as (where to, condition), that many actions have in common."""
    actions = [action for screen in deck.screens.values() for action in screen.actions]
    count = Counter(_key(route) for action in actions for route in action.routes if route.when != ALWAYS)
    return {key for key, times in count.items() if times >= SHARED}


def _key(route: Route) -> tuple[str, str]:
    return route.to, condition(route.when)


def _leaf(deck: Deck, name: str, findings: Findings, column: int, shared: set[tuple[str, str]]) -> Card:
    screen = deck.screens[name]
    return Card(
        name=name,
        kind="ending",
        words=str(screen.props.get("heading") or name),
        column=column,
        notes=_arrivals(name, shared),
        leaf=True,
        trouble=_trouble(name, findings),
    )


def _card(deck: Deck, screen: Screen, findings: Findings, column: int, shared: set[tuple[str, str]]) -> Card:
    return Card(
        name=screen.id,
        kind=f"{screen.kind}, where it begins" if screen.id == deck.start else screen.kind,
        words=_words(screen),
        column=column,
        rows=tuple(_row(deck, screen, one, findings, shared) for one in screen.actions if one.routes or style_of(one)),
        notes=(*_arrivals(screen.id, shared), *_staying(screen)),
        trouble=_trouble(screen.id, findings),
    )


def _arrivals(name: str, shared: set[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(f"From anywhere, once: {when}" for to, when in sorted(shared) if to == name)


def _trouble(name: str, findings: Findings) -> str:
    if name in findings.unreached:
        return "Nobody can reach this."
    for dead in findings.dead_ends:
        if dead.screen == name:
            return f"Dead end after {' > '.join(dead.path[-3:]) or 'the start'}."
    return ""


def _words(screen: Screen) -> str:
    """What the screen says first: words that are always there, then its own heading."""
    for part in screen.parts:
        if part.when == ALWAYS and isinstance(said := part.props.get("text"), str):
            return said
    for key in ("question", "label", "heading", "title"):
        if isinstance(said := screen.props.get(key), str) and said:
            return said
    held = (value for value in screen.props.values() if isinstance(value, dict))
    return next((str(one["name"]) for one in held if "name" in one), "")


def _staying(screen: Screen) -> Iterator[str]:
    """What can be done without leaving, gathered by verb: `notice (12): Radio · Cup of tea · …`."""
    verbs: dict[str, list[Action]] = {}
    for action in screen.actions:
        if not action.routes and not style_of(action):
            verbs.setdefault(action.verb, []).append(action)
    for verb, actions in verbs.items():
        told = [f"{one.label} ({one.id})" if verb == "notice" else one.label or one.id for one in actions]
        # Many actions may have one label: a column that any card can be laid in.
        labels = list(dict.fromkeys(told))
        more = f" · and {len(labels) - MOST_LISTED} more" if len(labels) > MOST_LISTED else ""
        yield f"{verb} ({len(labels)}): {' · '.join(labels[:MOST_LISTED])}{more}"


def _row(deck: Deck, screen: Screen, action: Action, findings: Findings, shared: set[tuple[str, str]]) -> Row:
    own = [route for route in action.routes if _key(route) not in shared]
    several = len(own) > 1
    leads = []
    for number, route in enumerate(own):
        told = condition(route.when)
        before = f"if {told}: " if told else "otherwise: " if several and number else ""
        leads.append(_leads(deck, screen, route, before))
    never = f"{screen.id}/{action.id}" in findings.never_offered
    return Row(
        words=action.label or action.id,
        style=style_of(action),
        needs=condition(action.when),
        gives=_gives(deck, action),
        leads=tuple(leads),
        trouble="Never on offer: what it needs can’t come about." if never else "",
    )


def _gives(deck: Deck, action: Action) -> str:
    """The flags it gives, and what it adds to the tallies that some condition asks for."""
    told = [flag(name) for name in action.gives] + [f"no longer {flag(name)}" for name in action.takes]
    return ", ".join(
        [*told, *(f"{name} +{more}" for name, more in action.tally.items() if more and name in _asked(deck))]
    )


def _asked(deck: Deck) -> set[str]:
    """Tallies that steer, but for those that a row's colour already tells."""
    actions = [action for screen in deck.screens.values() for action in screen.actions]
    whens = [when for one in actions for when in (one.when, *(route.when for route in one.routes))]
    return {name for when in whens for name in (*when.at_least, *when.at_most)} - set(STYLES)


def style_of(action: Action) -> str:
    """The sort of thing to say or to take up; empty for all else."""
    if action.verb == "take":
        return str(action.props.get("style", ""))
    return next((style for style in STYLES if action.verb == "say" and action.tally.get(style)), "")


def _leads(deck: Deck, screen: Screen, route: Route, before: str) -> Leads:
    conditional = route.when != ALWAYS
    if route.to == AGAIN:
        return Leads(words=f"{before}begins again", conditional=conditional)
    if route.to == END:
        return Leads(words=f"{before}→ the end", to=END, conditional=conditional)
    if route.to == screen.id:
        return Leads(words=f"{before}stays here", conditional=conditional)
    if route.to not in deck.screens:
        return Leads(words=f"{before}→ {route.to}, which is not there", conditional=conditional, trouble=True)
    return Leads(words=f"{before}→ {route.to}", to=route.to, conditional=conditional)


def _about(deck: Deck) -> str:
    minutes = f", about {deck.minutes} minutes" if deck.minutes else ""
    return f"{deck.id} · {deck.kind.replace('_', ' ')}{minutes}"


def _elsewhere(findings: Findings, behind: set[str]) -> Iterator[str]:
    """What is wrong with the screens behind the endings, which have no card."""
    for name in findings.unreached:
        if name in behind:
            yield f"Nobody can reach {name}."
    for dead in findings.dead_ends:
        if dead.screen in behind:
            yield f"{dead.screen} is a dead end."
    for name in findings.never_offered:
        if name.split("/")[0] in behind:
            yield f"{name} is never on offer."
    if not findings.complete:
        yield "Too many ways through to walk them all: what looks fine may not be."
