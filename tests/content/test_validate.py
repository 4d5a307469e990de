"""What does not fit its model is told with the exact line and what to write."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field, model_validator

from kiosk.content.base import Activity, Box, Line, Model, Name, Picture, Point, Text
from kiosk.content.faults import Faults
from kiosk.content.reader import read
from kiosk.content.validate import validate


class Say(Model):
    sort: Literal["say"]
    text: Line


class Look(Model):
    sort: Literal["look"]
    picture: Picture
    text: Text | None = None


class Choice(Model):
    label: Line
    goto: Name
    cost: int = 0
    branch: Annotated[tuple[Name, ...], Field(max_length=2)] = ()


class Story(Activity):
    kind: Literal["story"]
    steps: tuple[Annotated[Say | Look, Field(discriminator="sort")], ...] = ()
    choices: Annotated[tuple[Choice, ...], Field(min_length=1)]
    either: str | Picture = ""
    extra: dict[str, Choice] = {}
    at: Point = (0, 0)
    box: Box = (0, 0, 1, 1)
    weight: float = 1.0
    quiet: bool = False
    mood: Literal["calm", "cross", "glad"] = "calm"

    @model_validator(mode="after")
    def heavy_is_not_quiet(self) -> Story:
        if self.quiet and self.weight > 10:
            raise ValueError("this is heavy and quiet at once — take one of the two away")
        return self


GOOD = """kind: story
title: A story
summary: It goes like this.
minutes: 5
picture: {file: a.svg, describe: A hill}
choices:
  - {label: Go, goto: end}
"""


def told(more: str, base: str = GOOD) -> tuple[Story | None, list[str]]:
    faults = Faults()
    document = read((base + more).encode(), "a.yaml", faults)
    assert document is not None
    return validate(document, Story, faults), [str(fault).removeprefix("a.yaml:") for fault in faults]


def test_what_fits_becomes_a_frozen_model_with_tuples_for_lists() -> None:
    story, faults = told("steps:\n  - {sort: say, text: Hello}\nat: [3, 4]\nweight: 2\n")
    assert not faults
    assert story is not None
    assert story.steps == (Say(sort="say", text="Hello"),)
    assert story.at == (3, 4)
    assert story.weight == 2.0
    with pytest.raises(Exception, match="frozen"):
        setattr(story, "title", "Another")  # noqa: B010 - what a type checker would not let through


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("mode: calm\n", ["8: `mode` means nothing here — did you mean `mood`? It can be "]),
        ("wholly: 1\n", ["8: `wholly` means nothing here — use `kind`, `title`,"]),
        ("mood: angry\n", ["8: `mood` cannot be the text “angry” — use `calm`, `cross` or `glad`"]),
        ("mood: clam\n", ["8: `mood` cannot be the text “clam” — did you mean `calm`? It can be `calm`, `cross` or"]),
        ("weight: heavy\n", ["8: `weight` should be a number, not the text “heavy” — write figures only, without"]),
        ('quiet: "true"\n', ["8: `quiet` should be true or false, not the text “true” — write true or false"]),
        ("either: 5\n", ["8: `either` should be text, not the number 5 — put it in quotes"]),
        ("either: {file: a}\n", ["8: `describe` is missing from `either` — add `describe:`"]),
        ("either: {file: a, describe: b, vew: [1, 2, 3, 4]}\n",
         ["8: `vew` means nothing here — did you mean `view`? It can be `file`, `describe`, `view` or `portrait`"]),
        ("at: [1]\n", ["8: `at` is too short — give it one more value (x, y in picture pixels)"]),
        ("at: [1, 2, 3]\n", ["8: `at` has 3 entries — keep it to 2 (x, y in picture pixels)"]),
        ("at: 5\n", ["8: `at` should be a list, not the number 5 — write a list"]),
        ("at: 1, 2\n", ["8: `at` should be a list, not the text “1, 2” — begin each entry on a line of its own"]),
        ("at: [1, 2.5]\n", ["8: number 2 in `at` should be a whole number, not the number 2.5 — write a whole number"]),
        ("mood:\n", ["8: `mood` cannot be nothing — use `calm`, `cross` or `glad`"]),
        ("weight:\n", ["8: `weight` has no value — write a number after it, or take the line away"]),
        ("extra: {one: {label: a, gotoo: b}}\n",
         ["8: `goto` is missing from `one`", "8: `gotoo` means nothing here — did you mean `goto`?"]),
        ("steps:\n  - sort: shout\n    text: Hi\n",
         ["9: `sort` cannot be “shout” — use `say` or `look`"]),
        ("steps:\n  - text: Hi\n",
         ["9: `sort` is missing from number 1 in `steps` — say which sort it is with `sort:`"]),
        ("steps:\n  - sort: look\n    text: Hi\n    picture:\n      file: a.svg\n      describe: 3\n",
         ["13: `describe` should be text, not the number 3 — put it in quotes"]),
        ("steps:\n  - sort: say\n    txt: Hi\n",
         ["9: `text` is missing from number 1 in `steps`",
          "10: `txt` means nothing here — did you mean `text`? It can be `sort` or `text`"]),
        ("quiet: true\nweight: 11\n", ["1: this is heavy and quiet at once — take one of the two away"]),
        ("steps: hello\n", ["8: `steps` should be a list, not the text “hello” — begin each entry on a line"]),
        ("weight: on\n", ["8: `on` without quotes may be read as true"]),
    ],
)  # fmt: skip
def test_each_misfit_is_told_with_its_line_and_what_to_write(more: str, expected: list[str]) -> None:
    story, faults = told(more)
    assert story is None or "on" in more
    assert len(faults) == len(expected), faults
    for fault, begins in zip(faults, expected, strict=True):
        assert fault.startswith(begins), fault


def test_all_misfits_are_told_at_once_in_order() -> None:
    text = """kind: tale
title: 12
summary: ""
minutes: 90
picture:
  file: a.svg
choices:
  - label: Go
    goto: Living Room
    cost: "5"
    branch: [a, b, c]
"""
    _, faults = told("", text)
    assert faults == [
        "1: `kind` cannot be the text “tale” — use `story`",
        "2: `title` should be text, not the number 12 — put it in quotes",
        "3: `summary` is empty — write its text",
        "4: `minutes` is 90, which is too large — write at most 60",
        "5: `describe` is missing from `picture` — add `describe:`",
        "9: `goto` cannot be “Living Room” — use small letters, figures and single hyphens, such as `living-room`",
        "10: `cost` should be a whole number, not the text “5” — write figures only, without quotes",
        "11: `branch` has 3 entries — keep it to 2",
    ]


def test_a_text_too_long_for_its_place_says_how_long_it_may_be() -> None:
    _, faults = told("", GOOD.replace("A story", "word " * 20))
    assert faults == ["2: `title` has 99 characters — keep it to 60; that is what fits the screen"]


def test_a_file_that_is_a_list_is_told_once() -> None:
    _, faults = told("", "- a\n- b\n")
    assert len(faults) == 1
    assert faults[0].startswith("1: this file should be a group of `name: value` lines, not a list")


_keys = st.sampled_from(("file", "describe", "sort", "say", "Picture", "text", "zz"))
_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 99), st.floats(allow_nan=False), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(("file", "describe", "sort", "say", "Picture", "text", "zz")), inner, max_size=3
        ),
    ),
    max_leaves=6,
)


@settings(max_examples=300)
@given(st.sampled_from(sorted(Story.model_fields)), _values)
def test_no_value_anywhere_makes_it_raise_and_every_refusal_has_a_sentence(key: str, value: object) -> None:
    faults = Faults()
    lines = [line for line in GOOD.splitlines() if not line.startswith((f"{key}:", "  - "))]
    lines = [line for line in lines if line != "choices:"]
    if key != "choices":
        lines.append("choices: [{label: Go, goto: end}]")
    document = read("\n".join([*lines, f"{key}: {json.dumps(value)}"]).encode(), "a.yaml", faults)
    if document is None:
        return
    if validate(document, Story, faults) is None:
        assert faults.errors
    for fault in faults:
        assert 1 <= fault.line <= len(lines) + 1
        assert "input should" not in str(fault).lower(), "pydantic's own words reached an author"
