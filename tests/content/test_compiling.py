"""From one folder's YAML to a deck: every fault in one pass, at its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from small_venue import PLEDGES, SCENARIO, SURVEY, replace_in, write_activity

from kiosk.activities import kinds
from kiosk.content import compiling, media
from kiosk.content.base import Kind, Shelf
from kiosk.content.compiling import Compiled, compile_folder, draft, walk_faults
from kiosk.content.deck import ALWAYS, END, Action, Deck, Media, Route, Screen, When
from kiosk.content.walk import walk

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
    assert found.deck.picture["src"] == "wall/card.png" and found.deck.picture["describe"] == "A plain grey card."
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
    replace_in(
        folder / "activity.yaml", "describe: A plain grey card.", "describe: A plain grey card., view: [0, 0, 90, 40]"
    )
    (told,) = faults(folder)
    assert "the view [0, 0, 90, 40] is not inside the picture, which is 60 by 40" in told


def test_a_dead_end_is_an_error_and_a_choice_that_never_comes_a_warning(tmp_path: Path) -> None:
    folder = write_activity(tmp_path, "kitchen", "The kitchen", SCENARIO)
    replace_in(folder / "activity.yaml", "style: kind, goto: fine}", "style: kind, noticed: [quilt], goto: fine}")
    found = compiled(folder)
    assert found.deck is None
    assert [fault.severity for fault in found.faults] == ["error"]
    assert "dead end" in str(found.faults[0])
    read = draft(folder, KINDS)
    assert read.deck is not None and read.faults == ()
    assert walk_faults(read, walk(read.deck)) == found.faults


def test_an_ending_nobody_can_reach_is_a_warning_and_the_deck_is_used(tmp_path: Path) -> None:
    folder = write_activity(tmp_path, "kitchen", "The kitchen", SCENARIO)
    replace_in(folder / "activity.yaml", "goto: better,", "goto: fine,")
    found = compiled(folder)
    assert found.deck is not None
    assert [fault.severity for fault in found.faults] == ["warning"]
    assert "nobody can reach `better`" in str(found.faults[0])


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("says: Who are you?", "says: “Who are you?”", "says"),
        ("says: Who are you?", "says: '\"Off you go.\" That’s what they told me.'", "says"),
        ("reply: I did.", "reply: “I did.”", "reply"),
    ],
)
def test_words_that_bring_their_own_quotation_marks_are_told_of_at_their_line(
    tmp_path: Path, old: str, new: str, key: str
) -> None:
    folder = write_activity(tmp_path, "kitchen", "The kitchen", SCENARIO)
    replace_in(folder / "activity.yaml", old, new)
    found = compiled(folder)
    (fault,) = found.faults
    lines = (folder / "activity.yaml").read_text("utf-8").splitlines()
    assert found.deck is not None and fault.severity == "warning"
    assert new in lines[fault.line - 1]
    assert fault.what.startswith(f"`{key}` begins with a quotation mark")


def test_single_marks_round_words_of_somebody_else_are_fine(tmp_path: Path) -> None:
    folder = write_activity(tmp_path, "kitchen", "The kitchen", SCENARIO)
    replace_in(folder / "activity.yaml", "says: Who are you?", "says: ‘Off you go.’ That’s what they told me.")
    assert compiled(folder).faults == ()


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


def test_a_file_that_is_named_often_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_activity(tmp_path, "kitchen", "The kitchen", SCENARIO)
    looked: list[str] = []
    real = media._measured

    def counted(path: str, kind: media.MediaKind, format_: media._Format, data: bytes) -> Media:
        looked.append(path)
        return real(path, kind, format_, data)

    monkeypatch.setattr(media, "_measured", counted)
    assert compiled(folder).deck is not None
    assert sorted(looked) == ["kitchen/card.png", "kitchen/room.png"]


def wall_that_compiles_to(*screens: Screen) -> dict[str, Kind]:
    """A kind of one's own, without places, that has gone wrong."""

    def compile_deck(activity: str, model: Any, shelf: Shelf) -> Deck:  # noqa: ARG001 - it reads neither
        return Deck(activity, "pledge_wall", "The wall", screens[0].id, {one.id: one for one in screens})

    return {"pledge_wall": replace(KINDS["pledge_wall"], compile=compile_deck)}


def go(name: str, to: str, when: When = ALWAYS) -> Action:
    return Action(name, "next", name, when, routes=(Route(to),))


@pytest.mark.parametrize(
    ("screens", "told"),
    [
        ((Screen("one", "page", actions=(go("on", "two"), go("out", END))),),
         "error: `one/on` leads to `two`, which is not there — correct where it leads"),
        ((Screen("one", "page", actions=(go("out", END),)), Screen("two", "page", actions=(go("out", END),))),
         "warning: nobody can reach `two` — lead to it with `goto:`, or remove it"),
        ((Screen("one", "page", actions=(go("on", END, When(needs=("key",))), go("out", END))),),
         "warning: `one/on` is never on offer — change what it needs, or remove it"),
        ((Screen("one", "page"),),
         "error: `one` is a dead end after the start: nothing that leads on is on offer there — "
         "add a choice there that needs nothing"),
    ],
)  # fmt: skip
def test_a_kind_that_gives_no_places_is_walked_all_the_same(
    tmp_path: Path, screens: tuple[Screen, ...], told: str
) -> None:
    folder = write_activity(tmp_path, "wall", "The wall", PLEDGES)
    (fault,) = compile_folder(folder, wall_that_compiles_to(*screens)).faults
    assert f"{fault.severity}: {fault.what} — {fault.do}" == told
    assert fault.line == 1


def test_of_a_deck_too_large_to_walk_nothing_is_said_to_be_out_of_reach(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiling, "walk", lambda deck: walk(deck, most=3))
    found = compiled(write_activity(tmp_path, "kitchen", "The kitchen", SCENARIO))
    (fault,) = found.faults
    assert found.deck is not None
    assert fault.severity == "warning" and "not all of them were walked" in fault.what
