"""What follows the language that is spoken: quotation marks, letters of the keyboard, where marks begin."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from activities.screen_stage import scene_box
from qml_items import ask, of_type
from shell.gallery.stage import Stage

from kiosk.content.qm import Said, qm
from kiosk.shell.translator import Translator

pytestmark = pytest.mark.usefixtures("qapp")

POLISH = [
    Said("Typesetting", "“%1”", "„%1”"),
    Said("Typesetting", "‘%1’", "‚%1’"),
    Said("Keyboard", "qwertyuiop asdfghjkl zxcvbnm,.?", "ąćęłńóśźż qwertyuiop asdfghjkl zxcvbnm,.?"),
]
URDU = [
    Said("Typesetting", "“%1”", "”%1“"),
    Said("Typesetting", "‘%1’", "’%1‘"),
    Said("Keyboard", "qwertyuiop asdfghjkl zxcvbnm,.?", "اآبپتٹثجچح خدڈذرڑزژسش صضطظعغفقکگ لمنںوہھءیے ؤئ،۔؟"),
]


@contextmanager
def spoken(words: list[Said]) -> Iterator[None]:
    translator = Translator()
    translator.speak(qm(words))
    yield
    translator.speak(b"")


def quoted(stage: Stage, words: str) -> str:
    return str(stage.item(f'Speech {{ text: Typesetting.quoted("{words}") }}').property("text"))


def test_what_is_said_stands_in_the_quotation_marks_of_its_language(stage: Stage) -> None:
    assert quoted(stage, "Ask “Why?” first.") == "“Ask ‘Why?’ first.”"
    with spoken(POLISH):
        assert quoted(stage, "Zapytam: „Dlaczego?”.") == "„Zapytam: ‚Dlaczego?’.”"
    assert quoted(stage, "Back in English.") == "“Back in English.”"


def test_english_words_keep_english_marks_on_a_page_from_right_to_left(stage: Stage) -> None:
    stage.theme.setProperty("rtl", True)
    with spoken(URDU):
        assert quoted(stage, "Pass me that phone.") == "“Pass me that phone.”"
        assert quoted(stage, "چائے") == "”چائے“"


def test_the_keyboard_has_the_letters_of_the_language(stage: Stage) -> None:
    with spoken(POLISH):
        keyboard = stage.item("Keyboard { width: 1000 }")
        keyboard.setHeight(keyboard.implicitHeight())
        keys = of_type(keyboard, "PadKey")
        assert set("ĄĆĘŁŃÓŚŹŻ") <= {str(one.property("text")) for one in keys}
        box = scene_box(keyboard)
        assert [one for one in keys if not box.contains(scene_box(one))] == []


@pytest.mark.parametrize("piled", [False, True])
def test_marks_begin_where_lines_do(stage: Stage, piled: bool) -> None:
    lies = f"columns: 5; piled: {str(piled).lower()}"
    item = stage.item(f'Pictograph {{ width: 400; height: 90; mark: "person"; value: 1.5; total: 10; {lies} }}')
    # One and a half of ten: the half stands on the second place.
    second = float(ask(item, "lastPlace[0]"))
    assert second == (0 if piled else pytest.approx(float(ask(item, "laid.step"))))
    stage.theme.setProperty("rtl", True)
    whole = float(ask(item, "laid.columns * laid.step"))
    assert float(ask(item, "lastPlace[0]")) == pytest.approx(whole - second - float(ask(item, "laid.step")))


@pytest.mark.parametrize("portrait", [False, True])
def test_letters_without_capitals_have_no_key_for_them(stage: Stage, portrait: bool) -> None:
    stage.theme.setProperty("portrait", portrait)
    stage.theme.setProperty("rtl", True)
    with spoken(URDU):
        keyboard = stage.item("Keyboard { width: 1000 }")
        keyboard.setHeight(keyboard.implicitHeight())
        keys = of_type(keyboard, "PadKey")
        shown = [str(one.property("text")) for one in keys]
        assert set("ابپتٹجچڈڑژسشعغکگلمنںوہھءیے،۔؟") <= set(shown) and "Capital letter" not in shown
        box = scene_box(keyboard)
        assert [one for one in keys if not box.contains(scene_box(one)) or one.height() < 76] == []


@pytest.mark.parametrize(("language", "written"), [("en", "1,400"), ("en_GB", "1,400"), ("pl", "1400")])
def test_a_number_is_written_as_in_the_language_that_is_spoken(stage: Stage, language: str, written: str) -> None:
    stage.theme.setProperty("language", language)
    assert stage.item("Item { property string found: Theme.counted(1400) }").property("found") == written
