"""What must be true of zones.yaml, and what a venue still is when it isn't."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_venue import replace_in, write_venue

from kiosk.app import open_library, zone_of
from kiosk.errors import KnownError
from kiosk.settings import Settings


@pytest.fixture
def venue(tmp_path: Path) -> Settings:
    return write_venue(tmp_path)


def told(venue: Settings) -> list[str]:
    return [str(fault) for fault in open_library(venue, keep=False).faults]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[before, after,", "[before, nowhere,", "there is no activity `nowhere` in the content folder"),
        ("[kitchen, porch]", "[kitchen, attic]", "there is no activity `attic` in the content folder"),
        ("[kitchen, porch]", "[kitchen, wall]", "`wall` is not a scenario"),
        ("[before, after,", "[before, before,", "the activity `before` is there twice"),
        ("  - id: back", "  - id: front", "the zone `front` is there twice"),
        ("activities: [walk]", "activities: []", "the zone `back` has nothing to do in it"),
        ("pictures/wide.png", "pictures/none.png", "`pictures/none.png` is not there"),
    ],
)
def test_what_is_wrong_in_zones_is_told_at_its_line(venue: Settings, old: str, new: str, words: str) -> None:
    replace_in(venue.zones, old, new)
    (one,) = told(venue)
    assert one.startswith("zones.yaml:") and words in one and " — " in one


MONTAGE = "portrait: {file: pictures/tall.png, describe: A tall hill under rain.}"


@pytest.mark.parametrize(
    ("wall", "words"),
    [
        ("nowhere", "there is no activity `nowhere` in the content folder"),
        ("wall", "`wall` has no quotes to show"),
        ("walk", "`walk` has no quotes to show"),
    ],
)
def test_a_montage_needs_an_activity_with_quotes(venue: Settings, wall: str, words: str) -> None:
    replace_in(venue.zones, MONTAGE, f"{MONTAGE}\n  montage: {{wall: {wall}}}")
    (one,) = told(venue)
    assert one.startswith("zones.yaml:9: ") and words in one and " — " in one
    assert "montage" not in open_library(venue).words["attract"]


def test_a_montage_shows_the_quotes_of_its_wall(venue: Settings) -> None:
    replace_in(venue.zones, MONTAGE, f"{MONTAGE}\n  montage: {{wall: wall, every: 30}}")
    quotes = "quotes:\n  - {text: Tea first., who: Nurse}\n"
    replace_in(venue.content / "wall" / "activity.yaml", "wall_heading:", f"{quotes}wall_heading:")
    assert told(venue) == []
    assert open_library(venue).words["attract"]["montage"] == {
        "every": 30, "quotes": [{"text": "Tea first.", "who": "Nurse"}], "live": ["pledge", "comment"],
    }  # fmt: skip


def test_a_name_that_is_not_there_takes_nothing_else_away(venue: Settings) -> None:
    replace_in(venue.zones, "[before, after,", "[before, nowhere, after,")
    replace_in(venue.zones, "[kitchen, porch]", "[attic, porch]")
    zone = open_library(venue).zones[0]
    assert zone.activities == ("before", "after", "voices", "walk", "wall")
    assert zone.scenarios == ("porch",)


def test_a_missing_attract_picture_leaves_the_words(venue: Settings) -> None:
    (venue.content / "pictures" / "wide.png").unlink()
    attract = open_library(venue).words["attract"]
    assert "landscape" not in attract and "portrait" in attract and attract["invitation"] == "Touch to begin"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("colour: coral", "colour: mauve", "colour"),
        ("name: Small venue", "name: 7", "name"),
        ("kind: venue", "kind: theme", "kind"),
        ("title: A small", "titel: A small", "titel"),
    ],
)
def test_zones_that_are_no_venue_are_refused_in_one_sentence(venue: Settings, old: str, new: str, words: str) -> None:
    replace_in(venue.zones, old, new)
    with pytest.raises(KnownError) as error:
        open_library(venue)
    assert "zones.yaml:" in str(error.value) and words in str(error.value)


def test_the_first_zone_is_meant_when_none_is_named(venue: Settings) -> None:
    library = open_library(venue)
    assert zone_of(library, "").id == "front"
    assert zone_of(library, "back").number == 2
    with pytest.raises(KnownError, match=r"There is no zone `attic` in zones\.yaml: use one of front, back"):
        zone_of(library, "attic")
