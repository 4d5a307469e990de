"""The reading age of texts, and how an author says why one stays hard."""

from __future__ import annotations

import pytest
from content.checks.checked import activity, told, whole
from hypothesis import given
from hypothesis import strategies as st
from small_venue import replace_in

from kiosk.content.checks import check
from kiosk.content.checks.reading import FEWEST, hardest, reading_age, sentences
from kiosk.settings import Settings

EASY = "The rain came in the night. It ran down the lane and into the yard. We put the pots out to catch it."
HARD = (
    "Multidisciplinary neighbourhood organisations coordinate preventative interventions throughout every"
    " participating locality, notwithstanding considerable administrative complications,"
    " competing organisational priorities and increasingly unrealistic expectations."
)
REASON = "hard_to_read:\n  - begins: {begins}\n    because: the real name, as it stands on the door\n"


def with_text(venue: Settings, text: str, more: str = "") -> list[str]:
    """What is told of an activity that says `text`, with `more` at its end."""
    path = venue.content / "walk" / "activity.yaml"
    replace_in(path, "text: It began with rain.\n", f"text: {text}\n")
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    return told(activity(venue, "walk"))


def test_an_easy_text_is_not_told(venue: Settings) -> None:
    assert with_text(venue, EASY) == []


def test_a_hard_text_is_warned_of_with_its_hardest_sentence(venue: Settings) -> None:
    (fault,) = with_text(venue, f"{EASY} {HARD}")
    assert fault.startswith("walk/activity.yaml:9: `text` has a reading age of ")
    assert "“Multidisciplinary neighbourhood" in fault and "The rain came" not in fault
    assert "`hard_to_read:`" in fault


def test_it_keeps_no_door_shut(venue: Settings) -> None:
    with_text(venue, HARD)
    assert {fault.severity for fault in check(activity(venue, "walk"))} == {"warning"}


def test_a_reason_of_the_author_lets_a_hard_text_stay(venue: Settings) -> None:
    assert with_text(venue, HARD, REASON.format(begins="Multidisciplinary neighbourhood")) == []


def test_a_reason_for_an_easy_text_is_told(venue: Settings) -> None:
    (fault,) = with_text(venue, EASY, REASON.format(begins="The rain came"))
    assert fault.endswith("“The rain came” reads easily enough — take this reason away")


def test_a_reason_for_no_text_at_all_is_told_at_its_line(venue: Settings) -> None:
    (fault,) = with_text(venue, EASY, REASON.format(begins="The rain went"))
    path = venue.content / "walk" / "activity.yaml"
    lines = path.read_text("utf-8").splitlines()
    (number,) = (n for n, line in enumerate(lines, 1) if "begins:" in line)
    assert fault.startswith(f"walk/activity.yaml:{number}: no text here begins with “The rain went” — ")


def test_a_reason_is_not_itself_a_text_to_read(venue: Settings) -> None:
    long = REASON.replace("the real name, as it stands on the door", HARD)
    assert with_text(venue, HARD, long.format(begins="Multidisciplinary")) == []


def test_the_venues_own_texts_are_measured_and_may_be_excused_as_well(venue: Settings) -> None:
    replace_in(venue.zones, "text: We are having tea.", f'text: "{HARD}"')
    (fault,) = told(whole(venue))
    assert fault.startswith("zones.yaml:9: `text` has a reading age of ")
    venue.zones.write_text(venue.zones.read_text("utf-8") + REASON.format(begins="Multidisciplinary"), "utf-8")
    assert told(whole(venue)) == []


def test_a_label_has_no_reading_age() -> None:
    assert reading_age("Community asset coordination") is None
    assert reading_age(" ".join(["understanding"] * (FEWEST - 1))) is None
    assert reading_age(" ".join(["understanding"] * FEWEST)) is not None


@pytest.mark.parametrize(
    ("text", "age"),
    [
        # 24 words of 71 letters and 4 marks, in 3 sentences: 4.71 x 75 / 24 + 0.5 x 24 / 3 - 21.43 + 5.
        ("The cat sat on the old mat. He was so glad that she had a fire. Then the rain came on, and he ran.", 2.29),
        # Nearly the same in one.
        ("The cat sat on the old mat and he was so glad that she had a fire, then the rain came on, and he ran", 10.39),
    ],
)
def test_the_age_is_five_more_than_the_grade_of_the_index(text: str, age: float) -> None:
    assert reading_age(text) == pytest.approx(age, abs=0.01)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three? Four… Five", ["One.", "Two!", "Three?", "Four…", "Five"]),
        ("He said “Come in.” So I did.", ["He said “Come in.", "So I did."]),
        ("A heading\n\nAnd a line\nof text.", ["A heading", "And a line of text."]),
        ("It cost £2.50 a head.", ["It cost £2.50 a head."]),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


WORDS = st.text("abcdefghij", min_size=1, max_size=12)


# textstat leaves sentences of one or two words out of its count.
@given(st.lists(st.lists(WORDS, min_size=3, max_size=20), min_size=1, max_size=8))
def test_the_hardest_sentence_is_one_of_the_text_and_parting_sentences_never_makes_it_harder(
    text: list[list[str]],
) -> None:
    parted = " ".join(" ".join(words) + "." for words in text)
    joined = " ".join(" ".join(words) for words in text) + "."
    assert hardest(parted) in sentences(parted)
    easier, harder = reading_age(parted), reading_age(joined)
    assert (easier is None) == (harder is None)
    if easier is not None and harder is not None:
        assert easier <= harder + 1e-9
