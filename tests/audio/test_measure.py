import wave
from pathlib import Path

import pytest
from audio.audio_stage import HERE, write_wav
from hypothesis import given
from hypothesis import strategies as st

from kiosk.audio import measure
from kiosk.audio.measure import seconds_of


@pytest.mark.parametrize(("name", "seconds"), [("hello.ogg", 0.8638), ("hi.mp3", 0.5875)])
def test_a_files_length_is_read_from_its_headers(name: str, seconds: float) -> None:
    assert seconds_of(HERE / name) == pytest.approx(seconds, abs=0.001)


@pytest.mark.parametrize(("rate", "channels"), [(24_000, 1), (48_000, 2), (44_100, 1)])
def test_a_wav_of_any_rate_is_measured(tmp_path: Path, rate: int, channels: int) -> None:
    path = write_wav(tmp_path / "a.wav", 0.7, rate=rate, channels=channels)
    assert seconds_of(path) == pytest.approx(0.7, abs=0.001)


def test_a_wav_cut_short_is_as_long_as_what_is_left(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", 1.0)
    path.write_bytes(path.read_bytes()[: 44 + 24_000])
    assert seconds_of(path) == pytest.approx(0.5)


def test_an_mp3_without_a_table_of_contents_is_counted_frame_by_frame(tmp_path: Path) -> None:
    data = (HERE / "hi.mp3").read_bytes()
    first = measure._mp3_frame(data, 0)
    assert first is not None
    (tmp_path / "a.mp3").write_bytes(b"ID3\4\0\0\0\0\0\5" + bytes(5) + data[first[0] :])
    assert seconds_of(tmp_path / "a.mp3") == pytest.approx(0.648, abs=0.001)


def test_a_wav_without_frames_has_no_length(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "a.wav"), "wb") as out:
        out.setparams((1, 2, 24_000, 0, "NONE", ""))
    assert seconds_of(tmp_path / "a.wav") is None


HEADS = [b"", b"RIFF\0\0\0\0WAVE", b"RIFF\0\0\0\0WAVEfmt ", b"OggS", b"ID3", b"\xff\xfb\x90\x00", b"\xff\xf3\x84\xc4"]


@given(st.sampled_from(HEADS), st.binary(max_size=400), st.integers(0, 9000), st.binary(max_size=6))
def test_no_bytes_are_too_odd_to_measure(
    tmp_path_factory: pytest.TempPathFactory, head: bytes, rest: bytes, at: int, odd: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "odd"
    real = (HERE / "hello.ogg").read_bytes()
    for data in (head + rest, real[:at] + odd + real[at + len(odd) :]):
        path.write_bytes(data)
        seconds = seconds_of(path)
        assert seconds is None or seconds > 0
