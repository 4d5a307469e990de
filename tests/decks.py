"""Random valid decks, small enough to try everything that can be done on them."""

from __future__ import annotations

from hypothesis import strategies as st

from kiosk.content.deck import AGAIN, END, Action, Ask, Deck, Part, Route, Screen, When

FLAGS = ("red", "green", "blue")
TALLIES = ("minutes", "turns")

_clauses = st.one_of(
    st.sampled_from(FLAGS),
    st.lists(st.sampled_from(FLAGS), min_size=2, max_size=3, unique=True).map("|".join),
)


@st.composite
def _whens(draw: st.DrawFn, steps: tuple[str, ...]) -> When:
    if draw(st.booleans()):
        return When()
    clauses = st.one_of(_clauses, st.sampled_from(steps))
    bounds = st.dictionaries(st.sampled_from(TALLIES), st.integers(-1, 3), max_size=1)
    return When(
        needs=tuple(draw(st.lists(clauses, max_size=2))),
        unless=tuple(draw(st.lists(clauses, max_size=1))),
        at_least=draw(bounds),
        at_most=draw(bounds),
        after=draw(st.sampled_from(("", "", *steps))),
    )


@st.composite
def _asks(draw: st.DrawFn) -> Ask | None:
    kind = draw(st.sampled_from((None, None, "one", "many", "text")))
    if kind is None:
        return None
    key = draw(st.sampled_from(("how", "what")))
    if kind == "text":
        return Ask(key, "text", max_length=draw(st.integers(0, 8)), note="comment")
    options = draw(st.lists(st.sampled_from(("a", "b", "c")), max_size=3, unique=True))
    return Ask(key, kind, tuple(options))


@st.composite
def decks(draw: st.DrawFn, tallies: bool = True) -> Deck:
    """A deck of up to four screens whose every route leads somewhere. Tallies only grow, by at most 2 a step."""
    names = [f"s{index}" for index in range(draw(st.integers(1, 4)))]
    actions = {name: [f"a{index}" for index in range(draw(st.integers(1, 3)))] for name in names}
    steps = tuple(f"{name}/{action}" for name in names for action in actions[name])
    whens = _whens(steps)
    flags = st.lists(st.sampled_from(FLAGS), max_size=2, unique=True).map(tuple)
    targets = st.sampled_from((*names, *names, END, AGAIN))
    screens = {}
    for name in names:
        made = [
            Action(
                action,
                "do",
                action,
                when=draw(whens),
                gives=draw(flags),
                takes=draw(flags) if draw(st.booleans()) else (),
                tally=draw(st.dictionaries(st.sampled_from(TALLIES), st.integers(0, 2), max_size=1)) if tallies else {},
                routes=tuple(
                    Route(draw(targets), draw(whens)) for _ in range(draw(st.integers(0, 2)))
                ),
                ask=draw(_asks()),
            )
            for action in actions[name]
        ]  # fmt: skip
        parts = [Part("slot", {"number": number}, draw(whens)) for number in range(draw(st.integers(0, 3)))]
        screens[name] = Screen(name, "page", {}, tuple(parts), tuple(made), draw(st.sampled_from(("", name))))
    return Deck(
        "deck", "page", "Deck", names[0], screens, flags=draw(flags), tallies={"minutes": draw(st.integers(0, 2))}
    )
