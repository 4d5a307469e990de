"""The theme: one model, and every fault of its file in one go."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from small_venue import SHIPPED, replace_in, write_venue

from kiosk.activities import kinds
from kiosk.content import reader
from kiosk.content.faults import Faults
from kiosk.content.library import load
from kiosk.content.theme import read_theme, tokens
from kiosk.errors import KnownError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "theme.yaml"
    path.write_bytes((SHIPPED / "theme.yaml").read_bytes())
    return path


def faults(file: Path) -> list[str]:
    with pytest.raises(KnownError) as told:
        read_theme(file)
    return str(told.value).split("; ")


def test_what_the_file_says_is_what_every_face_gets(file: Path) -> None:
    theme = read_theme(file)
    assert (theme.palette.ink, theme.type.sizes.floor, theme.depth.low) == ("#16242E", 26, (4, 9))
    assert theme.type.display_axes == {"opsz": 40, "SOFT": 100, "WONK": 0}
    with pytest.raises(AttributeError):
        setattr(theme.palette, "ink", "#000000")  # noqa: B010 - what a type checker would not let through


@pytest.mark.parametrize("group", ["palette", "zones", "high_contrast", "type", "depth", "shape", "motion"])
def test_a_group_that_is_missing_is_told_at_its_file_and_line(file: Path, group: str) -> None:
    text = file.read_text("utf-8")
    start = text.index(f"\n{group}:") + 1
    end = text.find("\n\n", start)
    file.write_text(text[:start] + text[end:] if end > 0 else text[:start], encoding="utf-8")
    assert faults(file) == [f"theme.yaml:5: `{group}` is missing — add `{group}:`"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('  ink: "#16242E" ', '  ink: "red" ', "theme.yaml:8: `ink` cannot be “red” — write it as #RRGGBB in quotes"),
        ('  ink: "#16242E" ', '  ink: "#16242" ', "theme.yaml:8: `ink` cannot be “#16242” — write it as #RRGGBB"),
        ('  ink: "#16242E" ', "  ink: #16242E ", "theme.yaml:8: `ink` has no value — "),
        ("rail: 140", "rails: 140", "theme.yaml:128: `rail` is missing from `shape` — add `rail:`"),
        ("press: 6", "press: six", "theme.yaml:126: `press` should be a whole number, not the text “six” — "),
        ("press: 6", "press: 6\n  press: 7", "theme.yaml:127: `press` is already on line 126 — "),
        ("text_scale: 1.25", "text_scale: 9", "theme.yaml:97: `text_scale` is 9, which is too large — "),
        ("[1.0, 1.2, 1.4]", "[1.0, 1.2]", "theme.yaml:118: `steps` is too short — "),
        ("kind: theme", "kind: themes", "theme.yaml:5: `kind` cannot be the text “themes” — did you mean `theme`?"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_with_is_told_like_any_other_fault(file: Path, old: str, new: str, fault: str) -> None:
    replace_in(file, old, new)
    assert faults(file)[0].startswith(fault)


def test_every_fault_comes_in_one_go(file: Path) -> None:
    replace_in(file, "press: 6", "press: six")
    replace_in(file, 'ground: "#000000"', "ground: black")
    assert len(faults(file)) == 2


def test_a_theme_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    assert faults(tmp_path / "theme.yaml") == [
        "theme.yaml:1: this file is missing — put it back: it holds the colours and typefaces"
    ]


def test_the_check_of_the_venue_tells_of_the_theme_too(tmp_path: Path) -> None:
    venue = write_venue(tmp_path)
    replace_in(venue.content / "theme.yaml", "press: 6", "press: six")
    library = load(zones=venue.zones, content=venue.content, kinds=kinds)
    assert [str(fault)[:17] for fault in library.faults] == ["theme.yaml:126: `"]


def test_an_unchanged_theme_is_not_read_from_yaml_again(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept" / "theme.json"
    first = read_theme(file, kept)
    read: list[str] = []
    real = reader.read_file

    def counted(path: Path, name: str, told: Faults) -> reader.Document | None:
        read.append(name)
        return real(path, name, told)

    monkeypatch.setattr(reader, "read_file", counted)
    assert read_theme(file, kept) == first and read == []
    replace_in(file, "press: 6", "press: 60")
    assert read_theme(file, kept).depth.press == 60 and read == ["theme.yaml"]


@pytest.mark.parametrize("spoiled", [b"", b"{}", b'{"size": 1, "changed_ns": 2, "theme": {"kind": "theme"}}'])
def test_a_kept_form_that_is_spoiled_or_of_another_program_is_read_anew(
    file: Path, tmp_path: Path, spoiled: bytes
) -> None:
    kept = tmp_path / "theme.json"
    kept.write_bytes(spoiled)
    theme = read_theme(file, kept)
    assert msgspec.json.decode(kept.read_bytes())["theme"] == tokens(theme)
