"""Media files: where they may be, what they must be, what they measure."""

from __future__ import annotations

import io
import os
import struct
import wave
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.deck import Media
from kiosk.content.media import MAX_MB, Memo, probe
from kiosk.content.unfit import Unfit


def png(width: int = 4, height: int = 3) -> bytes:
    def chunk(kind: bytes, inside: bytes) -> bytes:
        return struct.pack(">I", len(inside)) + kind + inside + struct.pack(">I", zlib.crc32(kind + inside))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(12 + 3))) + chunk(b"IEND", b"")


def jpeg(width: int = 4, height: int = 3) -> bytes:
    app = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + bytes(9)
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    scan = b"\xff\xda" + struct.pack(">H", 8) + b"\x01\x01\x00\x00\x3f\x00" + b"\x12\x34"
    return b"\xff\xd8" + app + frame + scan + b"\xff\xd9"


def webp(width: int = 4, height: int = 3) -> bytes:
    extended = b"VP8X" + struct.pack("<I", 10) + bytes(4) + (width - 1).to_bytes(3, "little")
    inside = b"WEBP" + extended + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", len(inside)) + inside


def svg(inside: str = "", head: str = 'viewBox="0 0 40 30"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'.encode()


def wav(seconds: float = 0.5) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(int(16000 * seconds)))
    return out.getvalue()


def ogg(samples: int = 24_000, rate: int = 24_000) -> bytes:
    def page(flags: int, position: int, body: bytes) -> bytes:
        return b"OggS\0" + struct.pack("<BqIII", flags, position, 1, 0, 0) + bytes([1, len(body)]) + body

    head = b"\x01vorbis" + struct.pack("<IBIiiiBB", 0, 1, rate, 0, 0, 0, 0xB8, 1)
    return page(2, 0, head) + page(0, samples // 2, b"sound") + page(4, samples, b"sound")


def mp3(frames: int = 10) -> bytes:
    # MPEG-1 Layer III, 128 kbit/s, 44.1 kHz: 417 bytes, 1152 samples.
    return (b"\xff\xfb\x90\x00" + bytes(413)) * frames


def box(kind: bytes, inside: bytes) -> bytes:
    return struct.pack(">I", 8 + len(inside)) + kind + inside


def mp4(width: int = 640, height: int = 360, seconds: int = 7) -> bytes:
    movie = box(b"mvhd", bytes(12) + struct.pack(">II", 1000, seconds * 1000) + bytes(80))
    track = box(b"tkhd", bytes(76) + struct.pack(">II", width << 16, height << 16))
    return box(b"ftyp", b"isom" + bytes(4)) + box(b"moov", movie + box(b"trak", track)) + box(b"mdat", b"film")


def webm(width: int = 640, height: int = 360, seconds: float = 7.0) -> bytes:
    def element(kind: str, inside: bytes) -> bytes:
        return bytes.fromhex(kind) + (0x10000000 | len(inside)).to_bytes(4, "big") + inside

    info = element("1549A966", element("2AD7B1", b"\x0f\x42\x40") + element("4489", struct.pack(">d", seconds * 1000)))
    video = element("E0", element("B0", width.to_bytes(2, "big")) + element("BA", height.to_bytes(2, "big")))
    return element("1A45DFA3", element("4282", b"webm")) + element(
        "18538067", info + element("1654AE6B", element("AE", video))
    )


MAKERS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a.png": ("picture", png),
    "a.jpg": ("picture", jpeg),
    "a.webp": ("picture", webp),
    "a.svg": ("picture", svg),
    "a.wav": ("clip", wav),
    "a.ogg": ("clip", ogg),
    "a.mp3": ("clip", mp3),
    "a.mp4": ("video", mp4),
    "a.webm": ("video", webm),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "room"
    place.mkdir()
    return place


def look(folder: Path, name: str, data: bytes, kind: str | None = None) -> Media | Unfit:
    (folder / name).write_bytes(data)
    return probe(folder, name, kind or MAKERS[name][0])  # type: ignore[arg-type]


def refused(folder: Path, name: str, data: bytes, kind: str | None = None) -> str:
    found = look(folder, name, data, kind)
    assert isinstance(found, Unfit), found
    return str(found)


@pytest.mark.parametrize(
    ("name", "width", "height", "seconds"),
    [
        ("a.png", 4, 3, 0), ("a.jpg", 4, 3, 0), ("a.webp", 4, 3, 0), ("a.svg", 40, 30, 0), ("a.wav", 0, 0, 0.5),
        ("a.ogg", 0, 0, 1.0), ("a.mp3", 0, 0, 0.261), ("a.mp4", 640, 360, 7.0), ("a.webm", 640, 360, 7.0),
    ],
)  # fmt: skip
def test_each_kind_of_file_is_measured(folder: Path, name: str, width: int, height: int, seconds: float) -> None:
    data = MAKERS[name][1]()
    found = look(folder, name, data)
    assert isinstance(found, Media), found
    assert (found.width, found.height, found.seconds) == (width, height, seconds)
    assert (found.path, found.size, found.kind) == (f"room/{name}", len(data), MAKERS[name][0])
    assert len(found.sha256) == 64


@pytest.mark.parametrize("name", [name for name in MAKERS if name != "a.mp3"])
def test_a_file_that_is_cut_anywhere_is_refused(folder: Path, name: str) -> None:
    whole = MAKERS[name][1]()
    for size in range(0, len(whole), 1 + len(whole) // 400):
        assert isinstance(look(folder, name, whole[:size]), Unfit), size


def test_an_mp3_that_ends_within_a_frame_is_refused(folder: Path) -> None:
    assert "ends too early" in refused(folder, "a.mp3", mp3()[:-1])


@pytest.mark.parametrize("name", MAKERS)
def test_garbage_is_refused_whatever_it_is_called(folder: Path, name: str) -> None:
    assert refused(folder, name, b"\x00garbage" * 50).startswith("is not a")
    assert refused(folder, name, b"") == "is empty — copy or export it again"


@settings(max_examples=300)
@given(st.sampled_from(sorted(MAKERS)), st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), max_size=6))
def test_no_damage_makes_it_raise(
    tmp_path_factory: pytest.TempPathFactory, name: str, hits: list[tuple[int, int]]
) -> None:
    data = bytearray(MAKERS[name][1]())
    for at, byte in hits:
        data[at % len(data)] = byte
    folder = tmp_path_factory.mktemp("hit")
    assert isinstance(look(folder, name, bytes(data)), Media | Unfit)


def test_a_file_with_the_wrong_ending_is_told_what_it_really_is(folder: Path) -> None:
    assert refused(folder, "a.png", jpeg()) == "is really a JPEG picture — give it a name that ends in .jpg"
    assert refused(folder, "a.ogg", mp3()) == "is really an MP3 clip — give it a name that ends in .mp3"


def test_a_clip_cannot_stand_where_a_picture_should(folder: Path) -> None:
    said = refused(folder, "a.ogg", ogg(), "picture")
    assert said == "cannot be used as a picture — its name must end in one of .png, .jpg, .jpeg, .webp, .svg"


def test_opus_in_an_ogg_is_refused_with_what_to_export(folder: Path) -> None:
    opus = ogg().replace(b"\x01vorbis", b"OpusHea")
    opus = opus[:28] + b"OpusHead" + opus[36:]
    assert "export it as OGG Vorbis" in refused(folder, "a.ogg", opus)


def test_a_picture_too_large_to_draw_is_refused(folder: Path) -> None:
    assert "20000 by 10 pixels" in refused(folder, "a.png", png(20_000, 10))
    assert "no size" in refused(folder, "a.png", png(0, 10))


def test_a_file_too_large_is_refused_without_being_read(folder: Path) -> None:
    with (folder / "a.png").open("wb") as file:
        file.truncate(MAX_MB["picture"] * 1_000_000 + 1)
    assert "too large for a picture (10 MB)" in str(probe(folder, "a.png", "picture"))


@pytest.mark.parametrize(
    "name",
    ["../secret.png", "/etc/secret.png", "a/../../secret.png", "..\\secret.png", "C:\\secret.png", "C:secret.png",
     "./a.png", "a//b.png", ".hidden.png", "a/.git/b.png", "file:///a.png", "\\\\server\\a.png", "a\x00.png",
     "a?.png", "sub /a.png", "."],
)  # fmt: skip
def test_names_that_lead_out_of_the_folder_or_differ_between_systems_are_refused(folder: Path, name: str) -> None:
    (folder.parent / "secret.png").write_bytes(png())
    (folder / "a.png").write_bytes(png())
    assert isinstance(probe(folder, name, "picture"), Unfit)


def test_a_link_out_of_the_folder_is_refused_and_one_inside_is_fine(folder: Path) -> None:
    (folder.parent / "secret.png").write_bytes(png())
    (folder / "a.png").write_bytes(png())
    (folder / "out.png").symlink_to(folder.parent / "secret.png")
    (folder / "in.png").symlink_to(folder / "a.png")
    (folder / "up").symlink_to(folder.parent)
    assert "leads out" in str(probe(folder, "out.png", "picture"))
    assert "leads out" in str(probe(folder, "up/secret.png", "picture"))
    assert isinstance(probe(folder, "in.png", "picture"), Media)


def test_a_name_must_match_letter_by_letter_even_where_the_system_does_not_care(folder: Path) -> None:
    (folder / "Room.png").write_bytes(png())
    said = str(probe(folder, "room.png", "picture"))
    assert said == "is not there — small and capital letters count: did you mean `Room.png`?"


def test_a_missing_file_is_told_with_its_nearest_neighbour(folder: Path) -> None:
    (folder / "kitchen.png").write_bytes(png())
    assert str(probe(folder, "kichen.png", "picture")) == "is not there — did you mean `kitchen.png`?"
    assert str(probe(folder, "zzz.svg", "picture")) == "is not there — put it there, or correct the name"


def test_a_folder_or_a_pipe_is_not_a_picture(folder: Path) -> None:
    (folder / "a.png").mkdir()
    assert "is not a file" in str(probe(folder, "a.png", "picture"))
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "b.png")
        assert "is not a file" in str(probe(folder, "b.png", "picture"))


def test_an_unchanged_file_is_not_read_again(folder: Path) -> None:
    memo: Memo = {}
    (folder / "a.png").write_bytes(png())
    first = probe(folder, "a.png", "picture", memo=memo)
    assert len(memo) == 1
    known = next(iter(memo))
    marked = Media("room/a.png", "f" * 64, 1, "picture")
    memo[known] = marked
    assert probe(folder, "a.png", "picture", memo=memo) is marked
    (folder / "a.png").write_bytes(png(5, 5))
    os.utime(folder / "a.png", ns=(1, 1))
    assert probe(folder, "a.png", "picture", memo=memo) not in (first, marked)


def test_every_refusal_says_what_to_do(folder: Path) -> None:
    for name, (_, make) in MAKERS.items():
        for data in (b"", b"x" * 99, make()[: len(make()) // 2]):
            found = look(folder, name, data)
            if isinstance(found, Unfit):
                assert found.what and found.do
