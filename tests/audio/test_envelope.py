import array
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.audio.envelope import WINDOW, level, loudness


def tone(seconds: float, loud: float, rate: int = 48_000) -> "array.array[int]":
    return array.array("h", (int(loud * 32_000 * math.sin(i * 0.07)) for i in range(int(seconds * rate))))


@pytest.mark.parametrize("loud", [1.0, 0.1, 0.01])
def test_a_quiet_recording_moves_the_mouth_as_far_as_a_loud_one(loud: float) -> None:
    values = loudness(tone(1, loud) + tone(1, 0) + tone(1, loud / 2), rate=48_000, channels=1)
    assert level(values, 0.5) > 0.95
    assert level(values, 1.5) == 0
    assert level(values, 2.5) == pytest.approx(0.5, abs=0.05)


def test_hiss_below_hearing_is_silence() -> None:
    assert set(loudness(tone(1, 0.0005), rate=48_000, channels=1)) == {0}


def test_one_click_does_not_flatten_a_clip() -> None:
    click = array.array("h", [32_767] * 1000)
    assert level(loudness(tone(1, 0.1) + click + tone(1, 0.1), rate=48_000, channels=1), 0.5) > 0.9


def test_both_channels_of_a_stereo_clip_count() -> None:
    right_only = array.array("h", (value for one in tone(1, 0.5) for value in (0, one)))
    assert level(loudness(right_only, rate=48_000, channels=2), 0.5) > 0.9


def test_there_is_one_value_for_each_window() -> None:
    assert len(loudness(tone(3, 0.5), rate=48_000, channels=1)) == pytest.approx(3 / WINDOW, abs=1)


@given(st.lists(st.integers(-32_768, 32_767), max_size=5000), st.sampled_from([1, 2, 6]), st.floats(-1, 9))
def test_any_samples_give_levels_between_0_and_1(samples: list[int], channels: int, at: float) -> None:
    values = loudness(array.array("h", samples), rate=8_000, channels=channels)
    assert 0 <= level(values, at) <= 1
