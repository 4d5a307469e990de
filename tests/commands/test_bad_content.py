"""Everything that authors can do wrong, as `kiosk check` tells it: a clear sentence each, and nothing else fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from small_venue import replace_in

from kiosk.app import open_library
from kiosk.cli import main
from kiosk.settings import Settings

WALK = "walk/activity.yaml"


@pytest.fixture
def check(venue: Settings, capsys: pytest.CaptureFixture[str]) -> Callable[[], list[str]]:
    """What `kiosk check` says of the venue: a line for each fault, after it said that there are some."""

    def run() -> list[str]:
        capsys.readouterr()
        code = main(["check", "--content", str(venue.content), "--zones", str(venue.zones)])
        out, err = capsys.readouterr()
        assert code == 1 and err == "" and "Traceback" not in out
        *faults, last = out.splitlines()
        assert "to mend" in last
        return faults

    return run


def bomb_of_aliases() -> str:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (bomb_of_aliases(), "&"),
        ("kind: case_study\nheading: " + "[" * 3000 + "]" * 3000, "deep"),
        ("kind: case_study\nparts:\n" + "  - {label: x}\n" * 60_000, "100,000 values"),
        ("kind: case_study\n" + "# large\n" * 140_000, "MB"),
        ("kind: case_study\nheading: " + "word " * 10_001, "10,000"),
        ("kind: case_study\nkind: survey\n", "kind"),
        ("kind: case_study\nheading: yes\n", "yes"),
        ("kind: !!python/object/apply:os.system [echo]\n", "!!"),
        ("kind: case_study\n\theading: x\n", "tab"),
        ("kind: 'case_study\n", "walk/activity.yaml"),
        ("", "empty"),
    ],
)
def test_yaml_that_is_a_bomb_or_a_riddle_is_told_and_takes_nothing_else_down(
    venue: Settings, check: Callable[[], list[str]], text: str, words: str
) -> None:
    (venue.content / WALK).write_text(text, encoding="utf-8")
    faults = check()
    assert faults and all(fault.startswith(f"{WALK}:") and " — " in fault for fault in faults)
    assert any(words in fault for fault in faults), faults
    assert max(len(fault) for fault in faults) < 400
    library = open_library(venue)
    assert library.left_out == ("walk",) and len(library.decks) == 6


def test_bytes_that_are_no_text_are_told(venue: Settings, check: Callable[[], list[str]]) -> None:
    (venue.content / WALK).write_bytes(b"kind: case_study\nheading: \xff\xfe\x00\n")
    assert all(fault.startswith(WALK) for fault in check())


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("minutes: 3", 'minutes: "3"', "minutes"),
        ("minutes: 3", "minutes: 3.5", "minutes"),
        ("minutes: 3", "minutes: 900", "minutes"),
        ("heading: A walk", "heading: [A walk]", "heading"),
        ("heading: A walk", "haeding: A walk", "haeding"),
        ("heading: A walk", "heading: " + "A long walk " * 20, "heading"),
        ("describe: A plain grey card.", 'describe: ""', "describe"),
    ],
)
def test_a_wrong_type_or_length_is_told_at_its_line(
    venue: Settings, check: Callable[[], list[str]], old: str, new: str, words: str
) -> None:
    path = venue.content / WALK
    replace_in(path, old, new)
    first = old.split(":")[0]
    number = next(
        n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if words in line or first in line
    )
    faults = check()
    assert any(fault.startswith(f"{WALK}:{number}: ") and words in fault for fault in faults), faults


def spoil_missing(path: Path) -> None:
    path.unlink()


def spoil_empty(path: Path) -> None:
    path.write_bytes(b"")


def spoil_text(path: Path) -> None:
    path.write_text("this is only text", encoding="utf-8")


def spoil_cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20])


def spoil_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def spoil_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


@pytest.mark.parametrize("spoil", [spoil_missing, spoil_empty, spoil_text, spoil_cut, spoil_folder, spoil_link])
@pytest.mark.parametrize("file", ["card.png", "rain.wav"])
def test_media_that_are_missing_or_not_what_they_say_are_told_and_their_activity_is_left_out(
    venue: Settings, check: Callable[[], list[str]], file: str, spoil: Callable[[Path], None]
) -> None:
    spoil(venue.content / "walk" / file)
    faults = check()
    assert faults and all(fault.startswith(f"{WALK}:") and f"`{file}`" in fault and " — " in fault for fault in faults)
    assert open_library(venue).left_out == ("walk",)


@pytest.mark.parametrize("name", ["../voices/ada.svg", "/etc/hostname", "..\\\\card.png", "C:/card.png", ".hidden.png"])
def test_media_outside_their_folder_are_told(venue: Settings, check: Callable[[], list[str]], name: str) -> None:
    replace_in(venue.content / WALK, "file: card.png", f'file: "{name}"')
    assert any("its own folder" in fault or "inside its activity's folder" in fault for fault in check())


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<image href="file:///etc/passwd"/>', "<image>"),
        ('<g xml:base="https://example.org/"/>', "points outside the picture"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>', "not a whole SVG picture"),
        ("<g onload='x()'/>", "runs code"),
    ],
)
def test_a_picture_that_would_run_or_fetch_something_is_told_and_not_shown(
    venue: Settings, check: Callable[[], list[str]], inside: str, words: str
) -> None:
    path = venue.content / "voices" / "ada.svg"
    path.write_text(path.read_text(encoding="utf-8").replace("<g id=", inside + "<g id=", 1), encoding="utf-8")
    (fault,) = check()
    assert fault.startswith("voices/activity.yaml:11: `ada.svg` ") and words in fault
    assert open_library(venue).left_out == ("voices",)


def test_a_text_of_ten_thousand_words_is_refused_by_its_length_and_not_shown(
    venue: Settings, check: Callable[[], list[str]]
) -> None:
    replace_in(venue.content / WALK, "It began with rain.", "word " * 9_900)
    (fault,) = check()
    assert "1,200" in fault or "1200" in fault
    assert len(fault) < 400


def test_zones_that_name_what_is_not_there_are_told_and_all_else_is_offered(
    venue: Settings, check: Callable[[], list[str]]
) -> None:
    replace_in(venue.zones, "[before, after,", "[befor, after,")
    replace_in(venue.zones, "[kitchen, porch]", "[attic, voices]")
    replace_in(venue.zones, "pictures/tall.png", "pictures/taller.png")
    faults = check()
    assert faults[0].startswith("pictures/tall.png:1: nothing uses this file")
    assert len(faults) == 5 and all(fault.startswith("zones.yaml:") for fault in faults[1:])
    zone = open_library(venue).zones[0]
    assert (zone.activities, zone.scenarios) == (("after", "voices", "walk", "wall"), ())
