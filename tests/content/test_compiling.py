"""From one folder's YAML to a deck: every fault in one pass, at its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_venue import PLEDGES, SCENARIO, SURVEY, replace_in, write_activity

from kiosk.activities import kinds
from kiosk.content.compiling import Compiled, compile_folder, draft

KINDS = kinds()


def compiled(folder: Path) -> Compiled:
    return compile_folder(folder, KINDS)


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in sorted(compiled(folder).faults)]


def test_a_sound_folder_becomes_a_deck_with_its_card_and_media(tmp_path: Path) -> None:
    found = compiled(write_activity(tmp_path, "wall", "The wall", PLEDGES))
    assert found.faults == () and found.deck is not None
    deck = found.deck
    assert (deck.id, deck.kind, deck.title, deck.minutes) == ("wall", "pledge_wall", "The wall", 3)
    (card,) = found.media
    assert (card.path, card.width, card.height) == ("wall/card.png", 60, 40)
    assert found.deck.picture["src"] == "wall/card.png" and found.deck.picture["describe"] == "A card."
    assert found.deck.media == {card.sha256: card}


def test_every_fault_is_told_in_one_pass_at_its_line(tmp_path: Path) -> None:
    folder = write_activity(tmp_path, "kitchen", "The kitchen", SCENARIO)
    path = folder / "activity.yaml"
    replace_in(path, "room: {file: room.png", "room: {file: hall.png")
    replace_in(path, "noticed: [quilt]", "noticed: [stool]")
    replace_in(path, "goto: fine}", "goto: nowhere}")
    lines = path.read_text(encoding="utf-8").splitlines()
    told = faults(folder)
    assert len(told) == 3
    for words in ("hall.png", "stool", "nowhere"):
        number = next(number for number, line in enumerate(lines, 1) if words in line)
        assert any(one.startswith(f"kitchen/activity.yaml:{number}: ") and words in one for one in told), words
    assert all(" — " in one for one in told)
    assert compiled(folder).deck is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: Odd\n", "does not say its `kind:`"),
        ("kind: puppet_show\n", "the kind `puppet_show` is not known"),
        ("- kind\n- survey\n", "kind"),
    ],
)
def test_a_file_that_does_not_say_a_known_kind_is_told_the_kinds_there_are(
    tmp_path: Path, text: str, words: str
) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "activity.yaml").write_text(text, encoding="utf-8")
    (told,) = faults(folder)
    assert words in told
    assert all(kind in told for kind in KINDS)


def test_a_view_that_leaves_its_picture_is_an_error(tmp_path: Path) -> None:
    folder = write_activity(tmp_path, "wall", "The wall", PLEDGES)
    replace_in(folder / "activity.yaml", "describe: A card.", "describe: A card., view: [0, 0, 90, 40]")
    (told,) = faults(folder)
    assert "the view [0, 0, 90, 40] is not inside the picture, which is 60 by 40" in told


def test_a_dead_end_is_an_error_and_a_choice_that_never_comes_a_warning(tmp_path: Path) -> None:
    folder = write_activity(tmp_path, "kitchen", "The kitchen", SCENARIO)
    replace_in(folder / "activity.yaml", "style: kind, goto: fine}", "style: kind, noticed: [quilt], goto: fine}")
    found = compiled(folder)
    assert found.deck is None
    assert [fault.severity for fault in found.faults] == ["error"]
    assert "dead end" in str(found.faults[0])
    deck, told = draft(folder, KINDS)
    assert deck is not None and told == found.faults


def test_an_ending_nobody_can_reach_is_a_warning_and_the_deck_is_used(tmp_path: Path) -> None:
    folder = write_activity(tmp_path, "kitchen", "The kitchen", SCENARIO)
    replace_in(folder / "activity.yaml", "goto: better,", "goto: fine,")
    found = compiled(folder)
    assert found.deck is not None
    assert [fault.severity for fault in found.faults] == ["warning"]
    assert "nobody can reach `better`" in str(found.faults[0])


def test_the_fingerprint_is_of_the_words_and_of_the_media(tmp_path: Path) -> None:
    folder = write_activity(tmp_path, "before", "Before", SURVEY.format(moment="before"))
    first = compiled(folder).fingerprint
    assert compiled(folder).fingerprint == first
    replace_in(folder / "activity.yaml", "How sure are you?", "How sure are you now?")
    second = compiled(folder).fingerprint
    (folder / "card.png").write_bytes((folder / "card.png").read_bytes() + b"\0")
    assert len({first, second, compiled(folder).fingerprint}) == 3


def test_a_folder_without_its_file_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = compiled(tmp_path / "empty")
    assert found.deck is None and len(found.faults) == 1
