"""Random valid decks, small enough to try everything that can be done on them.

A deck is made from a seed, so that any failure is replayed by its number, and so that hundreds are cheap.
"""

from __future__ import annotations

from random import Random

import msgspec
from hypothesis import strategies as st

from kiosk.content.deck import AGAIN, END, Action, Ask, Deck, Part, Props, Route, Screen, When


def random_deck(seed: int, size: int = 4) -> Deck:
    """A deck of `size` screens whose every route leads somewhere. Tallies only grow, by at most 2 a step."""
    return _Maker(Random(seed), size).deck()


def strange_deck(seed: int) -> Deck:
    """The same with names that other programming languages sort, count or look up in ways of their own."""
    random = Random(seed)
    return _Strange(random, random.randint(1, 5)).deck()


def decks() -> st.SearchStrategy[Deck]:
    return st.builds(random_deck, st.integers(0, 2**32), st.integers(1, 4))


class _Maker:
    flags: tuple[str, ...] = ("red", "green", "blue")
    tallies: tuple[str, ...] = ("minutes", "turns")
    options: tuple[str, ...] = ("a", "b", "c")
    keys: tuple[str, ...] = ("how", "what")

    def __init__(self, random: Random, size: int) -> None:
        self.random = random
        self.names = [f"s{index}" for index in range(size)]
        self.actions = {name: [f"a{index}" for index in range(random.randint(1, 3))] for name in self.names}
        self.steps = [f"{name}/{action}" for name, actions in self.actions.items() for action in actions]

    def deck(self) -> Deck:
        screens = {name: self.screen(name) for name in self.names}
        return Deck(
            "deck", "page", "Deck", "s0", screens,
            flags=self.some(self.flags, 2), tallies={"minutes": self.random.randint(0, 2)},
            back_unsays=self.random.random() < 0.5,
        )  # fmt: skip

    def some(self, words: tuple[str, ...], most: int) -> tuple[str, ...]:
        return tuple(self.random.sample(words, self.random.randint(0, most)))

    def screen(self, name: str) -> Screen:
        parts = tuple(Part("slot", {"number": number}, self.when()) for number in range(self.random.randint(0, 3)))
        actions = tuple(self.action(action) for action in self.actions[name])
        return Screen(name, "page", {}, parts, actions, self.random.choice(("", name)))

    def action(self, name: str) -> Action:
        targets = (*self.names, *self.names, END, AGAIN)
        routes = tuple(
            Route(self.random.choice(targets), self.when()) for _ in range(self.random.randint(0, 2))
        )  # fmt: skip
        takes = self.some(self.flags, 2) if self.random.random() < 0.4 else ()
        tally = {self.random.choice(self.tallies): self.random.randint(0, 2)} if self.random.random() < 0.5 else {}
        return Action(name, "do", name, self.when(), self.some(self.flags, 2), takes, tally, routes, self.ask())

    def clause(self) -> str:
        if self.random.random() < 0.4:
            return self.random.choice(self.steps)
        return "|".join(self.random.sample(self.flags, self.random.choice((1, 1, 2, 3))))

    def when(self) -> When:
        chance = self.random.random
        if chance() < 0.5:
            return When()
        return When(
            needs=tuple(self.clause() for _ in range(self.random.randint(0, 2))),
            unless=(self.clause(),) if chance() < 0.3 else (),
            at_least={self.random.choice(self.tallies): self.random.randint(-1, 3)} if chance() < 0.2 else {},
            at_most={self.random.choice(self.tallies): self.random.randint(-1, 3)} if chance() < 0.2 else {},
            after=self.random.choice(self.steps) if chance() < 0.2 else "",
        )

    def ask(self) -> Ask | None:
        key = self.random.choice(self.keys)
        match self.random.choice(("", "", "", "one", "many", "text")):
            case "one":
                return Ask(key, "one", self.some(self.options, 3))
            case "many":
                return Ask(key, "many", self.some(self.options, 3))
            case "text":
                return Ask(key, "text", max_length=self.random.randint(0, 8), note="comment")
        return None


class _Strange(_Maker):
    """Names in astral planes and out of order, decimal names, and names that every JavaScript object inherits."""

    flags = ("😀", "ﬁ", "z", "Z", "é", "10", "9", "constructor", "a b")
    tallies = ("minutes", "constructor", "😀", "7")
    options = ("a", "é", "e\u0301", "😀", "ﬁ", "toString", " b")
    keys = ("how", "constructor", "ﬁ", "😀")

    def screen(self, name: str) -> Screen:
        screen = super().screen(name)
        parts = tuple(
            msgspec.structs.replace(part, slot=self.random.choice(("slot", "valueOf", "2"))) for part in screen.parts
        )
        return msgspec.structs.replace(screen, parts=parts, props=self.props())

    def action(self, name: str) -> Action:
        puts = (self.random.choice(self.options), self.random.choice(("", "here", "😀")))
        return msgspec.structs.replace(
            super().action(name),
            label=self.random.choice(("", "Say “yes”", "😀\u2028")),
            props=self.props(),
            puts=puts if self.random.random() < 0.3 else None,
        )

    def props(self) -> Props:
        return {"seconds": self.random.randint(0, 9) / 4, "live": ["pledge"]} if self.random.random() < 0.3 else {}
