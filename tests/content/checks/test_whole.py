"""All of the content together: its size, one line that says what was checked, and that what is shipped passes."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from content.checks.checked import activity, whole
from small_venue import SHIPPED, replace_in

from kiosk.activities import kinds
from kiosk.audio import decoder
from kiosk.content.checks import Hearing, check, check_whole, counted, read_activity, read_venue
from kiosk.content.checks.size import size
from kiosk.content.library import ACTIVITY
from kiosk.settings import Settings


def test_content_larger_than_the_most_is_told_with_its_five_largest_files(venue: Settings) -> None:
    for number in range(1, 8):
        (venue.content / "walk" / f"film-{number}.mp4").write_bytes(bytes(number * 100_000))
    assert list(size(venue.content, 3_400_000)) == []
    (fault,) = size(venue.content, 2_000_000)
    assert fault.what.startswith("the content takes 3.1 MB, and 2.0 MB is the most")
    named = [word for word in fault.do.replace(",", "").split() if word.startswith("walk/")]
    assert named == [f"walk/film-{number}.mp4" for number in (7, 6, 5, 4, 3)]


def test_what_was_checked_is_counted_once(venue: Settings) -> None:
    said = "The rain came in the night. We put out all of the pots that we had. Then it was day."
    replace_in(venue.zones, "text: Goodbye.", f"text: {said}")
    subjects = [whole(venue), activity(venue, "voices"), activity(venue, "walk")]
    # Of the texts only that one has enough words for a reading age.
    assert str(counted(subjects)) == "4 clips, 5 pictures, 3 sentences"
    assert str(counted([])) == "nothing"


def test_faults_come_one_by_one_so_that_whoever_asks_can_stop(venue: Settings) -> None:
    listened: list[Path] = []
    hearing = Hearing(lambda path: listened.append(path))
    (venue.content / "voices" / "old.txt").write_text("x")
    assert len(list(islice(check(activity(venue, "voices", hearing)), 1))) == 1
    assert listened == []


def test_an_activity_that_does_not_hold_together_is_not_checked_further(venue: Settings) -> None:
    (venue.content / "walk" / ACTIVITY).write_text("kind: walk\n")
    assert read_activity(venue.content / "walk", kinds(), hosts=frozenset(), hearing=Hearing(decoder())) is None


@pytest.mark.parametrize("kind", kinds())
def test_the_example_of_a_kind_passes(kind: str) -> None:
    folder = Path(__file__).parents[3] / "kiosk" / "activities" / kind / "example"
    subject = read_activity(folder, kinds(), hosts=frozenset({"www.example.org"}), hearing=Hearing(decoder()))
    assert subject is not None
    assert [str(fault) for fault in check(subject)] == []


def test_the_shipped_content_passes() -> None:
    hearing = Hearing(decoder())
    venue = read_venue(SHIPPED.parent / "zones.yaml", SHIPPED, hearing=hearing)
    assert venue is not None
    folders = [path.parent for path in sorted(SHIPPED.glob(f"*/{ACTIVITY}"))]
    read = [read_activity(folder, kinds(), hosts=venue.hosts, hearing=hearing) for folder in folders]
    subjects = [venue, *(one for one in read if one)]
    assert len(subjects) == 1 + len(folders)
    faults = [*check_whole(SHIPPED), *(fault for one in subjects for fault in check(one))]
    assert [str(fault) for fault in faults if fault.severity == "error"] == []
