"""Files are found in any model by their type."""

from __future__ import annotations

from kiosk.content.base import FileName, Model, Name, Short
from kiosk.content.checks.named import files_of


class Inner(Model):
    label: Short
    cues: FileName | None = None


class Outer(Model):
    id: Name
    labels: tuple[Short, ...] = ()
    by_name: dict[Name, Inner] = {}
    either: Name | tuple[Inner, ...] = ()
    files: tuple[FileName, ...] = ()


def test_every_file_is_found_whatever_its_key_and_nothing_else() -> None:
    outer = Outer(
        id="an-id",
        labels=("a.svg",),
        by_name={"four": Inner(label="Four", cues="four.vtt")},
        either=(Inner(label="Five", cues="five.vtt"), Inner(label="Six")),
        files=("b.svg",),
    )
    assert list(files_of(outer)) == ["four.vtt", "five.vtt", "b.svg"]
