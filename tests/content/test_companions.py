"""What lies beside a clip or a film: its MP3 twin, the times of its words."""

from __future__ import annotations

from pathlib import Path

import pytest
from content.test_media import mp3, mp4, ogg
from small_venue import replace_in, write_activity

from kiosk.activities import kinds
from kiosk.content.compiling import Compiled, compile_folder

STORY = """\
kind: case_study
heading: A walk
parts:
  - {label: One, text: It rained., next: Go on, clip: {file: rain.ogg, text: It rained.}}
  - label: Two
    text: Then the sun.
    next: Done
    video: {file: sun.mp4, text: Then came the sun. It stayed., describe: The sun comes out.}
"""
CUES = "WEBVTT\n\n00:01.000 --> 00:02.000\nThen came the sun.\n\n00:05.000 --> 00:06.000\nIt stayed.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = write_activity(tmp_path, "walk", "A walk", STORY)
    (made / "rain.ogg").write_bytes(ogg(samples=6 * 1152 * 24_000 // 44_100))
    (made / "sun.mp4").write_bytes(mp4(seconds=7))
    return made


def compiled(folder: Path) -> Compiled:
    return compile_folder(folder, kinds())


def props(found: Compiled, screen: str) -> dict[str, object]:
    assert found.deck, found.faults
    shown = found.deck.screens[screen]
    clips = [action.props["clip"] for action in shown.actions if "clip" in action.props]
    one: dict[str, object] = clips[0] if clips else shown.props["video"]
    return one


def test_a_clip_without_a_twin_has_none(folder: Path) -> None:
    assert "twin" not in props(compiled(folder), "part-1")


def test_the_mp3_beside_an_ogg_is_its_twin_and_part_of_the_release(folder: Path) -> None:
    before = compiled(folder)
    (folder / "rain.mp3").write_bytes(mp3(frames=6))
    found = compiled(folder)
    (twin,) = [one for one in found.media if one.kind == "twin"]
    assert props(found, "part-1")["twin"] == {"src": "walk/rain.mp3", "sha": twin.sha256}
    assert found.deck and found.deck.media[twin.sha256] == twin
    assert found.fingerprint != before.fingerprint
    assert found.faults == ()


@pytest.mark.parametrize("data", [mp3(frames=60), b"\xff\xfbnothing"])
def test_a_twin_that_is_not_one_is_left_out(folder: Path, data: bytes) -> None:
    (folder / "rain.mp3").write_bytes(data)
    found = compiled(folder)
    assert "twin" not in props(found, "part-1")
    assert [one.kind for one in found.media].count("twin") == 0


def test_a_film_has_its_size_and_guessed_captions(folder: Path) -> None:
    film = props(compiled(folder), "part-2")
    assert (film["width"], film["height"], film["seconds"]) == (640, 360, 7.0)
    captions = film["captions"]
    assert isinstance(captions, list)
    text = "Then came the sun. It stayed."
    assert [text[begin:end] for _, begin, end in captions] == ["Then came the sun.", "It stayed."]
    assert captions[0][0] == 0 and 0 < captions[1][0] < 7


def test_a_film_with_cues_is_captioned_by_them(folder: Path) -> None:
    replace_in(folder / "activity.yaml", "file: sun.mp4", "file: sun.mp4, cues: sun.vtt")
    before = compiled(folder)
    assert any("`sun.vtt` is not there" in str(one) for one in before.faults)
    (folder / "sun.vtt").write_text(CUES, encoding="utf-8")
    found = compiled(folder)
    assert props(found, "part-2")["captions"] == [[1.0, 0, 18], [5.0, 19, 29]]
    assert [one.path for one in found.media if one.kind == "captions"] == ["walk/sun.vtt"]
    (folder / "sun.vtt").write_text(CUES.replace("05.000", "05.100"), encoding="utf-8")
    assert compiled(folder).fingerprint != found.fingerprint


def test_cues_that_say_something_else_keep_the_story_from_being_shown(folder: Path) -> None:
    replace_in(folder / "activity.yaml", "file: sun.mp4", "file: sun.mp4, cues: sun.vtt")
    (folder / "sun.vtt").write_text(CUES.replace("stayed", "left"), encoding="utf-8")
    (told,) = compiled(folder).faults
    assert "walk/activity.yaml:" in str(told) and "`sun.vtt` says `left.` where" in str(told)
    assert compiled(folder).deck is None
