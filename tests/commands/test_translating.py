"""`kiosk words`, as a translator uses it, and what `kiosk check` says of a language."""

from __future__ import annotations

from commands.called import Call, places
from other_words import make_language
from small_venue import replace_in

from kiosk.settings import Settings


def test_it_writes_every_text_once_in_the_order_of_the_english_to_be_filled_in(venue: Settings, kiosk: Call) -> None:
    said = kiosk("words", "pl", "walk", *places(venue))
    text = (venue.content / "walk" / "pl.yaml").read_text(encoding="utf-8")
    assert text.index('"A walk in the rain"') < text.index('"It began with rain."') < text.index('"Done"')
    assert text.count('to: ""') == text.count("- en: ") == 12
    assert "walk/pl.yaml: 12 of 12 texts are to be translated." in said.out.replace("\n", "")
    assert 'draft: "' in (venue.content / "words" / "pl.yaml").read_text(encoding="utf-8")
    assert not (venue.content / "wall" / "pl.yaml").exists()


def test_what_is_there_is_kept_and_what_is_no_longer_english_is_put_aside(venue: Settings, kiosk: Call) -> None:
    make_language(venue, "pl", "walk")
    file = venue.content / "walk" / "pl.yaml"
    before = file.read_text(encoding="utf-8")
    kiosk("words", "pl", "walk", *places(venue))
    assert file.read_text(encoding="utf-8") == before
    replace_in(venue.content / "walk" / "activity.yaml", "It began with rain.", "It began with snow.")
    said = kiosk("words", "pl", "walk", *places(venue))
    after = file.read_text(encoding="utf-8")
    assert '- en: "It began with snow."\n    to: ""' in after
    assert after.endswith('left_over:\n  - en: "It began with rain."\n    to: "«It began with rain.»"\n')
    assert "1 of 12 texts are to be translated, 1 left over." in said.out.replace("\n", "")
    replace_in(venue.content / "walk" / "activity.yaml", "It began with snow.", "It began with rain.")
    kiosk("words", "pl", "walk", *places(venue))
    assert file.read_text(encoding="utf-8") == before


def test_quotation_marks_and_backslashes_come_back_as_they_were(venue: Settings, kiosk: Call) -> None:
    replace_in(venue.content / "walk" / "activity.yaml", "text: It began with rain.", "text: 'It \"began\" \\ here'")
    make_language(venue, "xx", "walk")
    before = (venue.content / "walk" / "xx.yaml").read_text(encoding="utf-8")
    kiosk("words", "xx", "walk", *places(venue))
    assert (venue.content / "walk" / "xx.yaml").read_text(encoding="utf-8") == before
    assert kiosk("check", *places(venue)).code == 0


def test_nothing_is_written_over_a_file_that_cannot_be_read(venue: Settings, kiosk: Call) -> None:
    make_language(venue, "pl", "walk")
    file = venue.content / "walk" / "pl.yaml"
    file.write_text("texts: [", encoding="utf-8")
    assert "Nothing is written over" in kiosk("words", "pl", "walk", *places(venue)).sentence
    assert file.read_text(encoding="utf-8") == "texts: ["


def test_a_wrong_language_or_activity_is_one_sentence(venue: Settings, kiosk: Call) -> None:
    assert "name it by its code" in kiosk("words", "Polish", *places(venue)).sentence
    assert "no other language" in kiosk("words", "en", *places(venue)).sentence
    assert "use one of after, before" in kiosk("words", "pl", "tea", *places(venue)).sentence
    assert "use one of en." in kiosk("tour", "--out", str(venue.data), "--language", "pl", *places(venue)).sentence


def test_an_activity_that_is_broken_keeps_its_translation(venue: Settings, kiosk: Call) -> None:
    make_language(venue, "pl", "walk")
    before = (venue.content / "walk" / "pl.yaml").read_text(encoding="utf-8")
    replace_in(venue.content / "walk" / "activity.yaml", "heading: A walk", "heading: [A walk]")
    said = kiosk("words", "pl", *places(venue))
    assert "walk can't be read, so walk/pl.yaml is left as it is" in said.out.replace("\n", " ")
    assert (venue.content / "walk" / "pl.yaml").read_text(encoding="utf-8") == before


def test_the_check_says_how_far_a_draft_is_and_that_is_no_fault(venue: Settings, kiosk: Call) -> None:
    make_language(venue, "xx", "walk")
    replace_in(venue.content / "walk" / "xx.yaml", '"«Go on»"', '""')
    said = kiosk("check", *places(venue))
    assert said.code == 0 and "no faults" in said.out
    assert "texts, a draft (Nobody who speaks it has read it yet.)" in said.out.replace("\n", " ")
    assert "  walk/xx.yaml: 1 of 12 texts are shown in English" in said.out
    assert "  all in English: after, before, kitchen, porch, voices, wall" in said.out
    one = kiosk("check", str(venue.content / "walk"), *places(venue))
    assert one.code == 0 and "«xx»: 11 of 12 texts" in one.out


def test_a_finished_language_with_a_gap_fails_the_check(venue: Settings, kiosk: Call) -> None:
    make_language(venue, "xx", draft=False)
    assert "texts, finished" in kiosk("check", *places(venue)).out
    replace_in(venue.content / "walk" / "xx.yaml", '"«Go on»"', '""')
    assert kiosk("check", *places(venue)).code == 1
    assert kiosk("check", str(venue.content / "walk"), *places(venue)).code == 1
