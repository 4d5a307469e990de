"""The commands as a person calls them: what they print, their exit code, one sentence for each thing that is wrong."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from commands.called import Call, places
from small_venue import replace_in, write_activity, write_venue

from kiosk.commands import needs
from kiosk.commands.touring import pixels
from kiosk.errors import KnownError
from kiosk.settings import Settings

# check


def test_check_lists_every_fault_and_its_exit_code_says_whether_something_must_be_mended(
    kiosk: Call, venue: Settings
) -> None:
    sound = kiosk("check", *places(venue))
    assert (sound.code, sound.out) == (0, "Small venue (4 clips, 12 pictures): no faults.\n")
    replace_in(venue.content / "walk" / "activity.yaml", "heading: A walk", "heading: [A walk]")
    replace_in(venue.content / "porch" / "activity.yaml", "goto: better,", "goto: fine,")
    replace_in(venue.zones, "[before, after,", "[before, nowhere, after,")
    wrong = kiosk("check", *places(venue))
    lines = wrong.out.splitlines()
    assert wrong.code == 1
    assert lines[-1] == "Small venue (3 clips, 11 pictures): 2 to mend, 1 to look at."
    assert [line.split(":")[0] for line in lines[:-1]] == ["porch/activity.yaml", "walk/activity.yaml", "zones.yaml"]
    assert lines[0].endswith("(warning)")


def test_warnings_alone_are_no_error(kiosk: Call, venue: Settings) -> None:
    replace_in(venue.content / "porch" / "activity.yaml", "goto: better,", "goto: fine,")
    assert kiosk("check", *places(venue)).code == 0


def test_check_of_one_folder_needs_nothing_else(kiosk: Call, tmp_path: Path) -> None:
    folder = write_activity(tmp_path, "wall", "The wall", "kind: pledge_wall\n")
    said = kiosk("check", str(folder))
    assert said.code == 1 and "wall/activity.yaml" in said.out and "`heading` is missing" in said.out


def test_check_for_programs_is_json(kiosk: Call, venue: Settings) -> None:
    replace_in(venue.content / "walk" / "activity.yaml", "heading: A walk", "heading: [A walk]")
    told = json.loads(kiosk("check", "--json", *places(venue)).out)
    assert told["errors"] == 1
    assert {"file", "line", "what", "do", "severity"} <= set(told["faults"][0])


def test_a_line_number_stays_a_number_on_the_terminal(kiosk: Call, venue: Settings) -> None:
    path = venue.content / "walk" / "activity.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, *["#"] * (99 - len(lines)), "haeding: A walk"]), encoding="utf-8")
    assert "walk/activity.yaml:100: " in kiosk("check", *places(venue)).out


def test_check_keeps_only_what_it_need_not_look_at_twice(kiosk: Call, venue: Settings) -> None:
    first = kiosk("check", *places(venue)).out
    assert {path.name for path in venue.data.rglob("*")} == {
        "checked", "library.json", "activities.json", "clips.json",
    }  # fmt: skip
    assert kiosk("check", *places(venue)).out == first


# What is not there


@pytest.mark.parametrize("command", [["check"], ["tour", "--out", "out"], ["selftest"], ["run"]])
@pytest.mark.parametrize(
    ("option", "words"), [("--content", "There is no content folder at"), ("--zones", "There is no")]
)
def test_content_or_zones_that_are_not_there_are_named_with_their_option(
    kiosk: Call, venue: Settings, monkeypatch: pytest.MonkeyPatch, command: list[str], option: str, words: str
) -> None:
    monkeypatch.setattr(needs, "missing_packages", lambda *_: [])
    sentence = kiosk(*command, *places(venue), option, str(venue.data / "nowhere")).sentence
    assert sentence.startswith(words) and option in sentence


@pytest.mark.parametrize("command", [["tour", "--out", "out"], ["run"]])
def test_a_zone_that_is_not_there_is_told_the_zones_there_are(kiosk: Call, venue: Settings, command: list[str]) -> None:
    sentence = kiosk(*command, "--zone", "attic", *places(venue)).sentence
    assert sentence == "There is no zone `attic` in zones.yaml: use one of front, back."


@pytest.mark.parametrize("size", ["1920", "1920x", "axb", "99999x10", "1920x1080x2", "-1x-1"])
def test_a_size_that_is_none_is_told_how_to_write_one(kiosk: Call, venue: Settings, size: str) -> None:
    assert "write it like 1920x1080" in kiosk("tour", "--out", "out", f"--size={size}", *places(venue)).sentence
    with pytest.raises(KnownError):
        pixels(size)


@pytest.mark.parametrize("command", [["check", "nowhere"], ["graph", "nowhere", "--out", "a.svg"]])
def test_a_folder_or_activity_that_is_not_there_is_a_sentence(kiosk: Call, venue: Settings, command: list[str]) -> None:
    assert "There is no" in kiosk(*command, *places(venue)).sentence


# graph, new


def test_a_graph_is_an_svg_of_every_screen(kiosk: Call, venue: Settings, tmp_path: Path) -> None:
    out = tmp_path / "kitchen.svg"
    assert kiosk("graph", "kitchen", "--out", str(out), *places(venue)).code == 0
    assert out.read_text(encoding="utf-8").startswith(("<svg", "<?xml"))
    assert ".svg" in kiosk("graph", "kitchen", "--out", str(tmp_path / "a.png"), *places(venue)).sentence
    assert "--out" in kiosk("graph", "kitchen", "--out", str(tmp_path / "no" / "a.svg"), *places(venue)).sentence


def test_a_new_folder_is_valid_and_never_written_over(kiosk: Call, venue: Settings) -> None:
    assert kiosk("new", "pledge_wall", "my-wall", *places(venue)).code == 0
    assert kiosk("check", "my-wall", *places(venue)).code == 0
    before = (venue.content / "my-wall" / "activity.yaml").read_bytes()
    assert kiosk("new", "pledge_wall", "my-wall", *places(venue)).sentence
    assert kiosk("new", "puppet_show", "other", *places(venue)).sentence
    assert kiosk("new", "pledge_wall", "No Name!", *places(venue)).sentence
    assert (venue.content / "my-wall" / "activity.yaml").read_bytes() == before


# tour


def test_a_tour_cannot_be_written_over_a_file(kiosk: Call, tmp_path: Path) -> None:
    (tmp_path / "drawn").mkdir()
    drawn = write_venue(tmp_path / "drawn", drawn=True)
    (tmp_path / "file").write_text("", encoding="utf-8")
    words = ["tour", "--out", str(tmp_path / "file"), "--zone", "back", "--size", "640x360", *places(drawn)]
    assert "--out" in kiosk(*words).sentence


# What the machine lacks


@pytest.mark.parametrize("command", [["tour", "--out", "out"], ["selftest"], ["run"]])
def test_a_missing_system_library_names_its_package(
    kiosk: Call, venue: Settings, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(needs, "missing_packages", lambda *_: ["libegl1"])
    assert "sudo apt install libegl1" in kiosk(*command, *places(venue)).sentence


def test_without_a_display_and_without_ipads_run_names_the_tour(
    kiosk: Call, venue: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KIOSK_HUB", "0")
    sentence = kiosk("run", *places(venue)).sentence
    assert "no display" in sentence and "kiosk tour --out DIR" in sentence


def test_a_setting_that_cannot_be_is_one_sentence(
    kiosk: Call, venue: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_COUNTDOWN", "5")
    assert kiosk("check", *places(venue)).sentence == "KIOSK_COUNTDOWN is 5 seconds: set it to 20 to 3600."
