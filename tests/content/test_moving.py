"""What drifts in the attract picture is drawn apart from what stands still."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.moving import moves_of
from kiosk.content.venue import Move, MovingPicture

SKY = '<title>A day</title><defs/><g id="sky"/>'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "picture.svg"


def picture(*groups: str) -> MovingPicture:
    moves = tuple(Move(group=group, box=(0, 0, 40, 40), by=(10, -6), seconds=6) for group in groups)
    return MovingPicture(file="picture.svg", describe="A day.", moves=moves)


def write(file: Path, inside: str) -> None:
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">{inside}</svg>')


def test_a_move_knows_what_lies_behind_it_and_what_else_there_is(file: Path) -> None:
    write(file, f'{SKY}<g id="kite"><path d="M0 0h4"/></g><g id="thread"/>')
    moves, wrong = moves_of(picture("kite"), file)
    assert wrong == []
    assert moves == [
        {"group": "kite", "box": [0, 0, 40, 40], "by": [10, -6], "seconds": 6,
         "others": ["sky", "thread"], "behind": ["sky", "kite"]},
    ]  # fmt: skip


def test_a_group_that_is_not_there_does_not_move_and_is_told(file: Path) -> None:
    write(file, f'{SKY}<g id="kite"/>')
    moves, wrong = moves_of(picture("boat", "kite"), file)
    assert [move["group"] for move in moves] == ["kite"]
    assert wrong == [(0, "it has no group `boat` at its top level")]


def test_nothing_moves_where_something_cannot_be_hidden(file: Path) -> None:
    write(file, f'{SKY}<g id="kite"/><path d="M0 0h4"/>')
    moves, wrong = moves_of(picture("kite"), file)
    assert moves == []
    assert "has no id" in wrong[0][1]


def test_a_picture_that_is_no_svg_does_not_move(file: Path) -> None:
    file.write_bytes(b"\x89PNG")
    moves, wrong = moves_of(picture("kite"), file)
    assert (moves, len(wrong)) == ([], 1)


def test_a_still_picture_is_not_even_read(file: Path) -> None:
    assert moves_of(picture(), file) == ([], [])
