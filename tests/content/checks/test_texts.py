"""Texts and files are found in any model by their types."""

from __future__ import annotations

from kiosk.content.base import Box, FileName, Line, Model, Name, Reason, Remark, Short
from kiosk.content.checks.texts import files_of, texts_of


class Inner(Model):
    label: Short
    cues: FileName | None = None


class Outer(Model):
    id: Name
    note: Remark
    line: Line | None = None
    labels: tuple[Short, ...] = ()
    box: Box | None = None
    by_name: dict[Name, Inner] = {}
    either: Name | tuple[Inner, ...] = ()
    files: tuple[FileName, ...] = ()
    reasons: tuple[Reason, ...] = ()


OUTER = Outer(
    id="an-id",
    note="For authors.",
    line="One.",
    labels=("Two", "Three"),
    by_name={"four": Inner(label="Four", cues="four.vtt")},
    either=(Inner(label="Five"),),
    files=("a.svg",),
    reasons=(Reason(begins="x", because="y"),),
)


def test_texts_that_people_read_are_found_and_names_and_remarks_are_not() -> None:
    assert list(texts_of(OUTER)) == [
        (("line",), "One."),
        (("labels", 0), "Two"),
        (("labels", 1), "Three"),
        (("by_name", "four", "label"), "Four"),
        (("either", 0, "label"), "Five"),
    ]


def test_every_file_is_found_whatever_its_key() -> None:
    assert list(files_of(OUTER)) == [(("by_name", "four", "cues"), "four.vtt"), (("files", 0), "a.svg")]
