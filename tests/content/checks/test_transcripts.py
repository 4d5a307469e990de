"""What is written beside a clip can be said while it plays."""

from __future__ import annotations

import pytest
from content.checks.checked import activity, told
from hypothesis import given
from hypothesis import strategies as st
from small_venue import replace_in

from kiosk.content.checks.transcripts import FASTEST, PAUSES, SLOWEST, count
from kiosk.settings import Settings

RAIN = "It began with rain and then some sun."


@pytest.mark.parametrize(
    ("words", "wrong"),
    [(1, "little"), (2, ""), (8, ""), (13, ""), (14, "much"), (60, "much")],
)
def test_a_text_too_long_or_too_short_for_its_clip_is_told(venue: Settings, words: int, wrong: str) -> None:
    # rain.wav lasts 3 seconds.
    replace_in(venue.content / "walk" / "activity.yaml", RAIN, " ".join(["rain"] * words) + ".")
    faults = [fault for fault in told(activity(venue, "walk")) if "`text` is too" in fault]
    assert len(faults) == bool(wrong)
    if wrong:
        said = f"{words} word{'s' * (words != 1)} in 3.0 seconds"
        assert faults[0].startswith(f"walk/activity.yaml:11: `text` is too {wrong} for `rain.wav`: {said} — ")


@given(words=st.integers(1, 400), seconds=st.floats(0.5, 120))
def test_a_pace_at_which_people_talk_is_never_told(words: int, seconds: float) -> None:
    if 2 <= words / seconds <= 4:
        assert SLOWEST * (seconds - PAUSES) <= words <= FASTEST * seconds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ask me, don't tell me.", 5),
        ("It’s a jam-sponge — a very bad one…", 7),
        ("We saw 1,240 people in 2019.", 6),
        ("Ring 01942 489012 now.", 13),
        ("Proszę usiąść, herbata stygnie.", 4),
    ],
)
def test_words_are_counted_as_they_are_said(text: str, words: int) -> None:
    assert count(text) == words
