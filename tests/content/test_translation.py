"""Translations as people write them: what is used, what falls back to English, what they are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from other_words import make_language
from small_venue import replace_in, write_venue

from kiosk.activities import kinds
from kiosk.content.library import Library, load
from kiosk.settings import Settings


@pytest.fixture
def venue(tmp_path: Path) -> Settings:
    return write_venue(tmp_path)


def library_of(venue: Settings) -> Library:
    return load(zones=venue.zones, content=venue.content, kinds=kinds)


def faults_of(venue: Settings) -> list[str]:
    return [f"{fault.severity} {fault}" for fault in library_of(venue).faults]


def story(venue: Settings) -> list[str]:
    edition = library_of(venue).edition("xx")
    assert edition is not None
    deck = edition.decks["walk"]
    return [deck.title, *(text for screen in deck.screens.values() for text in screen.props["paragraphs"])]


def test_a_text_without_words_stays_english_and_a_draft_is_no_fault(venue: Settings) -> None:
    make_language(venue, "xx", "walk")
    replace_in(venue.content / "walk" / "xx.yaml", '"«It began with rain.»"', '""')
    assert story(venue) == ["«A walk in the rain»", "It began with rain.", "«It went on in sun.»"]
    assert faults_of(venue) == []


def test_a_changed_english_text_is_shown_in_english_and_the_old_words_are_told_as_left_over(venue: Settings) -> None:
    make_language(venue, "xx", "walk")
    replace_in(venue.content / "walk" / "activity.yaml", "text: It began with rain.", "text: It began with snow.")
    assert "It began with snow." in story(venue)
    (told,) = faults_of(venue)
    assert told.startswith("warning walk/xx.yaml:") and "1 text is left over" in told and "kiosk words xx" in told


def test_of_a_finished_language_whatever_is_missing_is_an_error_and_still_nothing_is_left_out(venue: Settings) -> None:
    make_language(venue, "xx", draft=False)
    assert faults_of(venue) == []
    replace_in(venue.content / "walk" / "xx.yaml", '"«Go on»"', '""')
    (venue.content / "wall" / "xx.yaml").unlink()
    first, second = faults_of(venue)
    assert first.startswith("error walk/xx.yaml:2: 1 of 12 texts are not translated, the first is “Go on”")
    assert second.startswith("error wall/xx.yaml:1: `wall` is not translated into «xx»")
    assert library_of(venue).left_out == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"«Go on»"', f'"{"long " * 20}"', "letters and the place for it"),
        ('"«Go on»"', "[one]", "should be text"),
        ('- en: "Go on"', '- en: "Go on"\n    from: "x"', "`from` means nothing here"),
        ("texts:", "texts:\n  - {en: Go on, to: Weiter}", "is already on line"),
    ],
)
def test_what_cannot_be_used_is_an_error_with_its_line(venue: Settings, old: str, new: str, told: str) -> None:
    make_language(venue, "xx", "walk")
    replace_in(venue.content / "walk" / "xx.yaml", old, new)
    (fault,) = faults_of(venue)
    assert fault.startswith("error walk/xx.yaml:") and told in fault
    assert library_of(venue).left_out == ()


def test_what_is_filled_in_must_be_in_the_translation_too(venue: Settings) -> None:
    language = make_language(venue, "xx", "walk")
    replace_in(language, '"«Part %1 of %2»"', '"«Part %1»"')
    (fault,) = faults_of(venue)
    assert "has `%1` and `%2` to be filled in, its translation `%1`" in fault


def test_a_translation_into_a_language_that_nobody_described_is_told(venue: Settings) -> None:
    (venue.content / "walk" / "yy.yaml").write_text("texts: []\n", encoding="utf-8")
    (fault,) = faults_of(venue)
    assert fault.startswith("error walk/yy.yaml:1: there is no language `yy`")


def test_a_language_whose_file_cannot_be_used_is_left_out_and_the_rest_works(venue: Settings) -> None:
    language = make_language(venue, "xx", "walk")
    replace_in(language, "direction: ltr", "direction: up")
    library = library_of(venue)
    assert (library.languages, library.left_out) == ((), ())
    assert [fault.file for fault in library.faults] == ["words/xx.yaml"]


def test_a_file_among_the_words_that_is_no_language_is_told(venue: Settings) -> None:
    make_language(venue, "xx", "walk")
    (venue.content / "words" / "polish.yaml").write_text("kind: language\n", encoding="utf-8")
    assert "`polish` is no other language" in faults_of(venue)[0]


def test_a_long_text_is_matched_however_its_lines_are_broken(venue: Settings) -> None:
    replace_in(
        venue.content / "walk" / "activity.yaml",
        "text: It began with rain.",
        "text: |-\n      It began with rain\n      that fell all day.\n\n      Then it stopped.",
    )
    make_language(venue, "xx", "walk")
    overlay = venue.content / "walk" / "xx.yaml"
    assert "      It began with rain that fell all day.\n\n      Then it stopped.\n    to: |-" in overlay.read_text(
        "utf-8"
    )
    assert story(venue)[1:3] == ["«It began with rain that fell all day.", "Then it stopped.»"]
