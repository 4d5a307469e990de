"""A description says what is seen, in a few words of its own."""

from __future__ import annotations

import pytest
from content.checks.checked import activity, told, whole
from small_venue import replace_in

from kiosk.settings import Settings


def test_good_descriptions_are_not_told(venue: Settings) -> None:
    assert told(activity(venue, "walk")) == []
    assert told(whole(venue)) == []


@pytest.mark.parametrize(
    ("describe", "words"),
    [
        ("card.png", "is only the name of the file, “card.png”"),
        ("Rain-IMG_0012.JPG", "is only the name of the file"),
        ("Card", "is only the name of the file, “Card”"),
        ("A walk in the rain", "only says `title` over again"),
        ("a WALK, in the rain!", "only says `title` over again"),
        ("What this is about", "only says `summary` over again"),
        ("Three wet people", "is too short to show anything: “Three wet people”"),
    ],
)
def test_a_name_a_title_or_hardly_a_word_describes_nothing(venue: Settings, describe: str, words: str) -> None:
    replace_in(venue.content / "walk" / "activity.yaml", "A plain grey card.", f'"{describe}"')
    (fault,) = told(activity(venue, "walk"))
    assert fault.startswith("walk/activity.yaml:4: `describe` ") and words in fault
    assert fault.endswith(" — say who or what is seen, and what is going on")


def test_the_venues_own_pictures_are_described_as_well(venue: Settings) -> None:
    replace_in(venue.zones, "A tall hill under rain.", "tall")
    (fault,) = told(whole(venue))
    assert fault.startswith("zones.yaml:8: `describe` is only the name of the file")


def test_what_a_film_shows_is_described_as_well(venue: Settings) -> None:
    path = venue.content / "walk" / "activity.yaml"
    replace_in(path, "clip: {file: rain.wav, text:", "video: {file: rain.mp4, describe: Film, text:")
    faults = told(activity(venue, "walk"))
    assert any(fault.startswith("walk/activity.yaml:11: `describe` is too short") for fault in faults), faults
