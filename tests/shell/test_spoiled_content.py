"""Content that is spoiled after it was checked, and words that are unlike others, at the real window."""

from __future__ import annotations

import shutil
from pathlib import Path

from qml_items import every
from shell.stand import ONE_VISIT, Make, one_visit
from small_venue import replace_in, write_activity, write_clip, write_venue

WALK = "walk/activity.yaml"


def test_a_clip_that_is_spoiled_after_the_check_takes_no_caption_away(make: Make, tmp_path: Path) -> None:
    settings = write_venue(tmp_path / "venue", drawn=True)
    stand = make(settings)
    (settings.content / "voices" / "hello.wav").write_bytes(b"no clip any more")
    (settings.content / "voices" / "ada.svg").unlink()
    stand.wake()
    stand.open("voices")
    stand.after(0.5)
    stand.finger.tap_object("clip-hello")
    assert stand.window.property("voiceKey") != "" and stand.window.property("phraseEnd") > 0
    stand.after(6.5)
    assert stand.verbs()[-1] == "heard"
    stand.finger.wait_for(lambda: bool(stand.said), "the fault of the picture")
    stand.host()
    stand.finger.tap_object("tab-faults")
    assert any("ada.svg" in words for words in stand.words())


def test_right_to_left_words_are_kept_as_they_are_and_stand_at_the_right(make: Make, tmp_path: Path) -> None:
    words = "مرحبا بكم، ما الذي يهمك اليوم؟"
    settings = write_venue(tmp_path / "venue", drawn=True)
    replace_in(settings.content / WALK, "It began with rain.", words)
    stand = make(settings)
    stand.wake()
    stand.open("walk")
    stand.finger.wait_for(lambda: words in stand.words(), "the words")
    assert sum(one.property("text") == words for one in every(stand.window.contentItem())) == 1


def test_content_that_is_changed_into_nonsense_while_the_kiosk_runs_disturbs_nobody(make: Make, tmp_path: Path) -> None:
    settings = write_venue(tmp_path / "venue", drawn=True)
    stand = make(settings)
    shutil.rmtree(settings.content / "walk")
    write_activity(settings.content, "walk", "Other", "kind: nonsense\n")
    one_visit(stand)
    assert stand.verbs() == ONE_VISIT


def test_a_clip_of_a_wrong_length_in_the_deck_still_ends(make: Make, tmp_path: Path) -> None:
    settings = write_venue(tmp_path / "venue", drawn=True)
    stand = make(settings)
    write_clip(settings.content / "voices" / "hello.wav", seconds=2.0)
    stand.wake()
    stand.open("voices")
    stand.after(0.5)
    stand.finger.tap_object("clip-hello")
    stand.after(2.5)
    assert stand.sound.playing is None
    assert [verb for verb in stand.verbs() if verb == "heard"] == ["heard"]
