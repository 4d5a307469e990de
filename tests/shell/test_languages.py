"""Languages at the real window: chosen by touch, drawn right to left, gone with the visit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from other_words import make_language
from PySide6.QtCore import QPointF
from PySide6.QtGui import QRawFont
from PySide6.QtQuick import QQuickItem
from qml_items import every
from shell.stand import Later, Make, Stand
from small_venue import SHIPPED, write_venue

from kiosk.content.faults import Faults
from kiosk.content.own_words import of_screens
from kiosk.content.qm import Said, qm
from kiosk.content.translation import Translation, read_languages
from kiosk.settings import Settings
from kiosk.shell.fonts import font_files, load_arabic, load_fonts
from kiosk.visit import Phase

URDU = "اردو"


@pytest.fixture
def venue(tmp_path: Path) -> Settings:
    """A venue that also speaks a made-up language from right to left, with two activities in it."""
    venue = write_venue(tmp_path / "venue", drawn=True)
    make_language(venue, "xx", "before", "walk", rtl=True)
    return venue


@pytest.fixture
def stand(make: Make, venue: Settings) -> Stand:
    return make(venue, opened=False)


def left(stand: Stand, name: str) -> float:
    return stand.item(name).mapToScene(QPointF(0, 0)).x()


def centre(stand: Stand, name: str) -> float:
    item = stand.item(name)
    return item.mapToScene(QPointF(item.width() / 2, 0)).x()


def choose(stand: Stand, code: str) -> None:
    stand.finger.tap_object("languages")
    stand.finger.wait_for(lambda: bool(shown(stand, f"language-{code}")), "the languages")
    stand.finger.tap_object(f"language-{code}")
    stand.finger.wait_for(lambda: stand.station.state.preferences.language == code, "the choice")
    stand.finger.wait_for(lambda: not shown(stand, f"language-{code}"), "the page under the languages")


def shown(stand: Stand, name: str) -> list[QQuickItem]:
    return [item for item in every(stand.window.contentItem()) if item.objectName() == name and item.isVisible()]


def test_a_touch_on_the_languages_wakes_the_station_and_asks_which(stand: Stand) -> None:
    assert "«xx»" in stand.words()
    choose(stand, "xx")
    assert stand.phase() is Phase.HOME
    stand.finger.wait_for(lambda: "«Come in.»" in stand.words(), "the zone in other words")
    assert "«Finish»" in stand.words() and "«3 min»" in stand.words()


def test_the_words_of_the_screens_change_back_when_the_visit_ends(stand: Stand) -> None:
    choose(stand, "xx")
    stand.finger.tap_object("finish")
    stand.finger.wait_for(lambda: stand.phase() is Phase.FINISH, "the thank-you")
    assert "«All done»" in stand.words()
    stand.finger.tap_object("done")
    stand.finger.wait_for(lambda: "Touch to begin" in stand.words(), "the attract picture")
    stand.wake()
    assert "Finish" in stand.words() and not any("«Fin" in words for words in stand.words())


def test_a_language_can_be_changed_in_the_middle_of_a_walk(stand: Stand) -> None:
    stand.wake()
    stand.open("walk")
    stand.bridge.act("next", "")
    stand.finger.tap_object("home")
    stand.finger.wait_for(lambda: stand.phase() is Phase.HOME, "home")
    choose(stand, "xx")
    stand.open("walk")
    stand.finger.wait_for(lambda: "«It went on in sun.»" in stand.words(), "the part where it was left")
    assert "«Part 2 of 2»" in stand.words()


def test_right_to_left_the_page_is_mirrored_and_a_page_in_english_is_not(stand: Stand) -> None:
    stand.wake()
    assert left(stand, "card-kitchen") < left(stand, "card-before")
    assert centre(stand, "finish") > 960
    choose(stand, "xx")
    stand.finger.wait_for(lambda: centre(stand, "finish") < 960, "the mirrored rail")
    assert left(stand, "card-kitchen") > left(stand, "card-before")
    assert centre(stand, "languages") > 960
    stand.open("before")
    stand.finger.wait_for(lambda: centre(stand, "home") > 960, "the mirrored rail")
    assert centre(stand, "answer-1") > centre(stand, "answer-5")
    stand.finger.tap_object("home")
    stand.open("voices")
    stand.finger.wait_for(lambda: centre(stand, "home") < 960, "a page that runs as English does")


def test_touching_beside_the_languages_leaves_everything_as_it_is(stand: Stand) -> None:
    stand.wake()
    stand.finger.tap_object("languages")
    stand.finger.wait_for(lambda: bool(shown(stand, "language-xx")), "the languages")
    stand.tap_at(20, 20)
    stand.finger.wait_for(lambda: not shown(stand, "language-xx"), "the page under the languages")
    assert stand.station.state.preferences.language == "en"


def test_the_languages_go_with_whoever_looked_at_them(stand: Stand) -> None:
    stand.finger.tap_object("languages")
    stand.finger.wait_for(lambda: bool(shown(stand, "language-xx")), "the languages")
    stand.after(90)
    assert stand.phase() is Phase.ATTRACT
    stand.finger.wait_for(lambda: not shown(stand, "language-xx"), "the attract picture alone")


def test_words_that_come_too_late_are_not_for_the_next_visitor(make: Make, venue: Settings) -> None:
    later = Later()
    stand = make(venue, opened=False, offload=later)
    stand.wake()
    stand.window.ask.emit("language", "xx", "")
    stand.station.leave("started-again")
    stand.station.wake()
    later.work()
    assert stand.station.state.preferences.language == "en" and stand.station.knows("xx")


def test_the_hosts_menu_is_in_english_whoever_was_here(make: Make, venue: Settings) -> None:
    stand = make(venue)
    choose(stand, "xx")
    stand.host()
    said = stand.words()
    assert "Restart app" in said and "Pause" in said and "«Pause»" not in said


def test_with_english_alone_nothing_is_there_to_choose(make: Make) -> None:
    stand = make(opened=False)
    assert not shown(stand, "languages")
    stand.wake()
    assert not shown(stand, "languages")


def test_the_table_of_words_answers_every_part_with_its_own() -> None:
    from PySide6.QtCore import QTranslator

    table = qm(Said(part, text, f"«{text}» {part}") for part, text in of_screens())
    translator = QTranslator()
    assert translator.load(table)
    for part, text in of_screens():
        assert translator.translate(part, text) == f"«{text}» {part}"
    assert translator.translate("HostFooter", "Pause") == ""
    assert translator.translate("List", "%n of %1 groups", None, 3) == "«%n of %1 groups» List"


def shipped_words() -> Iterator[str]:
    from kiosk.content.reader import read_file
    from kiosk.content.validate import validate

    faults = Faults()
    for code, language in read_languages(SHIPPED, faults).items():
        yield from (language.file.name, language.file.note or "")
        yield from (pair.to for pair in (*language.file.program, *language.file.venue))
        for path in SHIPPED.glob(f"*/{code}.yaml"):
            document = read_file(path, path.name, faults) if path.parent.name != "words" else None
            translation = validate(document, Translation, faults) if document else None
            yield from (pair.to for pair in translation.texts) if translation else ()
    assert not list(faults)


@pytest.mark.usefixtures("qapp")
def test_there_is_a_letter_for_everything_that_the_shipped_languages_write() -> None:
    load_fonts()
    load_arabic()
    import fontpkg_noto_sans_arabic

    arabic = [QRawFont(str(path), 40) for path in (Path(fontpkg_noto_sans_arabic.ROOT) / "files").glob("*.ttf")]
    ours = [QRawFont(str(path), 40) for path in font_files()]
    written = {letter for text in shipped_words() for letter in text if not letter.isspace()}
    assert {"ą", "ż", "ے", "ڑ"} <= written
    for letter in sorted(written):
        assert all(font.supportsCharacter(ord(letter)) for font in ours) or any(
            font.supportsCharacter(ord(letter)) for font in arabic
        ), f"no letter for {letter!r} (U+{ord(letter):04X})"
