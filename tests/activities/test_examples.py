"""Each kind's example: the smallest activity of its kind, valid as it stands, with a note on every key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk import activities
from kiosk.activities import _template, kinds
from kiosk.content.base import Kind
from kiosk.content.compiling import compile_folder
from kiosk.content.deck import Deck
from kiosk.content.walk import walk

HOME = Path(activities.__file__).parent
KINDS: dict[str, Kind] = {**kinds(), "_template": _template.KIND}
KEY = re.compile(r"^[\s-]*([a-z_]+):(?:\s|$)")

every_kind = pytest.mark.parametrize("kind", KINDS)


def example(kind: str) -> Path:
    return HOME / kind / "example"


def deck_of(kind: str) -> Deck:
    deck = compile_folder(example(kind), KINDS).deck
    assert deck is not None
    return deck


def test_every_folder_of_a_kind_is_known_but_the_template() -> None:
    folders = {path.parent.name for path in HOME.glob("*/__init__.py")}
    assert folders - set(kinds()) == {"_template"}


@every_kind
def test_an_example_has_no_fault(kind: str) -> None:
    assert [str(fault) for fault in compile_folder(example(kind), KINDS).faults] == []


@every_kind
def test_every_screen_of_an_example_is_reached_and_nobody_gets_stuck(kind: str) -> None:
    found = walk(deck_of(kind))
    assert found.complete
    assert (found.unreached, found.dead_ends, found.missing) == ((), (), ())


def test_the_scenario_example_shows_an_ending_that_only_noticing_opens() -> None:
    deck = deck_of("scenario")
    found = walk(deck)
    assert set(found.endings) == {screen.ending for screen in deck.screens.values() if screen.ending}
    assert found.never_offered == ()
    offers = [action for screen in deck.screens.values() for action in screen.actions]
    assert any(need.startswith("noticed:") for action in offers for need in action.when.needs)


@every_kind
def test_every_file_of_an_example_is_used(kind: str) -> None:
    used = {Path(media.path).name for media in compile_folder(example(kind), KINDS).media}
    assert {path.name for path in example(kind).iterdir()} == used | {"activity.yaml"}


@every_kind
def test_every_key_has_a_note_where_it_first_stands(kind: str) -> None:
    noted: set[str] = set()
    bare = []
    for line in (example(kind) / "activity.yaml").read_text("utf-8").splitlines():
        found = KEY.match(line)
        if found and found[1] not in noted:
            noted.add(found[1])
            if " # " not in line:
                bare.append(found[1])
    assert bare == []


@every_kind
def test_an_example_is_small(kind: str) -> None:
    assert sum(path.stat().st_size for path in example(kind).iterdir()) < 100_000
