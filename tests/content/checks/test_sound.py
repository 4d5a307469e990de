"""Clips are as loud as each other, and begin at once. Measured as BS.1770 and EBU R 128 say."""

from __future__ import annotations

import math
from array import array
from pathlib import Path

import pytest
from content.checks.checked import activity, decoding, told, tone
from hypothesis import given, settings
from hypothesis import strategies as st
from small_venue import write_clip

from kiosk.audio import decoder
from kiosk.content.checks import Hearing
from kiosk.content.checks.hearing import Samples
from kiosk.content.checks.loudness import SILENT, lead_of, loudness_of
from kiosk.settings import Settings


def sine(hertz: float, peak: float, seconds: float, rate: int) -> bytes:
    """A sine of that peak in dB of full scale."""
    high, turn = 32767 * 10 ** (peak / 20), 2 * math.pi * hertz / rate
    return array("h", (round(high * math.sin(turn * n)) for n in range(int(seconds * rate)))).tobytes()


@pytest.mark.parametrize("rate", [24_000, 44_100, 48_000])
def test_the_standards_own_sine_measures_what_the_standard_says(rate: int) -> None:
    # BS.1770: a sine of 997 Hz at full scale in one channel is -3.01 LUFS.
    assert loudness_of(sine(997, -20, 5, rate), rate) == pytest.approx(-23.01, abs=0.05)


def test_low_tones_count_for_less_and_high_ones_for_more() -> None:
    low, middle, high = (loudness_of(sine(hertz, -20, 3, 48_000), 48_000) for hertz in (30, 997, 8_000))
    assert low < middle - 3 and high > middle + 3


def test_pauses_do_not_count() -> None:
    # As in EBU Tech 3341: what is far below the rest is left out, and so is silence.
    loud, soft, nothing = sine(997, -20, 10, 24_000), sine(997, -40, 10, 24_000), bytes(2 * 24_000 * 10)
    whole = loudness_of(soft + loud + nothing + soft, 24_000)
    # A little is lost in the blocks that hold both.
    assert whole == pytest.approx(-23.01, abs=0.15)


def test_silence_is_as_quiet_as_can_be_and_never_begins() -> None:
    assert loudness_of(b"", 8000) == loudness_of(bytes(16_000), 8000) == SILENT
    assert lead_of(bytes(16_000), 8000) == 1.0
    assert lead_of(b"", 8000) == 0.0


@given(loudness=st.floats(-40, -6), silence=st.floats(0, 1), seconds=st.floats(1, 3))
@settings(max_examples=25)
def test_any_tone_measures_its_loudness_and_the_silence_before_it(
    loudness: float, silence: float, seconds: float
) -> None:
    samples, rate = tone(loudness, silence=silence, seconds=seconds)
    # What is partly silent is a little quieter: its first block holds both.
    assert loudness - 1.5 < loudness_of(samples, rate) < loudness + 0.2
    assert lead_of(samples, rate) == pytest.approx(silence, abs=0.001)


def sounding(venue: Settings, samples: Samples | None) -> list[str]:
    return told(activity(venue, "walk", Hearing(decoding(samples))))


@pytest.mark.parametrize(
    ("loudness", "words"),
    [
        (-16.0, ""),
        (-16.9, ""),
        (-15.1, ""),
        (-18.5, "`rain.wav` is too quiet: -18.5 LUFS — make it 2.5 dB louder"),
        (-12.0, "`rain.wav` is too loud: -12.0 LUFS — make it 4.0 dB quieter"),
    ],
)
def test_a_clip_that_is_too_loud_or_too_quiet_is_told(venue: Settings, loudness: float, words: str) -> None:
    assert sounding(venue, tone(loudness)) == ([f"walk/activity.yaml:11: {words}"] if words else [])


@pytest.mark.parametrize(("silence", "late"), [(0.0, False), (0.055, False), (0.07, True), (0.4, True)])
def test_a_clip_that_begins_late_is_told(venue: Settings, silence: float, late: bool) -> None:
    faults = sounding(venue, tone(-16.0, silence=silence, seconds=4))
    assert faults == ([f"walk/activity.yaml:11: `rain.wav` begins with {silence:.2f} seconds of silence"
                       " — cut it to 0.06 or less"] if late else [])  # fmt: skip


def test_a_clip_that_is_no_sound_is_told(venue: Settings) -> None:
    (fault,) = sounding(venue, None)
    assert fault == "walk/activity.yaml:11: `rain.wav` can't be played — export it again as OGG Vorbis"


def test_a_clip_is_told_once_however_often_it_is_named(venue: Settings) -> None:
    path = venue.content / "walk" / "activity.yaml"
    clip = "clip: {file: rain.wav, text: It began with rain and then some sun.}"
    path.write_text(path.read_text("utf-8").replace("next: Done}", f"next: Done, {clip}}}"), "utf-8")
    assert len(sounding(venue, tone(-30))) == 1


def test_what_was_heard_is_kept_by_fingerprint_and_not_listened_to_again(venue: Settings, tmp_path: Path) -> None:
    listened: list[Path] = []

    def decode(path: Path) -> Samples:
        listened.append(path)
        return tone(-30)

    for _ in range(2):
        hearing = Hearing(decode, tmp_path / "kept" / "clips.json")
        assert len(told(activity(venue, "walk", hearing))) == 1
        hearing.keep()
    assert len(listened) == 1
    write_clip(venue.content / "walk" / "rain.wav", seconds=3.1)
    told(activity(venue, "walk", Hearing(decode, tmp_path / "kept" / "clips.json")))
    assert len(listened) == 2


@pytest.mark.parametrize("kept", [b"", b"{}", b'{"measure": 0, "clips": {}}', b"\xff"])
def test_what_was_kept_and_is_damaged_or_old_is_measured_again(venue: Settings, tmp_path: Path, kept: bytes) -> None:
    (tmp_path / "clips.json").write_bytes(kept)
    assert len(told(activity(venue, "walk", Hearing(decoding(tone(-30)), tmp_path / "clips.json")))) == 1


def test_real_clips_are_decoded_as_they_play(tmp_path: Path) -> None:
    write_clip(tmp_path / "a.wav", seconds=2)
    samples = decoder()(tmp_path / "a.wav")
    assert samples is not None
    assert len(samples[0]) / 2 / samples[1] == pytest.approx(2, abs=0.01)
    assert loudness_of(*samples) == pytest.approx(-16, abs=0.3)
    (tmp_path / "b.wav").write_bytes(b"no sound")
    assert decoder()(tmp_path / "b.wav") is None
