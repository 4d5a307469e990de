"""Which texts of a model are for people: told by their type, wherever they stand."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import FileName, Line, Model, Name, Picture, Short, Text
from kiosk.content.texts import in_words, key, texts_of, tidy


class Inner(Model):
    id: Name
    label: Short


class Outer(Model):
    kind: Literal["outer"] = "outer"
    file: FileName
    heading: Short
    help: Line | None = None
    labels: Annotated[tuple[Short, ...], Field(min_length=2)] | None = None
    people: dict[Name, Inner] = {}
    rows: tuple[Inner, ...] = ()
    at: tuple[int, int] = (1, 2)
    goto: Name | Annotated[tuple[Inner, ...], Field(min_length=1)] = "end"
    picture: Picture | None = None
    body: Text = "One."


EVERYTHING = Outer(
    file="a.svg",
    heading="Hello",
    help="Some help",
    labels=("one", "two"),
    people={"ann": Inner(id="ann", label="Ann")},
    rows=(Inner(id="first", label="First"),),
    goto=(Inner(id="then", label="Then"),),
    picture=Picture(file="b.svg", describe="A view."),
    body="One.",
)


def test_every_text_for_people_is_found_with_its_place_and_its_room_and_nothing_else() -> None:
    assert [(*one.at, one.text, one.most) for one in texts_of(EVERYTHING)] == [
        ("heading", "Hello", 60),
        ("help", "Some help", 160),
        ("labels", 0, "one", 60),
        ("labels", 1, "two", 60),
        ("people", "ann", "label", "Ann", 60),
        ("rows", 0, "label", "First", 60),
        ("goto", 0, "label", "Then", 60),
        ("picture", "describe", "A view.", 160),
        ("body", "One.", 1200),
    ]


def test_words_replace_the_texts_that_they_are_for_and_leave_the_rest() -> None:
    other = in_words(EVERYTHING, {"Hello": "Cześć", "Ann": "Anna", "first": "nothing", "a.svg": "nothing"})
    assert (other.heading, other.people["ann"].label, other.help) == ("Cześć", "Anna", "Some help")
    assert (other.file, other.rows, other.at) == (EVERYTHING.file, EVERYTHING.rows, EVERYTHING.at)
    assert EVERYTHING.heading == "Hello"


def test_how_lines_are_broken_makes_no_other_text() -> None:
    assert key("One\ntwo  three") == key(" One two three")
    assert tidy("One\ntwo\n\nthree\n") == "One two\n\nthree"
