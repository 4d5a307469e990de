"""Nothing lies in the content that nobody is shown."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from content.checks.checked import activity, told, whole
from small_venue import replace_in, write_png

from kiosk.settings import Settings


def test_what_is_named_is_not_told(venue: Settings) -> None:
    assert told(activity(venue, "voices")) == told(whole(venue)) == []


@pytest.mark.parametrize(
    ("name", "inside", "words"),
    [
        ("old.png", b"x", "nothing uses this file — name it in `walk/activity.yaml`, or take it away"),
        ("rain.mp3.bak", b"x", "this file is nothing that can be shown or played — keep it outside the content"),
        ("rain.spoken.json", b"{}", "this file is nothing that can be shown or played — keep it outside the content"),
        ("activity.yaml~", b"x", "this file is nothing that can be shown or played — keep it outside the content"),
        (".DS_Store", b"x", "this file is nothing that can be shown or played — keep it outside the content"),
        ("sun.ogg", b"", "this file is empty — take it away, or export it again"),
        ("more/old.svg", b"x", "nothing uses this file — name it in `walk/activity.yaml`, or take it away"),
    ],
)
def test_what_nobody_is_shown_is_told_by_its_own_name(venue: Settings, name: str, inside: bytes, words: str) -> None:
    path = venue.content / "walk" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(inside)
    assert told(activity(venue, "walk")) == [f"walk/{name}:1: {words}"]


def test_files_outside_every_activity_belong_to_the_venue(venue: Settings) -> None:
    write_png(venue.content / "pictures" / "old.png", 8, 8)
    (venue.content / "notes.txt").write_text("buy milk")
    (venue.content / "icons").mkdir()
    (venue.content / "icons" / "tick.svg").write_text("<svg/>")
    (venue.content / "icons" / "tick.psd").write_text("x")
    (venue.content / "_drafts").mkdir()
    (venue.content / "_drafts" / "idea.txt").write_text("x")
    assert [fault.split(":")[0] for fault in told(whole(venue))] == ["icons/tick.psd", "notes.txt", "pictures/old.png"]


FRAME = struct.pack(">I", 0xFFF364C0) + bytes(140)
"""A frame of silence in MPEG-2 Layer III: 576 samples of 24,000 a second at 48 kbit/s, 144 bytes."""


def with_twin(venue: Settings, ogg_seconds: float, mp3: bytes) -> list[str]:
    folder = venue.content / "walk"
    replace_in(folder / "activity.yaml", "rain.wav", "rain.ogg")
    (folder / "rain.wav").unlink()
    write_ogg(folder / "rain.ogg", ogg_seconds)
    (folder / "rain.mp3").write_bytes(mp3)
    return told(activity(venue, "walk"))


def write_ogg(path: Path, seconds: float, rate: int = 24_000) -> None:
    """The headers of a mono Vorbis clip of that length, which is all that a length is read from."""
    first = b"\x01vorbis" + struct.pack("<IBIIIIBB", 0, 1, rate, 0, 48_000, 0, 0xB8, 1)
    page = b"OggS\0" + struct.pack("<BqIIIBB", 2, 0, 1, 0, 0, 1, len(first)) + first
    last = b"OggS\0" + struct.pack("<BqIIIBB", 4, round(seconds * rate), 1, 1, 0, 1, 1) + b"\0"
    path.write_bytes(page + last)


def test_an_mp3_twin_of_a_clip_is_used(venue: Settings) -> None:
    # 125 frames last 3 seconds.
    assert with_twin(venue, 3.0, FRAME * 125) == []


def test_an_mp3_twin_of_another_length_is_told(venue: Settings) -> None:
    (fault,) = with_twin(venue, 4.0, FRAME * 125)
    assert fault == "walk/rain.mp3:1: this file lasts 3.0 seconds and `rain.ogg` 4.0 — make it again from the OGG"


def test_a_twin_that_is_no_mp3_is_told(venue: Settings) -> None:
    (fault,) = with_twin(venue, 3.0, b"no sound at all")
    assert fault.startswith("walk/rain.mp3:1: this file is not an MP3 clip")


def test_an_mp3_without_an_ogg_is_no_twin(venue: Settings) -> None:
    (venue.content / "walk" / "sun.mp3").write_bytes(FRAME * 125)
    assert told(activity(venue, "walk"))[0].startswith("walk/sun.mp3:1: nothing uses this file")
