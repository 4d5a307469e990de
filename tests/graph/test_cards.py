"""What is in the picture of a deck."""

from __future__ import annotations

from charts import NASTY, charted, say, screen, troubled

from kiosk.content.deck import END, Action, Deck, Route, Screen, When
from kiosk.graph.cards import NOWHERE, Card


def cards(deck: Deck) -> dict[str, Card]:
    return {card.name: card for card in charted(deck).cards}


def deck(*screens: Screen) -> Deck:
    return Deck("deck", "page", "Deck", screens[0].id, {one.id: one for one in screens})


def test_a_screen_stands_in_the_column_of_its_distance_and_endings_in_the_last() -> None:
    columns = {name: card.column for name, card in cards(troubled()).items()}
    assert columns == {"begin": 0, "middle": 1, "stuck": 1, "lost": NOWHERE, "good": 2, "bad": 2}


def test_what_only_follows_an_ending_is_not_drawn() -> None:
    found = cards(troubled())
    assert "after" not in found
    assert [name for name, card in found.items() if card.leaf] == ["good", "bad"]
    assert found["good"].rows == ()


def test_a_deck_without_endings_ends_in_one_card() -> None:
    found = cards(deck(screen("a", say("on", "b")), screen("b", say("finish", END))))
    assert [(card.name, card.column, card.leaf) for card in found.values()] == [
        ("a", 0, False),
        ("b", 1, False),
        (END, 2, True),
    ]


def test_what_walking_found_stands_where_it_is_wrong() -> None:
    found = cards(troubled())
    assert found["stuck"].trouble == "Dead end after begin/trap."
    assert found["lost"].trouble == found["bad"].trouble == "Nobody can reach this."
    assert not found["begin"].trouble
    never = found["begin"].rows[1]
    assert never.needs == "nobody-gives-this"
    assert never.trouble
    gone = found["middle"].rows[2].leads[1]
    assert gone.trouble
    assert "nowhere" in gone.words


def test_trouble_on_a_screen_that_is_not_drawn_is_told_in_words() -> None:
    broken = deck(
        screen("a", say("on", "end")),
        screen("end", say("go", "after"), kind="ending", ending="end"),
        screen("after", say("finish", END, when=When(needs=("key",)))),
    )
    told = charted(broken).troubles
    assert "after is a dead end." in told
    assert "after/finish is never on offer." in told


def test_a_choice_tells_its_style_what_it_needs_and_what_it_gives() -> None:
    action = Action(
        "ask", "say", "Who made these?", When(needs=("noticed:wall",), unless=("asked",)), gives=("asked",),
        tally={"open": 1, "minutes": 2, "turns": 1}, routes=(Route("late", When(at_least={"minutes": 9})), Route("b")),
    )  # fmt: skip
    row = cards(deck(screen("a", action), screen("b", say("f", END)), screen("late", say("f", END))))["a"].rows[0]
    assert (row.words, row.style) == ("Who made these?", "open")
    assert row.needs == "noticed wall, not asked"
    assert row.gives == "asked, minutes +2", "turns steer nothing here"
    assert [(leads.words, leads.to, leads.conditional) for leads in row.leads] == [
        ("if minutes 9 or more: → late", "late", True),
        ("otherwise: → b", "b", False),
    ]


def test_a_condition_that_many_choices_share_is_told_once_where_it_leads() -> None:
    late = Route("late", When(at_least={"minutes": 9}))
    actions = [Action(f"c{n}", "say", "x", tally={"minutes": 1}, routes=(late, Route("b"))) for n in range(6)]
    found = cards(deck(screen("a", *actions), screen("b", say("f", END)), screen("late", say("f", END))))
    assert found["late"].notes == ("From anywhere, once: minutes 9 or more",)
    assert all([leads.to for leads in row.leads] == ["b"] for row in found["a"].rows)


def test_what_can_be_done_without_leaving_is_gathered_by_verb() -> None:
    things = [Action(f"t{n}", "notice", f"Thing {n}") for n in range(14)]
    note = cards(deck(screen("a", *things, say("f", END))))["a"].notes[0]
    assert note.startswith("notice (14): Thing 0 (t0) · Thing 1 (t1) · ")
    assert note.endswith("Thing 11 (t11) · and 2 more")


def test_words_are_kept_as_they_are() -> None:
    assert cards(troubled())["begin"].rows[0].words == NASTY
